// What a quiz says at its end: a pass at exactly the mark, and a miss that names each misconception and completes nothing.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { course, wordsIn } from './course.mjs';
import { takeFinalQuiz } from './journey.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium } from './support.mjs';

const portal = portalInChromium();

/** Every misconception that a wholly wrong answer to this item shows. @param {any} item @returns {string[]} */
function misconceptionsOf(item) {
  const { words } = item;
  if (item.kind === 'ordering') return [words.misconception];
  if (item.kind === 'estimate') return [item.truth - item.least > item.most - item.truth ? words.tooLowMisconception : words.tooHighMisconception];
  const wrong = item.options.filter((/** @type {any} */ option) => !item.key.includes(option.id));
  return (item.kind === 'single-choice' ? wrong.slice(0, 1) : wrong).map((/** @type {any} */ option) => words.options[option.id].misconception);
}

describe('the result', inPairs, () => {
  it('a fifth wrong is exactly 80 %: passed, and the certificate waits', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await takeFinalQuiz(learner, { right: (index) => index > learner.questions / 5 });
    await learner.sees(learner.say('exam.passedTitle'));
    await page.getByText(`80% ${learner.say('exam.scoreCaption', { mark: course.passMark })}`, { exact: true }).waitFor();
    await learner.link(learner.say('home.getCertificate')).waitFor();
  });

  it('one more wrong is below the mark: the misconceptions are named, nothing is completed, and new questions come first', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN' });
    const learner = new Learner(page, 'zh-CN');
    const say = wordsIn('zh-CN');
    const wrong = learner.questions / 5 + 1;
    const items = await takeFinalQuiz(learner, {
      right: (index) => index > wrong,
      watch: async ({ item }) => {
        assert.equal(await learner.text(item.words.rationale).count(), 0, 'nothing is said of an answer before the end');
      },
    });
    await learner.sees(say('exam.failedTitle'));
    for (const item of items.slice(0, wrong)) {
      for (const option of (item.options ?? []).filter((/** @type {any} */ each) => item.key.includes(each.id))) {
        assert.equal(await learner.text(item.words.options[option.id].feedback).count(), 0, 'what is said to a right choice is not said to a wrong one');
      }
    }
    for (const item of items.slice(0, wrong)) {
      await learner.sees(item.words.stem, 3);
      for (const misconception of misconceptionsOf(item)) await learner.hears('answer.misconception', { misconception });
    }
    assert.equal(await page.getByRole('heading', { level: 3 }).count(), wrong, 'only what was wrong is listed');
    assert.equal(await learner.link(say('home.getCertificate')).count(), 0);

    await learner.goes('#/certificate');
    await learner.hears('certificate.notYetTitle');
    assert.equal(await learner.button(say('certificate.save')).count(), 0);

    await learner.goes('#/exam/final');
    await learner.press('exam.again');
    await learner.sees(say('exam.progress', { at: 1, count: learner.questions }));
    const fresh = await learner.itemShown();
    assert.ok(!items.map((item) => item.id).includes(fresh.id), 'a question that was not asked yet comes first');
  });
});
