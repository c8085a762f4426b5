// Use without network, from the second visit on: registers the service worker (worker/service-worker.js), has the course kept in the language
// in use, and tells how that stands and when a newer version is there. A newer version is taken only when a person asks for it.

import { lockOf } from './worker/page_lock.js';

/** As host::Offline. */
const standing = Object.freeze({ preparing: 0, ready: 1, insecure: 2, refused: 3 });

/** @param {ServiceWorker | null} worker @param {unknown} question @returns {Promise<any>} */
function ask(worker, question) {
  return new Promise((answered) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => answered(data);
    worker?.postMessage(question, [port2]);
  });
}

const life = ['parsed', 'installing', 'installed', 'activating', 'activated'];
/** Resolves false when it is given up before. @param {ServiceWorker} worker @param {'installed' | 'activated'} state */
const reaches = (worker, state) => new Promise((/** @type {(reached: boolean) => void} */ resolve) => {
  const look = () => {
    if (worker.state === 'redundant') resolve(false);
    if (life.indexOf(worker.state) >= life.indexOf(state)) resolve(true);
  };
  worker.addEventListener('statechange', look);
  look();
});

/**
 * @typedef {object} Told
 * @property {(standing: number) => void} offline how use without network stands
 * @property {() => void} newer a newer version is there
 */

let started = false;
/** Files are kept one after the other, until the worker is told to stop. */
let stopped = false, keeping = Promise.resolve();

/**
 * Starts once; calls after the first change nothing.
 * @param {string} own the address of the page's entry, which stands for its version
 * @param {Record<string, string>} packs by name, "M2.en"
 * @param {Told} told
 */
export async function workOffline(own, packs, told) {
  if (started) return;
  started = true;
  const root = document.documentElement;
  const refuse = () => told.offline(isSecureContext ? standing.refused : standing.insecure);

  const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=manifest]'));
  const name = () => { if (manifest) manifest.href = manifest.href.replace(/[^/]*$/, `manifest.${root.lang}.webmanifest`); };
  name();
  if (!navigator.serviceWorker) return refuse();

  // Says that a page of this version is open: its files are not deleted meanwhile.
  void navigator.locks?.request(lockOf(own), { mode: 'shared' }, () => new Promise(() => {}));
  /** @type {ServiceWorkerRegistration} */
  let registration;
  try {
    registration = await navigator.serviceWorker.register('service-worker.js', { updateViaCache: 'none' });
  } catch (error) {
    console.warn('The portal cannot be kept for use without network:', error);
    return refuse();
  }

  const greet = async () => { if (await ask(registration.active, 'here') !== own) told.newer(); };
  const watch = async (/** @type {ServiceWorker | null} */ next) => { if (next && await reaches(next, 'installed')) told.newer(); };
  const keepAll = async () => {
    const { lang } = root;
    let whole = true;
    told.offline(standing.preparing);
    for (const pack of Object.keys(packs).filter((each) => each.endsWith(`.${lang}`))) {
      whole = await ask(registration.active, { keep: packs[pack] }) && whole;
      if (stopped || root.lang !== lang) return; // goes on with the other one
    }
    if (whole) told.offline(standing.ready);
  };

  const keep = () => keeping = Promise.all([keeping, keepAll()]).then(() => {});

  const first = registration.active ? null : registration.installing ?? registration.waiting;
  if (first && !await reaches(first, 'activated')) {
    console.warn('Not all that is needed without network has come; the next visit goes on.');
    return;
  }
  if (!first) void watch(registration.waiting ?? registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  navigator.serviceWorker.addEventListener('controllerchange', greet); // another tab may have taken a newer version
  document.addEventListener('visibilitychange', () => { if (!document.hidden) void look(registration); });
  new MutationObserver(() => { name(); void keep(); }).observe(root, { attributeFilter: ['lang'] });
  void greet();
  await keep();
}

/** Asks the host for a newer version. @param {ServiceWorkerRegistration | undefined} registration */
const look = (registration) => registration?.update().catch((/** @type {unknown} */ error) => console.info('Whether there is a newer version cannot be seen just now:', error));

/**
 * Makes the newest version the one that is loaded next. Tabs that are open stay as they are until they are reloaded. A worker that is busy
 * keeping files would hold its successor up until they have come, however long that takes: it gives that up.
 */
export async function update() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await look(registration); // what the host has now may be newer than what was found
  for (const next of [registration?.installing, registration?.waiting]) {
    if (!next || !await reaches(next, 'installed')) continue;
    // Whatever comes to it now makes Chromium wait half a minute longer.
    stopped = true;
    registration?.active?.postMessage('stop');
    await keeping;
    next.postMessage('activate');
    await reaches(next, 'activated');
    break;
  }
}

/** Has the host another version than this one? @param {string} own the address of the page's entry */
export async function isOutOfDate(own) {
  const answer = await fetch('./', { cache: 'no-store' });
  const entry = /page\.[0-9A-Z]{8}\.js/;
  const there = entry.exec(await answer.text()); // nothing in a page that somebody else put in between
  return there !== null && there[0] !== entry.exec(own)?.[0];
}
