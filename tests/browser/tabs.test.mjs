// Several tabs of one browser, and what else can happen to the store while the page is open: nothing that was confirmed is lost, what
// is done twice counts once, and it is said what happened.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { store, whole } from './journal.mjs';
import { Learner } from './learner.mjs';
import { portalInChromium, ready, settled } from './support.mjs';

const portal = portalInChromium();
const { steps } = lessonIn('L2.1', 'en');
const say = wordsIn('en');

/** Another tab of the same browser. @param {import('./support.mjs').BrowserContext} context @param {string} hash */
async function anotherTab(context, hash) {
  const page = await context.newPage();
  await page.goto(`${portal.origin}/${hash}`);
  await ready(page);
  return page;
}

/** Until every tab has said that all of its own is saved. @param {Learner} learner */
const saved = (learner) => learner.hears('saved.done');

it('a step answered in one tab shows its answer in the other at once', async (t) => {
  const { page, context } = await portal.open(t, { hash: '#/lesson/L2.1' });
  const one = new Learner(page, 'en');
  await one.press('step.continue');
  await one.sees(steps[1].words.title);
  await saved(one);
  const two = new Learner(await anotherTab(context, '#/lesson/L2.1'), 'en');
  await two.sees(steps[1].words.title);
  await one.guesses(steps[1]);
  await two.reads(steps[1].words.insight);
  await saved(two);
  const answers = whole(await store(page)).filter(({ kind, step }) => kind === 'step-answered' && step === steps[1].id);
  assert.equal(answers.length, 1);
});

it('an exam started in two tabs at one moment is one attempt', async (t) => {
  const { page, context } = await portal.open(t, { hash: '#/lesson/L2.1' });
  const one = new Learner(page, 'en');
  await one.press('step.continue');
  await saved(one);
  await one.goes('#/exam/M2');
  const other = await anotherTab(context, '#/exam/M2');
  const start = (/** @type {import('./support.mjs').Page} */ tab) => tab.getByRole('button', { name: say('exam.start'), exact: true }).evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await Promise.all([start(page), start(other)]);
  for (const tab of [page, other]) await tab.getByRole('button', { name: say('exam.skip'), exact: true }).waitFor();
  for (const tab of [page, other]) await saved(new Learner(tab, 'en'));
  assert.equal(whole(await store(page)).filter(({ kind }) => kind === 'exam-started').length, 1);
  const heading = (/** @type {import('./support.mjs').Page} */ tab) => tab.getByRole('main').getByRole('heading', { level: 2 }).innerText();
  assert.equal(await heading(page), await heading(other), 'the same paper in both');
});

for (const locks of ['locks', 'no locks, as on plain http']) {
  it(`five tabs that write at once lose nothing, and the chain holds: ${locks}`, async (t) => {
    const { page, context } = await portal.open(t, { hash: '#/lesson/L2.1' });
    await new Learner(page, 'en').press('step.continue');
    if (locks !== 'locks') await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }));
    const lessons = ['L2.2', 'L2.3', 'L4.1', 'L5.1', 'L1.1'];
    const tabs = await Promise.all(lessons.map(() => anotherTab(context, '#/')));
    await Promise.all(tabs.map((tab, i) => new Learner(tab, 'en').goes(`#/lesson/${lessons[i]}`)));
    await Promise.all(tabs.map(async (tab, i) => {
      const learner = new Learner(tab, 'en');
      await learner.sees(lessonIn(lessons[i], 'en').steps[0].words.title);
      await saved(learner);
    }));
    const events = whole(await store(page));
    assert.deepEqual(events.filter(({ kind }) => kind === 'lesson-opened').map(({ lesson }) => lesson).sort(), ['L2.1', ...lessons].sort());
    assert.equal(new Set(events.map(({ learner }) => learner)).size, 1);
  });
}

it('whoever is chosen in one tab, the other keeps its own learner and says so', async (t) => {
  const { page, context } = await portal.open(t, { hash: '#/people' });
  const add = async (/** @type {Learner} */ who, /** @type {string} */ name) => {
    await who.writes(who.page.getByLabel(say('me.newName'), { exact: true }), name);
    await who.press('me.add');
    await who.sees(say('home.welcomeBack'));
    await who.goes('#/me');
    await saved(who);
  };
  const one = new Learner(page, 'en');
  await add(one, 'Ann');
  const two = new Learner(await anotherTab(context, '#/people'), 'en');
  await add(two, 'Ben');
  await one.hears('tabs.otherTitle');
  await one.hears('tabs.other', { other: 'Ben', here: 'Ann' });
  await one.goes('#/lesson/L2.1');
  await one.press('step.continue');
  await one.sees(steps[1].words.title);
  await saved(one);
  const events = whole(await store(page));
  const ann = events.find(({ kind, name }) => kind === 'learner-named' && name === 'Ann')?.learner;
  assert.equal(events.find(({ kind }) => kind === 'step-answered')?.learner, ann, 'the answer counts for who sits there');
  await one.press('notice.dismiss');
  await one.text(say('tabs.otherTitle')).waitFor({ state: 'detached' });
});

