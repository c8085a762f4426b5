// Typing as people type: with an input method, by paste, letter by letter; every letter arrives and none is typed twice.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, settled } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('zh-CN');

/**
 * Types as a pinyin input method does: letters under composition, then the words that replace them.
 * @param {import('./support.mjs').Page} page @param {string[]} letters @param {string} words
 */
async function compose(page, letters, words) {
  const devtools = await page.context().newCDPSession(page);
  let shown = '';
  for (const letter of letters) {
    shown += letter;
    await devtools.send('Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length });
  }
  await devtools.send('Input.insertText', { text: words });
  await devtools.detach();
}

describe('typing', inPairs, () => {
  it('a name by an input method, in three compositions, is kept letter by letter', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/me' });
    const learner = new Learner(page, 'zh-CN');
    const field = page.getByLabel(say('certificate.nameLabel'), { exact: true });
    await field.click();
    await compose(page, [...'ou', "'", ...'yang'], '欧阳');
    await compose(page, [...'ji'], '𠮷');
    await page.keyboard.type('·');
    await compose(page, [...'xiao', "'", ...'ming'], '小明');
    await settled(page);
    assert.equal(await field.inputValue(), '欧阳𠮷·小明');
    await learner.press('me.saveName');
    await learner.hears('saved.done');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.getByLabel(say('certificate.nameLabel'), { exact: true }).inputValue(), '欧阳𠮷·小明');
  });

  it('letters under composition are not judged before they are words', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/me' });
    const learner = new Learner(page, 'zh-CN');
    await page.getByLabel(say('certificate.nameLabel'), { exact: true }).click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
    await settled(page);
    assert.equal(await learner.button(say('me.saveName')).getAttribute('aria-disabled'), 'true', 'nothing is typed yet');
    await devtools.send('Input.insertText', { text: '王' });
    await page.waitForFunction((name) => [...document.querySelectorAll('button')].some((button) => button.textContent === name && !button.hasAttribute('aria-disabled')), say('me.saveName'));
    assert.equal(await page.getByLabel(say('certificate.nameLabel'), { exact: true }).inputValue(), '王');
  });

  it('the rewriting field takes composed words, pasted words and a line break', async (t) => {
    const { page, context } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L4.1' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.origin });
    const learner = new Learner(page, 'zh-CN');
    const { steps } = lessonIn('L4.1', 'zh-CN');
    for (const step of steps.slice(0, 4)) {
      await learner.sees(step.words.title);
      await learner.answersStep(step);
      if (step.kind !== 'reading') await learner.press('lesson.nextStep');
    }
    const field = page.getByLabel(say('rewrite.field'), { exact: true });
    await field.click();
    await compose(page, [...'huiyi'], '会议');
    await page.evaluate(() => navigator.clipboard.writeText('开得怎么样'));
    await page.keyboard.press('Control+V');
    await page.keyboard.type('？');
    await page.waitForFunction((text) => document.querySelector('textarea')?.value === text, '会议开得怎么样？');
    await learner.press('rewrite.check');
    await learner.hears('rewrite.isOpen');
    assert.equal(await field.inputValue(), '会议开得怎么样？');
    await field.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await learner.press('rewrite.check');
    await page.waitForFunction(() => document.querySelector('textarea[aria-invalid="true"]')); // asks for words
  });

  it('the keyboard alone: tab to a bar, move it, reveal, go on', async (t) => {
    const { page } = await portal.open(t, { hash: '#/lesson/L2.1' });
    const learner = new Learner(page, 'en');
    const { steps } = lessonIn('L2.1', 'en');
    await learner.button(learner.say('step.continue')).focus();
    await page.keyboard.press('Enter');
    await learner.sees(steps[1].words.title);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await page.keyboard.press('Tab');
    const bar = learner.bar(steps[1]);
    assert.ok(await bar.evaluate((element) => element === document.activeElement), 'the first bar has the focus');
    const before = Number(await bar.inputValue());
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction((said) => document.activeElement?.getAttribute('aria-valuetext') === said, `${before + 3}%`);
    assert.equal(await bar.inputValue(), String(before + 3));
    const sum = await page.getByRole('slider').evaluateAll((bars) => bars.reduce((all, each) => all + Number(/** @type {HTMLInputElement} */ (each).value), 0));
    assert.equal(sum, steps[1].total);
    await learner.button(learner.say('guess.reveal')).focus();
    await page.keyboard.press('Space');
    await learner.reads(steps[1].words.insight);
  });

  it('a bar is dragged with the pointer', async (t) => {
    const { page } = await portal.open(t, { hash: '#/lesson/L2.1' });
    const learner = new Learner(page, 'en');
    const { steps } = lessonIn('L2.1', 'en');
    await learner.press('step.continue');
    const bar = learner.bar(steps[1]);
    const box = await bar.boundingBox();
    assert.ok(box);
    const x = (/** @type {number} */ share) => box.x + 14 + share * (box.width - 28); // the thumb is 28 px wide
    const value = Number(await bar.inputValue());
    await page.mouse.move(x(value / 100), box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x(0.4), box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    const dragged = Number(await bar.inputValue());
    assert.ok(Math.abs(dragged - 40) <= 1, `dragged to 40, landed at ${dragged}`);
  });
});
