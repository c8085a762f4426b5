// What every browser test stands on: the finished site on a free port, Debian's Chromium with a fresh profile, and a page whose
// complaints and requests are collected. Knows no screen and no word of the portal.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import playwright from '../../web/node_modules/playwright-core/index.js';
import { createSiteServer } from '../../web/tools/server.mjs';

/**
 * @typedef {import('../../web/node_modules/playwright-core/index.d.ts').Page} Page
 * @typedef {import('../../web/node_modules/playwright-core/index.d.ts').BrowserContext} BrowserContext
 * @typedef {import('../../web/node_modules/playwright-core/index.d.ts').BrowserContextOptions} BrowserContextOptions
 * @typedef {'zh-CN' | 'en'} Language
 * @typedef {{ after(done: () => Promise<void>): void }} Test
 *
 * @typedef {object} Wanted
 * @property {Language} [language] what the system prefers
 * @property {keyof typeof sizes} [size]
 * @property {string} [hash] where to go
 * @property {RegExp} [noise] complaints that the test itself provokes
 * @property {BrowserContextOptions} [context]
 * @property {(page: Page) => Promise<unknown>} [prepare] before the page is opened
 * @property {boolean} [wait] until the first screen is there; true unless said otherwise
 */

/** For tests that mostly wait for the page: two at a time. */
export const inPairs = { concurrency: 2 };

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const languages = /** @type {const} */ (['zh-CN', 'en']);

export const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

// Drawing is done by the processor here, and half of its time would go into putting the page's layers together.
const flags = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing',
];

/** The driver's remarks on reading pixels slowly are no complaint about the page. */
const driverRemark = /GPU stall due to ReadPixels|GL Driver Message|Automatic fallback to software WebGL/;

/** Debian's Chromium, with scrollbars as people have them: they take room from the page. @param {string[]} [more] flags */
export const launch = (more = []) => playwright.chromium.launch({ executablePath: '/usr/bin/chromium', args: [...flags, ...more], ignoreDefaultArgs: ['--hide-scrollbars'] });

/** A browser with a profile that outlives it, as people have. @param {string} folder @param {BrowserContextOptions} [options] @param {string[]} [more] flags */
export const openProfile = (folder, options = {}, more = []) =>
  playwright.chromium.launchPersistentContext(folder, { ...options, executablePath: '/usr/bin/chromium', args: [...flags, ...more], ignoreDefaultArgs: ['--hide-scrollbars'] });

/**
 * Starts the site and a browser before a file's tests and ends both after them.
 * @param {{ flags?: string[], through?: (response: import('node:http').ServerResponse) => void, preview?: import('../../web/tools/preview.mjs').Preview }} [options]
 *   through: what happens to the program on its way to the page; preview: what answers before the site
 */
