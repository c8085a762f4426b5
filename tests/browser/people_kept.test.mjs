// What is kept of several people at one PC, and taken along: the second copy of the journal, and backups.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { store } from './journal.mjs';
import { downloaded } from './journey.mjs';
import { Learner } from './learner.mjs';
import { everythingKept, field, adds, setsPin, opensWith, tile, beginsLesson } from './people.mjs';
import { inPairs, portalInChromium } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const room = 'training-room.test';
const portal = portalInChromium({ flags: [`--host-resolver-rules=MAP ${room} 127.0.0.1`] });
const say = wordsIn('en');
const { steps } = lessonIn('L2.1', 'en');

describe('the second copy of the journal', inPairs, () => {
  /** The browser throws the journal away, its pages being closed. @param {Page} page */
  const losesJournal = async (page) => {
    const there = page.url();
    await page.goto(`${portal.origin}/notices.html`);
    await store(page, 'delete');
    await page.goto(there);
    await page.waitForFunction(() => document.querySelector('main h1'));
  };

  it('brings what is sealed back with what opens it', async (t) => {
    const { page } = await portal.open(t, { hash: '#/records' });
    const learner = new Learner(page, 'en');
    await learner.writes(field(learner, 'recovery.passphrase'), 'kept in the safe');
    await learner.writes(field(learner, 'recovery.again'), 'kept in the safe');
    const file = await downloaded(learner, 'recovery.make');
    await adds(learner, 'Ben');
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await setsPin(learner, '2468');
    await opensWith(learner, '2468');
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/me');
    await learner.writes(field(learner, 'pin.old'), '2468');
    await learner.writes(field(learner, 'pin.new'), '8642');
    await learner.writes(field(learner, 'pin.again'), '8642');
    await learner.press('pin.change');
    await learner.hears('pin.changed');
    await losesJournal(page);
    await tile(learner, 'Ben').waitFor();
    await opensWith(learner, '8642');
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);

    await losesJournal(page); // and by HR's key, which was lost with it
    await learner.press('people.forgotten');
    await learner.writes(field(learner, 'recovery.passphrase'), 'kept in the safe');
    await learner.writes(field(learner, 'pin.new'), '9753');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), learner.press('people.recover')]);
    await chooser.setFiles(file.path);
    await learner.sees(steps[2].words.title);
    await page.reload();
    await opensWith(learner, '9753');
    await learner.sees(steps[2].words.title);
    assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
  });

  it('brings nobody back who was deleted, unless they come with a backup', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ben Example');
    await adds(learner, 'Ann Example');
    await beginsLesson(learner);
    await learner.goes('#/me');
    const file = await downloaded(learner, 'backup.make');
    await learner.press('delete.open');
    await learner.writes(field(learner, 'delete.name'), 'Ann Example');
    await learner.press('delete.do');
    await tile(learner, 'Ben Example').waitFor();
    await learner.hears('delete.doneTitle');
    await learner.hears('delete.done');
    await page.waitForFunction((words) => document.querySelector('[aria-live]')?.textContent?.includes(words), say('delete.doneTitle'));
    assert.ok(!(await everythingKept(page)).includes('Ann Example'));
    await page.reload();
    await tile(learner, 'Ben Example').waitFor();
    assert.equal(await learner.text(say('delete.doneTitle')).count(), 0, 'said once');
    await losesJournal(page);
    await learner.goes('#/people');
    await tile(learner, 'Ben Example').waitFor();
    assert.equal(await tile(learner, 'Ann Example').count(), 0);

    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), learner.press('backup.bring')]);
    await chooser.setFiles(file.path);
    await tile(learner, 'Ann Example').waitFor();
    await losesJournal(page);
    await learner.goes('#/people');
    await tile(learner, 'Ann Example').click();
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);
  });

  it('of somebody whose PIN was taken away is in the clear again', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await setsPin(learner, '2468');
    await opensWith(learner, '2468');
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/me');
    await learner.writes(field(learner, 'pin.old'), '2468');
    await learner.press('pin.remove');
    await learner.sees(say('home.welcomeBack'));
    await losesJournal(page);
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);
  });
});

describe('a backup', inPairs, () => {
  it('out of one browser and into another: the same progress; damaged, nothing is taken in', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await learner.goes('#/lesson/L2.1');
    await learner.takesLesson('L2.1');
    await learner.goes('#/me');
    const { name, bytes } = await downloaded(learner, 'backup.make');
    assert.match(name, /^learning-backup-\d{4}-\d\d-\d\d\.jsonl$/);
    for (const line of bytes.toString('utf8').trim().split('\n')) JSON.parse(line);

    const { page: elsewhere } = await portal.open(t);
    const other = new Learner(elsewhere, 'en');
    await adds(other, 'Ben');
    await other.goes('#/me');
    const brings = async (/** @type {Buffer} */ content) => {
      const [chooser] = await Promise.all([elsewhere.waitForEvent('filechooser'), other.press('backup.bring')]);
      await chooser.setFiles({ name, mimeType: 'application/x-ndjson', buffer: content });
    };
    const damaged = Buffer.from(bytes);
    damaged[damaged.length - 20] ^= 1;
    const [heading, ...events] = bytes.toString('utf8').trimEnd().split('\n');
    // Whoever forges a file can add up its checksum.
    const forged = (/** @type {string[]} */ lines) => {
      const body = lines.map((line) => `${line}\n`).join('');
      return Buffer.from(`${JSON.stringify({ ...JSON.parse(heading), count: lines.length, sha256: createHash('sha256').update(body).digest('base64url') })}\n${body}`);
    };
    const another = (/** @type {object} */ more) => events.map((line, i) => (i === 1 ? JSON.stringify({ ...JSON.parse(line), ...more }) : line));
    for (const [content, key] of /** @type {[Buffer, string][]} */ ([
      [damaged, 'backup.changed'],
      [bytes.subarray(0, bytes.length - 30), 'backup.cutShort'],
      [Buffer.from('Name,Score\r\n'), 'backup.notOurs'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'backup.notOurs'],
      [Buffer.alloc(0), 'backup.notOurs'],
      [Buffer.from(`${events.join('\n')}\n`), 'backup.notOurs'],
      [Buffer.from(bytes.toString('utf8').replace('"version":1', '"version":2')), 'backup.laterVersion'],
      [forged(another({ v: 99 })), 'backup.laterVersion'],
      [forged(another({ learner: 'somebody-else' })), 'backup.mixed'],
      [forged(another({ prev: 'nothing that stands before' })), 'backup.brokenChain'],
      [forged([...events, events[0]]), 'backup.brokenChain'],
      [forged(another({ kind: 'learner-painted' })), 'backup.unreadable'],
    ])) {
      await brings(content);
      await other.hears(key);
      assert.ok(!(await everythingKept(elsewhere)).includes('lesson-finished'), key);
    }
    await brings(bytes);
    const count = bytes.toString('utf8').trim().split('\n').length - 1;
    await other.hears('backup.brought', { count, name: 'Ann' });
    await brings(bytes);
    await other.hears('backup.nothingNew');
    await other.goes('#/people');
    await tile(other, 'Ann').click();
    await other.sees(say('home.welcomeBack'));
    await other.goes('#/lesson/L2.1');
    await other.sees(steps[0].words.title); // finished lessons open from their start
    await other.goes('#/records');
    await other.reads('Ann');
    await elsewhere.reload();
    await other.sees(say('records.title'));
    assert.equal(await other.text(say('store.unreadableTitle')).count(), 0);
  });
});
