// Learners with a PIN: their lines lie sealed in the store, and open here for as long as the page lives. Loaded when the first PIN is
// set or asked for. What is kept of a PIN, and how, is vault/keys.js; here it is decided what is written together, so that a crash
// leaves every learner as they were or as they are to be, and never in between.

import { answer, complete } from './store/database.js';
import { RecoveryFault, newDataKey, newRecovery, open, recovered, seal, unwrapped, usable, withPin, withRecovery } from './vault/keys.js';
import { tried, waitLeft } from './vault/waits.js';

/** As host::PeopleOutcome. @readonly */
export const outcomes = Object.freeze({ done: 0, wrong: 1, waiting: 2, failing: 3, notOurs: 4, otherKey: 5, wrongPassphrase: 6, noRecovery: 7 });
const outcomeOf = { 'not-ours': outcomes.notOurs, 'other-key': outcomes.otherKey, 'wrong-passphrase': outcomes.wrongPassphrase, none: outcomes.noRecovery };

/**
 * @typedef {import('./vault/keys.js').Account} Account
 * @typedef {import('./store/database.js').Kept} Kept
 * @typedef {{ outcome: number, detail?: string }} Answer detail: seconds to wait, or the text of a file to hand over
 */

const strict = /** @type {const} */ ({ durability: 'strict' });
const accountKey = (/** @type {string} */ learner) => `vault ${learner}`;

/**
 * @param {() => Promise<IDBDatabase>} database
 * @param {(learner: string) => Promise<void>} followed whoever else keeps what is kept of a learner, or of all (''), looks at it anew
 * @param {() => number} now ms
 */
