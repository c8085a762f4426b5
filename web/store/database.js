// The database that the journal is kept in: its stores, how it is opened, and what "written" means.
//
//   journal   { seq, id, learner, line | sealed }   every event, one record each; seq counts all learners' events
//   drafts    { learner, line | sealed }            what a learner has not handed in
//   about     device → UUID of this browser; "vault LEARNER" → a learner's PIN (vault/keys.js); recovery → HR's key;
//             snapshot → what a long journal comes to: a cache. Whoever changes or takes out a record deletes it in the same transaction
//             signing → the key of this browser (trust/keys.js)
//   events    { id, line }                          version 1 of this database; empty once its lines are copied

/**
 * @typedef {object} Kept a record of the journal
 * @property {number} seq 1, 2, 3 …
 * @property {string} id the event's
 * @property {string} learner
 * @property {string} [line] in the clear
 * @property {Uint8Array} [sealed] else
 *
 * @typedef {object} Snapshot what the journal comes to up to a record
 * @property {string} program that made it: another may fold otherwise
 * @property {Kept} at that record, which must still stand there
 * @property {Uint8Array} bytes opaque here
 *
 * @typedef {Map<string, any>} Beside what sealed records are opened with, by its key in `about`: PINs and HR's key
 */

const name = 'service-academy';
const version = 2;

/** A random UUID; crypto.randomUUID is missing on plain http. */
export function uuid() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @param {IDBDatabase} database @param {number} from its version @param {string} device */
function upgrade(database, from, device) {
  if (from < 1) database.createObjectStore('events', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
  if (from >= 2) return;
  database.createObjectStore('journal', { keyPath: 'seq' }).createIndex('id', 'id', { unique: true });
  database.createObjectStore('drafts', { keyPath: 'learner' });
  database.createObjectStore('about').add(device, 'device');
}

/** @param {IDBFactory} factory @param {number} version @param {(database: IDBDatabase, from: number) => void} upgrade @returns {Promise<IDBDatabase>} */
export function openDatabase(factory, version, upgrade) {
  return new Promise((resolve, reject) => {
    const asked = factory.open(name, version); // throws where storage is switched off
    asked.onupgradeneeded = ({ oldVersion }) => upgrade(asked.result, oldVersion);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new DOMException('Another tab holds an older version open.', 'BlockedError'));
  });
}

/**
 * Rejects where storage is switched off, and with a VersionError where a later version of the portal has been.
 * @param {string} device for a database that is not there yet
 */
export const connect = async (device) => openDatabase(indexedDB, version, (database, from) => upgrade(database, from, device));

/** @template T @param {IDBRequest<T>} asked @returns {Promise<T>} */
export function answer(asked) {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Resolves when it is on disk. @param {IDBTransaction} transaction @returns {Promise<void>} */
export function complete(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
}

/** Differs between any two records. @param {Kept} record */
const mark = ({ id, learner, line, sealed }) => [id, learner, line, sealed].join('\n');

/**
 * With a snapshot of that program, `journal` is only what came after it.
 * @param {IDBDatabase} database @param {string} [program] '': all of the journal, and no snapshot
 */
export async function readAll(database, program = '') {
  const transaction = database.transaction(['journal', 'events', 'drafts', 'about'], 'readonly');
  const about = transaction.objectStore('about');
  const [earlier, drafts, keys, values] = await Promise.all([
    answer(/** @type {IDBRequest<{ line: string }[]>} */ (transaction.objectStore('events').getAll())),
    answer(/** @type {IDBRequest<{ learner: string, line?: string, sealed?: Uint8Array }[]>} */ (transaction.objectStore('drafts').getAll())),
    answer(about.getAllKeys()),
    answer(about.getAll()),
  ]);
  const beside = /** @type {Beside} */ (new Map(keys.map((key, i) => [String(key), values[i]])));
  const device = /** @type {string} */ (beside.get('device'));
  const found = /** @type {Snapshot | undefined} */ (beside.get('snapshot'));
  beside.delete('device');
  beside.delete('snapshot');
  const records = transaction.objectStore('journal');
  const wanted = program !== '' && found?.program === program && earlier.length === 0 ? found : undefined;
  const there = /** @type {Kept | undefined} */ (wanted && await answer(records.get(wanted.at.seq)));
  const snapshot = wanted && there && mark(there) === mark(wanted.at) ? wanted : null;
  const journal = await answer(/** @type {IDBRequest<Kept[]>} */ (records.getAll(snapshot && IDBKeyRange.lowerBound(snapshot.at.seq, true))));
  return { journal, earlier: earlier.map(({ line }) => line), drafts, device, beside, snapshot };
}

const pins = () => IDBKeyRange.bound('vault ', 'vault!');

/**
 * Keeps what the journal comes to, unless somebody has written, or set a PIN, meanwhile.
 * @param {IDBDatabase} database @param {string} program @param {Kept} at the last record
 * @param {(sealed: string[]) => Uint8Array} made without the learners who have a PIN; empty: not just now
 */
export async function keepSnapshot(database, program, at, made) {
  const keys = await answer(database.transaction('about').objectStore('about').getAllKeys(pins()));
  const bytes = made(keys.map((key) => String(key).slice('vault '.length)));
  if (bytes.length === 0) return false;
  const transaction = database.transaction(['journal', 'about'], 'readwrite');
  const about = transaction.objectStore('about');
  const [now, newest] = [about.getAllKeys(pins()), transaction.objectStore('journal').openKeyCursor(null, 'prev')];
  newest.onsuccess = () => {
    if (newest.result?.key === at.seq && String(now.result) === String(keys)) about.put({ program, at, bytes }, 'snapshot');
  };
  await complete(transaction);
  return true;
}
