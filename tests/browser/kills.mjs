// A browser that is killed while it writes, again and again: pages keep events as fast as they can and tell which are confirmed; then
// the browser's whole process group gets SIGKILL. What was confirmed must be there afterwards, and readable. Chromium is started
// without a driver: a cycle costs little more than its start.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteServer } from '../../web/tools/server.mjs';
import { whole } from './journal.mjs';
import { root } from './support.mjs';

/**
 * @typedef {{ kills: number, confirmed: number, kept: number, lost: number, unreadable: number, restored: number, milliseconds: number }} Figures
 *   restored: how often the browser had thrown the journal away, and its second copy brought it back
 *
 * @typedef {object} Subject what is killed
 * @property {string} start the page that writes
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} serve
 * @property {(lines: string[]) => { ids: string[], unreadable: number }} read what is kept
 */

const chromium = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'].find(existsSync) ?? 'chromium'; // the launcher script costs time
const flags = [
  '--headless', '--no-sandbox', '--no-first-run', '--no-zygote', '--disable-gpu', '--disable-extensions', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-default-apps', '--disable-breakpad', '--mute-audio', '--password-store=basic', '--disable-features=Translate,OptimizationHints,MediaRouter',
];
const longestMoment = 60; // milliseconds between the first confirmation and the kill
const framesWriting = 3;
const patience = 60_000; // milliseconds until a browser that says nothing is a failure

const tell = "const tell = (what) => fetch('/told', { method: 'POST', body: JSON.stringify(what) });";

/** The store alone: a frame reads what is kept, says so, and writes on. Its lines can be told from any that are damaged. */
const lineOf = (/** @type {string} */ id) => `${id} ${id.repeat(8)}`;
const writer = `
import { openStore } from '/store.js';
${tell}
const lineOf = ${lineOf};
const waiting = new Map();
const store = await openStore({
  confirmed(id) { waiting.delete(id); tell({ confirmed: id }); next(); },
  refused(id, why) { tell({ trouble: why }); },
  took(lines) {
    store.forgetWaiting();
    for (const line of lines) waiting.delete(line.slice(0, 36));
    for (const [id, line] of waiting) store.append(id, 'learner', line);
  },
  persists() {}, restored() { tell({ restored: true }); },
});
function next() {
  const id = crypto.randomUUID();
  waiting.set(id, lineOf(id));
  store.append(id, 'learner', lineOf(id));
}
await tell({ kept: store.lines, trouble: store.trouble });
store.watch();
for (const line of store.copies) store.append(line.slice(0, 36), 'learner', line);
next(); next();
`;
const reader = `
import { openStore } from '/store.js';
${tell}
const store = await openStore({});
tell({ kept: store.lines, trouble: store.trouble });
`;

/** The portal itself, with somebody in it who changes the display settings without rest. */
const restless = `
${tell}
const put = IDBObjectStore.prototype.put; // into the second copy: the last thing before an event is confirmed
IDBObjectStore.prototype.put = function (value, key) {
  const asked = put.call(this, value, key);
  if (value.id) this.transaction.addEventListener('complete', () => tell({ confirmed: value.id }));
  return asked;
};
if (location.hash === '') location.hash = '#/lesson/L2.1'; // the first event makes a learner
let presses = 0;
setInterval(() => {
  const boxes = document.querySelectorAll('input[type="checkbox"], [role="checkbox"]');
  if (boxes.length > 1) boxes[presses++ % 2].click();
  else if (document.querySelector('main h1')) location.hash = '#/me';
}, 20);
`;

/** @type {Record<string, [type: string, text: string]>} */
const pages = {
  '/write': ['text/html', `<!doctype html><title>writes</title>${'<iframe src="/frame"></iframe>'.repeat(framesWriting)}`],
  '/frame': ['text/html', '<!doctype html><title>frame</title><script type="module" src="/writer.js"></script>'],
  '/read': ['text/html', '<!doctype html><title>reads</title><script type="module" src="/reader.js"></script>'],
  '/writer.js': ['text/javascript', writer],
  '/reader.js': ['text/javascript', reader],
  '/restless.js': ['text/javascript', restless],
};

/** @type {Subject} */
const storeAlone = {
  start: '/write',
  serve: (_, response) => { response.writeHead(404).end(); },
  read: (lines) => {
    const ids = lines.map((line) => line.slice(0, 36));
    return { ids, unreadable: lines.filter((line, i) => line !== lineOf(ids[i])).length };
  },
};

