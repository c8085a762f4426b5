// Several people at one training-room PC: PINs that keep what is theirs shut, the lock after rest, and leaving for good.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axeFindsNothing } from './axe.mjs';
import { lessonIn, wordsIn } from './course.mjs';
import { store } from './journal.mjs';
import { downloaded } from './journey.mjs';
import { KeyboardLearner } from './keyboard.mjs';
import { Learner } from './learner.mjs';
import { everythingKept, triedSoOften, field, adds, setsPin, opensWith, tile, lockedTile, beginsLesson } from './people.mjs';
import { comesTrue, inPairs, portalInChromium } from './support.mjs';

const room = 'training-room.test';
const portal = portalInChromium({ flags: [`--host-resolver-rules=MAP ${room} 127.0.0.1`] });
const say = wordsIn('en');
const { steps } = lessonIn('L2.1', 'en');

describe('PINs', inPairs, () => {
  it('two people: what is theirs opens with their own PIN only, and lies nowhere in the clear', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann Example', 'E-4711');
    await beginsLesson(learner);
    assert.equal((await everythingKept(page)).split('step-answered').length - 1, 2 * 2, 'without a PIN it is in the clear, in the journal and in its copy, so this can be seen at all');
    await setsPin(learner, '24681357');

    await adds(learner, 'Ben Example');
    await beginsLesson(learner);
    await setsPin(learner, '135791113');
    const kept = await everythingKept(page);
    for (const secret of ['step-answered', 'lesson-opened', 'L2.1', 'E-4711', 'learner-named', '24681357', '135791113']) assert.ok(!kept.includes(secret), `${secret} can be read on the disk`);
    assert.ok(kept.includes('Ann Example'), 'the name stands openly: it is on the tile');

    await opensWith(learner, '24681357'); // Ann's, at Ben's tile
    await learner.page.getByText(say('people.wrong'), { exact: false }).waitFor();
    await lockedTile(learner, 'Ann Example').click();
    await learner.writes(field(learner, 'pin.pin'), '24681357');
    await page.keyboard.press('Enter');
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);
    await learner.answersStep(steps[2]);
    await learner.hears('saved.done');
    assert.ok(!(await everythingKept(page)).includes('step-answered'), 'what is added is sealed too');
    await learner.goes('#/records');
    await learner.reads('Ann Example');
    await learner.hears('records.lockedIntro');
    await page.reload();
    await learner.sees(say('records.title'));
    await learner.goes('#/');
    await opensWith(learner, '24681357');
    await learner.goes('#/me');
    await learner.sees(say('nav.me'));
    assert.equal(await field(learner, 'csv.number').inputValue(), 'E-4711');
  });

  it('a wrong PIN costs time, more each try, and a reload takes nothing of it back', async (t) => {
    const { page } = await portal.open(t, { prepare: (page) => page.clock.install({ time: new Date('2026-11-22T10:00:00+08:00') }) });
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await setsPin(learner, '2468');
    const open = learner.button(say('people.open'));
    for (const [index, seconds] of [1, 2, 4, 8, 16].entries()) {
      await opensWith(learner, '1111');
      await triedSoOften(page, index + 1);
      await learner.writes(field(learner, 'pin.pin'), '1111');
      if (seconds >= 8) {
        await page.getByText(/Try again in \d+ s/).waitFor();
        assert.equal(await open.getAttribute('aria-disabled'), 'true');
      }
      await page.clock.fastForward(seconds * 1000 + 500);
      await page.getByText(say('people.again').trim()).waitFor();
    }
    await opensWith(learner, '1111');
    await triedSoOften(page, 6);
    await page.reload();
    await opensWith(learner, '2468');
    await page.getByText(say('people.tooEarly')).waitFor();
    await triedSoOften(page, 6); // that was none
    await page.clock.fastForward(61_000);
    await page.getByText(say('people.again').trim()).waitFor();
    await opensWith(learner, '2468');
    await learner.sees(say('home.welcomeBack'));
    await triedSoOften(page, 0);
  });

  it('is changed, and removed: all is there again without one', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
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
    await page.reload();
    await opensWith(learner, '8642');
    await learner.sees(say('nav.me'));
    await learner.writes(field(learner, 'pin.old'), '8642');
    await learner.press('pin.remove');
    await learner.sees(say('home.welcomeBack'));
    await page.reload();
    await learner.sees(say('home.welcomeBack'));
    assert.ok((await everythingKept(page)).includes('step-answered'));
    assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
  });

  it('the disk fails while it is set: nothing has changed, and it is said', async (t) => {
    const { page } = await portal.open(t, { noise: /A wish about the people here failed/ });
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      const failing = new Set();
      IDBObjectStore.prototype.put = function (/** @type {any} */ value, /** @type {IDBValidKey | undefined} */ key) {
        if (value.sealed && !failing.has(this.transaction)) {
          failing.add(this.transaction);
          queueMicrotask(() => this.transaction.abort());
        }
        return put.call(this, value, key);
      };
    });
    await learner.goes('#/me');
    await learner.writes(field(learner, 'pin.new'), '2468');
    await learner.writes(field(learner, 'pin.again'), '2468');
    await learner.press('pin.set');
    await learner.hears('people.failing');
    await page.reload();
    await learner.sees(say('nav.me'));
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);
  });

  it('forgotten: HR’s recovery file and its passphrase set a new one, and nothing else does', async (t) => {
    const { page } = await portal.open(t, { hash: '#/records' });
    const learner = new Learner(page, 'en');
    await learner.writes(field(learner, 'recovery.passphrase'), 'kept in the safe');
    await learner.writes(field(learner, 'recovery.again'), 'kept in the safe');
    const file = await downloaded(learner, 'recovery.make');
    await learner.hears('recovery.made');
    assert.ok(!file.bytes.includes('kept in the safe'));
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await setsPin(learner, '2468');
    await learner.press('people.forgotten');
    const recovers = async (/** @type {string} */ passphrase, /** @type {string | Buffer} */ content) => {
      await learner.writes(field(learner, 'recovery.passphrase'), passphrase);
      await learner.writes(field(learner, 'pin.new'), '9753');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), learner.press('people.recover')]);
      await chooser.setFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(content) });
    };
    await recovers('kept in the safe', 'something else');
    await learner.hears('people.notOurs');
    await recovers('kept elsewhere', file.bytes);
    await learner.hears('people.wrongPassphrase');
    await recovers('kept in the safe', file.bytes);
    await learner.sees(say('home.welcomeBack'));
    await page.reload();
    await opensWith(learner, '9753');
    await learner.sees(say('home.welcomeBack'));
  });

  it('on plain http none is offered, one sentence says why, and learning and backing up work', async (t) => {
    const { page } = await portal.open(t, { noise: /kept/ });
    const address = new URL(portal.origin);
    address.hostname = room;
    const context = await /** @type {import('../../web/node_modules/playwright-core/index.d.ts').Browser} */ (page.context().browser()).newContext({ locale: 'en' });
    t.after(() => context.close());
    const plain = await context.newPage();
    await plain.goto(`${address.origin}/#/people`);
    assert.equal(await plain.evaluate(() => isSecureContext), false);
    const learner = new Learner(plain, 'en');
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await learner.goes('#/me');
    await learner.hears('pin.unsupported');
    assert.equal(await field(learner, 'pin.new').count(), 0);
    const { bytes } = await downloaded(learner, 'backup.make');
    assert.ok(bytes.includes('step-answered'));
  });
});

