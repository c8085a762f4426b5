// The files that HR brought in and that counted, kept for the next visit in a database of their own: byte for byte, as they came.
//
//   files   { key, name, file: Blob, signed? }   in the order in which they came; signed: by which browser's key, and whose record

import { answer, complete } from '../store/database.js';

const name = 'service-academy-records';

/** @typedef {{ name: string, file: Blob, signed?: { learner: string, signer: string } }} Source */

/** @returns {Promise<IDBDatabase>} rejects where storage is switched off */
function connect() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => { asked.result.createObjectStore('files', { keyPath: 'key', autoIncrement: true }); };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close(); // so that it can be deleted while this page is open
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new DOMException('Another tab holds this database open.', 'BlockedError'));
  });
}

/** @template T @param {IDBTransactionMode} mode @param {(files: IDBObjectStore) => T} use */
async function withFiles(mode, use) {
  const database = await connect();
  try {
    const transaction = database.transaction('files', mode, { durability: 'strict' });
    const result = use(transaction.objectStore('files'));
    await complete(transaction);
    return result;
  } finally {
    database.close();
  }
}

/** @returns {Promise<Source[]>} */
export async function keptFiles() {
  const asked = await withFiles('readonly', (files) => answer(/** @type {IDBRequest<Source[]>} */ (files.getAll())));
  return asked;
}

/** All of them, or none. @param {Source[]} added */
export const keepFiles = (added) => withFiles('readwrite', (files) => { for (const each of added) files.add({ name: each.name, file: each.file, ...(each.signed ? { signed: each.signed } : {}) }); });

export const forgetFiles = () => withFiles('readwrite', (files) => { files.clear(); });