export function makeVault(database, followed, now = Date.now) {
  /** Data keys of those who are open, in the clear only as handles that nothing reads out. @type {Map<string, CryptoKey>} */
  const keys = new Map();

  /** @param {string} key @returns {Promise<any>} */
  const about = async (key) => answer((await database()).transaction('about').objectStore('about').get(key));
  /** @param {string} learner @returns {Promise<Account>} */
  const accountOf = async (learner) => {
    const account = await about(accountKey(learner));
    if (!account) throw new Error('This learner has no PIN.');
    return account;
  };
  /** @param {Account} account */
  const keep = async (account) => {
    const transaction = (await database()).transaction('about', 'readwrite', strict);
    transaction.objectStore('about').put(account, accountKey(account.learner));
    await complete(transaction);
    await followed(account.learner);
  };

  /**
   * Writes every line and the draft of a learner anew, together with the account, all or nothing. What is written meanwhile by somebody
   * else makes it begin again. Resolves to whether there was anything to be written anew.
   * @param {string} learner
   * @param {(each: { line?: string, sealed?: Uint8Array }) => Promise<{ line: string } | { sealed: Uint8Array } | null>} anew null: it is so already
   * @param {Account | null} account null: without a PIN from now on
   */
  const rewrite = async (learner, anew, account) => {
    const base = await database();
    for (;;) {
      const before = base.transaction(['journal', 'drafts']);
      const [all, draft] = await Promise.all([
        answer(/** @type {IDBRequest<Kept[]>} */ (before.objectStore('journal').getAll())),
        answer(/** @type {IDBRequest<{ learner: string, line?: string, sealed?: Uint8Array } | undefined>} */ (before.objectStore('drafts').get(learner))),
      ]);
      const theirs = all.filter((each) => each.learner === learner);
      const records = await Promise.all(theirs.map(async ({ seq, id, ...each }) => [{ seq, id, learner }, await anew(each)]));
      const newDraft = draft && await anew(draft);
      const transaction = base.transaction(['journal', 'drafts', 'about'], 'readwrite', strict);
      const journal = transaction.objectStore('journal');
      const later = journal.count(IDBKeyRange.lowerBound(all.at(-1)?.seq ?? 0, true));
      later.onsuccess = () => {
        if (later.result > 0) return;
        for (const [record, content] of records) {
          if (content) journal.put({ ...record, ...content });
        }
        transaction.objectStore('about').delete('snapshot');
        if (newDraft) transaction.objectStore('drafts').put({ learner, ...newDraft });
        if (account) transaction.objectStore('about').put(account, accountKey(learner));
        else transaction.objectStore('about').delete(accountKey(learner));
      };
      await complete(transaction);
      if (later.result === 0) return records.some(([, content]) => content !== null);
    }
  };

  /** Seals what lies in the clear. @param {string} learner @param {CryptoKey} key */
  const sealing = (learner, key) => async (/** @type {{ line?: string, sealed?: Uint8Array }} */ { line }) =>
    line === undefined ? null : { sealed: await seal(key, learner, line) };

  /** Counts the try, in one transaction with the look at whether one may: two tabs do not give two tries. @param {string} learner */
  const countTry = async (learner) => {
    const transaction = (await database()).transaction('about', 'readwrite', strict);
    const store = transaction.objectStore('about');
    const asked = store.get(accountKey(learner));
    let left = 0;
    asked.onsuccess = () => {
      left = waitLeft(asked.result, now());
      if (left === 0) store.put(tried(asked.result, now()), accountKey(learner));
    };
    await complete(transaction);
    return left;
  };
  /** @param {number} ms @returns {Answer} */
  const wait = (ms) => ({ outcome: outcomes.waiting, detail: String(Math.ceil(ms / 1000)) });

  /** With the recovery key of this browser, if it has one and the account does not know it yet. @param {Account} account @param {Uint8Array} raw */
  const recoverable = async (account, raw) => {
    const recovery = await about('recovery');
    return recovery && account.recovery?.id !== recovery.id ? withRecovery(account, raw, recovery) : account;
  };

  /** Asks for the PIN, with all that follows from a wrong one. @param {string} learner @param {string} pin @returns {Promise<{ account: Account, raw: Uint8Array } | Answer>} */
  const opened = async (learner, pin) => {
    const left = await countTry(learner);
    if (left > 0) return wait(left);
    const account = await accountOf(learner);
    const raw = await unwrapped(account, pin);
    if (raw) return { account: { ...account, tries: 0, waitUntil: 0 }, raw };
    return { outcome: outcomes.wrong, detail: String(Math.ceil(waitLeft(account, now()) / 1000)) };
  };

  return {
    // As the store's Cipher.
    /** @param {string} learner @param {string} line */
    seal(learner, line) {
      const key = keys.get(learner);
      return key ? seal(key, learner, line) : null;
    },
    /** @param {string} learner @param {Uint8Array} sealed */
    open(learner, sealed) {
      const key = keys.get(learner);
      // One that was damaged is counted as unreadable, and hides none of the others.
      return key ? open(key, learner, sealed).catch(() => ' ') : null;
    },

    /** @param {string} learner @param {string} pin @returns {Promise<Answer>} */
    async unlock(learner, pin) {
      const which = await opened(learner, pin);
      if ('outcome' in which) return which;
      const key = await usable(which.raw);
      // A tab that had not heard of the PIN yet may have left something in the clear.
      const account = await recoverable(which.account, which.raw);
      const resealed = await rewrite(learner, sealing(learner, key), account);
      if (resealed || account !== which.account) await followed(learner);
      keys.set(learner, key);
      return { outcome: outcomes.done };
    },

    /** Seals all that is there of a learner without a PIN. @param {string} learner @param {string} name @param {string} pin @returns {Promise<Answer>} */
    async setPin(learner, name, pin) {
      const raw = newDataKey();
      const key = await usable(raw);
      const account = await recoverable(await withPin({ learner, name }, raw, pin), raw);
      await rewrite(learner, sealing(learner, key), account);
      await followed(learner);
      keys.set(learner, key);
      return { outcome: outcomes.done };
    },

    /** @param {string} learner @param {string} pin @param {string} next @returns {Promise<Answer>} */
    async changePin(learner, pin, next) {
      const which = await opened(learner, pin);
      if ('outcome' in which) return which;
      await keep({ ...which.account, ...await withPin({ learner, name: which.account.name }, which.raw, next) });
      return { outcome: outcomes.done };
    },

    /** @param {string} learner @param {string} pin @returns {Promise<Answer>} */
    async removePin(learner, pin) {
      const which = await opened(learner, pin);
      if ('outcome' in which) return which;
      const key = await usable(which.raw);
      await rewrite(learner, async ({ sealed }) => (sealed ? open(key, learner, sealed).then((line) => ({ line }), () => null) : null), null);
      await followed(learner);
      keys.delete(learner);
      return { outcome: outcomes.done };
    },

    /** The name on the tile. @param {string} learner @param {string} name @returns {Promise<Answer>} */
    async rename(learner, name) {
      await keep({ ...await accountOf(learner), name });
      return { outcome: outcomes.done };
    },

    /** All that is there of a learner, from the disk. @param {string} learner @returns {Promise<Answer>} */
    async erase(learner) {
      const transaction = (await database()).transaction(['journal', 'drafts', 'about'], 'readwrite', strict);
      const asked = transaction.objectStore('journal').openCursor();
      asked.onsuccess = () => {
        const cursor = asked.result;
        if (cursor?.value.learner === learner) cursor.delete();
        cursor?.continue();
      };
      transaction.objectStore('drafts').delete(learner);
      transaction.objectStore('about').delete(accountKey(learner));
      transaction.objectStore('about').delete('snapshot'); // they are in it
      await complete(transaction);
      await followed(learner);
      keys.delete(learner);
      return { outcome: outcomes.done };
    },

    /** A new recovery key; its file is in `detail`. Learners who have a PIN are prepared for it when they unlock next. @param {string} passphrase @returns {Promise<Answer>} */
    async makeRecovery(passphrase) {
      const { recovery, file } = await newRecovery(passphrase);
      const transaction = (await database()).transaction('about', 'readwrite', strict);
      transaction.objectStore('about').put(recovery, 'recovery');
      await complete(transaction);
      await followed('');
      return { outcome: outcomes.done, detail: file };
    },

    /** Sets a new PIN by HR's file, and opens. @param {string} learner @param {string} file @param {string} passphrase @param {string} pin @returns {Promise<Answer>} */
    async recover(learner, file, passphrase, pin) {
      try {
        const account = await accountOf(learner);
        const raw = await recovered(account, file, passphrase);
        await keep({ ...account, ...await withPin({ learner, name: account.name }, raw, pin) });
        keys.set(learner, await usable(raw));
        return { outcome: outcomes.done };
      } catch (error) {
        if (error instanceof RecoveryFault) return { outcome: outcomeOf[error.code] };
        throw error;
      }
    },
  };
}