export function portalInChromium(options = {}) {
  const server = createSiteServer(process.env.PORTAL_SITE ?? `${root}build/site`, options.preview);
  /** @type {import('../../web/node_modules/playwright-core/index.d.ts').Browser} */
  let browser;
  let origin = '';

  server.prependListener('request', (request, response) => {
    if (request.url?.endsWith('.wasm')) options.through?.(response);
  });

  before(async () => {
    assert.ok(existsSync(`${root}build/site/index.html`), 'The site is not built; web/serve --build-only builds it.');
    await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    origin = `http://127.0.0.1:${address.port}`;
    browser = await launch(options.flags);
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  return {
    get origin() { return origin; },

    /**
     * A page of its own, with empty storage. At the test's end: nothing was complained of and no other host was asked.
     * @param {Test} test @param {Wanted} [wanted]
     */
    async open(test, wanted = {}) {
      const { language = 'en', size = 'desktop', hash = '#/', noise, prepare, wait = true } = wanted;
      const context = await browser.newContext({ ...sizes[size], locale: language, timezoneId: 'Asia/Shanghai', colorScheme: 'light', reducedMotion: 'reduce', ...wanted.context });
      context.setDefaultTimeout(30_000);
      /** @type {string[]} */
      const complaints = [];
      /** @type {string[]} */
      const requests = [];
      let brokenOff = 0;
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !driverRemark.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack}`));
      context.on('request', (request) => requests.push(request.url()));
      context.on('requestfailed', (request) => { brokenOff += request.failure()?.errorText === 'net::ERR_ABORTED' ? 1 : 0; });
      // A service worker would stand between the page and what a test does to its requests; offline.test.mjs is about that one.
      await context.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'); });
      const page = await context.newPage();
      await prepare?.(page);
      await page.goto(`${origin}/${hash}`);
      if (wait) await ready(page);
      test.after(async () => {
        await context.close();
        // Leaving a page breaks off what it still waits for; it may say so, once for each request.
        const excused = (/** @type {string} */ text) => /Failed to fetch/.test(text) && brokenOff-- > 0;
        assert.deepEqual(complaints.filter((text) => !noise?.test(text) && !excused(text)), [], 'the console should be silent');
        assert.deepEqual(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)), [], 'no other host may be asked');
      });
      return { page, context, complaints, requests };
    },
  };
}

/** The first screen is drawn and has its heading. @param {Page} page */
export async function ready(page) {
  await page.waitForFunction(() => document.getElementById('loading')?.hidden && document.querySelector('main h1'));
}

/** Nothing moves any more: three animation frames went by without one being drawn. @param {Page} page */
export async function settled(page) {
  await page.evaluate(async () => {
    const drawn = () => /** @type {any} */ (globalThis).serviceAcademy.counts.frames;
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let quiet = 0, before = drawn(); quiet < 3; quiet++, await nextFrame()) {
      if (drawn() !== before) [quiet, before] = [0, drawn()];
    }
  });
}

/**
 * Waits for the page to answer yes to a question that takes time. (`waitForFunction` takes any promise for a yes, whatever comes of it.)
 * @template T @param {Page} page @param {(about: T) => Promise<unknown>} question @param {T} about @param {number} [patience] ms
 */
export async function comesTrue(page, question, about, patience = 30_000) {
  for (const until = Date.now() + patience; !(await page.evaluate(/** @type {any} */ (question), about)); await new Promise((later) => setTimeout(later, 50))) {
    assert.ok(Date.now() < until, `not within ${patience} ms: ${question}`);
  }
}

/** Frames the program has drawn so far. @param {Page} page @returns {Promise<number>} */
export const framesDrawn = (page) => page.evaluate(() => /** @type {any} */ (globalThis).serviceAcademy.counts.frames);

/**
 * How many of the picture's pixels are not its most frequent colour, 0 to 1: next to nothing when a canvas is blank.
 * @param {Page} page @param {Buffer} png
 */
export async function inkOf(page, png) {
  const { pixels } = await pixelsOf(page, png);
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / pixels.length;
}

/**
 * The share of pixels that differ visibly between two pictures of one size.
 * @param {Page} page @param {Buffer} one @param {Buffer} other
 */
export async function difference(page, one, other) {
  const [a, b] = [await pixelsOf(page, one), await pixelsOf(page, other)];
  assert.deepEqual([a.width, a.height], [b.width, b.height], 'pictures of two sizes');
  const far = (/** @type {number} */ x, /** @type {number} */ y) => [0, 8, 16].some((shift) => Math.abs(((x >> shift) & 255) - ((y >> shift) & 255)) > 24);
  return a.pixels.filter((pixel, i) => far(pixel, b.pixels[i])).length / a.pixels.length;
}

/** The browser itself decodes PNG. @param {Page} page @param {Buffer} png */
async function pixelsOf(page, png) {
  const blank = await page.context().newPage();
  try {
    const { width, height, bytes } = await blank.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let text = '';
      for (let i = 0; i < data.length; i += 32768) text += String.fromCharCode(...data.subarray(i, i + 32768));
      return { width: bitmap.width, height: bitmap.height, bytes: btoa(text) };
    }, png.toString('base64'));
    const raw = Buffer.from(bytes, 'base64');
    return { width, height, pixels: new Uint32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length)) };
  } finally {
    await blank.close();
  }
}
