// A PIN opens what it closed and nothing else does; HR's recovery key opens it too; a wrong PIN costs more time each try.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newDataKey, newRecovery, open, recovered, rounds, seal, unwrapped, usable, withPin, withRecovery } from '../../web/vault/keys.js';
import { tried, waitAfter, waitLeft } from '../../web/vault/waits.js';

const anna = { learner: '0b5d6f0e-3a43-4c7e-9a55-2f7f6f0c1d11', name: '王安娜' };
const line = '{"v":2,"kind":"step-answered","answer":"先道歉，再解决"}';

/** @param {string} pin */
async function accountWith(pin) {
  const raw = newDataKey();
  return { raw, account: await withPin(anna, raw, pin) };
}

describe('a PIN', () => {
  it('gives the same data key back, and a wrong one gives none', async () => {
    const { raw, account } = await accountWith('2468');
    assert.deepEqual(await unwrapped(account, '2468'), raw);
    assert.equal(await unwrapped(account, '2469'), null);
    assert.equal(await unwrapped(account, ''), null);
  });

  it('typed with full-width digits is the same PIN', async () => {
    const { raw, account } = await accountWith('２４６８');
    assert.deepEqual(await unwrapped(account, '2468'), raw);
  });

  it('is nowhere in what is kept, nor is the data key', async () => {
    const { raw, account } = await accountWith('135790864213');
    const kept = Buffer.concat([account.salt, account.wrapped]);
    assert.equal(kept.indexOf(Buffer.from(raw)), -1);
    assert.ok(!JSON.stringify(account).includes('135790864213'));
    assert.ok(account.rounds >= 600_000 && account.salt.length === 16);
  });

  it('that is changed opens what was sealed before, and the old one opens nothing', async () => {
    const { raw, account } = await accountWith('1111');
    const sealed = await seal(await usable(raw), anna.learner, line);
    const changed = await withPin(account, /** @type {Uint8Array} */ (await unwrapped(account, '1111')), '2222');
    assert.equal(await unwrapped(changed, '1111'), null);
    const key = await usable(/** @type {Uint8Array} */ (await unwrapped(changed, '2222')));
    assert.equal(await open(key, anna.learner, sealed), line);
    assert.notDeepEqual(changed.salt, account.salt);
  });

  it('two people with the same PIN share neither salt nor wrapped key', async () => {
    const [one, other] = await Promise.all([accountWith('1234'), accountWith('1234')]);
    assert.notDeepEqual(one.account.salt, other.account.salt);
    assert.notDeepEqual(one.account.wrapped, other.account.wrapped);
  });
});

describe('a sealed line', () => {
  it('opens as it was, does not show its words, and never looks the same twice', async () => {
    const key = await usable(newDataKey());
    const [one, other] = [await seal(key, anna.learner, line), await seal(key, anna.learner, line)];
    assert.equal(await open(key, anna.learner, one), line);
    assert.ok(!Buffer.from(one).includes(Buffer.from('先道歉')));
    assert.notDeepEqual(one, other);
    assert.equal(one.length, 12 + Buffer.byteLength(line) + 16, 'iv, words and the tag that tells whether they are whole');
  });

  it('does not open under another key, for another learner, or with one bit changed', async () => {
    const key = await usable(newDataKey());
    const sealed = await seal(key, anna.learner, line);
    await assert.rejects(open(await usable(newDataKey()), anna.learner, sealed));
    await assert.rejects(open(key, 'somebody-else', sealed));
    for (const place of [0, 12, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[place] ^= 1;
      await assert.rejects(open(key, anna.learner, changed), `byte ${place}`);
    }
    await assert.rejects(open(key, anna.learner, sealed.slice(0, 20)));
  });
});

describe('the recovery key', async () => {
  const { recovery, file } = await newRecovery('a long passphrase');
  const { raw, account } = await accountWith('9876');
  const prepared = await withRecovery(account, raw, recovery);

  it('opens a learner whose PIN is forgotten', async () => {
    assert.deepEqual(await recovered(prepared, file, 'a long passphrase'), raw);
  });

  it('its file alone opens nothing: the private half is sealed', async () => {
    await assert.rejects(recovered(prepared, file, 'another passphrase'), { code: 'wrong-passphrase' });
    assert.ok(JSON.parse(file).rounds >= rounds);
  });

  it('says what is wrong with a file that does not fit', async () => {
    const other = await newRecovery('a long passphrase');
    await assert.rejects(recovered(prepared, other.file, 'a long passphrase'), { code: 'other-key' });
    for (const strange of ['', 'not json', '{}', '[]', 'null', file.slice(0, -30), file.replace('"version": 1', '"version": 2')]) {
      await assert.rejects(recovered(prepared, strange, 'a long passphrase'), { code: 'not-ours' });
    }
    await assert.rejects(recovered(account, file, 'a long passphrase'), { code: 'none' });
  });

  it('wraps for one learner what does not open for another', async () => {
    await assert.rejects(recovered({ ...prepared, learner: 'somebody-else' }, file, 'a long passphrase'));
  });
});

describe('the wait after a wrong PIN', () => {
  it('doubles from one second, is minutes after the fifth, and stays at a quarter of an hour', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 500].map((tries) => waitAfter(tries) / 1000), [0, 1, 2, 4, 8, 16, 60, 120, 240, 480, 900, 900]);
  });

  it('10,000 wrong ones, each as soon as it is allowed, take more than a hundred days', () => {
    let account = { tries: 0, waitUntil: 0 };
    let now = Date.UTC(2026, 10, 22);
    const begun = now;
    for (let i = 0; i < 10_000; i++) {
      now += waitLeft(account, now);
      account = tried(account, now);
      assert.ok(waitLeft(account, now) > 0);
    }
    assert.ok(now - begun > 100 * 24 * 3600 * 1000, `${(now - begun) / 86_400_000} days`);
  });

  it('a clock that was set back makes nobody wait longer than the wait', () => {
    const account = tried({ tries: 5, waitUntil: 0 }, 1_000_000_000);
    assert.equal(waitLeft(account, 0), 60_000);
    assert.equal(waitLeft(account, 1_000_030_000), 30_000);
    assert.equal(waitLeft(account, 2_000_000_000), 0);
  });
});
