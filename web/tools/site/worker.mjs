// The service worker, and what it is to keep: decided by the names of the site's files. Must not know how the site is written.

import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { contentHash } from './folder.mjs';

/** @typedef {{ url: string, revision: string | null, integrity?: string }} Entry as workbox-precaching takes it */

/** A whole course in one language, and what is large and seldom wanted, is kept once it came; what a start needs comes with the worker. */
const packOfModule = /^packs\/(?!course\.)/;
const onUse = /^fonts\/|^assets\/certificate\./;
const hashed = /\.(?:[0-9a-f]{10}|[0-9A-Z]{8})\.(?:js|css|wasm|pack)$/;
/** Documents, and what the browser wants of them beside the hashed files. */
const unhashed = /^(?:index|notices)\.html$|^assets\/icon\.svg$|^manifest\..*\.webmanifest$/;

/**
 * @param {Map<string, Buffer>} files of the whole site
 * @returns {{ shell: Entry[], later: string[] }}
 */
export function keptOffline(files) {
  const all = [...files].filter(([name]) => !name.endsWith('.map'));
  const isLater = (/** @type {string} */ name) => packOfModule.test(name) || onUse.test(name);
  /** @type {Entry[]} */
  const shell = [];
  for (const [url, content] of all.filter(([name]) => !isLater(name))) {
    if (unhashed.test(url)) shell.push({ url, revision: contentHash(content) });
    else if (hashed.test(url)) shell.push({ url, revision: null, integrity: `sha256-${createHash('sha256').update(content).digest('base64')}` });
  }
  return { shell, later: all.map(([name]) => name).filter(isLater) };
}

/**
 * The worker without what it is to keep: its licences are part of that.
 * @param {string} page the page's folder
 * @returns {Promise<{ code: string, inputs: string[] }>} the inputs relative to the page's folder
 */
export async function bundleWorker(page, debug = false) {
  /** @type {import('esbuild').Plugin} */
  const siteContents = {
    name: 'site-contents',
    setup(setup) {
      setup.onResolve({ filter: /^site-contents$/ }, () => ({ path: 'site-contents', namespace: 'site' }));
      setup.onLoad({ filter: /.*/, namespace: 'site' }, () => ({ contents: 'export const { page, shell, later } = SITE_CONTENTS;', loader: 'js' }));
    },
  };
  const { outputFiles, metafile } = await build({
    absWorkingDir: page,
    entryPoints: [join(page, 'worker/service-worker.js')],
    bundle: true,
    format: 'iife',
    target: 'es2021',
    platform: 'browser',
    minify: !debug,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [siteContents],
  });
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs).filter((input) => !input.startsWith('site:')) };
}

/** The worker of one site. @param {string} code @param {string} page the entry of the bundled page @param {Map<string, Buffer>} files of the whole site */
export const workerFor = (code, page, files) => `const SITE_CONTENTS=${JSON.stringify({ page, ...keptOffline(files) })};\n${code}`;
