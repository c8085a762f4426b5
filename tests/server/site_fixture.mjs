// A page, an engine and two packs of a few lines, to assemble sites from in tests. Knows the options of
// web/tools/site.mjs; must not know what the real portal contains.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Which source tree is whose, from the lock file. @param {string} name */
function sourceFolder(name) {
  const lock = readFileSync(join(projectRoot, 'web/tools/sources.lock'), 'utf8');
  const [, option, source] = /** @type {string} */ (lock.split('\n').find((line) => line.startsWith(`${name} `))).split(/\s+/);
  const version = source.split('=')[1].split(/[+-]/)[0];
  return process.env[option] ?? join(projectRoot, 'build/sources', `${name}-${version}`);
}

export class SiteFixture {
  constructor() {
    // A space in the path, because a path may have one.
    this.folder = mkdtempSync(join(tmpdir(), 'service academy '));
    this.site = join(this.folder, 'site');
    this.put('page/index.html', '<!doctype html><html><head><meta name="theme-color" content="#FAF8F4" media="(prefers-color-scheme: light)"><link rel="stylesheet" href="%PAGE_CSS%"></head><body><script type="module" src="%PAGE_JS%"></script></body></html>');
    this.put('page/page.css', 'body { margin: 0; }');
    this.put('page/page.js', [
      "import { wasm, rest, packs, fonts, version } from 'site-assets';",
      "globalThis.siteAssets = { wasm, rest, packs, fonts, version };",
      "export const start = async () => (await import('portal-engine')).default();",
    ].join('\n'));
    this.put('engine/portal.mjs', 'export default () => new URL("portal.wasm", import.meta.url).href;');
    this.put('engine/portal.first.wasm', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    this.put('engine/portal.rest.wasm', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    this.put('engine/CMakeCache.txt', [
      `PORTAL_IMGUI_DIR:PATH=${sourceFolder('imgui')}`,
      `PORTAL_SDL2_DIR:PATH=${sourceFolder('sdl2')}`,
      `PORTAL_UNIBREAK_DIR:PATH=${sourceFolder('libunibreak')}`,
      `PORTAL_EMSCRIPTEN_ROOT:PATH=${emscriptenRoot()}`,
    ].join('\n'));
    this.put('packs/course.en.pack', 'course '.repeat(50));
    this.put('packs/M2.en.pack', 'module '.repeat(50));
    this.put('packs/M2.zh-CN.pack', 'module too '.repeat(50));
    this.put('page/worker/service-worker.js', [
      "import { page, shell, later } from 'site-contents';",
      'Object.assign(globalThis, { kept: { page, shell, later } });',
    ].join('\n'));
    this.put('assets/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="100" fill="#0F6E6A"/></svg>');
  }

  /** @param {string} name @param {string | Buffer} content */
  put(name, content) {
    const place = join(this.folder, name);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }

  /** @returns {Promise<{ status: number, output: string }>} */
  assemble() {
    const folders = ['page', 'engine', 'packs', 'fonts', 'assets', 'initials'].flatMap((name) => [`--${name}`, join(this.folder, name)]);
    const script = join(projectRoot, 'web/tools/site.mjs');
    return new Promise((resolve) => {
      execFile(process.execPath, [script, ...folders, '--out', this.site], (error, stdout, stderr) => {
        resolve({ status: error ? Number(error.code) : 0, output: stdout + stderr });
      });
    });
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The web build knows where Emscripten is; before there is one, Debian's place is assumed. */
function emscriptenRoot() {
  try {
    const cache = readFileSync(join(projectRoot, 'build/web/CMakeCache.txt'), 'utf8');
    return /^PORTAL_EMSCRIPTEN_ROOT:[A-Z]+=(.*)$/m.exec(cache)?.[1] ?? '/usr/share/emscripten';
  } catch {
    return '/usr/share/emscripten';
  }
}
