// A content pack that is missing, cut short or damaged: said in words, mended by trying again, and never at the price of progress.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const portal = portalInChromium();
const say = wordsIn('en');
const { steps } = lessonIn('L2.1', 'en');
const noise = /pack could not be (fetched|read)|Failed to load resource/;

/** @type {Record<string, (route: any) => Promise<void>>} */
const faults = {
  'missing (404)': (route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'There is no such page here.' }),
  'the network is down': (route) => route.abort('internetdisconnected'),
  'cut short': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ status: 200, contentType: 'application/cbor', body: body.subarray(0, Math.floor(body.length / 2)) });
  },
  'damaged': (route) => route.fulfill({ status: 200, contentType: 'application/cbor', body: Buffer.from('<!doctype html><title>Please sign in</title>') }),
  'empty': (route) => route.fulfill({ status: 200, contentType: 'application/cbor', body: '' }),
};

describe("a module's pack", inPairs, () => {
  for (const [how, fault] of Object.entries(faults)) {
    it(`${how}: message, retry, and the lesson opens with its progress`, async (t) => {
      const { page } = await portal.open(t, { hash: '#/lesson/L2.1', noise });
      const learner = new Learner(page, 'en');
      await learner.press('step.continue');
      await learner.sees(steps[1].words.title);
      await learner.hears('saved.done');
      await page.route('**/packs/M2.*', fault);
      await page.reload();
      await learner.hears('pack.failedTitle');
      await learner.hears('pack.failed');
      await Promise.all([page.waitForRequest('**/packs/M2.*'), learner.press('pack.retry')]);
      await learner.hears('pack.failedTitle');
      await page.unroute('**/packs/M2.*');
      await learner.press('pack.retry');
      await learner.sees(steps[1].words.title);
    });
  }
});

describe("the course's pack", inPairs, () => {
  for (const how of ['missing (404)', 'damaged']) {
    it(`${how}: both languages say so, and a retry opens the portal`, async (t) => {
      const { page } = await portal.open(t, { wait: false, noise, prepare: (page) => page.route('**/packs/course.*', faults[how]) });
      const told = page.getByText('The course could not be opened');
      await told.waitFor();
      assert.match(await told.innerText(), /课程没能打开/);
      const retry = page.getByRole('button', { name: /Try again/ });
      await Promise.all([page.waitForRequest('**/packs/course.*'), retry.click()]);
      await told.waitFor();
      await page.unroute('**/packs/course.*');
      await retry.click();
      await page.getByRole('heading', { level: 1, name: say('home.welcome'), exact: true }).waitFor();
    });

    it(`of the other language ${how}: the portal stays in this one and goes on`, async (t) => {
      const { page } = await portal.open(t, { noise });
      const learner = new Learner(page, 'en');
      await page.route('**/packs/course.zh-CN.*', faults[how]);
      const answered = page.waitForEvent('requestfinished', (request) => request.url().includes('/packs/course.zh-CN.'));
      await learner.button('中文').click();
      await answered;
      await learner.opensLesson('L2.1');
      await learner.sees(steps[0].words.title);
      await learner.button('中文').waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');

      await page.unroute('**/packs/course.zh-CN.*');
      await learner.button('中文').click();
      await new Learner(page, 'zh-CN').sees(lessonIn('L2.1', 'zh-CN').steps[0].words.title);
    });
  }
});

describe('the rest of the program', inPairs, () => {
  it('is not asked for by home and the beginning of a lesson, and is here for what comes after the first answer', async (t) => {
    const { page, requests } = await portal.open(t, { hash: '#/lesson/L2.1' });
    const learner = new Learner(page, 'en');
    await learner.sees(steps[0].words.title);
    const asked = () => requests.some((url) => url.includes('/portal-rest.'));
    assert.equal(asked(), false);
    await Promise.all([page.waitForRequest('**/portal-rest.*'), learner.press('step.continue')]);
    assert.equal(asked(), true);
  });

  for (const how of ['missing (404)', 'the network is down']) {
    it(`${how}: message, retry, and the screen opens`, async (t) => {
      const { page } = await portal.open(t, { noise: /rest of the program could not|Failed to load resource/ });
      await page.route('**/portal-rest.*', faults[how]);
      const learner = new Learner(page, 'en');
      await learner.goes('#/me');
      await learner.hears('pack.failedTitle');
      await Promise.all([page.waitForRequest('**/portal-rest.*'), learner.press('pack.retry')]);
      await learner.hears('pack.failedTitle');
      await page.unroute('**/portal-rest.*');
      await learner.press('pack.retry');
      await learner.sees(say('nav.me'));
    });
  }
});
