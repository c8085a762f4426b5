// Every place has an address: opened directly, reloaded, gone back to. What is no place says so and leads home.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { courseWords, lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, ready } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('en');

const places = {
  '#/': say('home.welcome'),
  '#/lesson/L2.1': lessonIn('L2.1', 'en').steps[0].words.title,
  '#/exam/M2': courseWords('en').exams.M2.title,
  '#/entry': say('entry.title'),
  '#/path': say('path.title'),
  '#/records': say('records.title'),
  '#/certificate': say('certificate.title'),
  '#/me': say('nav.me'),
  '#/verify': say('verify.title'),
};

describe('an address opened directly and reloaded', inPairs, () => {
  for (const [hash, heading] of Object.entries(places)) {
    it(hash, async (t) => {
      const { page } = await portal.open(t, { hash });
      const learner = new Learner(page, 'en');
      await learner.sees(heading);
      await page.reload();
      await ready(page);
      await learner.sees(heading);
      assert.equal(await page.evaluate(() => location.hash), hash);
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    });
  }
});

it('a page that is left while it waits for a file is no fault', async (t) => {
  /** @type {() => void} */
  let asked = () => {};
  const settings = new Promise((resolve) => { asked = () => resolve(undefined); });
  const { page } = await portal.open(t, { hash: '#/verify', prepare: (page) => page.route('**/settings.json', () => asked(), { times: 1 }) });
  await settings; // and no answer comes
  await page.reload();
  await ready(page);
  await new Learner(page, 'en').sees(say('verify.title'));
});

it('what is no place says so and leads home', async (t) => {
  const { page } = await portal.open(t, { hash: '#/nowhere/at/all' });
  const learner = new Learner(page, 'en');
  for (const hash of ['#/nowhere/at/all', '#/lesson/L9.9', '#/exam/none', '#/lesson/', '#/records/more', `#/lesson/${'x'.repeat(5000)}`, '#/%F0%9F%98%80']) {
    await learner.goes(hash);
    await learner.sees(say('unknown.title'));
    await learner.follow('unknown.home');
    await learner.sees(say('home.welcome'));
  }
});

it('back and forward lead where they say', async (t) => {
  const { page } = await portal.open(t);
  const learner = new Learner(page, 'en');
  await page.getByRole('link', { name: say('nav.records'), exact: true }).click();
  await learner.sees(say('records.title'));
  await page.getByRole('link', { name: say('nav.me'), exact: true }).click();
  await learner.sees(say('nav.me'));
  await page.goBack();
  await learner.sees(say('records.title'));
  await page.goBack();
  await learner.sees(say('home.welcome'));
  await page.goForward();
  await learner.sees(say('records.title'));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'the new place is where the focus is');
});
