// Listening practice: spoken by the device's own voice when asked for, and read where it has none. The voice is a stand-in that
// notes what it is given: the test's Chromium has none.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium } from './support.mjs';

const portal = portalInChromium();

/** @typedef {{ lang: string, name: string, localService: boolean, default: boolean }} Voice */

/** Puts the stand-in in place of the browser's. @param {Voice[]} voices */
const speakingWith = (voices) => (/** @type {import('./support.mjs').Page} */ page) => page.addInitScript((known) => {
  /** @type {any[]} */
  let queue = [];
  /** @type {any[]} */
  const said = [];
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: class { constructor(/** @type {string} */ text) { Object.assign(this, { text }); } },
    // What was begun, and a way to get to the end of what is being said.
    speech: { said, waiting: () => queue.length, end() { queue.shift()?.onend?.(); queue[0]?.onstart?.(); } },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => known,
    addEventListener() {},
    cancel() { queue = []; },
    speak(/** @type {any} */ utterance) {
      if (utterance.text === '') return;
      said.push({ text: utterance.text, voice: utterance.voice.name, rate: utterance.rate, pitch: utterance.pitch });
      queue.push(utterance);
      if (queue.length === 1) utterance.onstart();
    },
  } });
}, voices);

const voices = [
  { lang: 'zh-CN', name: 'from a server', localService: false, default: true },
  { lang: 'zh-HK', name: 'Cantonese', localService: true, default: false },
  { lang: 'zh-TW', name: 'another Chinese', localService: true, default: false },
  { lang: 'zh_CN', name: 'Chinese', localService: true, default: false },
  { lang: 'en-GB', name: 'English', localService: true, default: false },
];

/** Opens L3.3 at the talk to listen to. @param {any} t @param {import('./support.mjs').Language} language @param {Voice[]} known */
async function atTheTalk(t, language, known) {
  const { page, requests } = await portal.open(t, { language, hash: '#/lesson/L3.3', size: 'phone', prepare: speakingWith(known) });
  const learner = new Learner(page, language);
  const scripts = () => requests.filter((url) => /\/voice\.\w+\.js$/i.test(url)).length;
  assert.equal(scripts(), 0, 'what speaks is fetched only when there is something to hear');
  await learner.press('step.continue');
  const step = lessonIn('L3.3', language).steps[1];
  await learner.sees(step.words.title);
  const speech = (/** @type {'said' | 'waiting' | 'end'} */ what) =>
    page.evaluate((name) => { const { [name]: member } = /** @type {any} */ (globalThis).speech; return typeof member === 'function' ? member() : member; }, what);
  return { page, learner, step, speech, scripts };
}

describe('listening', inPairs, () => {
  for (const language of languages) {
    it(`is spoken when asked for, slower on request, and never goes on behind one's back, in ${language}`, async (t) => {
      const { page, learner, step, speech, scripts } = await atTheTalk(t, language, voices);
      const say = learner.say.bind(learner);
      await page.getByRole('button', { name: say('listen.listen'), exact: true, disabled: false }).waitFor();
      assert.equal(scripts(), 1);
      assert.deepEqual(await speech('said'), [], 'nothing is spoken before it is asked for');
      const lines = step.lines.map((/** @type {any} */ line) => step.words.lines[line.id].text);
      assert.equal(await page.getByRole('button', { name: lines[0] }).count(), 0, 'it is heard first');

      await learner.press('listen.listen');
      await page.getByText(say('listen.speaking', { at: 1, count: lines.length }), { exact: true }).waitFor();
      const spoken = lines.filter((/** @type {string} */ line) => !/^[（(].*[）)]$/.test(line));
      const said = await speech('said');
      assert.deepEqual(said.map((/** @type {any} */ each) => each.text), spoken);
      assert.ok(said.every((/** @type {any} */ each) => each.voice === (language === 'en' ? 'English' : 'Chinese') && each.rate === 1));
      assert.notEqual(said[0].pitch, said[1].pitch, 'two speakers can be told apart');
      await speech('end');
      await page.getByText(say('listen.speaking', { at: 2, count: lines.length }), { exact: true }).waitFor();
      await learner.press('listen.stop');
      await page.getByText(say('listen.stopped'), { exact: true }).waitFor();
      assert.equal(await speech('waiting'), 0);

      await page.getByRole('radio', { name: say('listen.slow'), exact: true }).check();
      await learner.press('listen.again');
      await page.getByText(say('listen.speaking', { at: 1, count: lines.length }), { exact: true }).waitFor();
      assert.ok((await speech('said')).slice(spoken.length).every((/** @type {any} */ each) => each.rate < 1));
      await learner.press('lesson.previousStep');
      await page.waitForFunction(() => /** @type {any} */ (globalThis).speech.waiting() === 0);
    });
  }

  it('is read where the device has no voice for the language', async (t) => {
    const { page, learner, step, speech } = await atTheTalk(t, 'zh-CN', voices.filter(({ name }) => name !== 'Chinese' && name !== 'another Chinese'));
    await page.getByText(learner.say('listen.noVoice'), { exact: true }).waitFor();
    await page.getByRole('button', { name: step.words.lines[step.lines[0].id].text }).waitFor();
    assert.equal(await page.getByRole('button', { name: learner.say('listen.listen'), exact: true }).count(), 0);
    assert.deepEqual(await speech('said'), []);
  });
});
