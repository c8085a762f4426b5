// The site as a set of files by name, written so that a broken build leaves the old site and an unchanged file is not
// touched. Must not know what the files mean.

import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Types that are worth compressing; pictures and archives are compressed already. */
const compressible = /\.(html|js|mjs|css|json|wasm|svg|pack|otf|ttf|txt|webmanifest|map)$/;
/** Hundreds of slices, of which a certificate needs a few: the last twentieth of their bytes would take minutes. */
const isFont = /\.(otf|ttf)$/;
const qualityOfFonts = 9;

/** @param {Buffer | string} content */
export const contentHash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 10);

/** "packs/M2.en.pack" → "packs/M2.en.0123456789.pack" @param {string} name @param {Buffer | string} content */
export function hashedName(name, content) {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}.${contentHash(content)}${name.slice(dot)}`;
}

export class SiteFolder {
  /** @param {string} folder where the finished site stands */
  constructor(folder) {
    this.folder = folder;
    this.next = `${folder}.next`;
    /** @type {Map<string, Buffer>} */
    this.files = new Map();
  }

  /** @param {string} name with forward slashes @param {Buffer | string} content */
  add(name, content) {
    this.files.set(name, Buffer.from(content));
  }

  /** Adds under a name that changes with the content, and returns that name. @param {string} name @param {Buffer | string} content */
  addHashed(name, content) {
    const hashed = hashedName(name, content);
    this.add(hashed, content);
    return hashed;
  }

  /**
   * Writes everything beside the old site, then swaps the two.
   * @param {{ compress: boolean }} options
   * @returns {Promise<{ files: number, written: number }>}
   */
  async write({ compress }) {
    rmSync(this.next, { recursive: true, force: true });
    let written = 0;
    /** @type {[string, Buffer][]} */
    const toCompress = [];
    for (const [name, content] of this.files) {
      const isNew = !this.keep(name, content);
      if (isNew) {
        this.put(name, content);
        written += 1;
      }
      if (!compress || !compressible.test(name)) continue;
      // What is unchanged has its compressed forms already, unless an earlier build was made without them.
      if (isNew || !this.link(`${name}.br`) || !this.link(`${name}.gz`)) toCompress.push([name, content]);
    }
    await inParallel(toCompress, async ([name, content]) => {
      const brotli = await promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: isFont.test(name) ? qualityOfFonts : constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      });
      this.put(`${name}.br`, brotli);
      this.put(`${name}.gz`, await promisify(gzip)(content, { level: 9 }));
    });
    this.swap();
    return { files: this.files.size, written };
  }

  /** Takes a file over from the old site when it is the same there. @param {string} name @param {Buffer} content */
  keep(name, content) {
    const old = join(this.folder, name);
    if (!existsSync(old) || statSync(old).size !== content.length || !readFileSync(old).equals(content)) return false;
    return this.link(name);
  }

  /** @param {string} name */
  link(name) {
    const old = join(this.folder, name);
    if (!existsSync(old)) return false;
    const place = join(this.next, name);
    if (existsSync(place)) return true;
    mkdirSync(dirname(place), { recursive: true });
    linkSync(old, place);
    return true;
  }

  /** @param {string} name @param {Buffer} content */
  put(name, content) {
    const place = join(this.next, name);
    mkdirSync(dirname(place), { recursive: true });
    // Never through a link: the old site may share the file.
    rmSync(place, { force: true });
    writeFileSync(place, content);
  }

  swap() {
    const old = `${this.folder}.old`;
    rmSync(old, { recursive: true, force: true });
    if (existsSync(this.folder)) renameSync(this.folder, old);
    renameSync(this.next, this.folder);
    rmSync(old, { recursive: true, force: true });
  }
}

/** A few at a time, which is as many as zlib's threads take. @template T @param {T[]} items @param {(item: T) => Promise<void>} work */
async function inParallel(items, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