describe('leaving', inPairs, () => {
  it('finish and lock: the next person begins by choosing, and the one before is as they were', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await beginsLesson(learner);
    await adds(learner, 'Ben');
    await learner.goes('#/me');
    await learner.press('people.finish');
    await learner.sees(say('people.title'));
    await learner.goes('#/lesson/L2.1');
    await learner.sees(say('people.title'));
    await tile(learner, 'Ann').click();
    await learner.sees(steps[2].words.title);
  });

  it('nobody is there any more: it is said half a minute before, and then everything is shut', async (t) => {
    const { page } = await portal.open(t, { prepare: (page) => page.clock.install({ time: new Date('2026-11-22T10:00:00+08:00') }) });
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann');
    await setsPin(learner, '2468');
    await opensWith(learner, '2468');
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/me');
    await page.getByRole('radio', { name: say('rest.five'), exact: true }).click();
    await comesTrue(page, async () => localStorage.getItem('service-academy.rest') === '5', null); // else the clock may run before anybody watches it
    const dialog = page.getByRole('dialog', { name: say('rest.title') });
    await page.clock.fastForward(4 * 60_000 + 20_000);
    assert.equal(await dialog.count(), 0);
    await page.clock.fastForward(11_000);
    await dialog.waitFor();
    await axeFindsNothing(page, 'the warning before a lock');
    await page.keyboard.press('Shift');
    await dialog.waitFor({ state: 'detached' });
    await page.clock.fastForward(4 * 60_000 + 35_000);
    await dialog.waitFor();
    await page.clock.fastForward(31_000);
    await learner.sees(say('people.title'));
    await field(learner, 'pin.pin').waitFor({ state: 'detached' });
    await lockedTile(learner, 'Ann').waitFor();
  });

  it('for good: after the backup was offered and the name typed, nothing of that learner is left, and all of the others', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ann Example', 'E-4711');
    await beginsLesson(learner);
    await adds(learner, 'Ben Example');
    await beginsLesson(learner);
    await learner.goes('#/people');
    await tile(learner, 'Ann Example').click();
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/me');
    await learner.press('delete.open');
    await learner.hears('delete.what');
    assert.equal(await learner.button(say('delete.do')).getAttribute('aria-disabled'), 'true');
    await learner.writes(field(learner, 'delete.name'), 'Ann Example');
    await learner.press('delete.do');
    await learner.sees(say('people.title'));
    const kept = await everythingKept(page);
    assert.ok(!kept.includes('Ann Example') && !kept.includes('E-4711'));
    await tile(learner, 'Ben Example').click();
    await learner.goes('#/lesson/L2.1');
    await learner.sees(steps[2].words.title);
    assert.equal(await learner.text(say('store.unreadableTitle')).count(), 0);
  });

  it('for good, though locked and the PIN forgotten: after the name was typed nothing is left, and whoever sits there goes on', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await adds(learner, 'Ben Example');
    await adds(learner, 'Ann Example');
    await beginsLesson(learner);
    await setsPin(learner, '2468');
    await tile(learner, 'Ben Example').click();
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/people');
    await lockedTile(learner, 'Ann Example').click();
    await learner.press('people.delete');
    await learner.hears('people.deleteWhat');
    await axeFindsNothing(page, 'deleting what is locked');
    await learner.writes(field(learner, 'delete.name'), 'Ben Example');
    assert.equal(await learner.button(say('delete.do')).getAttribute('aria-disabled'), 'true');
    await learner.writes(field(learner, 'delete.name'), 'Ann Example');
    await learner.press('delete.do');
    await learner.sees(say('home.welcomeBack'));
    assert.ok(!(await everythingKept(page)).includes('Ann Example'));
    await learner.goes('#/people');
    await tile(learner, 'Ben Example').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Ann Example' }).count(), 0);
    await page.reload();
    await tile(learner, 'Ben Example').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Ann Example' }).count(), 0);
  });
});


