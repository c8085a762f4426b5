// What keeping costs: from handing an event over to its confirmation, a journal of 100,000 events natively, as WebAssembly and at a
// start, and kills. Measures only.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from '../../web/node_modules/esbuild/lib/main.js';
import { firstScreen, freshPage, spread } from './browser.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {{ fold: number, load: number, begin: number, snapshotBytes: number, bytesPerEvent: number }} Figures milliseconds, bytes */

const root = fileURLToPath(new URL('../..', import.meta.url));
const linesFile = `${root}build/bench/journal.lines`;
const appends = 300;
const starts = 5;
const chunk = 5000; // records handed to the page at a time

/** The fold and the reading of 100,000 events. @returns {{ native: Figures, wasm: Figures }} */
export function manyEvents() {
  mkdirSync(`${root}build/bench`, { recursive: true });
  return {
    native: JSON.parse(execFileSync(`${root}build/native/journal_bench`, [linesFile], { encoding: 'utf8' })),
    wasm: JSON.parse(execFileSync('node', [`${root}build/web/journal_bench.cjs`], { encoding: 'utf8' })),
  };
}

/** Milliseconds from `append` to `confirmed`, one event at a time. @param {Browser} browser @param {string} origin */
export async function appendToConfirmed(browser, origin) {
  const built = await esbuild.build({ entryPoints: [`${root}web/store.js`], bundle: true, write: false, format: 'iife', globalName: 'stored' });
  return freshPage(browser, {}, async (page) => {
    await page.goto(`${origin}/notices.txt`);
    await page.addScriptTag({ content: built.outputFiles[0].text });
    return spread(await page.evaluate(async (count) => {
      /** @type {(id: string) => void} */
      let hear = () => {};
      const store = await /** @type {any} */ (globalThis).stored.openStore({ confirmed: (/** @type {string} */ id) => hear(id), refused: console.error, took() {}, persists() {}, restored() {} });
      store.watch();
      const line = 'x'.repeat(330);
      /** @type {number[]} */
      const times = [];
      for (let i = 0; i < count; i++) {
        const begin = performance.now();
        await new Promise((done) => {
          hear = done;
          store.append(`event ${i}`, 'learner', line);
        });
        times.push(performance.now() - begin);
      }
      return times;
    }, appends));
  });
}

/** The longest task after the first screen, and when the whole journal was read. @typedef {{ longest: number, until: number }} Afterwards milliseconds */

/**
 * Milliseconds until the first screen: with nothing but one learner in the store; with 100,000 events of twenty in it, when the first start
 * reads them all; and from then on, when each begins from a snapshot. What the page does after such a start until it has read the whole.
 * @param {Browser} browser @param {string} origin
 */
export function startWithManyEvents(browser, origin) {
  const lines = readFileSync(linesFile, 'utf8').trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line.slice(17)));
  const [{ learner: sitting, device }] = events;
  return freshPage(browser, {}, async (page) => {
    await page.addInitScript(() => {
      const seen = Object.assign(globalThis, { tasks: /** @type {{ startTime: number, duration: number }[]} */ ([]), lastRead: 0 });
      new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask' });
      const getAll = IDBObjectStore.prototype.getAll;
      IDBObjectStore.prototype.getAll = function (/** @type {any[]} */ ...what) {
        const asked = getAll.apply(this, /** @type {any} */ (what));
        asked.addEventListener('success', () => { if (asked.result.length > 0 && this.name === 'journal') seen.lastRead = performance.now(); });
        return asked;
      };
    });
    const start = async () => {
      await page.goto('about:blank');
      await page.goto(`${origin}/#/`);
      await firstScreen(page);
      return page.evaluate(() => performance.getEntriesByName('first-screen')[0].startTime);
    };
    const several = async () => {
      const times = [];
      for (let run = 0; run < starts; run++) times.push(await start());
      return spread(times);
    };
    /** @param {{ seq: number, id: string, learner: string, line: string }[]} some */
    const put = (some) => page.evaluate(async ({ all, of }) => {
      const copy = await /** @type {any} */ (navigator).storageBuckets.open('journal', { durability: 'strict' });
      for (const factory of [indexedDB, /** @type {IDBFactory} */ (copy.indexedDB)]) {
        await new Promise((done, failed) => {
          const asked = factory.open('service-academy');
          asked.onerror = () => failed(asked.error);
          asked.onsuccess = () => {
            const transaction = asked.result.transaction(['journal', 'about'], 'readwrite');
            for (const each of all) transaction.objectStore('journal').add(each);
            if (factory === indexedDB) transaction.objectStore('about').put(of, 'device');
            transaction.oncomplete = () => { asked.result.close(); done(undefined); };
            transaction.onabort = () => failed(transaction.error);
          };
        });
      }
    }, { all: some, of: device });
    const record = (/** @type {number} */ i) => ({ seq: i + 1, id: events[i].id, learner: events[i].learner, line: lines[i] });
    await start();
    await page.goto(`${origin}/notices.txt`);
    await put([record(0)]); // joined, and so somebody sits there
    await page.evaluate((who) => localStorage.setItem('service-academy.sitting', who), sitting);
    await start();
    const few = await several();
    await page.goto(`${origin}/notices.txt`);
    for (let from = 1; from < lines.length; from += chunk) {
      await put(Array.from({ length: Math.min(chunk, lines.length - from) }, (_, i) => record(from + i)));
    }
    const whole = await start();
    await page.waitForFunction(() => new Promise((done) => {
      const asked = indexedDB.open('service-academy');
      asked.onsuccess = () => {
        const found = asked.result.transaction('about').objectStore('about').getKey('snapshot');
        found.onsuccess = () => { asked.result.close(); done(found.result !== undefined); };
      };
    }), undefined, { timeout: 120_000, polling: 500 });
    const many = await several();
    await start();
    await page.waitForFunction(() => { // nothing was read for two seconds
      const { lastRead } = /** @type {any} */ (globalThis);
      return lastRead > 0 && performance.now() - lastRead > 2000;
    }, undefined, { timeout: 120_000, polling: 200 });
    /** @type {Afterwards} */
    const afterwards = await page.evaluate(() => {
      const { tasks, lastRead } = /** @type {any} */ (globalThis);
      const first = performance.getEntriesByName('first-screen')[0].startTime;
      return { longest: Math.max(0, ...tasks.filter((/** @type {{ startTime: number }} */ { startTime }) => startTime > first).map((/** @type {{ duration: number }} */ { duration }) => duration)), until: lastRead - first };
    });
    return { few, whole, many, afterwards };
  });
}
