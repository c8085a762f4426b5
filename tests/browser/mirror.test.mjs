// The mirror by itself, in a real browser and with no program behind it: what a reader's place, the focus and an announcement live through.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as esbuild from '../../web/node_modules/esbuild/lib/main.js';
import { staying } from '../../web/mirror/order.js';
import { launch, root } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

/** @param {number} id @param {string} role @param {string} [name] @param {object} [more] */
const node = (id, role, name, more = {}) => ({ id, parent: 0, role, name, x: 0, y: id * 50, width: 100, height: 48, ...more });

describe('order', () => {
  it('as much as possible stays where it is', () => {
    assert.deepEqual([...staying([0, 1, 2, 3])].sort(), [0, 1, 2, 3]);
    assert.deepEqual([...staying([3, 0, 1, 2])].sort(), [1, 2, 3]); // the last one came first: only it moves
    assert.deepEqual([...staying([-1, 0, -1, 1])].sort(), [1, 3]); // new ones never stay
    assert.equal(staying([4, 3, 2, 1, 0]).size, 1);
    assert.equal(staying([]).size, 0);
  });

  it('against every other way, on all orders of seven', () => {
    /** @param {number[]} rest @returns {number[][]} */
    const orders = (rest) => rest.length < 2 ? [rest] : rest.flatMap((one, i) => orders(rest.filter((_, j) => j !== i)).map((others) => [one, ...others]));
    for (const order of orders([0, 1, 2, 3, 4, 5, 6])) {
      const best = order.map(() => 1);
      order.forEach((place, i) => order.slice(0, i).forEach((earlier, j) => { if (earlier < place) best[i] = Math.max(best[i], best[j] + 1); }));
      const stay = [...staying(order)].sort((a, b) => a - b).map((i) => order[i]);
      assert.equal(stay.length, Math.max(...best));
      assert.ok(stay.every((place, i) => i === 0 || stay[i - 1] < place));
    }
  });
});

