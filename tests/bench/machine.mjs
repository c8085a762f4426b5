// What is measured without a browser: how quiet the machine is, how long builds take, what a frame costs natively.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spread } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The same sum, fifteen times: on a quiet machine the times hardly differ. */
export function noise() {
  const times = [];
  let kept = 0;
  for (let run = 0; run < 15; run++) {
    const begin = performance.now();
    let x = 1;
    for (let i = 0; i < 4e7; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    times.push(performance.now() - begin);
    kept ^= x;
  }
  return { ...spread(times), checksum: kept, load: loadavg()[0] };
}

export function machine() {
  const chromium = spawnSync('/usr/bin/chromium', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? 'unknown';
  const commit = spawnSync('git', ['-C', root, 'log', '-1', '--format=%h'], { encoding: 'utf8' }).stdout?.trim() ?? 'unknown';
  return { cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', node: process.version, chromium, commit };
}

/** @returns {Record<string, { nodes: number, unchanged: number, scrolled: number, resized: number }>} microseconds */
export function framesNatively() {
  return JSON.parse(execFileSync(join(root, 'build/native/frame_bench'), [join(root, 'build/packs')], { encoding: 'utf8' }));
}

/** @param {string} name @param {string} start */
const sourceFolder = (name, start) => process.env[name] ?? join(root, 'build/sources', readdirSync(join(root, 'build/sources')).find((folder) => folder.startsWith(start)) ?? start);

/**
 * Seconds of `web/serve --build-only` in a clone of the last commit: from nothing, and five times more with nothing changed.
 * The library sources and npm packages of this checkout are used, so that building is measured and not the network.
 */
export function builds() {
  const clone = join(root, 'build/bench/clone');
  rmSync(clone, { recursive: true, force: true });
  mkdirSync(join(root, 'build/bench'), { recursive: true });
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  cpSync(join(root, 'web/node_modules'), join(clone, 'web/node_modules'), { recursive: true, verbatimSymlinks: true });
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env, PORTAL_IMGUI_DIR: sourceFolder('PORTAL_IMGUI_DIR', 'imgui-'), PORTAL_SDL2_DIR: sourceFolder('PORTAL_SDL2_DIR', 'sdl2-'), PORTAL_UNIBREAK_DIR: sourceFolder('PORTAL_UNIBREAK_DIR', 'libunibreak-') };
  delete environment.PORTAL_TURN; // the clone is another checkout, with a turn of its own
  const build = () => {
    const begin = performance.now();
    execFileSync(join(clone, 'web/serve'), ['--build-only'], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    return (performance.now() - begin) / 1000;
  };
  try {
    const clean = build();
    if (!existsSync(join(clone, 'build/site/index.html'))) throw new Error('The clone was built, but its site is not there.');
    return { clean, unchanged: spread([build(), build(), build(), build(), build()]) };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}
