// What the build writes so that the site can be installed and used without network: the service worker's list, the manifests, the icons.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { keptOffline } from '../../web/tools/site/worker.mjs';
import { SiteFixture, projectRoot } from './site_fixture.mjs';

/** @typedef {{ page: string, shell: import('../../web/tools/site/worker.mjs').Entry[], later: string[] }} Kept */

/** @type {SiteFixture} */
let fixture;
before(async () => {
  fixture = new SiteFixture();
  const { status, output } = await fixture.assemble();
  assert.equal(status, 0, output);
});
after(() => fixture.remove());

/** @param {string} name */
const read = (name) => readFileSync(join(fixture.site, name));
const files = () => readdirSync(fixture.site, { recursive: true, encoding: 'utf8' });

/** What the worker of the assembled site keeps. @returns {Kept} */
function kept() {
  const scope = createContext({});
  runInContext(read('service-worker.js').toString(), scope);
  return /** @type {any} */ (scope).kept;
}

describe('the service worker', () => {
  test('brings, before it counts as installed, the page, the program and the course in every language; each as it is in this site', () => {
    const { page, shell } = kept();
    const names = shell.map(({ url }) => url.replace(/\.[0-9a-f]{10}\.|\.[0-9A-Z]{8}\./, '.'));
    for (const name of ['index.html', 'notices.html', 'assets/page.js', 'assets/page.css', 'assets/portal.js', 'assets/portal.wasm', 'assets/icon.svg', 'packs/course.en.pack', 'manifest.en.webmanifest', 'manifest.zh-CN.webmanifest']) {
      assert.equal(names.filter((each) => each === name).length, 1, `${name} once in ${names}`);
    }
    assert.equal(shell.find(({ url }) => url === page)?.revision, null);
    for (const { url, revision, integrity } of shell) {
      const content = read(url);
      if (revision === null) assert.equal(integrity, `sha256-${createHash('sha256').update(content).digest('base64')}`, url);
      else assert.equal(revision, createHash('sha256').update(content).digest('hex').slice(0, 10), url);
    }
  });

  test('keeps every module, once it came', () => {
    const { later } = kept();
    assert.deepEqual(Array.from(later, (name) => name.replace(/\.[0-9a-f]{10}\./, '.')).sort(), ['packs/M2.en.pack', 'packs/M2.zh-CN.pack']);
    for (const name of later) read(name);
  });

  test('nothing large comes with the start that not everyone needs', () => {
    const { shell, later } = keptOffline(new Map([
      'index.html', 'assets/certificate.ABCDEFGH.js', 'assets/voice.ABCDEFGH.js', 'assets/page.ABCDEFGH.js.map', 'assets/screenshot.png', 'fonts/index.0123456789.json',
      'fonts/sans-a.0123456789.otf', 'notices.txt', 'packs/lab.en.0123456789.pack', 'packs/course.en.0123456789.pack',
    ].map((name) => [name, Buffer.from(name)])));
    assert.deepEqual(shell.map(({ url }) => url), ['index.html', 'assets/voice.ABCDEFGH.js', 'packs/course.en.0123456789.pack']);
    assert.deepEqual(later, ['assets/certificate.ABCDEFGH.js', 'fonts/index.0123456789.json', 'fonts/sans-a.0123456789.otf', 'packs/lab.en.0123456789.pack']);
  });

  test('is another one when anything that it keeps is', async () => {
    const before = read('service-worker.js').toString();
    fixture.put('packs/M2.zh-CN.pack', 'another module '.repeat(50));
    const { status, output } = await fixture.assemble();
    assert.equal(status, 0, output);
    assert.notEqual(read('service-worker.js').toString(), before);
  });

  test('stands with its licences in the notices', async () => {
    fixture.put('page/worker/service-worker.js', `import 'workbox-core';\nimport { page } from 'site-contents';\nglobalThis.kept = page;`);
    fixture.put('page/node_modules/workbox-core/package.json', readFileSync(join(projectRoot, 'web/node_modules/workbox-core/package.json')));
    fixture.put('page/node_modules/workbox-core/index.mjs', 'globalThis.workbox = true;');
    fixture.put('page/node_modules/workbox-core/index.js', 'globalThis.workbox = true;');
    fixture.put('page/node_modules/workbox-core/LICENSE', readFileSync(join(projectRoot, 'web/node_modules/workbox-core/LICENSE')));
    const { status, output } = await fixture.assemble();
    assert.equal(status, 0, output);
    assert.match(read('notices.txt').toString(), /workbox-core 7[^]*Copyright 2018 Google LLC/);
  });
});

describe('the manifests', () => {
  for (const [language, name] of Object.entries({ 'zh-CN': '服务学苑', 'en': 'Service Academy' })) {
    test(`in ${language}: name, looks and place, wherever the site lies`, () => {
      const manifest = JSON.parse(read(`manifest.${language}.webmanifest`).toString());
      assert.deepEqual([manifest.name, manifest.short_name, manifest.lang, manifest.display], [name, name, language, 'standalone']);
      assert.deepEqual([manifest.id, manifest.start_url, manifest.scope], ['./', './', './']);
    });
  }

  test('have the colour that the portal is drawn on', () => {
    const drawn = /makeLight\(\)[^]*?t\.background = rgb\(0x([0-9A-F]{6})\)/.exec(readFileSync(join(projectRoot, 'app/ui/theme.cpp'), 'utf8'))?.[1];
    const said = /theme-color" content="#([0-9A-F]{6})" media="\(prefers-color-scheme: light\)"/.exec(readFileSync(join(projectRoot, 'web/index.html'), 'utf8'))?.[1];
    assert.ok(drawn);
    assert.equal(said, drawn);
    assert.equal(JSON.parse(read('manifest.en.webmanifest').toString()).theme_color, `#${drawn}`);
  });

  test('name icons that are there, in the size that is said', () => {
    const { icons } = JSON.parse(read('manifest.en.webmanifest').toString());
    assert.deepEqual(icons.map((/** @type {any} */ icon) => `${icon.purpose} ${icon.sizes}`), ['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']);
    for (const { src, sizes, type } of icons) {
      const png = read(src);
      assert.equal(png.subarray(1, 4).toString(), 'PNG');
      assert.equal(type, 'image/png');
      assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, 'as the picture itself says');
    }
  });
});

test('an icon that cannot be continued to its edges stops the build, and the old site stays', async () => {
  fixture.put('assets/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>');
  const before = files();
  const { status, output } = await fixture.assemble();
  assert.equal(status, 1);
  assert.match(output, /icon has no ground/);
  assert.deepEqual(files(), before);
});