describe('the mirror', () => {
  /** @type {import('../../web/node_modules/playwright-core/index.d.ts').Browser} */
  let browser;
  let bundle = '';
  before(async () => {
    const built = await esbuild.build({ entryPoints: [`${root}web/mirror/mirror.js`], bundle: true, write: false, format: 'iife', globalName: 'mirrored' });
    bundle = built.outputFiles[0].text;
    browser = await launch();
  });
  after(() => browser?.close());

  /** A page with a mirror; what it tells is collected in `told`. @param {{ after(done: () => Promise<void>): void }} t */
  async function mirrored(t) {
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.setContent('<!doctype html><html lang="en"><body><main id="page"></main></body></html>');
    await page.addScriptTag({ content: bundle });
    await page.evaluate(() => {
      /** @type {unknown[]} */
      const told = [];
      const tell = (/** @type {string} */ what) => (/** @type {unknown[]} */ ...values) => told.push([what, ...values]);
      const { makeMirror } = /** @type {any} */ (globalThis).mirrored;
      const mirror = makeMirror(document.getElementById('page'), { pressed: tell('pressed'), valued: tell('valued'), typed: tell('typed'), scrolled: tell('scrolled') });
      Object.assign(globalThis, { mirror, told });
    });
    return {
      page,
      /** @param {object[]} set @param {Record<string, number[]>} order @param {{ gone?: number[], focus?: number }} [more] */
      says: (set, order, more = {}) => page.evaluate((json) => /** @type {any} */ (globalThis).mirror.apply(json), JSON.stringify({ set, gone: [], order, ...more })),
      told: () => page.evaluate(() => /** @type {any} */ (globalThis).told),
      focused: () => page.evaluate(() => document.activeElement?.textContent),
    };
  }

  it('native elements carry the roles', async (t) => {
    const { page, says } = await mirrored(t);
    await says([
      node(1, 'heading', 'Title', { level: 1 }), node(2, 'button', 'Press'), node(3, 'link', 'Go', { target: '#/' }),
      node(4, 'radioGroup', 'Which?'), node(5, 'radio', 'One', { parent: 4 }), node(6, 'radio', 'Two', { parent: 4, checked: true }),
      node(7, 'checkbox', 'Also'), node(8, 'slider', 'How much', { value: 3, most: 10, step: 1, valueText: '3 of 10' }), node(9, 'textField', 'Name', { hint: 'e.g. Ann', longest: 20 }),
      node(10, 'progress', 'Done', { value: 2, most: 5 }), node(11, 'table', 'Shares'), node(12, 'row', '', { parent: 11 }), node(13, 'rowHeader', 'Price', { parent: 12 }), node(14, 'cell', '9%', { parent: 12 }),
      node(15, 'disclosure', 'More', { expanded: true }), node(16, 'image', 'A calm face'),
    ], { 0: [1, 2, 3, 4, 7, 8, 9, 10, 11, 15, 16], 4: [5, 6], 11: [12], 12: [13, 14] });
    for (const [role, name] of /** @type {const} */ ([['heading', 'Title'], ['button', 'Press'], ['link', 'Go'], ['group', 'Which?'], ['radio', 'Two'], ['checkbox', 'Also'], ['slider', 'How much'],
      ['textbox', 'Name'], ['progressbar', 'Done'], ['table', 'Shares'], ['rowheader', 'Price'], ['cell', '9%'], ['img', 'A calm face']])) {
      assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, `${role} ${name}`);
    }
    assert.ok(await page.getByRole('radio', { name: 'Two' }).isChecked());
    assert.equal(await page.getByRole('button', { name: 'More', expanded: true }).count(), 1);
  });

  it('pointer, keyboard and reader go one way, and nothing fires twice', async (t) => {
    const { page, says, told } = await mirrored(t);
    await says([node(1, 'button', 'A'), node(2, 'checkbox', 'B'), node(3, 'button', 'Not now', { disabled: true }), node(4, 'slider', 'C', { most: 10, step: 1 })], { 0: [1, 2, 3, 4] });
    await page.getByRole('button', { name: 'A' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'A' }).evaluate((element) => /** @type {HTMLElement} */ (element).click()); // as a screen reader does
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Not now' }).click({ force: true });
    await page.getByRole('slider').press('ArrowRight');
    assert.deepEqual(await told(), [['pressed', 1], ['pressed', 1], ['pressed', 1], ['pressed', 2], ['valued', 4, 1]]);
  });

  it('a slider can be meant to stay where it stands: pressing it says so, by pointer, key and reader', async (t) => {
    const { page, says, told } = await mirrored(t);
    await says([node(1, 'slider', 'C', { value: 5, most: 10, step: 1 })], { 0: [1] });
    const slider = page.getByRole('slider');
    await slider.press('Enter');
    await slider.press(' ');
    await slider.evaluate((element) => /** @type {HTMLElement} */ (element).click());
    assert.deepEqual(await told(), [['valued', 1, 5], ['valued', 1, 5], ['valued', 1, 5]]);
  });

  it('the focus survives a new order, and goes to the nearest thing when what had it goes away', async (t) => {
    const { page, says, focused } = await mirrored(t);
    await says([node(1, 'heading', 'Title', { level: 1 }), ...['a', 'b', 'c', 'd'].map((name, i) => node(i + 2, 'button', name))], { 0: [1, 2, 3, 4, 5] });
    await page.getByRole('button', { name: 'c' }).focus();
    await says([], { 0: [1, 4, 5, 2, 3] });
    assert.equal(await focused(), 'c');
    await says([], { 0: [5, 3, 2, 4, 1] });
    assert.equal(await focused(), 'c');
    await says([], { 0: [5, 3, 2, 1] }, { gone: [4] });
    assert.equal(await focused(), 'a'); // stood before it
    await says([], { 0: [1] }, { gone: [5, 3, 2] });
    assert.equal(await focused(), 'Title');
  });

  it('a role never changes in place, and what is inside comes along with the focus', async (t) => {
    const { page, says, focused } = await mirrored(t);
    await says([node(1, 'group', 'Box'), node(2, 'button', 'x', { parent: 1 })], { 0: [1], 1: [2] });
    await page.evaluate(() => Object.assign(globalThis, { was: document.querySelector('button') }));
    await page.getByRole('button').focus();
    await says([node(2, 'link', 'x', { parent: 1, target: '#/' })], {});
    assert.ok(await page.evaluate(() => !/** @type {any} */ (globalThis).was.isConnected));
    assert.equal(await page.getByRole('link').count(), 1);
    assert.equal(await focused(), 'x');
  });

  it('a dialog that is closed under the reader gives the focus back', async (t) => {
    const { page, says, told, focused } = await mirrored(t);
    await says([node(1, 'button', 'open')], { 0: [1] });
    await page.getByRole('button').focus();
    await says([node(2, 'dialog', 'Sure?'), node(3, 'button', 'yes', { parent: 2 })], { 0: [1, 2], 2: [3] });
    assert.equal(await focused(), 'yes');
    await page.keyboard.press('Escape');
    assert.deepEqual((await told()).at(-1), ['pressed', 2]);
    assert.equal(await page.getByRole('dialog').count(), 1, 'the program closes it, nobody else');
    await says([], { 0: [1] }, { gone: [2, 3] });
    assert.equal(await focused(), 'open');
  });

  it('what is announced twice is heard twice, in a dialog too', async (t) => {
    const { page, says } = await mirrored(t);
    const heard = () => page.evaluate(() => [...document.querySelectorAll('[aria-live]')].map((live) => [...live.children].map((piece) => piece.textContent)));
    const announce = (/** @type {string} */ words) => page.evaluate((text) => /** @type {any} */ (globalThis).mirror.announce(text), words);
    await announce('Saved');
    await announce('Saved');
    assert.deepEqual(await heard(), [['Saved', 'Saved']]);
    await says([node(2, 'dialog', 'Sure?'), node(3, 'button', 'yes', { parent: 2 })], { 0: [2], 2: [3] });
    await announce('Wait');
    assert.deepEqual((await heard()).flat().filter((words) => words === 'Wait').length, 1);
    assert.ok(await page.evaluate(() => !!document.querySelector('dialog > [aria-live] > div')));
  });

  it('the same again writes nothing', async (t) => {
    const { page, says } = await mirrored(t);
    const nodes = [node(1, 'button', 'A', { description: 'B' }), node(2, 'slider', 'C', { value: 3, most: 10, step: 1 }), node(3, 'textField', 'D', { text: 'E', longest: 9 }), node(4, 'checkbox', 'F')];
    await says(nodes, { 0: [1, 2, 3, 4] });
    await page.evaluate(() => {
      Object.assign(globalThis, { writes: 0 });
      new MutationObserver((records) => { /** @type {any} */ (globalThis).writes += records.filter((record) => record.oldValue !== /** @type {Element} */ (record.target).getAttribute?.(record.attributeName ?? '')).length; })
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeOldValue: true });
    });
    await says(nodes, { 0: [1, 2, 3, 4] });
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).writes), 0);
  });

  it('five thousand rows, and words with control and bidi characters, break nothing', async (t) => {
    const { page, says, focused } = await mirrored(t);
    const rows = Array.from({ length: 5000 }, (_, i) => i);
    const set = [node(1, 'button', 'sort'), node(2, 'table', 'People'), ...rows.flatMap((i) => [node(10 + 2 * i, 'row', '', { parent: 2 }), node(11 + 2 * i, 'cell', `\u202eabc\u0000\u0007 ${i} محمد`, { parent: 10 + 2 * i })])];
    await says(set, { 0: [1, 2], 2: rows.map((i) => 10 + 2 * i), ...Object.fromEntries(rows.map((i) => [10 + 2 * i, [11 + 2 * i]])) });
    await page.getByRole('button').focus();
    await says([], { 2: rows.map((i) => 10 + 2 * i).reverse() });
    assert.equal(await page.locator('td').count(), 5000);
    assert.equal(await focused(), 'sort');
    assert.ok((await page.locator('td').first().innerText()).includes('4999'));
  });
});
