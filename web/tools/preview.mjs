// Live preview for authors: compiles the course whenever a file of it is saved and tells the pages that are open on this
// machine. A part of web/serve only; the finished site knows nothing of it. It must not draw or judge anything:
// coursec says what is wrong, web/tools/preview/page.js shows it.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Editors write a file in several goes; this is over before a person has looked up. */
const settleMilliseconds = 60;

/** What the page gets beside the site's own files. @type {Record<string, { file: string, type: string }>} */
const ownFiles = {
  '/preview/page.js': { file: fileURLToPath(new URL('preview/page.js', import.meta.url)), type: 'text/javascript; charset=utf-8' },
  // Between a page and its preview nothing may be kept: a worker of a site that was served here without preview takes its leave.
  '/service-worker.js': { file: fileURLToPath(new URL('preview/no-worker.js', import.meta.url)), type: 'text/javascript; charset=utf-8' },
  '/preview/page.css': { file: fileURLToPath(new URL('preview/page.css', import.meta.url)), type: 'text/css; charset=utf-8' },
};
const pageParts = '<link rel="stylesheet" href="/preview/page.css">\n<script type="module" src="/preview/page.js"></script>\n';

/** "/packs/M2.en.0123456789.pack", as the site names it, though the hash may be of an older one; or as the page here asks. */
const packPath = /^\/packs\/([\w.-]+)\.[0-9a-f]{10}\.pack$|^\/preview\/packs\/([\w.-]+)$/;

/** What pages are told: a mark for each pack that changes with it, and coursec's lines when the content has faults.
 * @typedef {{ packs: Record<string, string>, faults: string[] }} State */

/**
 * @typedef {object} Preview
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, site: string) => boolean} answer
 *   true when the request was one for the preview
 * @property {() => void} close
 */

/** Is the asker on this machine? @param {import('node:http').IncomingMessage} request */
const isNear = (request) => /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '');

/**
 * Runs the course compiler. Gives its complaints, one a line; none when the packs were written.
 * @param {{ coursec: string, content: string, packs: string }} paths
 * @returns {Promise<string[]>}
 */
function compile({ coursec, content, packs }) {
  return new Promise((done) => {
    const run = spawn(coursec, [content, packs], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    run.stderr.setEncoding('utf8').on('data', (text) => { said += text; });
    run.on('error', (error) => done([`The course compiler does not run: ${error.message}. Build it with: web/serve --build-only`]));
    run.on('close', (status) => done(status === 0 ? [] : said.trimEnd().replaceAll(content, basename(content)).split('\n').filter((line) => !line.endsWith('(advice)'))));
  });
}

/**
 * @param {{ coursec: string, content: string, packs: string }} paths the compiler, the author's files, where packs go
 * @returns {Preview}
 */
export function createPreview(paths) {
  /** @type {Set<import('node:http').ServerResponse>} */
  const listeners = new Set();
  /** @type {string[]} */
  let faults = [];

  /** @returns {State} */
  const state = () => ({
    packs: Object.fromEntries(readdirSync(paths.packs).filter((file) => file.endsWith('.pack')).map((file) =>
      [basename(file, '.pack'), createHash('sha256').update(readFileSync(join(paths.packs, file))).digest('hex').slice(0, 10)])),
    faults,
  });
  const told = () => `data: ${JSON.stringify(state())}\n\n`;

  let running = false;
  let again = false;
  async function recompile() {
    again = running;
    if (running) return;
    running = true;
    faults = await compile(paths);
    running = false;
    console.log(faults.length === 0 ? 'The course was compiled again.' : faults.join('\n'));
    for (const listener of listeners) listener.write(told());
    if (again) void recompile();
  }

  /** @type {NodeJS.Timeout | undefined} */
  let settling;
  /** @type {Map<string, import('node:fs').FSWatcher>} */
  const watchers = new Map();
  function saved(/** @type {string | null} */ name) {
    if (name !== null && !name.endsWith('.json') && !existsSync(join(paths.content, name))) return; // an editor's own file
    clearTimeout(settling);
    settling = setTimeout(() => { watchFolders(); void recompile(); }, settleMilliseconds);
  }
  /** One watcher a folder: not every node can watch a tree on Linux. */
  function watchFolders() {
    const folders = ['.', ...readdirSync(paths.content, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)];
    for (const [folder, watcher] of watchers) {
      if (folders.includes(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders.filter((name) => name !== 'schemas' && !watchers.has(name))) {
      watchers.set(folder, watch(join(paths.content, folder), (_, name) => saved(name)).on('error', () => watchers.delete(folder)));
    }
  }
  watchFolders();

  /** @param {import('node:http').ServerResponse} response @param {string} type @param {Buffer | string} content */
  function give(response, type, content) {
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(response.req.method === 'HEAD' ? undefined : content);
  }

  return {
    answer(request, response, site) {
      if (!isNear(request)) return false;
      const path = (request.url ?? '/').split(/[?#]/, 1)[0];
      const own = ownFiles[path];
      if (own) {
        give(response, own.type, readFileSync(own.file));
        return true;
      }
      if (path === '/' || path === '/index.html') {
        const html = readFileSync(join(site, 'index.html'), 'utf8');
        give(response, 'text/html; charset=utf-8', html.replace('</head>', `${pageParts}</head>`));
        return true;
      }
      const named = packPath.exec(path);
      const pack = named?.[1] ?? named?.[2];
      if (pack && existsSync(join(paths.packs, `${pack}.pack`))) {
        give(response, 'application/cbor', readFileSync(join(paths.packs, `${pack}.pack`)));
        return true;
      }
      if (path !== '/preview/events') return false;
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write(told());
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return true;
    },
    close() {
      clearTimeout(settling);
      for (const watcher of watchers.values()) watcher.close();
      for (const listener of listeners) listener.end();
    },
  };
}
