// What people who share this browser wish: PINs, backups, locking, deleting. Loaded when the first such wish comes. Knows the store and
// the vault, and no screen.

import { makeRest } from './rest.js';
import { answer, complete, readAll } from './store/database.js';
import { makeVault, outcomes } from './vault.js';

/** Wishes that need not know all that is kept: lock, chooseFile, watchRest, handOver. */
const modest = [8, 10, 12, 13];
/** As host::PeopleOutcome. */
const cancelled = 8;

/** The text of a file that the person chooses; null when they choose none. @param {string} accept @returns {Promise<string | null>} */
function chosenFile(accept) {
  return new Promise((resolve, reject) => {
    const input = Object.assign(document.createElement('input'), { type: 'file', accept });
    input.addEventListener('change', () => input.files?.[0]?.text().then(resolve, reject));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/**
 * @param {Awaited<ReturnType<typeof import('./store.js').openStore>>} store
 * @param {typeof import('./downloads.js').download} download
 * @param {{ resting: (seconds: number) => void, shut: () => void }} tell shut: other tabs begin anew as well
 */
export function makePeople(store, download, tell) {
  /** @param {string} learner */
  const follow = async (learner) => {
    const { journal, beside } = await readAll(await store.connection());
    const theirs = journal.filter((each) => each.learner === learner);
    store.relearn(learner, theirs, beside);
    await (await store.spare()).follow(theirs, beside);
  };
  const vault = makeVault(store.connection, follow);
  const watchRest = makeRest(tell.resting);
  let erased = false; // somebody: the page that is loaded next says so

  /** Every line of a learner, in the clear, as the store has them. @param {string} learner */
  const linesOf = async (learner) => {
    const all = await answer(/** @type {IDBRequest<import('./store/database.js').Kept[]>} */ (
      (await store.connection()).transaction('journal').objectStore('journal').getAll()));
    const lines = all.filter((each) => each.learner === learner).map(({ line, sealed }) => line ?? vault.open(learner, /** @type {Uint8Array} */ (sealed)));
    return (await Promise.all(lines)).filter((line) => line !== null);
  };

  /** Takes lines in that are not there yet, all or none; the store then hears of them as of another tab's. @param {string} learner @param {string} text a line each: id, space, line */
  const bring = async (learner, text) => {
    const offered = text.split('\n').filter((each) => each !== '').map((each) => ({ id: each.slice(0, each.indexOf(' ')), line: each.slice(each.indexOf(' ') + 1) }));
    const base = await store.connection();
    for (;;) {
      const journal = base.transaction('journal').objectStore('journal');
      const [seqs, known] = await Promise.all([answer(journal.getAllKeys()), answer(journal.index('id').getAll())]);
      const last = Number(seqs.at(-1) ?? 0);
      const ids = new Set(known.map(({ id }) => id));
      const fresh = offered.filter(({ id }) => !ids.has(id));
      const records = await Promise.all(fresh.map(async ({ id, line }, i) => {
        const sealed = await vault.seal(learner, line);
        return { seq: last + 1 + i, id, learner, ...(sealed ? { sealed } : { line }) };
      }));
      const transaction = base.transaction('journal', 'readwrite', { durability: 'strict' });
      const later = transaction.objectStore('journal').count(IDBKeyRange.lowerBound(last, true));
      later.onsuccess = () => {
        if (later.result === 0) records.forEach((record) => transaction.objectStore('journal').add(record));
      };
      await complete(transaction);
      if (later.result > 0) continue;
      await store.look();
      await follow(learner);
      return records.length;
    }
  };

  /** By the numbers of host::PeopleWish. @type {((learner: string, first: string, second: string) => Promise<import('./vault.js').Answer | null>)[]} */
  const wishes = [
    async (learner, pin) => {
      const what = await vault.unlock(learner, pin);
      return what.outcome === outcomes.done ? { ...what, detail: (await store.take(learner)).draft } : what;
    },
    async (learner, pin, name) => {
      await store.settled();
      return vault.setPin(learner, name, pin);
    },
    (learner, pin, next) => vault.changePin(learner, pin, next),
    (learner, pin) => vault.removePin(learner, pin),
    async (learner, name) => { await vault.rename(learner, name); return null; },
    async (learner) => {
      await store.settled();
      await (await store.spare()).forget(learner);
      const what = await vault.erase(learner);
      erased = true;
      return what;
    },
    async (_, passphrase) => {
      const { outcome, detail = '' } = await vault.makeRecovery(passphrase);
      download('service-academy-recovery-key.json', 'application/json', detail);
      return { outcome };
    },
    async (learner, passphrase, pin) => {
      const file = await chosenFile('.json,application/json');
      if (file === null) return { outcome: cancelled };
      const what = await vault.recover(learner, file, passphrase, pin);
      return what.outcome === outcomes.done ? { ...what, detail: (await store.take(learner)).draft } : what;
    },
    async (_, next) => {
      await store.settled();
      if (next) tell.shut();
      history.replaceState(erased ? 'deleted' : null, '', '#/');
      location.reload(); // whatever was in memory is gone
      return null;
    },
    async (learner) => ({ outcome: outcomes.done, detail: (await linesOf(learner)).join('\n') }),
    async () => {
      const file = await chosenFile('.jsonl,.json,.txt');
      return file === null ? { outcome: cancelled } : { outcome: outcomes.done, detail: file };
    },
    async (learner, lines) => ({ outcome: outcomes.done, detail: String(await bring(learner, lines)) }),
    async (_, minutes) => { watchRest(Number(minutes)); return null; },
    async (_, record, fileName) => {
      const { handOver } = await import('./people/handover.js');
      const { file, name } = await handOver(record, store.connection);
      download(fileName, 'application/json', file);
      return { outcome: outcomes.done, detail: name };
    },
  ];

  return {
    seal: vault.seal,
    open: vault.open,
    /** @param {number} wish @param {string} learner @param {string} first @param {string} second @returns {Promise<import('./vault.js').Answer | null>} null: there is nothing to answer */
    async fulfil(wish, learner, first, second) {
      try {
        if (!modest.includes(wish)) await store.readWhole();
        return await wishes[wish](learner, first, second);
      } catch (error) {
        console.warn('A wish about the people here failed:', error);
        return { outcome: outcomes.failing };
      }
    },
  };
}
