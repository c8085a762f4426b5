// Nothing runs while nothing changes: no frame, no draw call, no callback that waits for one.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Learner } from './learner.mjs';
import { framesDrawn, inPairs, languages, portalInChromium, settled } from './support.mjs';

const portal = portalInChromium();
const restSeconds = 5;

/** Counts what the page asks of the screen, from its first script on. @param {import('./support.mjs').Page} page */
async function counting(page) {
  await page.addInitScript(() => {
    const asked = { animationFrames: 0, draws: 0, intervals: 0 };
    Object.assign(globalThis, { asked });
    const later = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => (asked.animationFrames++, later(callback));
    const repeatedly = globalThis.setInterval;
    globalThis.setInterval = /** @type {any} */ ((/** @type {any[]} */ ...given) => (asked.intervals++, repeatedly(.../** @type {[any]} */ (given))));
    const gl = /** @type {any} */ (WebGL2RenderingContext.prototype);
    for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced', 'drawRangeElements', 'clear']) {
      const draw = gl[name];
      gl[name] = function (/** @type {any[]} */ ...given) { asked.draws++; return draw.apply(this, given); };
    }
  });
}

describe('at rest', inPairs, () => {
  for (const language of languages) {
    it(`home, lesson, feedback and a field with the caret in it: 0 frames and 0 draws in ${restSeconds} s of rest, in ${language}`, async (t) => {
      const { page } = await portal.open(t, { language, prepare: counting });
      const learner = new Learner(page, language);
      const asked = () => page.evaluate(() => ({ .../** @type {any} */ (globalThis).asked }));
      /** @param {string} place */
      const rests = async (place) => {
        const drawing = await asked();
        assert.ok(drawing.draws > 0 && drawing.animationFrames > 0, 'the counters count');
        await settled(page);
        const [frames, before] = [await framesDrawn(page), await asked()];
        await page.waitForTimeout(restSeconds * 1000); // rest itself is what is looked at
        assert.deepEqual([await framesDrawn(page), await asked()], [frames, before], `something ran at rest: ${place}`);
      };
      await rests('home');
      if (language === 'en') {
        await learner.opensLesson('L2.1');
        await learner.press('step.continue');
        await learner.press('guess.reveal');
        await learner.button(learner.say('lesson.nextStep')).waitFor();
        await rests('after the reveal');
      } else {
        await learner.goes('#/me');
        await page.getByLabel(learner.say('certificate.nameLabel'), { exact: true }).fill('王小明');
        await rests('a field with the caret in it');
      }
    });
  }
});
