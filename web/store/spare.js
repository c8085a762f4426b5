// A second copy of the journal. Chromium goes on with a database's log after a crash (LevelDB, "reuse_logs"): when the browser was
// killed in the middle of a write, half a record lies in the log with whole ones behind it, and the start after next takes that for
// damage and throws the whole database away. A storage bucket has a log of its own, and one kill does not hit both. Browsers without
// buckets keep databases in SQLite, which takes a torn write back.

import { answer, complete, openDatabase } from './database.js';

/** @typedef {import('./database.js').Kept} Kept @typedef {import('./database.js').Beside} Beside */

/** Not yet in TypeScript's library. @typedef {{ open(name: string, options: object): Promise<{ indexedDB: IDBFactory }>, delete(name: string): Promise<void> }} Buckets */

const name = 'journal'; // of the bucket
const version = 1;
const strict = /** @type {const} */ ({ durability: 'strict' });

/** journal: as there, by id; about: Beside, and "gone LEARNER" for whoever was deleted. @param {IDBDatabase} database */
function upgrade(database) {
  database.createObjectStore('journal', { keyPath: 'id' });
  database.createObjectStore('about');
}

const gone = (/** @type {string} */ learner) => `gone ${learner}`;
/** Differs between any two that were sealed. @param {Kept | undefined} record */
const seal = (record) => String(record?.sealed?.subarray(0, 12));

const slice = 500; // records that are read at a time
const patience = 10_000; // milliseconds: a copy that does not answer holds up nobody for longer