/** @returns {Subject} */
function wholePortal() {
  const site = createSiteServer(`${root}build/site`);
  const index = readFileSync(`${root}build/site/index.html`, 'utf8').replace('<head>', '<head><script src="/restless.js"></script>');
  return {
    start: '/',
    serve(request, response) {
      if (request.url === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(index);
      else site.emit('request', request, response);
    },
    read: (lines) => ({ ids: whole(lines).map(({ id }) => id), unreadable: 0 }), // throws when one is not as it was written
  };
}

/**
 * Kills the browser this often while pages write into the store.
 * @param {number} times
 * @param {number} [browsers] at once, each with a profile of its own
 */
export const killWhileWriting = (times, browsers = 2) => killed(storeAlone, times, browsers);

/** The same with the whole portal. @param {number} times @param {number} [browsers] */
export const killPortal = (times, browsers = 2) => killed(wholePortal(), times, browsers);

/**
 * Kills as a kill that hits the browser in the middle of a write: the log ends in the beginning of a record. Chromium reads over it
 * once, writes on behind it, and throws the database away at the start after that. It hits the journal and its second copy in turn.
 * @param {number} times
 */
export const tearWhileWriting = (times) => killed(storeAlone, times, 1, (profile, kill) => {
  const logs = readdirSync(profile, { recursive: true, encoding: 'utf8' }).filter((path) => /indexeddb[^/]*leveldb\/\d+\.log$/.test(path)).sort();
  assert.equal(logs.length, 2, 'the journal and its second copy have a log each');
  appendFileSync(join(profile, logs[kill % 2]), Buffer.from([1, 2, 3, 4, 44, 1, 1])); // a checksum, "300 bytes follow", "a whole record"
});

/** @param {Subject} subject @param {number} times @param {number} browsers @param {(profile: string, kill: number) => void} [after] each kill @returns {Promise<Figures>} */
async function killed(subject, times, browsers, after = () => {}) {
  const figures = { kills: 0, confirmed: 0, kept: 0, lost: 0, unreadable: 0, restored: 0, milliseconds: 0 };
  const begun = performance.now();
  let left = times;
  await Promise.all(Array.from({ length: browsers }, () => oneProfile(subject, () => left-- > 0, figures, after)));
  figures.milliseconds = performance.now() - begun;
  return figures;
}

/** @param {Subject} subject @param {() => boolean} more @param {Figures} figures @param {(profile: string, kill: number) => void} after */
async function oneProfile(subject, more, figures, after) {
  const profile = mkdtempSync(join(tmpdir(), 'killed-'));
  /** @type {Set<string>} */
  const confirmed = new Set();
  /** @type {(what: { kept?: string[], trouble?: unknown, restored?: boolean, confirmed?: string }) => void} */
  let hear = () => {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/told') {
      let body = '';
      request.on('data', (chunk) => { body += chunk; });
      request.on('end', () => {
        response.end();
        hear(JSON.parse(body));
      });
    } else if (path in pages) {
      response.writeHead(200, { 'Content-Type': pages[path][0] }).end(pages[path][1]);
    } else if (/^\/store(\/\w+)?\.js$/.test(path)) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(`${root}web${path}`));
    } else {
      subject.serve(request, response);
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  /**
   * Until `heard` gives something else than undefined; then everything that belongs to the browser is killed.
   * @template T @param {string} path @param {(what: any) => T | undefined} heard @param {() => number} moment @returns {Promise<T>}
   */
  const run = async (path, heard, moment) => {
    const browser = spawn(chromium, [...flags, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}${path}`], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    browser.stderr.on('data', (chunk) => { said = (said + chunk).slice(-2000); });
    const ended = new Promise((done) => browser.once('exit', (code, signal) => done(signal ?? code)));
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    try {
      return await new Promise((/** @type {(result: T) => void} */ done, failed) => {
        const fail = (/** @type {string} */ why) => failed(new Error(`${why} The browser said: ${said}`));
        timer = setTimeout(() => fail(`Nothing was heard of ${path} for ${patience} ms.`), patience);
        ended.then((how) => fail(`The browser with ${path} ended by itself (${how}).`));
        hear = (what) => {
          if (what.trouble) fail(`The store has trouble: ${what.trouble}.`);
          if (what.restored) figures.restored++;
          const result = heard(what);
          if (result !== undefined) setTimeout(() => done(result), moment());
        };
      });
    } finally {
      clearTimeout(timer);
      try {
        process.kill(-Number(browser.pid), 'SIGKILL');
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error; // it has ended by itself
      }
      await ended;
      server.closeAllConnections(); // what it said and was not heard yet must not be taken for the word of the next one
    }
  };
  /** @param {string[]} lines */
  const compare = (lines) => {
    const { ids, unreadable } = subject.read(lines);
    const there = new Set(ids);
    figures.lost += [...confirmed].filter((id) => !there.has(id)).length;
    figures.unreadable += unreadable;
    return there.size;
  };
  try {
    while (more()) {
      await run(subject.start, ({ confirmed: id }) => {
        if (id) confirmed.add(id);
        return id;
      }, () => Math.random() * longestMoment);
      after(profile, figures.kills++);
    }
    const kept = compare(await run('/read', ({ kept: lines }) => /** @type {string[] | undefined} */ (lines), () => 0));
    figures.kept += kept; // after the waiting: other profiles are counted meanwhile
    figures.confirmed += confirmed.size;
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
