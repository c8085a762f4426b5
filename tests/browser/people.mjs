// What people at a training room's PC do, and what the browser keeps of them, for the tests of both.

import { lessonIn } from './course.mjs';
import { comesTrue } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page @typedef {import('./learner.mjs').Learner} Learner */

const { steps } = lessonIn('L2.1', 'en');

/** Everything that the browser keeps for this site, as one text: every record of every store, the second copy's too, and localStorage. @param {Page} page */
export const everythingKept = (page) => page.evaluate(async () => {
  /** @param {unknown} value @returns {string} */
  const text = (value) => {
    if (value instanceof Uint8Array) return new TextDecoder().decode(value);
    if (value !== null && typeof value === 'object') return Object.entries(value).map(([name, each]) => `${name}=${text(each)}`).join(' ');
    return String(value);
  };
  let all = Object.entries(localStorage).join('\n');
  const buckets = /** @type {any} */ (navigator).storageBuckets;
  const copy = (await buckets.open('journal')).indexedDB;
  for (const [factory, name] of [[indexedDB, 'service-academy'], [copy, 'service-academy']]) {
    const database = await new Promise((done, failed) => {
      const asked = factory.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    for (const each of database.objectStoreNames) {
      const records = await new Promise((done, failed) => {
        const asked = database.transaction(each).objectStore(each).getAll();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      all += records.map(text).join('\n');
    }
    database.close();
  }
  return all;
});

/** The only account's wrong tries since the last right one, as the disk has them. @param {Page} page @param {number} count */
export const triedSoOften = (page, count) => comesTrue(page, (wanted) => new Promise((done, failed) => {
  const asked = indexedDB.open('service-academy');
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const all = asked.result.transaction('about').objectStore('about').getAll();
    all.onsuccess = () => {
      asked.result.close();
      done(all.result.some((/** @type {any} */ each) => each?.tries === wanted));
    };
  };
}), count);

/** @param {Learner} learner @param {string} label */
export const field = (learner, label) => learner.page.getByLabel(learner.say(label), { exact: true });

/** Somebody new, from wherever one is. @param {Learner} learner @param {string} name @param {string} [number] */
export async function adds(learner, name, number = '') {
  await learner.goes('#/people');
  await learner.sees(learner.say('people.title'));
  await learner.writes(field(learner, 'me.newName'), name);
  if (number) await learner.writes(field(learner, 'csv.number'), number);
  await learner.press('me.add');
  await learner.sees(learner.say('home.welcomeBack'));
}

/** @param {Learner} learner @param {string} pin */
export async function setsPin(learner, pin) {
  await learner.goes('#/me');
  await learner.writes(field(learner, 'pin.new'), pin);
  await learner.writes(field(learner, 'pin.again'), pin);
  await learner.press('pin.set');
  await learner.sees(learner.say('people.title'));
  await field(learner, 'pin.pin').waitFor();
}

/** @param {Learner} learner @param {string} pin */
export async function opensWith(learner, pin) {
  await learner.writes(field(learner, 'pin.pin'), pin);
  await learner.press('people.open');
}

/** @param {Learner} learner @param {string} name as the list says it */
export const tile = (learner, name) => learner.page.getByRole('button', { name, exact: true });
export const lockedTile = (/** @type {Learner} */ learner, /** @type {string} */ name) => tile(learner, `${name} · ${learner.say('people.locked')}`);

/** The lesson that everybody here has begun. @param {Learner} learner */
export async function beginsLesson(learner) {
  await learner.goes('#/lesson/L2.1');
  await learner.press('step.continue');
  await learner.sees(steps[1].words.title);
  await learner.guesses(steps[1]);
  await learner.hears('saved.done');
}
