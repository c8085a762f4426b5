// A web host as people meet it: it goes away, holds a file back half-way, hands out something else, and has a newer version one day. Knows no
// browser.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSiteServer } from '../../web/tools/server.mjs';
import { root } from './support.mjs';

export const builtSite = process.env.PORTAL_SITE ?? join(root, 'build/site');

/**
 * The site with one text of the course changed, as the next deployment would be: what is unchanged keeps its name.
 * @param {{ file: string, from: string, to: string }} change in content/
 * @returns {{ site: string, remove: () => void }}
 */
export function newerSite({ file, from, to }) {
  const folder = mkdtempSync(join(tmpdir(), 'service academy '));
  const [content, packs, site] = ['content', 'packs', 'site'].map((name) => join(folder, name));
  const coursec = join(root, 'build/native/coursec');
  assert.ok(existsSync(coursec), 'The course compiler is not built; web/serve --build-only builds it.');
  cpSync(join(root, 'content'), content, { recursive: true });
  const words = readFileSync(join(content, file), 'utf8');
  assert.ok(words.includes(from), from);
  writeFileSync(join(content, file), words.replace(from, () => to));
  assert.equal(spawnSync(coursec, [content, packs]).status, 0);
  cpSync(builtSite, site, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'web/tools/site.mjs'), '--packs', packs, '--out', site], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return { site, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export class Host {
  /** @param {{ site?: string, under?: string }} [options] under: the folder of the host that the site lies in, "/academy" */
  constructor({ site = builtSite, under = '' } = {}) {
    this.under = under;
    this.port = 0;
    /** Paths that were asked for, without the site's own folder. @type {string[]} */
    this.asked = [];
    /** What comes half and then no further. @type {RegExp | null} */
    this.stuck = null;
    /** What somebody in between answers with a page of their own. @type {RegExp | null} */
    this.captured = null;
    this.serve(site);
  }

  /** From now on this is the site. @param {string} site */
  serve(site) { this.site = createSiteServer(site); }

  async start() {
    this.server = createServer((request, response) => {
      const url = request.url ?? '/';
      if (!url.startsWith(`${this.under}/`)) return response.writeHead(404).end();
      request.url = url.slice(this.under.length);
      this.asked.push(request.url);
      if (this.captured?.test(request.url)) return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Please sign in</title>');
      if (this.stuck?.test(request.url)) halve(response);
      this.site?.emit('request', request, response);
    });
    await new Promise((listening) => this.server?.listen(this.port, '127.0.0.1', () => listening(undefined)));
    this.port = /** @type {import('node:net').AddressInfo} */ (this.server.address()).port;
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise((closed) => { if (this.server) this.server.close(closed); else closed(undefined); });
  }

  get address() { return `http://127.0.0.1:${this.port}${this.under}/`; }
}

/** Half of the file, and never the rest. @param {import('node:http').ServerResponse} response */
function halve(response) {
  const write = response.write.bind(response);
  let sent = false;
  response.write = /** @type {any} */ ((/** @type {Buffer} */ part) => {
    if (!sent) write(part.subarray(0, Math.floor(part.length / 2)));
    sent = true;
    return true;
  });
  response.end = /** @type {any} */ (() => response);
}
