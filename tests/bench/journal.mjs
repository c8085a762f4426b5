// What keeping costs: from handing an event over to its confirmation, a journal of 100,000 events natively, as WebAssembly and at a
// start, and kills. Measures only.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as esbuild from '../../web/node_modules/esbuild/lib/main.js';
import { firstScreen, freshPage, spread } from './browser.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */
/** @typedef {{ fold: number, load: number, bytesPerEvent: number }} Figures milliseconds, bytes */

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

/** Milliseconds until the first screen, with an empty store and with 100,000 events in it. @param {Browser} browser @param {string} origin */
export function startWithManyEvents(browser, origin) {
  return freshPage(browser, {}, async (page) => {
    const start = async () => {
      const times = [];
      for (let run = 0; run < starts; run++) {
        await page.goto('about:blank');
        await page.goto(`${origin}/#/`);
        await firstScreen(page);
        times.push(await page.evaluate(() => performance.getEntriesByName('first-screen')[0].startTime));
      }
      return spread(times);
    };
    await start();
    const empty = await start();
    await page.goto(`${origin}/notices.txt`);
    const lines = readFileSync(linesFile, 'utf8').trimEnd().split('\n');
    for (let from = 0; from < lines.length; from += chunk) {
      await page.evaluate(({ some, first }) => new Promise((done, failed) => {
        const asked = indexedDB.open('service-academy');
        asked.onerror = () => failed(asked.error);
        asked.onsuccess = () => {
          const transaction = asked.result.transaction('journal', 'readwrite');
          some.forEach((line, i) => {
            const { id, learner } = JSON.parse(line.slice(17));
            transaction.objectStore('journal').add({ seq: first + i, id, learner, line });
          });
          transaction.oncomplete = () => { asked.result.close(); done(undefined); };
          transaction.onabort = () => failed(transaction.error);
        };
      }), { some: lines.slice(from, from + chunk), first: from + 1 });
    }
    return { empty, full: await start() };
  });
}
