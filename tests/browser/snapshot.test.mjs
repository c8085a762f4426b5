// A long journal is not read at every start: what it comes to lies beside it, and the whole of it is read once the screen is there. That is
// a cache: whatever does not fit is passed over, nothing is different for it, and a PIN seals it as it seals all else.

import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { store, whole } from './journal.mjs';
import { Learner } from './learner.mjs';
import { opensWith, setsPin, tile } from './people.mjs';
import { inPairs, portalInChromium, ready } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const portal = portalInChromium();
const { steps } = lessonIn('L2.1', 'en');
const say = wordsIn('en');
const events = 2600; // from 2,000 on a start does without reading them
const [device, ann, ben] = [randomUUID(), randomUUID(), randomUUID()];

/** Records as a store holds them after Ann has learned for years, and Ben for a day. Written from the format. */
function records() {
  /** @type {{ seq: number, id: string, learner: string, line: string }[]} */
  const all = [];
  /** @type {Map<string, { n: number, prev: string }>} */
  const heads = new Map();
  const add = (/** @type {string} */ learner, /** @type {object} */ fact) => {
    const id = randomUUID();
    const { n, prev } = heads.get(learner) ?? { n: 1, prev: '' };
    const at = new Date(Date.UTC(2020, 0, 1) + all.length * 60_000).toISOString();
    const json = JSON.stringify({ v: 2, id, learner, at, device, n, prev, ...fact });
    const hash = createHash('sha256').update(json).digest('base64url');
    heads.set(learner, { n: n + 1, prev: hash });
    all.push({ seq: all.length + 1, id, learner, line: `${hash.slice(0, 16)} ${json}` });
  };
  for (const [who, name] of [[ben, 'Ben Example'], [ann, 'Ann Example']]) {
    add(who, { kind: 'learner-joined' });
    add(who, { kind: 'learner-chosen' });
    add(who, { kind: 'learner-named', name });
  }
  add(ann, { kind: 'lesson-opened', lesson: 'L2.1' });
  add(ann, { kind: 'step-answered', lesson: 'L2.1', step: steps[0].id, answer: { kind: 'seen' }, score: 100 });
  while (all.length < events) add(ann, { kind: 'preference-set', name: 'filler', value: String(all.length) });
  return all;
}

/** Counts the records that a page reads, and those before its first screen. @param {Page} page */
const counting = (page) => page.addInitScript(() => {
  const counts = Object.assign(globalThis, { readAtStart: 0, readInAll: 0 });
  const getAll = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (/** @type {any[]} */ ...what) {
    const asked = getAll.apply(this, /** @type {any} */ (what));
    if (this.name === 'journal') {
      asked.addEventListener('success', () => {
        counts.readInAll += asked.result.length;
        if (performance.getEntriesByName('first-screen').length === 0) counts.readAtStart += asked.result.length;
      });
    }
    return asked;
  };
});
/** @param {Page} page @returns {Promise<number>} */
const readAtStart = (page) => page.evaluate(() => /** @type {any} */ (globalThis).readAtStart);
/** @param {Page} page */
const allRead = (page) => page.waitForFunction((least) => /** @type {any} */ (globalThis).readInAll >= least, events);

/** What lies beside the journal. @param {Page} page @returns {Promise<{ program: string, seq: number, text: string } | null>} text: byte by byte */
const snapshot = (page) => page.evaluate(() => new Promise((done) => {
  const asked = indexedDB.open('service-academy');
  asked.onsuccess = () => {
    const found = asked.result.transaction('about').objectStore('about').get('snapshot');
    found.onsuccess = () => {
      asked.result.close();
      const { program, at, bytes } = found.result ?? {};
      done(found.result ? { program, seq: at.seq, text: new TextDecoder('latin1').decode(bytes) } : null);
    };
  };
}));
/** @param {Page} page */
const snapshotKept = async (page) => {
  for (;;) {
    const found = await snapshot(page);
    if (found) return found;
    await page.waitForTimeout(50);
  }
};
/** Spoils it as `how` says. @param {Page} page @param {'bytes' | 'program' | 'at'} how */
const spoil = (page, how) => page.evaluate((wanted) => new Promise((done) => {
  const asked = indexedDB.open('service-academy');
  asked.onsuccess = () => {
    const transaction = asked.result.transaction('about', 'readwrite');
    const about = transaction.objectStore('about');
    about.get('snapshot').onsuccess = ({ target }) => {
      const found = /** @type {IDBRequest} */ (target).result;
      if (wanted === 'bytes') found.bytes[found.bytes.length >> 1] ^= 1;
      if (wanted === 'program') found.program = 'of an older version';
      if (wanted === 'at') found.at.line = found.at.line.replace('filler', 'fuller');
      about.put(found, 'snapshot');
    };
    transaction.oncomplete = () => { asked.result.close(); done(undefined); };
  };
}), how);

