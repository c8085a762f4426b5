// What an organisation has countersigned in this browser, in a database of its own: its key (wrapped), which places of its list of revoked
// certificates are given away, and whose they are.
//
//   key      the organisation's key as trust/organisation.js keeps it, at 'key'
//   lists    { list, kid, next, own }   a name, whose it is, how many places are given away; own: this browser gives them away
//   entries  { list, index, id, serial, what, name, number, course, issued, until, revoked, reason }   revoked: '' or when
//
// A place is given away before anything is signed for it, and never again, whatever becomes of that. Two browsers with one key never share a
// list: each gives away places in a list of its own.

import { answer, complete } from '../store/database.js';
import { shortText } from '../trust/credential.js';

/** @typedef {{ list: string, index: number, id: string, serial: string, what: string, name: string, number: string, course: string, issued: string, until: string, revoked: string, reason: string }} Entry */
/** @typedef {{ list: string, kid: string, next: number, own: boolean }} List */
/** @typedef {import('../trust/organisation.js').OrganisationKey} OrganisationKey */

const stores = ['key', 'lists', 'entries'];
/** As trust/status.js reads them. */
const mostPlaces = 1 << 24;

/** @returns {Promise<IDBDatabase>} rejects where storage is switched off */
function connect() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('service-academy-organisation', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('key');
      asked.result.createObjectStore('lists', { keyPath: 'list' });
      asked.result.createObjectStore('entries', { keyPath: ['list', 'index'] });
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new DOMException('Another tab holds this database open.', 'BlockedError'));
  });
}

/** One transaction over everything: done whole or not at all. @template T @param {IDBTransactionMode} mode @param {(store: (name: string) => IDBObjectStore) => T | Promise<T>} use @returns {Promise<T>} */
async function within(mode, use) {
  const database = await connect();
  try {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    const result = use((name) => transaction.objectStore(name));
    await complete(transaction);
    return result;
  } finally {
    database.close();
  }
}

/** @returns {Promise<any>} the key, unchecked; undefined when there is none */
export const keptKey = () => within('readonly', (store) => answer(store('key').get('key')));

/** @param {OrganisationKey | null} key null: none any more; what it countersigned stays */
export const keepKey = (key) => within('readwrite', (store) => { if (key) store('key').put(key, 'key'); else store('key').delete('key'); });

/** @returns {Promise<List[]>} */
export const allLists = () => within('readonly', (store) => answer(store('lists').getAll()));
/** @returns {Promise<Entry[]>} */
export const allEntries = () => within('readonly', (store) => answer(store('entries').getAll()));

/**
 * Gives away so many places in a row.
 * @param {string} kid @param {number} count @returns {Promise<{ list: string, first: number }>} rejects with a RangeError when a list is full
 */
export async function givenAway(kid, count) {
  const name = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  /** @type {{ list: string, first: number } | null} */
  let given = null;
  await within('readwrite', (store) => {
    const asked = store('lists').getAll();
    asked.onsuccess = () => {
      const there = /** @type {List[]} */ (asked.result).find((each) => each.own && each.kid === kid && each.next + count <= mostPlaces) ?? { list: name, kid, next: 0, own: true };
      given = { list: there.list, first: there.next };
      store('lists').put({ ...there, next: there.next + count });
    };
  });
  if (!given || count > mostPlaces) throw new RangeError('No list has so many places.');
  return given;
}

/** All of them, or none. @param {Entry[]} entries */
export const enter = (entries) => within('readwrite', (store) => { for (const each of entries) store('entries').put(each); });

/** @param {string} list @param {number} index @param {string} reason @param {string} when @returns {Promise<boolean>} false when there is no such entry, or it was revoked before */
export async function revoke(list, index, reason, when) {
  let done = false;
  await within('readwrite', (store) => {
    const asked = store('entries').get([list, index]);
    asked.onsuccess = () => {
      if (!asked.result || asked.result.revoked !== '') return;
      store('entries').put({ ...asked.result, revoked: when, reason });
      done = true;
    };
  });
  return done;
}

/** @param {any} said @returns {Entry | null} null when it is none */
function entryIn(said) {
  const { list, index, revoked } = said ?? {};
  const text = (/** @type {string} */ member) => shortText(said[member]);
  const day = (/** @type {unknown} */ time) => (time === '' || (typeof time === 'string' && !Number.isNaN(Date.parse(time))));
  if (typeof list !== 'string' || !/^[0-9a-f]{12}$/.test(list) || !Number.isInteger(index) || index < 0 || index >= mostPlaces) return null;
  if (!/^urn:uuid:[0-9a-f-]{36}$/.test(said.id) || !day(revoked) || !day(said.until) || !day(said.issued)) return null;
  return { list, index, id: said.id, serial: text('serial'), what: text('what'), name: text('name'), number: text('number'), course: text('course'), issued: said.issued, until: said.until, revoked, reason: text('reason') };
}

/** What the key file of another browser says of its countersignatures; null when a line of it is none. @param {any} said @returns {{ lists: List[], entries: Entry[] } | null} */
export function registerIn(said) {
  if (!Array.isArray(said?.lists) || !Array.isArray(said.entries)) return null;
  const lists = said.lists.map((/** @type {any} */ each) => (typeof each?.list === 'string' && /^[0-9a-f]{12}$/.test(each.list) && typeof each.kid === 'string' && each.kid.length <= 60
    && Number.isInteger(each.next) && each.next >= 0 && each.next <= mostPlaces ? { list: each.list, kid: each.kid, next: each.next, own: false } : null));
  const entries = said.entries.map(entryIn);
  if (lists.includes(null) || entries.includes(null)) return null;
  /** @type {Map<string, number>} */
  const places = new Map(lists.map((/** @type {List} */ { list, next }) => [list, next]));
  return entries.every((/** @type {Entry} */ { list, index }) => index < (places.get(list) ?? 0)) ? { lists, entries } : null;
}

/** Takes over a key and what belongs to it. What was revoked anywhere stays revoked. @param {OrganisationKey} key @param {{ lists: List[], entries: Entry[] }} register */
export async function takeOver(key, register) {
  await within('readwrite', (store) => {
    store('key').put(key, 'key');
    const [lists, entries] = [store('lists').getAll(), store('entries').getAll()];
    entries.onsuccess = () => { // the later of the two
      const hereLists = new Map(/** @type {List[]} */ (lists.result).map((each) => [each.list, each]));
      for (const each of register.lists) {
        const here = hereLists.get(each.list);
        store('lists').put({ ...each, own: here?.own ?? false, next: Math.max(each.next, here?.next ?? 0) });
      }
      const here = new Map(/** @type {Entry[]} */ (entries.result).map((each) => [`${each.list} ${each.index}`, each]));
      for (const each of register.entries) {
        const known = here.get(`${each.list} ${each.index}`);
        if (!known || (known.revoked === '' && each.revoked !== '' && known.id === each.id)) store('entries').put(each);
      }
    };
  });
}
