// A picture of every screen, on a phone and on a desktop, in both languages, for people to look at: build/screenshots/.
// Each must show something, and on the narrowest phone nothing may reach over the edge.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium, root, settled, sizes } from './support.mjs';
import { tour } from './tour.mjs';

const portal = portalInChromium();

/** @param {Learner} learner @param {string} folder @param {keyof typeof sizes} size */
const photographer = (learner, folder, size) => async (/** @type {string} */ name) => {
  const { page } = learner;
  const { width, height } = sizes[size].viewport;
  await page.mouse.move(1, 1);
  await settled(page);
  // The canvas covers the window, so the window becomes as high as the content.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await settled(page);
  const png = await page.screenshot({ animations: 'allow', caret: 'initial' });
  assert.ok(png.length > 8000, `${name} shows next to nothing (${png.length} bytes)`);
  writeFileSync(`${folder}/${name}.png`, png);
  await page.setViewportSize({ width, height });
};

/** The narrowest screen that is still in use: nothing has to be scrolled sideways. @param {Learner} learner @param {string} name */
async function fitsNarrow({ page }, name) {
  await page.setViewportSize({ width: 320, height: 640 });
  await settled(page);
  const { width, over } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    over: [...document.querySelectorAll('#page .node:not(.holder)')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    }).map((node) => node.textContent || node.getAttribute('aria-label')),
  }));
  assert.ok(width <= 320, `${name} is ${width} px wide on a screen of 320`);
  assert.deepEqual(over, [], `over the edge: ${name}`);
}

describe('pictures', inPairs, () => {
  for (const language of languages) {
    for (const size of /** @type {const} */ (['phone', 'desktop'])) {
      it(`every screen on a ${size} in ${language}`, async (t) => {
        const folder = `${root}build/screenshots/${language}/${size}`;
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        const { page } = await portal.open(t, { language, size });
        const learner = new Learner(page, language);
        const photograph = photographer(learner, folder, size);
        const seen = await tour(learner, async (name) => {
          if (size === 'phone') await fitsNarrow(learner, name);
          await photograph(name);
        });
        assert.ok(seen > 20, `${seen} screens`);
      });
    }
  }

  it('some of them in the dark', async (t) => {
    const folder = `${root}build/screenshots/dark`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', context: { colorScheme: 'dark' } });
    const learner = new Learner(page, 'zh-CN');
    const look = photographer(learner, folder, 'phone');
    await look('01-home');
    await learner.follow('home.start');
    await learner.takesLesson('L2.1', async ({ step, moment }) => {
      if (['guess-reasons', 'clerk-today', 'closing'].includes(step.id)) await look(`02-${step.id}-${moment}`);
    });
    await learner.goes('#/me');
    await learner.sees(learner.say('nav.me'));
    await look('03-me');
  });
});
