// What web/tools/site.mjs promises: hashed names that the page can learn, compressed forms, complete notices, and an
// old site that survives a broken build.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { SiteFixture } from './site_fixture.mjs';

/** @type {SiteFixture} */
let fixture;

before(async () => {
  fixture = new SiteFixture();
  const { status, output } = await fixture.assemble();
  assert.equal(status, 0, output);
});
after(() => fixture.remove());

/** @param {string} name */
const inSite = (name) => join(fixture.site, name);
/** @param {string} folder @param {RegExp} pattern */
const nameIn = (folder, pattern) => {
  const found = readdirSync(inSite(folder)).filter((name) => pattern.test(name));
  assert.equal(found.length, 1, `${pattern} in ${folder}: ${found.join(', ')}`);
  return `${folder}/${found[0]}`;
};

test('packs and wasm have names that change with their content, and the page knows them', () => {
  const pack = nameIn('packs', /^M2\.en\.[0-9a-f]{10}\.pack$/);
  const wasm = nameIn('assets', /^portal\.[0-9a-f]{10}\.wasm$/);
  const script = readFileSync(inSite(nameIn('assets', /^page\.[0-9A-Z]{8}\.js$/)), 'utf8');
  assert.ok(script.includes(pack));
  assert.ok(script.includes(wasm));
  assert.ok(script.includes(nameIn('assets', /^portal-rest\.[0-9a-f]{10}\.wasm$/)));
});

test('index.html names the bundled script and style and asks early for engine and wasm', () => {
  const html = readFileSync(inSite('index.html'), 'utf8');
  assert.match(html, /src="assets\/page\.[0-9A-Z]{8}\.js"/);
  assert.match(html, /href="assets\/page\.[0-9A-Z]{8}\.css"/);
  assert.match(html, /rel="modulepreload" href="assets\/portal\.[0-9A-Z]{8}\.js"/);
  assert.match(html, /rel="preload" href="assets\/portal\.[0-9a-f]{10}\.wasm"/);
  assert.ok(!html.includes('%'));
});

test('every compressible file has a brotli and a gzip form with the same content', () => {
  const pack = inSite(nameIn('packs', /^course\.en\.[0-9a-f]{10}\.pack$/));
  for (const file of [inSite('index.html'), inSite('notices.html'), inSite('assets/icon.svg'), pack]) {
    const content = readFileSync(file);
    assert.deepEqual(brotliDecompressSync(readFileSync(`${file}.br`)), content);
    assert.deepEqual(gunzipSync(readFileSync(`${file}.gz`)), content);
  }
});

test('the notices hold the licence of everything that is compiled in', () => {
  const notices = readFileSync(inSite('notices.txt'), 'utf8');
  for (const words of ['Omar Cornut', 'Sam Lantinga', 'Wu Yongwei', 'Niels Lohmann', 'Sean Barrett', 'The Emscripten Authors', 'Rich Felker', 'Service Academy contributors']) {
    assert.ok(notices.includes(words), `${words} is not in the notices`);
  }
});

test('a second run with nothing changed touches no file', async () => {
  const names = ['index.html', 'index.html.br', 'notices.txt.gz'];
  const times = () => names.map((name) => statSync(inSite(name)).mtimeMs);
  const before = times();
  const { output } = await fixture.assemble();
  assert.match(output, /unchanged/);
  assert.deepEqual(times(), before);
});

test('a page that does not bundle is named with its line, and the old site stays', async () => {
  fixture.put('page/page.js', "import './nowhere.js';\n");
  const { status, output } = await fixture.assemble();
  assert.equal(status, 1);
  assert.match(output, /page\.js:1: Could not resolve/);
  assert.match(output, /from before is untouched/);
  assert.ok(existsSync(inSite('index.html')));
});

test('a missing licence text stops the build', async () => {
  const cache = readFileSync(join(fixture.folder, 'engine/CMakeCache.txt'), 'utf8');
  fixture.put('page/page.js', 'export {};\n');
  fixture.put('engine/CMakeCache.txt', cache.replace(/PORTAL_SDL2_DIR:PATH=.*/, `PORTAL_SDL2_DIR:PATH=${fixture.folder}`));
  const { status, output } = await fixture.assemble();
  assert.equal(status, 1);
  assert.match(output, /licence text of SDL is missing/);
});

test('a course that was not compiled stops the build', async () => {
  rmSync(join(fixture.folder, 'packs'), { recursive: true });
  const { status, output } = await fixture.assemble();
  assert.equal(status, 1);
  assert.match(output, /no course packs/);
});
