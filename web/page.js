// The page's entry: checks what the browser can do, opens the store, starts the program and connects the two.

import { packs, wasm } from 'site-assets';
import { download } from './downloads.js';
import { bytesFrom, loadRest, restIsHere, startEngine, withBytes, withTexts } from './engine.js';
import { makeGlyphs } from './glyphs.js';
import { makeMirror } from './mirror/mirror.js';
import { makeScreen } from './screen.js';
import { openStore } from './store.js';
import { watchWishes } from './wishes.js';

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Says in words why the portal cannot run here. @param {'webassembly' | 'loading'} why @param {unknown} [error] */
function refuse(why, error) {
  byId('loading').hidden = true;
  byId('refusal').hidden = false;
  byId(`refusal-${why}`).hidden = false;
  if (error) {
    console.error(error);
    byId('refusal-detail').textContent = String(error);
  }
}

/** @param {number} share */
function showProgress(share) {
  /** @type {HTMLProgressElement} */ (byId('loading-progress')).value = share;
  byId('loading-share').textContent = `${Math.round(share * 100)}%`;
}

/** What this browser was last set to; nothing when settings cannot be kept. @param {string} name */
function remembered(name) {
  try {
    return localStorage.getItem(`service-academy.${name}`);
  } catch {
    return null; // storage is switched off: the system's preference decides, and openStore tells the person
  }
}

const page = document.documentElement;
const language = remembered('language') ?? (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en');
const settings = ['theme', 'contrast', 'motion', 'text', 'page', 'sitting', 'rest'].flatMap((name) => {
  const value = remembered(name);
  return value === null ? [] : [`${name}=${value}`];
});
if (history.state === 'deleted') { // as people.js left it
  settings.push('deleted=yes');
  history.replaceState(null, '');
}
const theme = remembered('theme') ?? 'system';
page.lang = language;
page.dataset.theme = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches) ? 'dark' : 'light';

const entry = import.meta.url;
/** Nothing comes of it where that module cannot be had. @template T @param {(offline: typeof import('./offline.js')) => Promise<T>} use */
const withOffline = (use) => import('./offline.js').then(use).catch(console.warn);
/** Who is told how use without network stands, once the program runs. @type {import('./offline.js').Told | undefined} */
let told;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let quiet;
/** What use without network needs is fetched, on a first visit, only eight seconds after the last thing came that a person waited for. */
function whenQuiet() {
  clearTimeout(quiet);
  const { serviceWorker } = navigator;
  const tell = told;
  if (tell) quiet = setTimeout(() => withOffline((offline) => offline.workOffline(entry, packs, tell)), serviceWorker && !serviceWorker.controller ? 8000 : 0);
}

/** Packs under way or here, so that the first one is fetched while the program still loads. @type {Map<string, Promise<Uint8Array>>} */
const fetchedPacks = new Map();
/** Packs that came and could not be read: the browser's cache must not hand them out again. @type {Set<string>} */
const damagedPacks = new Set();
/** @param {string} name */
function pack(name) {
  let bytes = fetchedPacks.get(name);
  if (!bytes) {
    clearTimeout(quiet);
    bytes = (async () => {
      const path = packs[name];
      if (!path) throw new Error(`There is no pack ${name}.`);
      const response = await fetch(path, { cache: damagedPacks.has(name) ? 'reload' : 'default' });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    })();
    bytes.catch(() => fetchedPacks.delete(name)).then(whenQuiet); // so that it is fetched again when asked for again
    fetchedPacks.set(name, bytes);
  }
  return bytes;
}