it('with nothing but a keyboard: adding, a PIN, locking, opening; and axe finds nothing on the way', async (t) => {
  const { page } = await portal.open(t, { language: 'zh-CN' });
  const learner = new KeyboardLearner(page, 'zh-CN');
  await learner.goes('#/people');
  await learner.sees(learner.say('people.title'));
  await axeFindsNothing(page, 'who is learning, on the first day');
  await adds(learner, '王小明', '0042');
  await setsPin(learner, '2468');
  await axeFindsNothing(page, 'the PIN');
  await opensWith(learner, '2468');
  await learner.sees(learner.say('home.welcomeBack'));
  await learner.goes('#/me');
  await learner.sees(learner.say('nav.me'));
  await learner.uses(learner.button(learner.say('delete.open')));
  await axeFindsNothing(page, 'me, with a PIN');
  await learner.goes('#/records');
  await learner.sees(learner.say('records.title'));
  await axeFindsNothing(page, 'records with a recovery key to be made');
  await learner.goes('#/me');
  await learner.uses(learner.button(learner.say('people.finish')));
  await learner.sees(learner.say('people.title'));
  await learner.uses(lockedTile(learner, '王小明'));
  await learner.uses(learner.button(learner.say('people.forgotten')));
  await learner.hears('people.forgottenBody');
  await axeFindsNothing(page, 'a forgotten PIN');
});
