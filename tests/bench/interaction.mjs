// What it costs a person's patience: from a press to the painted answer on a slow phone, and the mirror's own part of it. Measures only.

import * as esbuild from '../../web/node_modules/esbuild/lib/main.js';
import { firstScreen, freshPage, spread } from './browser.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */

const mirrored = 500; // nodes, as on a long lesson with its side panel
const changed = 10; // of them in one update
const updates = 200;
const presses = 12;

/**
 * Milliseconds from a press to the next paint that shows its answer (the browser's own event timing), processor slowed down to a quarter.
 * @param {Browser} browser @param {string} origin
 */
export function pressToPaint(browser, origin) {
  return freshPage(browser, {}, async (page, devtools) => {
    await page.goto(`${origin}/#/me`);
    await firstScreen(page);
    const boxes = page.getByRole('checkbox');
    await boxes.first().waitFor();
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.evaluate(() => {
      /** @type {Map<number, number>} */
      const longest = new Map();
      new PerformanceObserver((list) => {
        for (const entry of /** @type {any[]} */ (list.getEntries())) {
          if (entry.interactionId) longest.set(entry.interactionId, Math.max(longest.get(entry.interactionId) ?? 0, entry.duration));
        }
      }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: true }));
      Object.assign(globalThis, { longest });
    });
    for (let i = 0; i < presses; i++) {
      await boxes.nth(i % 2).click();
      await page.waitForTimeout(250);
    }
    return spread(await page.evaluate(() => [.../** @type {Map<number, number>} */ (/** @type {any} */ (globalThis).longest).values()]));
  });
}

/** Milliseconds that the mirror takes for one update of a screen of 500 nodes, and for building it. @param {Browser} browser */
export async function mirrorUpdate(browser) {
  const built = await esbuild.build({ entryPoints: ['web/mirror/mirror.js'], bundle: true, write: false, format: 'iife', globalName: 'mirrored' });
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><body><main id="page"></main>');
    await page.addScriptTag({ content: built.outputFiles[0].text });
    const times = await page.evaluate(({ nodes, changes, rounds }) => {
      const none = () => {};
      const mirror = /** @type {any} */ (globalThis).mirrored.makeMirror(document.getElementById('page'), { pressed: none, valued: none, typed: none, scrolled: none });
      const roles = ['text', 'button', 'heading', 'radio', 'slider'];
      const said = (/** @type {number} */ id, /** @type {string} */ name) => ({ id, parent: 0, role: roles[id % roles.length], level: roles[id % roles.length] === 'heading' ? 2 : undefined, name, x: 16, y: id * 50, width: 300, height: 48 });
      const timed = (/** @type {object} */ update) => {
        const json = JSON.stringify(update);
        const begin = performance.now();
        mirror.apply(json);
        return performance.now() - begin;
      };
      const ids = Array.from({ length: nodes }, (_, i) => i + 1);
      const building = timed({ set: ids.map((id) => said(id, `words ${id}`)), gone: [], order: { 0: ids } });
      const updating = Array.from({ length: rounds }, (_, round) =>
        timed({ set: Array.from({ length: changes }, (_, i) => said(1 + (round * 37 + i * 11) % nodes, `words ${round}`)), gone: [], order: {} }));
      return { building, updating };
    }, { nodes: mirrored, changes: changed, rounds: updates });
    return { building: times.building, updating: spread(times.updating) };
  } finally {
    await page.close();
  }
}

/** DOM writes in 60 frames that changed nothing. @param {Browser} browser @param {string} origin */
export function writesAtRest(browser, origin) {
  return freshPage(browser, {}, async (page) => {
    await page.goto(`${origin}/#/lesson/L4.1`);
    await firstScreen(page);
    await page.locator('main h1').waitFor({ state: 'attached' });
    await page.waitForTimeout(1000);
    return page.evaluate(async () => {
      let writes = 0;
      const observer = new MutationObserver((records) => { writes += records.length; });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      for (let i = 0; i < 60; i++) {
        dispatchEvent(new Event('scroll')); // wakes the program, and nothing has changed
        await new Promise((next) => requestAnimationFrame(next));
      }
      await new Promise((next) => setTimeout(next));
      observer.disconnect();
      return writes;
    });
  });
}
