// What makes the site installable: its icons as pictures, and one manifest a language. Must not know how the site is written.

import { Resvg, initWasm } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ready = initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** @param {string} svg @param {number} size px of both sides */
async function picture(svg, size) {
  await ready;
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
}

/**
 * The same on a ground without corners, small enough that any mask leaves all of it: within the middle four fifths.
 * @param {string} svg
 */
function maskable(svg) {
  const ground = /<rect\b[^>]*\bfill="(#[0-9A-Fa-f]{6})"/.exec(svg)?.[1];
  if (!ground) throw new Error('The icon has no ground, a <rect> with a fill, to continue to the edges of a maskable icon.');
  const inner = svg.replace('<svg ', '<svg x="51.2" y="51.2" width="409.6" height="409.6" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${ground}"/>${inner}</svg>`;
}

/** @param {string} svg with a square view box @returns {Promise<{ name: string, content: Buffer, sizes: string, purpose: 'any' | 'maskable' }[]>} */
export async function iconsOf(svg) {
  const wanted = /** @type {const} */ ([['any', 192], ['any', 512], ['maskable', 192], ['maskable', 512]]);
  return Promise.all(wanted.map(async ([purpose, size]) => ({
    name: `assets/icon-${purpose}-${size}.png`,
    content: await picture(purpose === 'any' ? svg : maskable(svg), size),
    sizes: `${size}x${size}`,
    purpose,
  })));
}

/** Names by language; the first is the one that index.html links. */
const names = {
  'zh-CN': { name: '服务学苑', description: '客户服务互动课程' },
  'en': { name: 'Service Academy', description: 'Interactive lessons in customer service' },
};

/**
 * @param {string} ground the colour behind everything, as index.html has it
 * @param {{ src: string, sizes: string, purpose: string }[]} icons
 * @returns {{ name: string, content: string }[]}
 */
export function manifests(ground, icons) {
  return Object.entries(names).map(([lang, words]) => ({
    name: `manifest.${lang}.webmanifest`,
    content: JSON.stringify({
      ...words,
      short_name: words.name,
      lang,
      dir: 'ltr',
      id: './', // one portal, whichever language it was installed in
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: ground,
      background_color: ground,
      categories: ['education'],
      icons: icons.map((icon) => ({ ...icon, type: 'image/png' })),
    }),
  }));
}

/** The page's own colour, from its tag for light looks. @param {string} html */
export function groundOf(html) {
  const found = /<meta name="theme-color" content="(#[0-9A-Fa-f]{6})" media="\(prefers-color-scheme: light\)">/.exec(html)?.[1];
  if (!found) throw new Error('index.html has no theme-color for light looks, which the manifest takes over.');
  return found;
}