/** Ann at the browser that she has learned in for years; its first start is over. @param {import('./support.mjs').Test} t @param {RegExp} [noise] */
async function years(t, noise) {
  const { page, context } = await portal.open(t, { prepare: counting, noise });
  await page.goto(`${portal.origin}/notices.html`);
  await page.evaluate(({ all, of, sitting }) => new Promise((done, failed) => {
    localStorage.setItem('service-academy.sitting', sitting);
    const asked = indexedDB.open('service-academy');
    asked.onsuccess = () => {
      const transaction = asked.result.transaction(['journal', 'about'], 'readwrite');
      for (const record of all) transaction.objectStore('journal').add(record);
      transaction.objectStore('about').put(of, 'device');
      transaction.oncomplete = () => { asked.result.close(); done(undefined); };
      transaction.onabort = () => failed(transaction.error);
    };
  }), { all: records(), of: device, sitting: ann });
  await page.goto(`${portal.origin}/#/lesson/L2.1`);
  const learner = new Learner(page, 'en');
  await learner.sees(steps[1].words.title);
  assert.equal(await readAtStart(page), events);
  assert.equal((await snapshotKept(page)).seq, events);
  return { page, context, learner };
}

/** Loads the page anew. @param {Page} page */
async function again(page) {
  await page.reload();
  await ready(page);
}

it('the next start reads only what came since, goes on where one was, and reads the rest afterwards', inPairs, async (t) => {
  const { page, learner } = await years(t);
  await again(page);
  await learner.sees(steps[1].words.title);
  assert.equal(await readAtStart(page), 0);
  await learner.guesses(steps[1]);
  await learner.hears('saved.done');
  await allRead(page);
  await again(page);
  await learner.sees(steps[2].words.title);
  const late = await readAtStart(page);
  assert.ok(late > 0 && late < 20, `${late} records`);
  await learner.press('lesson.previousStep');
  await learner.reads(steps[1].words.insight);
  await allRead(page);
  await learner.press('lesson.nextStep');
  await learner.answersStep(steps[2]);
  await learner.hears('saved.done');
  const all = whole(await store(page));
  assert.equal(all.filter(({ kind, step }) => kind === 'step-answered' && step === steps[1].id).length, 1);
  assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
});

for (const how of /** @type {const} */ (['bytes', 'program', 'at'])) {
  it(`one that was spoiled (${how}) changes nothing: all is read, and a good one is kept`, inPairs, async (t) => {
    const { page, learner } = await years(t);
    const good = await snapshot(page);
    await spoil(page, how);
    await again(page);
    await learner.sees(steps[1].words.title);
    assert.ok(await readAtStart(page) >= events);
    await allRead(page);
    await page.waitForFunction(() => performance.getEntriesByName('first-screen').length > 0);
    while ((await snapshot(page))?.text !== good?.text || (await snapshot(page))?.program !== good?.program) await page.waitForTimeout(50);
    await again(page);
    await learner.sees(steps[1].words.title);
    assert.equal(await readAtStart(page), 0);
  });
}

it('what has gone bad meanwhile is found and told after the first screen', inPairs, async (t) => {
  const { page, learner } = await years(t);
  await store(page, 'damage');
  await again(page);
  assert.equal(await readAtStart(page), 0);
  await learner.hears('store.unreadableTitle');
  await learner.sees(steps[1].words.title);
});

it('another tab writes while this one still reads: both know all of it, and the chain holds', inPairs, async (t) => {
  const { page, context, learner } = await years(t);
  const other = await context.newPage();
  await counting(other);
  await other.addInitScript(() => { Object.assign(globalThis, { requestIdleCallback: () => 0 }); }); // never idle: only a need makes it read on
  await other.goto(`${portal.origin}/#/lesson/L2.1`);
  const two = new Learner(other, 'en');
  await two.sees(steps[1].words.title);
  assert.equal(await readAtStart(other), 0);
  await learner.guesses(steps[1]);
  await learner.hears('saved.done');
  await two.reads(steps[1].words.insight);
  await two.press('lesson.nextStep');
  await two.answersStep(steps[2]);
  await two.hears('saved.done');
  whole(await store(page));
});

it('the journal is deleted under a page that has not read it: its second copy brings it back', inPairs, async (t) => {
  const { page, learner } = await years(t);
  await again(page);
  const before = await store(page);
  await page.addInitScript(() => { Object.assign(globalThis, { requestIdleCallback: () => 0 }); });
  await again(page);
  await store(page, 'delete');
  await learner.hears('store.restoredTitle');
  await learner.hears('saved.done');
  assert.deepEqual((await store(page)).slice(0, events), before.slice(0, events));
  await learner.press('notice.dismiss');
  await learner.guesses(steps[1]);
  await learner.hears('saved.done');
  whole(await store(page));
});

it('holds nothing of a learner with a PIN, who finds everything again', inPairs, async (t) => {
  const { page, learner } = await years(t);
  assert.ok((await snapshotKept(page)).text.includes('Ann Example'));
  await setsPin(learner, '2468');
  await tile(learner, 'Ben Example').waitFor();
  const { text } = await snapshotKept(page);
  assert.ok(text.includes('Ben Example'));
  assert.ok(!text.includes('Ann Example') && !text.includes(ann));
  await again(page);
  await tile(learner, 'Ben Example').waitFor();
  assert.ok(await readAtStart(page) < 20);
  await opensWith(learner, '2468');
  await learner.goes('#/lesson/L2.1');
  await learner.sees(steps[1].words.title);
  await learner.guesses(steps[1]);
  await learner.hears('saved.done');
  assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
});
