// The page's JavaScript and CSS as few small files, and how they learn where the large ones are. Must not know how the
// site is written or compressed.

import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { certificateAliases } from '../certificate-bundle.mjs';

/**
 * What the page imports as 'site-assets'. All paths are relative to the site's root.
 * @typedef {{ wasm: string, wasmBytes: number, rest: string | null, packs: Record<string, string>, fonts: string | null, version: string }} SiteAssets
 *
 * @typedef {object} Bundle
 * @property {{ name: string, content: Buffer }[]} files
 * @property {string} script the page's entry
 * @property {string} style
 * @property {string[]} early modules that the entry will ask for at once
 * @property {string[]} inputs every source file that went in, relative to the page's folder
 */

/**
 * @param {{ page: string, engine: string, assets: SiteAssets, debug: boolean }} options
 * @returns {Promise<Bundle>}
 */
export async function bundlePage({ page, engine, assets, debug }) {
  const entryPoints = [join(page, 'page.js'), join(page, 'page.css')];
  for (const entry of entryPoints) {
    if (!existsSync(entry)) throw new Error(`The page has no ${entry}.`);
  }
  /** @type {import('esbuild').Plugin} */
  const siteModules = {
    name: 'site-modules',
    setup(setup) {
      setup.onResolve({ filter: /^portal-engine$/ }, () => ({ path: join(engine, 'portal.mjs') }));
      setup.onResolve({ filter: /^site-assets$/ }, () => ({ path: 'site-assets', namespace: 'site' }));
      setup.onLoad({ filter: /.*/, namespace: 'site' }, () => ({
        contents: Object.entries(assets).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'),
        loader: 'js',
      }));
    },
  };
  const result = await build({
    absWorkingDir: page,
    entryPoints,
    outdir: page,
    entryNames: 'assets/[name].[hash]',
    chunkNames: 'assets/[name].[hash]',
    assetNames: 'assets/[name].[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2021',
    platform: 'browser',
    minify: !debug,
    sourcemap: debug ? 'linked' : false,
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': debug ? '"development"' : '"production"' },
    loader: { '.svg': 'file', '.png': 'file', '.webp': 'file', '.woff2': 'file' },
    alias: certificateAliases,
    plugins: [siteModules],
  });

  const outputs = result.metafile.outputs;
  const outputOf = (/** @type {string} */ entry) => {
    const found = Object.keys(outputs).find((name) => outputs[name].entryPoint === entry);
    if (found === undefined) throw new Error(`esbuild made no output for ${entry}.`);
    return found;
  };
  const script = outputOf('page.js');
  const engineChunk = Object.keys(outputs).find((name) => outputs[name].entryPoint?.endsWith('portal.mjs'));
  const statically = outputs[script].imports.filter((used) => used.kind === 'import-statement' && !used.external).map((used) => used.path);
  return {
    files: result.outputFiles.map((file) => ({
      name: file.path.slice(page.length + 1),
      content: Buffer.from(file.contents),
    })),
    script,
    style: outputOf('page.css'),
    early: [...statically, ...(engineChunk === undefined ? [] : [engineChunk])],
    inputs: Object.keys(result.metafile.inputs).filter((input) => !input.startsWith('site:')),
  };
}
