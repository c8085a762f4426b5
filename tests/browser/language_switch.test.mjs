// The language changes at once and changes nothing else: the step, what is half done and half typed all stay.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { course, lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, ready } from './support.mjs';

const portal = portalInChromium();
const zh = wordsIn('zh-CN');
const en = wordsIn('en');

describe('the language is switched', inPairs, () => {
  it('in a lesson: the step, the bars and a half-written sentence stay', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L2.1' });
    const [chinese, english] = [lessonIn('L2.1', 'zh-CN').steps, lessonIn('L2.1', 'en').steps];
    const learner = new Learner(page, 'zh-CN');
    await learner.press('step.continue');
    await learner.sees(chinese[1].words.title);
    await learner.bar(chinese[1], 2).fill('61');
    await page.getByRole('button', { name: 'English', exact: true }).click();

    const reader = new Learner(page, 'en');
    await reader.sees(english[1].words.title);
    assert.equal(await reader.bar(english[1], 2).inputValue(), '61');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    assert.equal(await page.evaluate(() => location.hash), '#/lesson/L2.1');
    await page.reload();
    await ready(page);
    await reader.sees(english[1].words.title);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });

  it('in the rewriting step: what is typed and not checked stays', async (t) => {
    const { page } = await portal.open(t, { hash: '#/lesson/L4.1' });
    const learner = new Learner(page, 'en');
    const { steps } = lessonIn('L4.1', 'en');
    for (const step of steps.slice(0, 4)) {
      await learner.sees(step.words.title);
      await learner.answersStep(step);
      if (step.kind !== 'reading') await learner.press('lesson.nextStep');
    }
    await learner.sees(steps[4].words.title);
    await page.getByLabel(en('rewrite.field'), { exact: true }).fill('How did the meeting');
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: lessonIn('L4.1', 'zh-CN').steps[4].words.title, exact: true }).waitFor();
    assert.equal(await page.getByLabel(zh('rewrite.field'), { exact: true }).inputValue(), 'How did the meeting');
  });

  it('in the quiz: the question and what is marked stay', async (t) => {
    const { page } = await portal.open(t, { hash: '#/exam/M2' });
    const learner = new Learner(page, 'en');
    await learner.press('exam.start');
    await learner.sees(en('exam.progress', { at: 1, count: 10 }));
    const item = await learner.itemShown();
    await learner.marksItem(item);
    await page.getByRole('button', { name: '中文', exact: true }).click();
    const reader = new Learner(page, 'zh-CN');
    await reader.sees(zh('exam.progress', { at: 1, count: 10 }));
    const same = await reader.itemShown();
    assert.equal(same.id, item.id);
    await reader.press('exam.saveNext');
    for (let at = 2; at <= 10; at++) await reader.press('exam.skip');
    await reader.handsIn();
    await page.getByText(`10% ${zh('exam.scoreCaption', { mark: course.passMark })}`, { exact: true }).waitFor();
  });
});