async function start() {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiateStreaming !== 'function') return refuse('webassembly');
  // Where nothing can be drawn, the mirror alone is the portal.
  const probe = document.createElement('canvas').getContext('webgl2');
  const drawable = probe !== null;
  probe?.getExtension('WEBGL_lose_context')?.loseContext();

  /** @type {any} */
  let engine = null;
  const canvas = /** @type {HTMLCanvasElement} */ (byId('canvas'));
  const screen = makeScreen(canvas, byId('page'));
  const mirror = makeMirror(byId('page'), {
    pressed(id) { engine._portal_pressed(id); screen.wake(); },
    valued(id, value) { engine._portal_valued(id, value); screen.wake(); },
    typed(id, text) { withTexts(engine, [text], (typed) => engine._portal_typed(id, typed)); screen.wake(); },
    scrolled(id, y) { engine._portal_scrolled(id, y); screen.wake(); },
    keyed(id, key) { withTexts(engine, [key], (pointer) => engine._portal_keyed(id, pointer)); screen.wake(); },
  });
  // Whoever locks one tab means all of them; and what another tab holds of somebody may be out of date.
  const sharing = typeof BroadcastChannel === 'function' ? new BroadcastChannel('service-academy.people') : null;
  sharing?.addEventListener('message', () => (engine ? engine._portal_resting(-2) : location.reload()));
  /** What people who share this browser wish; loaded with the first wish. @type {ReturnType<typeof import('./people.js').makePeople> | null} */
  let people = null;
  const storeOpened = openStore({
    confirmed(id) { withTexts(engine, [id], (pointer) => engine._portal_store_confirmed(pointer)); },
    refused(id, why) { withTexts(engine, [id], (pointer) => engine._portal_store_refused(pointer, why)); },
    took(lines) { withTexts(engine, [lines.join('\n')], (pointer) => engine._portal_store_took(pointer)); },
    persists(answer) { engine._portal_store_persists(answer); },
    restored() { engine._portal_store_restored(); },
    reads(lines, first) { withTexts(engine, [lines.join('\n')], (pointer) => engine._portal_store_reads(pointer, first ? 1 : 0)); },
    read() { engine._portal_store_read(); },
    snapshot(sealed) {
      if (restIsHere()) return bytesFrom(engine, sealed.join('\n'), engine._portal_snapshot);
      loadRest().then(() => store?.look(), (error) => console.warn('The next start will read the whole journal:', error));
      return new Uint8Array();
    },
  }, {
    seal: (learner, line) => people?.seal(learner, line) ?? null,
    open: (learner, sealed) => people?.open(learner, sealed) ?? null,
  }, wasm);
  pack(`course.${language}`).catch(() => {}); // a failure is told when the program asks for it

  /** Files of HR's console; loaded when it is first opened. @type {Promise<ReturnType<typeof import('./records.js').makeRecords>> | null} */
  let records = null;
  /** Loaded when somebody verifies. @type {Promise<ReturnType<typeof import('./verify.js').makeVerifier>> | null} */
  let verifier = null;
  /** Whether a file is missing because the host has a newer version by now. */
  const lookForNewer = async () => { if (await withOffline((offline) => offline.isOutOfDate(entry))) engine._portal_newer(); };
  /** @type {Awaited<typeof storeOpened>} */
  let store;
  const host = {
    glyphs: makeGlyphs(),
    mirror,
    /** Here once the program is started, which asks nothing of it before. */
    get store() { return store; },
    wake: screen.wake,
    navigate(/** @type {string} */ hash, /** @type {boolean} */ replace) {
      if (replace) history.replaceState(null, '', hash);
      else if (location.hash !== hash) { location.hash = hash; return; } // hashchange tells the program
      withTexts(engine, [hash], (pointer) => engine._portal_go(pointer));
    },
    describe(/** @type {string} */ title, /** @type {string} */ lang) {
      document.title = title;
      page.lang = lang;
    },
    showLooks(/** @type {string} */ themeName, /** @type {number} */ textScale, /** @type {boolean} */ plain) {
      page.dataset.theme = themeName;
      page.style.setProperty('--text-scale', String(Math.round(textScale * 100) / 100));
      page.toggleAttribute('data-plain', plain);
    },
    setContentHeight: screen.setContentHeight,
    scrollTo: screen.scrollTo,
    fetchPack(/** @type {string} */ name) {
      pack(name).then(
        (bytes) => withTexts(engine, [name], (pointer) => withBytes(engine, bytes, (data, length) => {
          if (engine._portal_pack_arrived(pointer, data, length)) return;
          console.warn('A content pack could not be read:', name);
          fetchedPacks.delete(name);
          damagedPacks.add(name);
        })),
        (error) => {
          console.warn('A content pack could not be fetched:', error);
          withTexts(engine, [name], (pointer) => engine._portal_pack_failed(pointer));
          lookForNewer();
        });
    },
    fetchRest() {
      clearTimeout(quiet);
      loadRest().then(
        () => engine._portal_rest_arrived(1),
        (error) => {
          console.warn('The rest of the program could not be fetched:', error);
          engine._portal_rest_arrived(0);
          lookForNewer();
        }).then(whenQuiet);
    },
    download,
    people(/** @type {number} */ wish, /** @type {string} */ learner, /** @type {string} */ first, /** @type {string} */ second) {
      import('./people.js').then(({ makePeople }) => {
        people ??= makePeople(store, download, {
          resting(seconds) { engine._portal_resting(seconds); screen.wake(); },
          shut: () => sharing?.postMessage(0),
        });
        return people.fulfil(wish, learner, first, second);
      }).catch((error) => {
        console.warn('What people wish could not be fetched:', error);
        return { outcome: 3, detail: '' };
      }).then((what) => what && withTexts(engine, [what.detail ?? ''], (detail) => engine._portal_people_answered(wish, what.outcome, detail)));
    },
    makeDocument(/** @type {string} */ json, /** @type {string} */ fileName) {
      import('./documents.js').then((made) => made.makeDocument(json, fileName, store.connection), (error) => {
        console.warn('What makes documents could not be fetched:', error);
        return { trouble: 'pack.failed', detail: '' };
      }).then(({ trouble, detail }) =>
        withTexts(engine, [trouble, detail], (...texts) => engine._portal_certificate_made(...texts)));
    },
    records(/** @type {number} */ wish, /** @type {string} */ name, /** @type {string} */ type) {
      records ??= import('./records.js').then(({ makeRecords }) => makeRecords(engine, screen.wake));
      records.then((made) => made.wish(wish, name, type), (error) => {
        console.warn('What reads record files could not be fetched:', error);
        records = null;
        lookForNewer();
      });
    },
    verify(/** @type {number} */ wish, /** @type {string} */ text) {
      const tell = (/** @type {string[]} */ texts) => { withTexts(engine, texts, (...pointers) => engine._portal_verified(...pointers)); screen.wake(); };
      verifier ??= import('./verify.js').then(({ makeVerifier }) => makeVerifier(store.connection, tell));
      verifier.then((made) => made.wish(wish, text), (error) => {
        console.warn('What verifies could not be fetched:', error);
        verifier = null;
        if (wish === 2) tell(['unreadable', 'unfetched', '', '', '', '']);
        lookForNewer();
      });
    },
    speak(/** @type {string} */ lang, /** @type {string} */ lines, /** @type {boolean} */ slowly) {
      const voiced = (/** @type {number} */ voice, /** @type {number} */ line) => { engine._portal_voiced(voice, line); screen.wake(); };
      import('./voice.js').then(({ speak }) => speak(lang, lines, slowly, voiced), (error) => {
        console.warn('What speaks could not be fetched:', error);
        voiced(1, -1);
      });
    },
    async update() {
      await withOffline((offline) => offline.update());
      location.reload();
    },
    remember(/** @type {string} */ name, /** @type {string} */ value) {
      try {
        localStorage.setItem(`service-academy.${name}`, value);
      } catch (error) {
        console.warn('This setting lasts until the tab is closed:', error);
      }
    },
  };

  try {
    [engine, store] = await Promise.all([startEngine(host, canvas, showProgress), storeOpened]);
  } catch (error) {
    return refuse('loading', error);
  }
  if (drawable) engine._portal_open();
  const { copies, trouble, persistence } = store;
  /** @param {Pick<typeof store, 'snapshot' | 'lines' | 'earlier' | 'drafts' | 'withPin' | 'device'>} kept */
  const begins = ({ snapshot, lines, earlier, drafts, withPin, device }) => {
    let began = false;
    withBytes(engine, snapshot, (bytes, length) => withTexts(engine, [...[lines, earlier, copies, drafts, withPin].map((texts) => texts.join('\n')), device, language, settings.join('\n'), location.hash],
      (...texts) => { began = engine._portal_start(bytes, length, trouble, persistence, crypto.subtle ? 1 : 0, ...texts) === 1; }));
    return began;
  };
  // What reads a snapshot is in the rest of the program; without it the journal is read whole.
  const readable = store.snapshot.length === 0 || await loadRest().then(() => true, (error) => console.warn('The rest of the program could not be fetched:', error));
  if (!readable || !begins(store)) begins(await store.withoutSnapshot());
  store.watch();
  watchWishes((...wishes) => { engine._portal_wishes(...wishes); screen.wake(); });
  addEventListener('hashchange', () => withTexts(engine, [location.hash], (hash) => engine._portal_go(hash)));
  screen.run(engine);
  await screen.drawn;
  byId('loading').hidden = true;
  performance.mark('first-screen');
  void store.readOn();
  told = { offline: engine._portal_offline, newer: engine._portal_newer };
  whenQuiet();
  // For whoever measures how many frames were drawn so far, and for whoever hands in other packs while the portal runs.
  Object.assign(globalThis, { serviceAcademy: { counts: screen.counts, packs: fetchedPacks, fetchPack: host.fetchPack } });
}

start();
