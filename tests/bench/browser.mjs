// What the finished site costs in Chromium: bytes on the wire, time to the first screen, work at rest and per frame. Measures
// only; what is good enough is decided in run.mjs.

import { fileURLToPath } from 'node:url';
import playwright from '../../web/node_modules/playwright-core/index.js';
import { createSiteServer } from '../../web/tools/server.mjs';

/** @typedef {import('../../web/node_modules/playwright-core/index.d.ts').Page} Page */
/** @typedef {import('../../web/node_modules/playwright-core/index.d.ts').Browser} Browser */
/** @typedef {{ median: number, least: number, most: number, runs: number }} Spread */

const site = fileURLToPath(new URL('../../build/site', import.meta.url));
const flags = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
];
const lesson = '#/lesson/L4.1';
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };
const learnersInTable = 200; // as in frame_bench.cpp

/** @param {number[]} values @returns {Spread} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], most: sorted[sorted.length - 1], runs: sorted.length };
}

/** @template T @param {(browser: Browser, origin: string) => Promise<T>} use @returns {Promise<T>} */
export async function withBrowser(use) {
  const server = createSiteServer(site);
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await playwright.chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
  try {
    return await use(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/**
 * A page with nothing in its cache or store, as on a first visit.
 * @template T @param {Browser} browser @param {{ viewport?: { width: number, height: number }, locale?: string }} options
 * @param {(page: Page, devtools: import('../../web/node_modules/playwright-core/index.d.ts').CDPSession) => Promise<T>} use
 */
export async function freshPage(browser, options, use) {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  try {
    return await use(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** @param {Page} page */
export const firstScreen = (page) => page.waitForFunction(() => performance.getEntriesByName('first-screen').length > 0, undefined, { timeout: 60_000 });

/**
 * Everything that comes over the wire until the first lesson is on the screen, headers included.
 * @param {Browser} browser @param {string} origin @param {string} locale
 */
export function firstVisit(browser, origin, locale) {
  return freshPage(browser, { locale }, async (page, devtools) => {
    /** @type {Map<string, { path: string, type: string, bytes: number, coding: string }>} */
    const files = new Map();
    await devtools.send('Network.enable');
    devtools.on('Network.responseReceived', ({ requestId, response, type }) => {
      if (!response.url.startsWith(origin)) return;
      const coding = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1] ?? 'none';
      files.set(requestId, { path: response.url.slice(origin.length + 1) || 'index.html', type, bytes: 0, coding });
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const file = files.get(requestId);
      if (file) file.bytes = encodedDataLength;
    });
    await page.goto(`${origin}/#/`);
    await firstScreen(page);
    await page.goto(`${origin}/${lesson}`);
    await page.waitForFunction(() => document.querySelector('main h1') && performance.getEntriesByType('resource').some((entry) => entry.name.includes('/packs/M4')));
    await page.waitForTimeout(1000);
    const list = [...files.values()].sort((a, b) => b.bytes - a.bytes);
    return {
      files: list,
      bytes: list.reduce((sum, file) => sum + file.bytes, 0),
      fonts: list.filter((file) => file.type === 'Font' || /\.(woff2?|ttf|otf)$|\/fonts\//.test(file.path)).length,
    };
  });
}

/** Milliseconds from navigation to the first drawn screen, each with an empty cache. @param {Browser} browser @param {string} origin @param {number} slowdown @param {number} runs */
export async function timeToFirstScreen(browser, origin, slowdown, runs) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    times.push(await freshPage(browser, {}, async (page, devtools) => {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.goto(`${origin}/#/`);
      await firstScreen(page);
      return page.evaluate(() => performance.getEntriesByName('first-screen')[0].startTime);
    }));
  }
  return spread(times);
}

/** Frames, draw calls and animation callbacks in five seconds, after five seconds of rest. @param {Browser} browser @param {string} origin */
export function workAtRest(browser, origin) {
  return freshPage(browser, {}, async (page) => {
    await page.addInitScript(() => {
      const counts = { draws: 0, callbacks: 0 };
      Object.assign(globalThis, { benchCounts: counts });
      const prototype = /** @type {any} */ (WebGL2RenderingContext.prototype);
      for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced', 'drawRangeElements', 'clear']) {
        const draw = prototype[name];
        prototype[name] = function drawn(/** @type {unknown[]} */ ...given) {
          counts.draws++;
          return draw.apply(this, given);
        };
      }
      const request = globalThis.requestAnimationFrame;
      globalThis.requestAnimationFrame = (callback) => {
        counts.callbacks++;
        return request(callback);
      };
    });
    await page.goto(`${origin}/#/`);
    await firstScreen(page);
    const counts = () => page.evaluate(() => {
      const { serviceAcademy, benchCounts } = /** @type {any} */ (globalThis);
      return { frames: serviceAcademy.counts.frames, draws: benchCounts.draws, callbacks: benchCounts.callbacks };
    });
    await page.waitForTimeout(5000);
    const before = await counts();
    await page.waitForTimeout(5000);
    const after = await counts();
    return { frames: after.frames - before.frames, draws: after.draws - before.draws, callbacks: after.callbacks - before.callbacks, framesUntilRest: before.frames };
  });
}

/** Puts learners into the store, as version 1 of the portal did when each was added by hand; the next start takes them over. @param {Page} page @param {number} count */
function addLearners(page, count) {
  return page.evaluate((learners) => new Promise((done, failed) => {
    const asked = indexedDB.open('service-academy');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('events', 'readwrite');
      let number = 0;
      const id = () => `10000000-0000-4000-8000-${String(++number).padStart(12, '0')}`;
      for (let i = 0; i < learners; i++) {
        const learner = id();
        for (const fact of [{ kind: 'learner-joined' }, { kind: 'learner-named', name: `王小明 ${i}` }]) {
          const event = { v: 1, id: id(), learner, at: '2026-11-22T02:00:00Z', ...fact };
          transaction.objectStore('events').add({ id: event.id, line: JSON.stringify(event) });
        }
      }
      transaction.oncomplete = () => { asked.result.close(); done(undefined); };
      transaction.onabort = () => failed(transaction.error);
    };
  }), count);
}

/**
 * Microseconds of the main thread's processor time for one frame: the page's scripts, WebAssembly and its WebGL calls, without
 * the graphics process. `screen` as in frame_bench.cpp.
 * @param {Browser} browser @param {string} origin @param {string} screen @param {number} frames
 */
export function frameInBrowser(browser, origin, screen, frames) {
  const viewport = screen.endsWith('desktop') ? desktop : phone;
  return freshPage(browser, { viewport }, async (page, devtools) => {
    await page.goto(`${origin}/#/`);
    await firstScreen(page);
    if (screen.startsWith('records')) {
      await addLearners(page, learnersInTable);
      await page.reload();
      await firstScreen(page);
    }
    const hash = screen.startsWith('records') ? '#/records' : screen.startsWith('lesson') ? lesson : '#/';
    await page.goto(`${origin}/${hash}`);
    await page.waitForTimeout(1500);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const scriptTime = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1e6;
    };
    /** @param {boolean} scrolls */
    const measure = async (scrolls) => {
      const drive = (/** @type {number} */ count) => page.evaluate(async ({ total, moving }) => {
        const drawn = () => /** @type {any} */ (globalThis).serviceAcademy.counts.frames;
        const before = drawn();
        for (let i = 0; i < total; i++) {
          if (moving) scrollTo(0, 1 + (i % 200));
          else dispatchEvent(new Event('scroll')); // wakes the program, and nothing has changed
          await new Promise((next) => requestAnimationFrame(next));
        }
        return drawn() - before;
      }, { total: count, moving: scrolls });
      await drive(40);
      const begin = await scriptTime();
      const drawn = await drive(frames);
      return (await scriptTime() - begin) / drawn;
    };
    return { unchanged: await measure(false), scrolled: await measure(true) };
  });
}
