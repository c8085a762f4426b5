// What a lesson asked comes back some days later: home says so, a few minutes bring it back, each answer is kept, and then it is enough.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axeFindsNothing } from './axe.mjs';
import { lessonIn } from './course.mjs';
import { KeyboardLearner } from './keyboard.mjs';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium, ready } from './support.mjs';

const portal = portalInChromium();
const day = 24 * 60 * 60 * 1000;

/** Goes to bed and comes back. @param {Learner} learner @param {number} days */
async function comesBackAfter(learner, days) {
  const now = await learner.page.evaluate(() => Date.now());
  await learner.page.clock.setFixedTime(now + days * day);
  await learner.goes('#/');
  await learner.page.reload();
  await ready(learner.page);
}

/** The step of the lesson that is asked again on the screen. @param {Learner} learner @param {any[]} steps */
async function stepShown(learner, steps) {
  const main = learner.page.getByRole('main');
  await main.getByRole('heading', { level: 2 }).first().waitFor();
  const names = (await main.getByRole('heading', { level: 2 }).allInnerTexts()).map((name) => name.trim());
  const step = steps.find((each) => names.includes(each.kind === 'check' ? each.words.item.stem : each.words.title));
  assert.ok(step, `no step asks “${names.join('”, “')}”`);
  return step;
}

describe('a review', inPairs, () => {
  for (const language of languages) {
    it(`with the keyboard alone, days after a lesson, with a reload in the middle, in ${language}`, async (t) => {
      const { page } = await portal.open(t, { language });
      const quick = new Learner(page, language);
      const learner = new KeyboardLearner(page, language);
      const { say } = learner;
      const steps = lessonIn('L2.1', language).steps;
      await quick.goes('#/lesson/L2.1');
      await quick.takesLesson('L2.1');
      await quick.goes('#/review');
      await learner.sees(say('review.nothing'));
      await comesBackAfter(learner, 1);
      await learner.sees(say('home.welcomeBack'));
      assert.equal(await learner.link(say('review.start')).count(), 0, 'it is not time yet');

      await comesBackAfter(learner, 1);
      await learner.sees(say('review.due', { count: 3 }), 2);
      await learner.follow('review.start');
      await learner.sees(say('review.due', { count: 3 }));
      await axeFindsNothing(page, 'before a review');
      await learner.press('review.start');
      await learner.sees(say('exam.progress', { at: 1, count: 3 }));
      await learner.answersStep(await stepShown(learner, steps));
      await learner.button(say('exam.next')).waitFor();
      await learner.hears('saved.done');
      await axeFindsNothing(page, 'an answered question of a review');

      await page.reload();
      await ready(page);
      await learner.sees(say('review.due', { count: 2 }));
      await learner.press('review.start');
      for (const at of [1, 2]) {
        await learner.sees(say('exam.progress', { at, count: 2 }));
        await learner.answersStep(await stepShown(learner, steps));
        await learner.press(at === 2 ? 'review.finish' : 'exam.next');
      }
      await learner.sees(say('review.enough'));
      await learner.hears('review.doneAll');
      await page.getByRole('table', { name: say('review.fading') }).waitFor();
      await axeFindsNothing(page, 'after a review');
      await learner.follow('lesson.home');
      await learner.sees(say('home.welcomeBack'));
      assert.equal(await learner.link(say('review.start')).count(), 0, 'nothing is due any more');
    });
  }
});
