// Before the program is there: a skeleton, true progress, and, where it cannot run, what to do.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from './course.mjs';
import { inPairs, languages, portalInChromium, ready } from './support.mjs';

/** The program's bytes wait here until a test lets them through. @type {{ from: number, to: Promise<void>[] }} */
const gate = { from: 0, to: [] };

const portal = portalInChromium({
  // The program comes in as many parts as there are gates, as over a slow line.
  through: (response) => {
    if (gate.to.length === 0) return;
    const write = response.write.bind(response);
    const end = response.end.bind(response);
    /** @type {Buffer[]} */
    const parts = [];
    response.write = /** @type {any} */ ((/** @type {Buffer} */ part) => (parts.push(Buffer.from(part)), true));
    response.end = /** @type {any} */ (async (/** @type {Buffer | undefined} */ part) => {
      if (part) parts.push(Buffer.from(part));
      const bytes = Buffer.concat(parts);
      const gates = gate.to.length;
      for (let i = 0; i < gates; i++) {
        write(bytes.subarray(Math.floor((bytes.length * i) / gates), Math.floor((bytes.length * (i + 1)) / gates)));
        await gate.to[i];
      }
      end();
    });
  },
});

it('a skeleton and progress that rises with what has come, and the picture after it', async (t) => {
  /** @type {(() => void)[]} */
  const open = [];
  gate.to = [0, 1, 2, 3].map(() => new Promise((resolve) => open.push(() => resolve())));
  t.after(() => { gate.to = []; });
  const { page } = await portal.open(t, { wait: false });
  const bar = page.getByRole('progressbar');
  const value = () => bar.evaluate((element) => /** @type {HTMLProgressElement} */ (element).value);
  await page.getByText('Opening Service Academy').waitFor();
  assert.ok(await page.locator('.loading-card').first().isVisible(), 'the shape of the first screen is there');

  let before = 0;
  for (let part = 0; part < 3; part++) {
    await page.waitForFunction((least) => /** @type {HTMLProgressElement} */ (document.getElementById('loading-progress')).value > least, before);
    const now = await value();
    assert.ok(now > before && now < 1, `${now} after part ${part + 1} of 4`);
    assert.match(await page.locator('#loading-share').innerText(), /^\d{1,2}%$/);
    before = now;
    if (part < 2) open[part]();
  }
  assert.equal(await page.locator('main').count(), 0, 'no screen before the program');
  open[2]();
  open[3]();
  await ready(page);
  await page.getByRole('heading', { level: 1, name: wordsIn('en')('home.welcome'), exact: true }).waitFor();
  assert.equal(await page.locator('#loading').isVisible(), false);
});

describe('where the portal cannot run, the page says what to do in both languages', inPairs, () => {
  /** @type {Record<string, { breakIt: () => void, words: RegExp[] }>} */
  const lacks = {
    'no WebAssembly': { breakIt: () => { Reflect.deleteProperty(globalThis, 'WebAssembly'); }, words: [/不支持 WebAssembly/, /Chrome, Edge, Firefox or Safari/] },
  };
  for (const [what, { breakIt, words }] of Object.entries(lacks)) {
    for (const language of languages) {
      it(`${what}, in ${language}`, async (t) => {
        const { page } = await portal.open(t, { language, wait: false, prepare: (page) => page.addInitScript(breakIt) });
        await page.getByRole('heading', { level: 1, name: /Service Academy cannot open here/ }).waitFor();
        for (const sentence of words) assert.ok(await page.getByText(sentence).first().isVisible(), String(sentence));
        assert.equal(await page.locator('#loading').isVisible(), false);
        assert.ok(await page.getByRole('link', { name: /Reload/ }).isVisible());
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      });
    }
  }

  it('the program cannot be fetched: said, with progress safe, and a reload mends it', async (t) => {
    const { page } = await portal.open(t, { wait: false, noise: /Failed to (load|fetch)/, prepare: (page) => page.route('**/*.wasm', (route) => route.abort('connectionreset')) });
    await page.getByText('Not all of the program could be fetched').waitFor();
    await page.unroute('**/*.wasm');
    await page.getByRole('link', { name: /Reload/ }).click();
    await ready(page);
  });

  it('without JavaScript', async (t) => {
    const { page } = await portal.open(t, { wait: false, context: { javaScriptEnabled: false } });
    assert.match(await page.locator('noscript').innerText(), /需要 JavaScript[^]*needs JavaScript/);
  });
});
