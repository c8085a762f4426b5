// What the store really holds, read past the portal, and whether it is whole. Written from the format, not from the portal's code.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** @typedef {import('./support.mjs').Page} Page */
/** @typedef {{ v: number, id: string, learner: string, at: string, device: string, n: number, prev: string, kind: string, [more: string]: any }} Event */

/**
 * Does something with the journal's records in one transaction of its own.
 * @param {Page} page @param {'read' | 'damage' | 'delete'} what damage: one letter of the third record; delete: the whole database
 * @returns {Promise<string[]>} the lines, in the store's order
 */
export function store(page, what = 'read') {
  return page.evaluate((wanted) => new Promise((done, failed) => {
    if (wanted === 'delete') {
      const asked = indexedDB.deleteDatabase('service-academy');
      asked.onsuccess = () => done([]);
      asked.onerror = () => failed(asked.error);
      return;
    }
    const asked = indexedDB.open('service-academy');
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction('journal', 'readwrite');
      const journal = transaction.objectStore('journal');
      const all = journal.getAll();
      all.onsuccess = () => {
        if (wanted === 'damage') journal.put({ ...all.result[2], line: all.result[2].line.replace('"kind"', '"kinb"') });
      };
      transaction.oncomplete = () => {
        asked.result.close();
        done(all.result.map((/** @type {{ line: string }} */ record) => record.line));
      };
      transaction.onabort = () => failed(transaction.error);
    };
  }), what);
}

/**
 * Every line has the checksum of its JSON, every event is there once, and each learner's chain from each browser runs from 1 on
 * without a gap.
 * @param {string[]} lines @returns {Event[]}
 */
export function whole(lines) {
  /** @type {Map<string, { n: number, hash: string }>} */
  const heads = new Map();
  const events = lines.map((line) => {
    const json = line.slice(17);
    const hash = createHash('sha256').update(json).digest('base64url');
    assert.equal(line.slice(0, 17), `${hash.slice(0, 16)} `, `the checksum of ${json}`);
    const event = JSON.parse(json);
    const chain = `${event.learner}/${event.device}`;
    const head = heads.get(chain) ?? { n: 0, hash: '' };
    assert.deepEqual([event.n, event.prev], [head.n + 1, head.hash], `the link of ${json}`);
    heads.set(chain, { n: event.n, hash });
    return event;
  });
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length, 'an event stands there twice');
  return events;
}
