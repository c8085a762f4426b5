// Ten thousand wrong PINs in a row, at the vault itself with a clock that is handed in: each costs its wait, none within a wait is looked
// at or counted, and nothing is erased by it: the right one opens afterwards.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { makeVault, outcomes } from '../../web/vault.js';
import { newDataKey, seal, usable } from '../../web/vault/keys.js';
import { waitAfter } from '../../web/vault/waits.js';

const learner = '0b5d6f0e-3a43-4c7e-9a55-2f7f6f0c1d11';
const right = '2468', wrong = '1357';
const day = 24 * 3600 * 1000;
/** One round where an account has 600,000: this is about how often a PIN is looked at, not how long that takes. */
const rounds = 1;

/** As withPin of vault/keys.js, with fewer rounds. @param {Uint8Array} raw */
async function accountOf(raw) {
  const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const material = await crypto.subtle.importKey('raw', utf8(right), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(`key of ${learner}`) }, key, /** @type {BufferSource} */ (raw)));
  return { learner, name: '王安娜', salt, rounds, wrapped: new Uint8Array([...iv, ...sealed]), tries: 0, waitUntil: 0 };
}

/**
 * As much of a database as the vault asks for; answers come later, as a database's do.
 * @param {Record<string, Map<any, any>>} stores
 */
function memoryDatabase(stores) {
  Object.assign(globalThis, { IDBKeyRange: { lowerBound: (/** @type {number} */ least) => ({ least }) } });
  const answered = (/** @type {unknown} */ result) => {
    const asked = { result, onsuccess: () => {} };
    queueMicrotask(() => asked.onsuccess());
    return asked;
  };
  const objectStore = (/** @type {string} */ name) => ({
    get: (/** @type {any} */ key) => answered(structuredClone(stores[name].get(key))),
    getAll: () => answered(structuredClone([...stores[name].values()])),
    count: ({ least = 0 }) => answered([...stores[name].keys()].filter((key) => key > least).length),
    put: (/** @type {any} */ value, /** @type {any} */ key = value.seq ?? value.learner) => answered(stores[name].set(key, structuredClone(value))),
    delete: (/** @type {any} */ key) => answered(stores[name].delete(key)),
  });
  return /** @type {IDBDatabase} */ (/** @type {unknown} */ ({
    transaction() {
      const transaction = { objectStore, oncomplete: () => {} };
      setImmediate(() => transaction.oncomplete());
      return transaction;
    },
  }));
}

it('10,000 wrong PINs take more than a hundred days, whoever tries in between is not even heard, and the right one opens', async (t) => {
  const raw = newDataKey();
  const sealed = await seal(await usable(raw), learner, 'what was learned');
  const account = await accountOf(raw);
  const stores = {
    about: new Map([[`vault ${learner}`, account]]),
    journal: new Map([[1, { seq: 1, id: 'event', learner, sealed }]]),
    drafts: new Map(),
  };
  const database = memoryDatabase(stores);
  let now = Date.UTC(2026, 10, 22);
  const begun = now;
  const vault = makeVault(async () => database, async () => {}, () => now);
  const looks = t.mock.method(crypto.subtle, 'deriveKey');
  const tries = () => stores.about.get(`vault ${learner}`)?.tries;

  for (let i = 1; i <= 10_000; i++) {
    const { outcome, detail } = await vault.unlock(learner, wrong);
    assert.equal(outcome, outcomes.wrong);
    const wait = waitAfter(i);
    assert.equal(Number(detail), wait / 1000, 'how long is said at once');
    if (i <= 12 || i % 1000 === 0) {
      const [looked, counted] = [looks.mock.callCount(), tries()];
      for (const early of [0, 1, wait / 2, wait - 1]) {
        now += early;
        for (const pin of [wrong, right]) {
          assert.deepEqual(await vault.unlock(learner, pin), { outcome: outcomes.waiting, detail: String(Math.ceil((wait - early) / 1000)) });
        }
        assert.equal((await vault.changePin(learner, right, '0000')).outcome, outcomes.waiting, 'nor by another door');
        assert.equal((await vault.removePin(learner, right)).outcome, outcomes.waiting);
        now -= early;
      }
      assert.deepEqual([looks.mock.callCount(), tries()], [looked, counted], 'not looked at, not counted, and the wait no longer for it');
    }
    now += wait;
  }
  assert.equal(looks.mock.callCount(), 10_000);
  assert.equal(tries(), 10_000);
  assert.ok(now - begun > 100 * day, `${(now - begun) / day} days`);
  assert.deepEqual([...stores.journal.values()], [{ seq: 1, id: 'event', learner, sealed }], 'nothing is erased');

  assert.equal((await vault.unlock(learner, right)).outcome, outcomes.done);
  assert.equal(tries(), 0);
  assert.equal(await vault.open(learner, sealed), 'what was learned');
});
