// The picture: there at every density and size, sharp to the device pixel, and back after the graphics context was lost.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { difference, inkOf, inPairs, portalInChromium, settled } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('en');

/** @param {import('./support.mjs').Page} page */
const canvasOf = (page) => page.evaluate(() => {
  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
  const box = canvas.getBoundingClientRect();
  return { width: canvas.width, height: canvas.height, css: [box.width, box.height], density: devicePixelRatio, page: [document.documentElement.clientWidth, innerHeight] };
});

/** @param {import('./support.mjs').Page} page */
async function isSharpAndFull(page) {
  await settled(page);
  const { width, height, css, density, page: [wide, high] } = await canvasOf(page);
  assert.ok(Math.abs(css[0] - wide) < 1 && Math.abs(css[1] - high) < 1, `the canvas is ${css} on a page of ${wide} × ${high}`);
  assert.ok(Math.abs(width - css[0] * density) <= 1 && Math.abs(height - css[1] * density) <= 1, `${width} × ${height} pixels for ${css} at ${density}`);
  assert.ok(await inkOf(page, await page.screenshot({ scale: 'css' })) > 0.02, 'the canvas is blank');
}

describe('at each density', inPairs, () => {
  for (const density of [1, 1.25, 2, 3]) {
    it(`${density}`, async (t) => {
      const { page } = await portal.open(t, { context: { viewport: { width: 501, height: 733 }, deviceScaleFactor: density } });
      await isSharpAndFull(page);
    });
  }
});

it('resized by the user, over the widths where the layout changes', async (t) => {
  const { page } = await portal.open(t);
  for (const [width, height] of [[1440, 900], [1023, 700], [640, 900], [389, 640], [320, 480], [1920, 1080]]) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction((wide) => innerWidth === wide, width);
    await isSharpAndFull(page);
    await page.getByRole('heading', { level: 1, name: say('home.welcome'), exact: true }).waitFor();
  }
});

it('zoomed while the portal runs', async (t) => {
  const { page, context } = await portal.open(t);
  const devtools = await context.newCDPSession(page);
  for (const density of [2, 1.5, 1]) {
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 720, height: 600, deviceScaleFactor: density, mobile: false });
    await page.waitForFunction((wanted) => devicePixelRatio === wanted, density);
    await isSharpAndFull(page);
  }
});

it('the graphics context is lost and comes back: the same picture, and the portal works on', async (t) => {
  const { page } = await portal.open(t, {
    prepare: (page) => page.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (/** @this {HTMLCanvasElement} @param {any[]} given */ function (...given) {
        const context = /** @type {any} */ (get).apply(this, given);
        if (this.id === 'canvas') Object.assign(globalThis, { context });
        return context;
      });
    }),
  });
  const learner = new Learner(page, 'en');
  await learner.goes('#/lesson/L2.1');
  await learner.press('step.continue');
  await page.mouse.move(5, 5);
  await settled(page);
  const before = await page.screenshot();

  for (let round = 0; round < 2; round++) {
    await page.evaluate(async () => {
      const context = /** @type {WebGL2RenderingContext} */ (/** @type {any} */ (globalThis).context);
      const extension = /** @type {WEBGL_lose_context} */ (context.getExtension('WEBGL_lose_context'));
      const happens = (/** @type {string} */ event) => new Promise((resolve) => context.canvas.addEventListener(event, resolve, { once: true }));
      const lost = happens('webglcontextlost');
      extension.loseContext();
      await lost;
      dispatchEvent(new Event('resize')); // whatever asks for a frame meanwhile finds nothing to draw on
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const restored = happens('webglcontextrestored');
      setTimeout(() => extension.restoreContext());
      await restored;
    });
    await settled(page);
    const share = await difference(page, before, await page.screenshot());
    assert.ok(share < 0.001, `${(share * 100).toFixed(2)} % of the picture changed`);
  }
  await learner.press('guess.reveal');
  await learner.button(say('lesson.nextStep')).waitFor();
  await settled(page);
  assert.ok(await difference(page, before, await page.screenshot()) > 0.01, 'and what is pressed is drawn');
});
