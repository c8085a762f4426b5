// What keeping costs: from handing an event over to its confirmation, a journal of 100,000 events natively, as WebAssembly and at a
// start, and kills. Measures only.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from '../../web/node_modules/esbuild/lib/main.js';
import { firstScreen, freshPage, spread } from './browser.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser @typedef {import('./browser.mjs').Page} Page */
/** @typedef {{ fold: number, load: number, begin: number, snapshotBytes: number, bytesPerEvent: number }} Figures milliseconds, bytes */

const root = fileURLToPath(new URL('../..', import.meta.url));
const linesFile = `${root}build/bench/journal.lines`;
const appends = 300;
const starts = 9;
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

/** A page that notes its long tasks, and when it last read of the journal. @param {Page} page */
const noting = (page) => page.addInitScript(() => {
  const seen = Object.assign(globalThis, { tasks: /** @type {{ startTime: number, duration: number }[]} */ ([]), lastRead: 0 });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: 'longtask' });
  const getAll = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (/** @type {any[]} */ ...what) {
    const asked = getAll.apply(this, /** @type {any} */ (what));
    asked.addEventListener('success', () => { if (asked.result.length > 0 && this.name === 'journal') seen.lastRead = performance.now(); });
    return asked;
  };
});

/** Milliseconds until the first screen. @param {Page} page @param {string} origin @returns {Promise<number>} */
async function start(page, origin) {
  await page.goto('about:blank');
  await page.goto(`${origin}/#/`);
  await firstScreen(page);
  return page.evaluate(() => performance.getEntriesByName('first-screen')[0].startTime);
}

/**
 * Puts these records into the journal and its second copy, as this device's, and has the first one's learner sit there.
 * @param {Page} page @param {string} origin @param {{ seq: number, id: string, learner: string, line: string }[]} records @param {string} device
 */
async function fill(page, origin, records, device) {
  await start(page, origin); // makes the databases
  await page.goto(`${origin}/notices.txt`);
  for (let from = 0; from < records.length; from += chunk) {
    await page.evaluate(async ({ all, of }) => {
      localStorage.setItem('service-academy.sitting', all[0].learner);
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
    }, { all: records.slice(from, from + chunk), of: device });
  }
  await page.evaluate((who) => localStorage.setItem('service-academy.sitting', who), records[0].learner);
}

/**
 * Milliseconds until the first screen, in turns: in a browser with one event, and in one with 100,000 of twenty learners, which begins from a
 * snapshot; `ratio` is that of the medians. `whole`: the first start with them, which reads them all. `afterwards`: the longest task after a
 * start from a snapshot, and when the whole journal was read.
 * @param {Browser} browser @param {string} origin
 */
export function startWithManyEvents(browser, origin) {
  const records = readFileSync(linesFile, 'utf8').trimEnd().split('\n').map((line, i) => {
    const { id, learner } = JSON.parse(line.slice(17));
    return { seq: i + 1, id, learner, line };
  });
  const { device } = JSON.parse(records[0].line.slice(17));
  return freshPage(browser, {}, (one) => freshPage(browser, {}, async (other) => {
    await noting(other);
    await fill(one, origin, records.slice(0, 1), device);
    await fill(other, origin, records, device);
    await start(one, origin);
    const whole = await start(other, origin);
    await other.waitForFunction(() => new Promise((done) => {
      const asked = indexedDB.open('service-academy');
      asked.onsuccess = () => {
        const found = asked.result.transaction('about').objectStore('about').getKey('snapshot');
        found.onsuccess = () => { asked.result.close(); done(found.result !== undefined); };
      };
    }), undefined, { timeout: 120_000, polling: 500 });
    const times = { few: /** @type {number[]} */ ([]), many: /** @type {number[]} */ ([]) };
    for (let run = 0; run < starts; run++) {
      await other.goto('about:blank'); // nothing is read behind the other's back
      times.few.push(await start(one, origin));
      await one.goto('about:blank');
      times.many.push(await start(other, origin));
    }
    await other.waitForFunction(() => { // nothing was read for two seconds
      const { lastRead } = /** @type {any} */ (globalThis);
      return lastRead > 0 && performance.now() - lastRead > 2000;
    }, undefined, { timeout: 120_000, polling: 200 });
    const afterwards = await other.evaluate(() => {
      const { tasks, lastRead } = /** @type {any} */ (globalThis);
      const first = performance.getEntriesByName('first-screen')[0].startTime;
      const later = tasks.filter((/** @type {{ startTime: number }} */ { startTime }) => startTime > first);
      return { longest: Math.max(0, ...later.map((/** @type {{ duration: number }} */ { duration }) => duration)), until: lastRead - first };
    });
    const [few, many] = [spread(times.few), spread(times.many)];
    return { few, many, ratio: many.median / few.median, whole, afterwards };
  }));
}
