// Deletes what no page needs any more. A page of an older version may still ask for its own files, which the host no longer has: so nothing is
// deleted as long as one is open. Each page that runs holds a lock with its version in the name (page_lock.js); a tab without one is taken for
// an older page.

import { lockOf } from './page_lock.js';

/** Installing adds to the same cache that tidying deletes from. @param {string} scope @param {() => Promise<unknown>} work @returns {Promise<unknown>} */
export const whileNobodyTidies = (scope, work) => (navigator.locks ? navigator.locks.request(`service-academy cache ${scope}`, work) : work());

/**
 * Deletes what is not wanted, if every open page is of this version and no newer worker is bringing its own files.
 * @param {object} what
 * @param {ServiceWorkerGlobalScope} what.worker
 * @param {string} what.page the address of the entry of this version's page
 * @param {import('workbox-precaching').PrecacheController} what.precache
 * @param {string} what.keptName the cache beside it
 * @param {Set<string>} what.wanted addresses that stay in that one
 * @param {ExtendableEvent} what.event
 */
export async function tidy({ worker, page, precache, keptName, wanted, event }) {
  const { scope } = worker.registration;
  await whileNobodyTidies(scope, async () => {
    if (!navigator.locks || worker.registration.installing || worker.registration.waiting) return;
    const { held = [] } = await navigator.locks.query();
    const current = held.filter(({ name }) => name === lockOf(page)).length;
    const open = (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) => url.startsWith(scope)).length;
    if (current < open) return;
    await precache.activate(event);
    const kept = await caches.open(keptName);
    for (const { url } of await kept.keys()) {
      if (!wanted.has(url)) await kept.delete(url);
    }
  });
}