it('the database is deleted under the page: all that the page knew is written again, and it says so', async (t) => {
  const { page } = await portal.open(t, { hash: '#/lesson/L2.1' });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await learner.guesses(steps[1]);
  await saved(learner);
  const before = whole(await store(page));
  await store(page, 'delete');
  await learner.hears('store.restoredTitle');
  await learner.hears('store.restored');
  assert.deepEqual(whole(await store(page)), before);
  await learner.press('lesson.nextStep');
  await learner.answersStep(steps[2]);
  await saved(learner);
  await page.reload();
  await learner.sees(steps[3].words.title);
});

it('what the browser clears from its memory holds up no answer', async (t) => {
  const { page } = await portal.open(t, { hash: '#/lesson/L2.1' });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await saved(learner);
  for (let i = 0; i < 2; i++) await page.requestGC(); // the second one clears what the first one has let go
  await learner.guesses(steps[1]);
  await saved(learner);
});

it('a record that was damaged is counted aloud, and everything else is there', async (t) => {
  const { page } = await portal.open(t, { hash: '#/lesson/L2.1' });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await learner.guesses(steps[1]);
  await saved(learner);
  const lines = await store(page, 'damage');
  await page.reload();
  await learner.hears('store.unreadable', { count: 1 });
  await learner.sees(steps[2].words.title);
  await learner.answersStep(steps[2]);
  await saved(learner);
  assert.ok((await store(page)).length > lines.length, 'the damaged one is still there, and more');
});

it('a later version has taken the store over: the page says so, and nothing is lost', async (t) => {
  const { page } = await portal.open(t, { hash: '#/lesson/L2.1', noise: /could not be kept/ });
  const learner = new Learner(page, 'en');
  await learner.press('step.continue');
  await saved(learner);
  await page.evaluate(() => new Promise((done, failed) => {
    const asked = indexedDB.open('service-academy', 99);
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => { asked.result.close(); done(undefined); };
  }));
  await learner.guesses(steps[1]);
  await learner.hears('store.outdated');
  const copies = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('waiting')).map(([, text]) => text).join('\n'));
  assert.match(copies, /step-answered/, 'the answer waits for whoever comes next');
});

it('a journal of version 1 is taken over whole, and its old place is empty afterwards', async (t) => {
  const { page } = await portal.open(t); // at home, where nothing has been written yet
  await page.goto(`${portal.origin}/notices.html`);
  const v1 = (/** @type {number} */ i, /** @type {object} */ fact) => ({ v: 1, id: `10000000-0000-4000-8000-00000000000${i}`, learner: 'ann', at: `2026-11-22T02:00:0${i}.000Z`, ...fact });
  const old = [v1(1, { kind: 'learner-joined' }), v1(2, { kind: 'learner-chosen' }), v1(3, { kind: 'learner-named', name: '王小明' }), v1(4, { kind: 'lesson-opened', lesson: 'L2.1' }),
    v1(5, { kind: 'step-answered', lesson: 'L2.1', step: steps[0].id, answer: { kind: 'seen' }, score: 100 })];
  await page.evaluate(() => /** @type {any} */ (navigator).storageBuckets.delete('journal')); // the second copy would bring the first one back
  await page.evaluate((events) => new Promise((done, failed) => {
    indexedDB.deleteDatabase('service-academy');
    const asked = indexedDB.open('service-academy', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('events', 'readwrite');
      for (const event of events) transaction.objectStore('events').add({ id: event.id, line: JSON.stringify(event) });
      transaction.objectStore('events').add({ id: 'half', line: '{"half": ' });
      transaction.oncomplete = () => { asked.result.close(); done(undefined); };
      transaction.onabort = () => failed(transaction.error);
    };
  }), old);
  await page.goto(`${portal.origin}/#/lesson/L2.1`);
  await ready(page);
  const learner = new Learner(page, 'en');
  await learner.sees(steps[1].words.title);
  await learner.hears('store.unreadable', { count: 1 });
  await saved(learner);
  await settled(page);
  const lines = await store(page);
  assert.deepEqual(whole(lines.filter((line) => !line.endsWith('{"half": '))).slice(0, old.length).map(({ v, device, n, prev, ...rest }) => ({ ...rest, v: 1 })), old.map(({ v, ...rest }) => ({ ...rest, v })));
  assert.ok(lines.some((line) => line.endsWith('{"half": ')), 'what cannot be read is kept as it is');
  assert.equal(await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('service-academy');
    asked.onsuccess = () => {
      const count = asked.result.transaction('events').objectStore('events').count();
      count.onsuccess = () => { asked.result.close(); done(count.result); };
    };
  })), 0);
});

it('the browser is asked at the first answer not to clear the store, and Me says what it answered', async (t) => {
  const { page } = await portal.open(t, { hash: '#/me', prepare: (page) => page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    StorageManager.prototype.persist = async () => { Object.assign(globalThis, { askedToPersist: true }); return true; };
  }) });
  const learner = new Learner(page, 'en');
  await learner.hears('keep.unasked');
  assert.ok(!(await page.evaluate(() => /** @type {any} */ (globalThis).askedToPersist)), 'not before there is something to keep');
  await learner.goes('#/lesson/L2.1');
  await learner.press('step.continue');
  await learner.sees(steps[1].words.title);
  await learner.goes('#/me');
  await learner.hears('keep.granted');
});
