// Keeps the journal's events: one IndexedDB record each, written with strict durability, confirmed only when the transaction
// is complete. Knows nothing of what an event says.

/** As host::StoreTrouble. @readonly */
export const trouble = Object.freeze({ none: 0, unavailable: 1, full: 2, failing: 3 });

const databaseName = 'service-academy';
const events = 'events';

/**
 * @typedef {object} Outcome
 * @property {(id: string) => void} confirmed the event is on disk
 * @property {(id: string, why: number) => void} refused it is not; it will be tried again with the next one
 */

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(databaseName, 1); // throws where storage is switched off
    asked.onupgradeneeded = () => {
      const store = asked.result.createObjectStore(events, { autoIncrement: true });
      store.createIndex('id', 'id', { unique: true });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new DOMException('Another tab holds an older version open.', 'BlockedError'));
  });
}

/**
 * @param {IDBDatabase} database
 * @returns {Promise<string[]>} every event's line, oldest first
 */
function readAll(database) {
  return new Promise((resolve, reject) => {
    const asked = database.transaction(events, 'readonly').objectStore(events).getAll();
    asked.onsuccess = () => resolve(asked.result.map((/** @type {{ line: string }} */ record) => record.line));
    asked.onerror = () => reject(asked.error);
  });
}

/**
 * Opens the store. It always comes back: without storage it says so in `trouble` and refuses what it is asked to keep.
 * @param {Outcome} outcome
 */
export async function openStore(outcome) {
  /** @type {IDBDatabase | null} */
  let database = null;
  /** @type {string[]} */
  let lines = [];
  try {
    database = await open();
    database.onversionchange = () => database?.close();
    lines = await readAll(database);
  } catch (error) {
    console.warn('Nothing can be kept in this browser:', error);
    database = null;
  }
  /** Events that could not be kept yet. @type {Map<string, string>} */
  const waiting = new Map();

  /** @param {string} id @param {string} line */
  const write = (id, line) => {
    /** @param {unknown} error */
    const refuse = (error) => {
      waiting.set(id, line);
      const name = error instanceof DOMException ? error.name : '';
      console.warn('An event could not be kept:', error);
      outcome.refused(id, database === null ? trouble.unavailable : name === 'QuotaExceededError' ? trouble.full : trouble.failing);
    };
    if (database === null) {
      queueMicrotask(() => refuse(new DOMException('Storage is switched off.', 'InvalidStateError')));
      return;
    }
    try {
      const transaction = database.transaction(events, 'readwrite', { durability: 'strict' });
      let known = false;
      const asked = transaction.objectStore(events).add({ id, line });
      asked.onerror = (event) => {
        if (asked.error?.name === 'ConstraintError') {
          known = true; // it is there already: kept, only asked for twice
          event.preventDefault();
          event.stopPropagation();
        }
      };
      transaction.oncomplete = () => {
        waiting.delete(id);
        outcome.confirmed(id);
      };
      transaction.onabort = () => (known ? outcome.confirmed(id) : refuse(transaction.error));
    } catch (error) {
      refuse(error); // the connection was closed under us
    }
  };

  return {
    lines,
    trouble: database === null ? trouble.unavailable : trouble.none,
    /** @param {string} id @param {string} line */
    append(id, line) {
      for (const [earlierId, earlierLine] of [...waiting]) {
        if (database !== null) write(earlierId, earlierLine);
      }
      write(id, line);
    },
  };
}