/** Whatever goes wrong here, the journal itself stays as it is: there is then only the one. */
export async function openSpare() {
  const { storageBuckets } = /** @type {{ storageBuckets?: Buckets }} */ (/** @type {unknown} */ (navigator));
  let buckets = storageBuckets;
  /** Held for as long as the page lives: once it is collected, Chromium never ends a transaction in it. @type {{ indexedDB: IDBFactory } | null} */
  let bucket = null;
  /** @type {IDBDatabase | null} */
  let database = null;
  /** What is in the journal and not here. @type {Kept[]} */
  let lacking = [];

  const open = async () => {
    bucket ??= await /** @type {Buckets} */ (buckets).open(name, strict);
    const base = await openDatabase(bucket.indexedDB, version, upgrade);
    const lost = () => { database = null; };
    base.onversionchange = () => { base.close(); lost(); };
    base.onclose = lost;
    return base;
  };
  /** Does it with the database, which is opened again when it was lost. @template T @param {(database: IDBDatabase, answered: () => void) => Promise<T>} what */
  const inTime = async (what) => {
    let timer = 0;
    let late = () => {};
    const wait = new Promise((_, failed) => {
      late = () => {
        buckets = undefined;
        failed(new Error('It does not answer.'));
      };
    });
    const answered = () => {
      clearTimeout(timer);
      timer = window.setTimeout(late, patience);
    };
    answered();
    try {
      return /** @type {T} */ (await Promise.race([(async () => what(database ??= await open(), answered))(), wait]));
    } finally {
      clearTimeout(timer);
    }
  };
  /** @template T @param {(database: IDBDatabase, answered: () => void) => Promise<T>} what @param {T} otherwise */
  const attempt = async (what, otherwise) => {
    if (!buckets) return otherwise;
    try {
      return await inTime(what);
    } catch (error) {
      console.warn('There is no second copy of the journal:', error);
      return otherwise;
    }
  };

  const nothing = { records: /** @type {Kept[]} */ ([]), beside: /** @type {Beside} */ (new Map()) };
  /** As `compare`, record by record. @param {IDBDatabase} base @param {() => void} answered @param {Kept[]} journal @param {Beside} beside */
  const compareAll = async (base, answered, journal, beside) => {
    const about = base.transaction('about').objectStore('about');
    const [keys, values] = await Promise.all([answer(about.getAllKeys()), answer(about.getAll())]);
    const stays = (/** @type {Kept} */ { learner }) => !keys.includes(gone(learner));
    const there = new Map(journal.map((record) => [record.id, record]));
    /** What the journal has, and this copy has not or otherwise. */
    const differing = new Map(there);
    /** @type {Kept[]} */
    const records = [];
    for (let after = '', more = true; more;) {
      /** @type {Kept[]} */
      const copy = await answer(base.transaction('journal').objectStore('journal').getAll(IDBKeyRange.lowerBound(after, true), slice));
      answered();
      for (const record of copy) {
        const same = there.get(record.id);
        if (same && seal(same) === seal(record)) differing.delete(record.id);
        if (!same && stays(record)) records.push(record);
      }
      more = copy.length === slice;
      after = copy.at(-1)?.id ?? after;
    }
    records.sort((one, other) => one.seq - other.seq);
    const sealed = new Set(records.filter((record) => record.sealed).map(({ learner }) => `vault ${learner}`));
    const opening = /** @type {Beside} */ (new Map());
    for (const [i, key] of keys.map(String).entries()) {
      if (sealed.has(key) || ((key === 'recovery' || key === 'signing') && records.length > 0)) opening.set(key, values[i]);
    }
    // A crash may have left records here as they were before a PIN was set, or taken away.
    void spare.keep([...differing.values()].filter(stays));
    if (beside.size > 0) void spare.follow([], new Map([...opening, ...beside]));
    return { records, beside: opening };
  };

  const spare = {
    /** Keeps these too, and what could not be kept before. @param {Kept[]} records */
    async keep(records) {
      if (buckets) lacking.push(...records);
      await attempt(async (base) => {
        const written = [...lacking];
        const transaction = base.transaction('journal', 'readwrite', strict);
        for (const record of written) transaction.objectStore('journal').put(record);
        await complete(transaction);
        lacking = lacking.slice(written.length);
      }, undefined);
    },

    /**
     * What only this copy holds, in order, with what opens it; of what only the journal holds this copy is made in passing.
     * @param {Kept[]} journal @param {Beside} beside
     */
    compare: (journal, beside) => attempt(async (base, answered) => {
      const count = await answer(base.transaction('journal', 'readonly').objectStore('journal').count());
      if (count !== journal.length) return compareAll(base, answered, journal, beside); // after a kill
      if (beside.size > 0) void attempt((again, answers) => compareAll(again, answers, journal, beside), nothing);
      return nothing;
    }, nothing),

    /** What was written anew in the journal, and all that stands beside it now. @param {Kept[]} records @param {Beside} beside */
    follow: (records, beside) => attempt(async (base) => {
      const ids = new Set(records.map(({ id }) => id));
      lacking = lacking.filter(({ id }) => !ids.has(id));
      const transaction = base.transaction(['journal', 'about'], 'readwrite', strict);
      const about = transaction.objectStore('about');
      for (const record of records) transaction.objectStore('journal').put(record);
      for (const learner of new Set(records.map((record) => record.learner))) about.delete(gone(learner));
      about.delete(IDBKeyRange.bound('vault ', 'vault!'));
      for (const [key, value] of beside) about.put(value, key);
      await complete(transaction);
    }, undefined),

    /** Before a learner is deleted from the journal: they must not come back from here. Rejects when that cannot be had. @param {string} learner */
    async forget(learner) {
      if (!storageBuckets) return;
      lacking = lacking.filter((each) => each.learner !== learner);
      try {
        await inTime(async (base) => {
          const transaction = base.transaction(['journal', 'about'], 'readwrite', strict);
          const asked = transaction.objectStore('journal').openCursor();
          asked.onsuccess = () => {
            if (asked.result?.value.learner === learner) asked.result.delete();
            asked.result?.continue();
          };
          transaction.objectStore('about').delete(`vault ${learner}`);
          transaction.objectStore('about').put(true, gone(learner));
          await complete(transaction);
        });
      } catch (error) {
        console.warn('The second copy of the journal goes as a whole:', error);
        await storageBuckets.delete(name); // the next start makes it again
      }
    },
  };
  await attempt(async () => {}, undefined); // opens it
  return spare;
}
