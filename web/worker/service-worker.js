// Serves the portal from this device: the shell is fetched whole before the worker counts as installed, packs and the certificate's parts are
// kept once they came. A newer worker waits until a person asks for it; until then, and for tabs that are older than it, every file that was
// ever kept is still served. Knows no screen.

import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { later, page, shell } from 'site-contents';
import { intact } from './intact.js';
import { tidy, whileNobodyTidies } from './tidy.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
/** Hashed by site.mjs or by esbuild: the name never means anything else. */
const hashedName = /\.(?:[0-9a-f]{10}|[0-9A-Z]{8})\.\w+$/;

const entry = new URL(page, scope).href;
const precache = new PrecacheController({ plugins: [intact] });
precache.addToCacheList(shell);
const keptName = `service-academy-later-${scope}`;
const kept = new CacheFirst({ cacheName: keptName, plugins: [intact], matchOptions: { ignoreVary: true } });

/** @param {string} address @param {Request} request @param {ExtendableEvent} event */
async function serve(address, request, event) {
  // The page asks so when what it got could not be read: that copy must go.
  if (request.cache === 'reload') await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).delete(address)));
  const cacheKey = precache.getCacheKeyForURL(address);
  if (cacheKey) {
    const params = { cacheKey, integrity: precache.getIntegrityForCacheKey(cacheKey) };
    return precache.strategy.handle({ request, event, params }).catch(() => fetch(request));
  }
  return await caches.match(address, { ignoreVary: true }) ?? kept.handle({ request, event });
}

const addressOf = (/** @type {URL} */ url) => url.origin + url.pathname;
const documentOf = (/** @type {URL} */ url) => addressOf(url).replace(/\/$/, '/index.html');

registerRoute(
  ({ url, request }) => request.mode === 'navigate' && url.search === '' && precache.getCacheKeyForURL(documentOf(url)) !== undefined,
  ({ url, request, event }) => serve(documentOf(url), request, event));
registerRoute(
  ({ url, request }) => request.mode !== 'navigate' && request.cache !== 'no-store' && url.href.startsWith(scope)
    && (hashedName.test(url.pathname) || precache.getCacheKeyForURL(addressOf(url)) !== undefined),
  ({ url, request, event }) => serve(addressOf(url), request, event));

worker.addEventListener('install', (event) => event.waitUntil(whileNobodyTidies(scope, () => precache.install(event))));
// Pages that were opened before there was any worker; what they ask for has the same name in every version.
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** Of what pages ask to be kept. */
const keeping = new AbortController();

/**
 * What a page asks, and what it is answered:
 * 'here' (it runs and rests): the entry of the page that this worker belongs to;
 * { keep: path }: whether that file can now be had without network.
 * 'activate' has no answer, nor has 'stop': nothing more is kept, since a newer worker is to take over and waits until this one is idle.
 * @param {unknown} asked @param {ExtendableMessageEvent} event
 */
async function answer(asked, event) {
  if (asked === 'activate') return worker.skipWaiting();
  if (asked === 'stop') return keeping.abort();
  if (asked === 'here') {
    event.ports[0].postMessage(entry);
    return tidy({ worker, page: entry, precache, keptName, wanted: new Set(later.map((path) => new URL(path, scope).href)), event });
  }
  const address = new URL(/** @type {{ keep: string }} */ (asked).keep, scope).href;
  if (keeping.signal.aborted) return event.ports[0].postMessage(false);
  const [, done] = kept.handleAll({ request: new Request(address, { priority: 'low', signal: keeping.signal }), event });
  await done.catch((/** @type {unknown} */ error) => console.warn('This file could not be kept for use without network:', address, error));
  event.ports[0].postMessage(await caches.match(address, { ignoreVary: true }) !== undefined);
}

worker.addEventListener('message', (event) => event.waitUntil(answer(event.data, event)));
