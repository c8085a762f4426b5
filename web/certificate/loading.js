// Fetches the font slices that a document needs, all at once. Must not know what is set in them.

import { CertificateError } from './failure.js';

/**
 * @param {Set<string>} wanted file names @param {(fileName: string) => Promise<ArrayBuffer>} load
 * @param {(share: number) => void} [progress]
 * @returns {Promise<Map<string, ArrayBuffer>>}
 */
export async function loadFiles(wanted, load, progress = () => {}) {
  let loaded = 0;
  const entries = await Promise.all([...wanted].sort().map(async (file) => {
    try {
      const bytes = await load(file);
      progress((loaded += 1) / wanted.size);
      return /** @type {[string, ArrayBuffer]} */ ([file, bytes]);
    } catch (cause) {
      throw new CertificateError('fonts-unavailable', `The font file ${file} could not be loaded.`, { cause });
    }
  }));
  return new Map(entries);
}
