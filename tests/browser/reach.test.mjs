// Everything can be reached: by a thumb, at 400 % zoom, with words twice as large, on a phone that lies on its side, while the window changes.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { framesDrawn, inPairs, portalInChromium, settled } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('zh-CN');
const chart = lessonIn('L2.1', 'zh-CN').steps[1];

/** Nothing is wider than the window, and what the learner presses next is not under the bar. @param {import('./support.mjs').Page} page */
async function fits(page) {
  const { over, wide } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    over: [...document.querySelectorAll('#page .node:not(.holder)')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    }).map((node) => node.textContent),
  }));
  assert.ok(wide <= 0, `${wide} px too wide`);
  assert.deepEqual(over, []);
}

/** A thumb moves over the screen. @param {import('./support.mjs').Page} page @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to */
async function swipe(page, from, to) {
  const devtools = await page.context().newCDPSession(page);
  const steps = 12;
  const at = (/** @type {number} */ i) => ({ x: from.x + (to.x - from.x) * i / steps, y: from.y + (to.y - from.y) * i / steps });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let i = 1; i <= steps; i++) await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(i)] });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

describe('everything can be reached', inPairs, () => {
  for (const [how, wanted] of /** @type {const} */ ([
    ['at 400 % zoom of a desktop', { context: { viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 } }],
    ['with words twice as large on a small phone', { context: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 }, text: '200' }],
    ['on a phone that lies on its side', { context: { viewport: { width: 740, height: 360 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true } }],
  ])) {
    it(`${how}: a lesson's first steps, and the way home`, async (t) => {
      const { page } = await portal.open(t, {
        language: 'zh-CN', hash: '#/lesson/L2.1', context: wanted.context,
        prepare: async (fresh) => { if ('text' in wanted) await fresh.addInitScript((percent) => localStorage.setItem('service-academy.text', percent), wanted.text); },
      });
      const learner = new Learner(page, 'zh-CN');
      await learner.sees(lessonIn('L2.1', 'zh-CN').steps[0].words.title);
      await fits(page);
      await learner.press('step.continue');
      await learner.guesses(chart);
      await fits(page);
      await learner.press('lesson.nextStep');
      await page.getByRole('navigation').getByRole('link', { name: say('nav.learn'), exact: true }).click();
      await learner.sees(say('home.welcomeBack'));
      await fits(page);
    });
  }

  it('a thumb scrolls the page, and moves a bar without scrolling', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', hash: '#/lesson/L2.1' });
    const learner = new Learner(page, 'zh-CN');
    await learner.press('step.continue');
    const bar = learner.bar(chart, 2);
    await bar.waitFor();
    await swipe(page, { x: 30, y: 700 }, { x: 30, y: 300 });
    await page.waitForFunction(() => scrollY > 150);
    await page.evaluate(() => scrollTo(0, 0));
    await bar.scrollIntoViewIfNeeded();
    await settled(page);
    const box = await bar.boundingBox();
    assert.ok(box);
    const before = await page.evaluate(() => scrollY);
    const y = box.y + box.height / 2;
    const value = Number(await bar.inputValue());
    const knob = box.x + 14 + (box.width - 28) * value / 100;
    await swipe(page, { x: knob, y }, { x: box.x + box.width * 0.8, y });
    await page.waitForFunction(([was, name]) => [.../** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[type=range]'))]
      .some((range) => range.parentElement?.textContent === name && range.valueAsNumber > Number(was) + 20), [value, chart.words.bars[chart.bars[2].id].label]);
    assert.equal(await page.evaluate(() => scrollY), before);
  });

  it('a long press does nothing, and a wheel scrolls', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', hash: '#/lesson/L2.1' });
    const learner = new Learner(page, 'zh-CN');
    await learner.sees(lessonIn('L2.1', 'zh-CN').steps[0].words.title);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 200, y: 250 }] });
    await page.waitForTimeout(900); // the long press itself
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await learner.sees(lessonIn('L2.1', 'zh-CN').steps[0].words.title);
    await learner.goes('#/');
    await learner.sees(say('home.welcomeBack'));
    await page.mouse.move(200, 400);
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => scrollY > 100);
  });

  it('what has the focus is never under the bar', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', hash: '#/me' });
    await page.getByRole('checkbox').first().waitFor();
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const here = document.activeElement;
        if (!here || here === document.body || here.closest('.fixed')) return '';
        const box = here.getBoundingClientRect();
        const bar = /** @type {Element} */ (document.querySelector('nav a')).getBoundingClientRect();
        return box.bottom > bar.top + 1 && box.top < bar.bottom ? here.textContent || here.getAttribute('aria-label') : '';
      });
      assert.equal(covered, '');
    }
  });

  it('the window changes ten times a second, and then everything stands and rests', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L2.1' });
    for (let i = 0; i < 20; i++) {
      await page.setViewportSize({ width: 320 + (i * 97) % 1100, height: 400 + (i * 61) % 500 });
      await page.waitForTimeout(100); // ten times a second
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await settled(page);
    await fits(page);
    const frames = await framesDrawn(page);
    await page.waitForTimeout(500);
    assert.equal(await framesDrawn(page), frames);
    await new Learner(page, 'zh-CN').press('step.continue');
  });
});
