// A second copy of the journal. Chromium goes on with a database's log after a crash (LevelDB, "reuse_logs"): when the browser was
// killed in the middle of a write, half a record lies in the log with whole ones behind it, and the start after next takes that for
// damage and throws the whole database away. A storage bucket has a log of its own, and one kill does not hit both. Browsers without
// buckets keep databases in SQLite, which takes a torn write back.

import { answer, complete, openDatabase } from './database.js';

/** @typedef {import('./database.js').Kept} Kept */

/** Not yet in TypeScript's library. @typedef {{ open(name: string, options: object): Promise<{ indexedDB: IDBFactory }> }} Buckets */

const upgrade = (/** @type {IDBDatabase} */ database) => { database.createObjectStore('journal', { keyPath: 'id' }); };

const patience = 10_000; // milliseconds: a copy that does not answer holds up nobody for longer

/** Whatever goes wrong here, the journal itself stays as it is: there is then only the one. */
export async function openSpare() {
  let buckets = /** @type {{ storageBuckets?: Buckets }} */ (/** @type {unknown} */ (navigator)).storageBuckets;
  /** Held for as long as the page lives: once it is collected, Chromium never ends a transaction in it. @type {{ indexedDB: IDBFactory } | null} */
  let bucket = null;
  /** @type {IDBDatabase | null} */
  let database = null;
  /** What is in the journal and not here. @type {Kept[]} */
  let lacking = [];

  const open = async () => {
    bucket ??= await /** @type {Buckets} */ (buckets).open('journal', { durability: 'strict' });
    const base = await openDatabase(bucket.indexedDB, 1, upgrade);
    const lost = () => { database = null; };
    base.onversionchange = () => { base.close(); lost(); };
    base.onclose = lost;
    return base;
  };
  /** Does it with the database, which is opened again when it was lost. @template T @param {(database: IDBDatabase) => Promise<T>} what @param {T} otherwise */
  const attempt = async (what, otherwise) => {
    if (!buckets) return otherwise;
    let timer = 0;
    const late = new Promise((_, failed) => {
      timer = window.setTimeout(() => {
        buckets = undefined;
        failed(new Error('It does not answer.'));
      }, patience);
    });
    try {
      return /** @type {T} */ (await Promise.race([(async () => what(database ??= await open()))(), late]));
    } catch (error) {
      console.warn('There is no second copy of the journal:', error);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  };

  const spare = {
    /** Keeps these too, and what could not be kept before. @param {Kept[]} records */
    async keep(records) {
      if (buckets) lacking.push(...records);
      await attempt(async (base) => {
        const written = [...lacking];
        const transaction = base.transaction('journal', 'readwrite', { durability: 'strict' });
        for (const record of written) transaction.objectStore('journal').put(record);
        await complete(transaction);
        lacking = lacking.slice(written.length);
      }, undefined);
    },

    /** What only this copy holds, in order; of what only the journal holds this copy is made in passing. @param {Kept[]} journal */
    compare: (journal) => attempt(async (base) => {
      const store = base.transaction('journal', 'readonly').objectStore('journal');
      if (await answer(store.count()) === journal.length) return []; // as always, but after a kill
      const copy = /** @type {Kept[]} */ (await answer(base.transaction('journal', 'readonly').objectStore('journal').getAll()));
      const [there, here] = [journal, copy].map((records) => new Set(records.map(({ id }) => id)));
      void spare.keep(journal.filter(({ id }) => !here.has(id)));
      return copy.filter(({ id }) => !there.has(id)).sort((one, other) => one.seq - other.seq);
    }, /** @type {Kept[]} */ ([])),
  };
  await attempt(async () => {}, undefined); // opens it
  return spare;
}
