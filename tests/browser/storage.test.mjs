// Where nothing can be kept, learning goes on and the page says so; what was confirmed is never lost.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('en');
const { steps } = lessonIn('L2.1', 'en');

/** @type {Record<string, () => void>} */
const withoutStorage = {
  'there is no indexedDB': () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  'opening it throws': () => { IDBFactory.prototype.open = () => { throw new DOMException('Denied by policy.', 'SecurityError'); }; },
  'opening it fails': () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (/** @type {string} */ name) { return open.call(this, name, 1e17); };
  },
  'it is blocked by another tab': () => {
    IDBFactory.prototype.open = () => {
      const asked = new EventTarget();
      setTimeout(() => /** @type {any} */ (asked).onblocked());
      return /** @type {any} */ (asked);
    };
  },
  'indexedDB and localStorage both throw': () => {
    for (const name of ['indexedDB', 'localStorage']) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException('Denied by policy.', 'SecurityError'); } });
    }
  },
};

describe('storage is switched off', inPairs, () => {
  for (const [how, breakIt] of Object.entries(withoutStorage)) {
    it(how, async (t) => {
      const { page } = await portal.open(t, { prepare: (page) => page.addInitScript(breakIt), noise: /kept|lasts until|last-moment|second copy/ });
      const learner = new Learner(page, 'en');
      await learner.hears('store.title');
      await learner.hears('store.unavailable');
      await learner.opensLesson('L2.1');
      await learner.press('step.continue');
      await learner.guesses(steps[1]);
      await learner.press('lesson.nextStep');
      await learner.sees(steps[2].words.title);
      await learner.hears('store.unavailable');
      assert.equal(await learner.text(say('saved.done')).count(), 0, 'nothing is called saved');
      await learner.press('lesson.previousStep');
      await learner.reads(steps[1].words.insight);
      await page.getByRole('button', { name: '中文', exact: true }).click();
      await learner.text(wordsIn('zh-CN')('store.unavailable')).waitFor();
    });
  }
});

it('only localStorage is switched off: the portal keeps progress and says nothing', async (t) => {
  const { page } = await portal.open(t, {
    noise: /lasts until|last-moment/,
    prepare: (page) => page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('Denied.', 'SecurityError'); } })),
  });
  const learner = new Learner(page, 'en');
  await learner.opensLesson('L2.1');
  await learner.hears('saved.done');
  assert.equal(await learner.text(say('store.title')).count(), 0);
});

/**
 * Lets every write fail as a browser lets it fail: the transaction aborts.
 * @param {import('./support.mjs').Page} page
 */
const breakableStore = (page) => page.addInitScript(() => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (/** @type {any} */ value, /** @type {IDBValidKey | undefined} */ key) {
    const asked = add.call(this, value, key);
    const name = /** @type {any} */ (globalThis).writesFailWith;
    if (name) {
      Object.defineProperty(this.transaction, 'error', { value: new DOMException('No.', name) });
      this.transaction.abort();
    }
    return asked;
  };
});
/** @param {import('./support.mjs').Page} page @param {string} name of the error; '' when writing works again */
const writesFailWith = (page, name) => page.evaluate((error) => { Object.assign(globalThis, { writesFailWith: error }); }, name);

for (const [name, words] of [['QuotaExceededError', 'store.full'], ['UnknownError', 'store.failing']]) {
  it(`writing fails (${name}): it is said, and what was not kept is kept as soon as it works again, without a further answer`, async (t) => {
    const { page } = await portal.open(t, { hash: '#/lesson/L2.1', noise: /could not be kept/, prepare: breakableStore });
    const learner = new Learner(page, 'en');
    await learner.press('step.continue');
    await learner.sees(steps[1].words.title);
    await learner.hears('saved.done');
    await writesFailWith(page, name);
    await learner.guesses(steps[1]);
    await learner.hears('store.title');
    await learner.hears(words);

    await writesFailWith(page, '');
    await learner.hears('saved.done'); // tried again by itself
    assert.equal(await learner.text(say('store.title')).count(), 0, 'the trouble is over and no longer told');
    await page.reload();
    await learner.sees(steps[2].words.title);
    await learner.press('lesson.previousStep');
    await learner.reads(steps[1].words.insight);
  });
}

it('the disk is full and the page is closed: what was confirmed is there again, and so is what was not', async (t) => {
  const { page } = await portal.open(t, { hash: '#/lesson/L2.1', noise: /could not be kept/, prepare: breakableStore });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await learner.guesses(steps[1]);
  await learner.press('lesson.nextStep');
  await learner.hears('saved.done');
  await writesFailWith(page, 'QuotaExceededError');
  await learner.answersStep(steps[2]);
  await learner.hears('store.full');
  await page.reload(); // with room again: the last-moment copy is taken over
  await learner.sees(steps[3].words.title);
  await learner.hears('saved.done');
  await learner.press('lesson.previousStep');
  await learner.press('lesson.previousStep');
  await learner.reads(steps[1].words.insight);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('waiting')).length), 0, 'no copy is left');
});

/**
 * Until the browser has noticed how much room there is: it looks anew when half a minute has passed.
 * @param {import('./support.mjs').Page} page @param {'full' | 'roomy'} wanted
 */
const untilStorageIs = (page, wanted) => page.evaluate(async (until) => {
  const tried = () => new Promise((done, failed) => {
    const asked = indexedDB.open('scratch');
    asked.onupgradeneeded = () => asked.result.createObjectStore('pieces', { autoIncrement: true });
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('pieces', 'readwrite', { durability: 'strict' });
      transaction.objectStore('pieces').add('x'.repeat(2000));
      transaction.oncomplete = transaction.onabort = () => {
        asked.result.close();
        done(transaction.error?.name === 'QuotaExceededError' ? 'full' : 'roomy');
      };
    };
  });
  while (await tried() !== until) await new Promise((later) => setTimeout(later, 200));
}, wanted);

it('the quota is used up (the browser\'s own): said, nothing is called saved, not even over a reload; and with room again all is saved', async (t) => {
  const { page, context } = await portal.open(t, { hash: '#/lesson/L2.1', noise: /could not be kept|second copy/ });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await learner.sees(steps[1].words.title);
  await learner.hears('saved.done');
  await untilStorageIs(page, 'roomy');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: portal.origin, quotaSize: 1 });
  await untilStorageIs(page, 'full');

  await learner.guesses(steps[1]);
  await learner.hears('store.title');
  await learner.hears('store.full');
  assert.equal(await learner.text(say('saved.done')).count(), 0);
  await page.reload(); // the disk is full still: what was not kept is in the last-moment copy
  await learner.sees(steps[2].words.title);
  await learner.hears('store.full');
  assert.equal(await learner.text(say('saved.done')).count(), 0);
  await learner.answersStep(steps[2]);
  await learner.button(say('lesson.nextStep')).waitFor();
  await learner.hears('store.full');

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: portal.origin });
  await untilStorageIs(page, 'roomy');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))); // looked at again: tried at once
  await learner.hears('saved.done');
  assert.equal(await learner.text(say('store.title')).count(), 0);
  await page.reload();
  await learner.sees(steps[3].words.title);
  await learner.press('lesson.previousStep');
  await learner.press('lesson.previousStep');
  await learner.reads(steps[1].words.insight);
  assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('waiting')).length), 0, 'no copy is left');
});
