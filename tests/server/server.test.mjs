// What web/tools/server.mjs promises: right types, strict headers, the best encoding, and no way out of the site.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createSiteServer } from '../../web/tools/server.mjs';
import { SiteFixture, projectRoot } from './site_fixture.mjs';

/** @type {SiteFixture} */
let fixture;
/** @type {import('node:http').Server} */
let server;
/** @type {number} */
let port;

before(async () => {
  fixture = new SiteFixture();
  const { status, output } = await fixture.assemble();
  assert.equal(status, 0, output);
  fixture.put('secret.txt', 'not part of the site');
  server = createSiteServer(fixture.site);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
});
after(() => {
  server.close();
  fixture.remove();
});

/**
 * Asks with the path exactly as given; fetch would tidy it up first.
 * @param {string} path @param {{ method?: string, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function ask(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Where the page says a file is. @param {RegExp} pattern */
async function named(pattern) {
  const { body } = await ask('/');
  const found = pattern.exec(body.toString());
  assert.ok(found, `${pattern} in the page`);
  return `/${found[0]}`;
}
const wasmName = () => named(/assets\/portal\.[0-9a-f]{10}\.wasm/);

test('each type is exactly what browsers ask for', async () => {
  const script = await named(/assets\/page\.[0-9A-Z]{8}\.js/);
  const page = (await ask(script)).body.toString();
  const pack = `/${/packs\/M2\.en\.[0-9a-f]{10}\.pack/.exec(page)?.[0]}`;
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    [await wasmName(), 'application/wasm'],
    [script, 'text/javascript; charset=utf-8'],
    [pack, 'application/cbor'],
    ['/assets/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/notices.txt', 'text/plain; charset=utf-8'],
    ['/service-worker.js', 'text/javascript; charset=utf-8'],
    ['/manifest.en.webmanifest', 'application/manifest+json; charset=utf-8'],
  ]) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers['content-type'], type, path);
  }
});

test('every answer carries the security headers, also the ones that say no', async () => {
  for (const path of ['/', '/nothing.html', await wasmName()]) {
    const { headers } = await ask(path);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    assert.match(policy, /worker-src 'self'; /);
    assert.match(policy, /manifest-src 'self'; /);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.ok(headers['permissions-policy']);
  }
});

test('hashed names are kept for a year, everything else is asked for again', async () => {
  assert.equal((await ask(await wasmName())).headers['cache-control'], 'public, max-age=31536000, immutable');
  for (const path of ['/', '/notices.html', '/assets/icon.svg', '/service-worker.js', '/manifest.en.webmanifest']) {
    assert.equal((await ask(path)).headers['cache-control'], 'no-cache', path);
  }
});

test('asking again for what has not changed is answered with 304', async () => {
  const first = await ask('/');
  const again = await ask('/', { headers: { 'If-None-Match': String(first.headers.etag) } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('brotli is preferred to gzip, and a browser that takes neither gets the file itself', async () => {
  const plain = await ask('/');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(plain.headers.vary, 'Accept-Encoding');
  const both = await ask('/', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } });
  assert.equal(both.headers['content-encoding'], 'br');
  assert.equal(both.headers['content-type'], 'text/html; charset=utf-8');
  assert.deepEqual(brotliDecompressSync(both.body), plain.body);
  const gzip = await ask('/', { headers: { 'Accept-Encoding': 'gzip, br;q=0' } });
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(gzip.body), plain.body);
  assert.notEqual(both.headers.etag, gzip.headers.etag);
});

test('HEAD answers like GET, without the content', async () => {
  const got = await ask('/');
  const head = await ask('/', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.headers['content-length'], String(got.body.length));
  assert.equal(head.body.length, 0);
});

test('other methods are refused', async () => {
  const { status, headers } = await ask('/', { method: 'POST' });
  assert.equal(status, 405);
  assert.equal(headers.allow, 'GET, HEAD');
});

test('an unknown path is a sentence, not a stack', async () => {
  for (const path of ['/nothing.html', '/packs/', '/assets', '/nothing']) {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.match(body.toString(), /^There is no such page here\./);
  }
});

test('no path leads out of the site', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/%2e%2e%5csecret.txt', '/\0', '/%00', '/%', '//secret.txt', 'secret.txt']) {
    let status = 400;
    try {
      const answer = await ask(path);
      status = answer.status;
      assert.ok(!answer.body.toString().includes('not part of the site'), path);
    } catch (error) {
      assert.match(String(error), /unescaped characters|ECONNRESET|socket hang up/, path);
    }
    assert.ok(status === 404 || status === 400, `${path} answered ${status}`);
  }
});

/** @param {string[]} options @returns {Promise<{ status: number, stderr: string }>} */
const run = (options) =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(projectRoot, 'web/tools/server.mjs'), ...options], { timeout: 10_000 }, (error, _, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stderr });
    });
  });

test('an occupied port is one sentence that names the option', async () => {
  const holder = createServer();
  await new Promise((resolve) => holder.listen(0, '127.0.0.1', () => resolve(undefined)));
  const taken = /** @type {import('node:net').AddressInfo} */ (holder.address()).port;
  const { status, stderr } = await run(['--site', fixture.site, '--port', String(taken)]);
  holder.close();
  assert.equal(status, 1);
  assert.equal(stderr, `web/serve: Port ${taken} is occupied by another program; the site is built and safe in build/site. Choose another with: web/serve --port ${taken + 1}\n`);
});

test('a site that is not built is one sentence that says how to build it', async () => {
  const { status, stderr } = await run(['--site', join(fixture.folder, 'nowhere'), '--port', '0']);
  assert.equal(status, 1);
  assert.match(stderr, /^web\/serve: There is no finished site in .*--build-only\n$/);
});
