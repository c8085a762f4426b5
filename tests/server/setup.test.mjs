// The sentences that set-up ends with when it cannot go on: one each, with what happened and what to do. Run in a copy
// of the project whose PATH holds pretended system programs, so that no machine has to be broken for it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { projectRoot } from './site_fixture.mjs';

/** Programs that only look at text and files; everything else is pretended or absent. */
const honest = ['bash', 'sh', 'env', 'dirname', 'basename', 'cat', 'cut', 'sort', 'head', 'tail', 'tr', 'grep', 'awk', 'sed', 'mkdir', 'rm', 'mv', 'stat', 'sha256sum', 'printf', 'tar', 'gzip', 'xz', 'df', 'dd', 'cp', 'flock', 'id', 'find'];

/** @type {string} */
let folder;
/** @type {string} */
let bin;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service academy '));
  bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of honest) {
    const real = ['/usr/bin', '/bin'].map((place) => join(place, name)).find((path) => existsSync(path));
    if (real) symlinkSync(real, join(bin, name));
  }
  cpSync(join(projectRoot, 'web/tools'), join(folder, 'project/web/tools'), { recursive: true });
  cpSync(join(projectRoot, 'web/serve'), join(folder, 'project/web/serve'));
  cpSync(join(projectRoot, 'web/package-lock.json'), join(folder, 'project/web/package-lock.json'));
  // A fresh Debian: nothing needed is installed, and this is root.
  pretend('dpkg-query', 'exit 0');
  pretend('id', 'echo 0');
  pretend('apt-get', 'echo "Get:1 somewhere"; exit 0');
  pretend('df', 'printf "Avail\\n900000\\n"');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {string} script */
function pretend(name, script) {
  const place = join(bin, name);
  rmSync(place, { force: true });
  writeFileSync(place, `#!/bin/bash\n${script}\n`);
  chmodSync(place, 0o755);
}

/** @param {string} script below the project @param {string[]} options @param {Record<string, string>} [environment] */
function run(script, options, environment = {}) {
  const done = spawnSync(join(folder, 'project', script), options, {
    encoding: 'utf8',
    env: { PATH: bin, HOME: folder, ...environment },
    cwd: '/',
    timeout: 60_000,
  });
  return { status: done.status, said: done.stdout, sentence: done.stderr };
}

/** @param {{ status: number | null, sentence: string }} result @param {RegExp} expected */
function assertOneSentence(result, expected) {
  assert.equal(result.status, 1, result.sentence);
  assert.equal(result.sentence.trim().split('\n').length, 1, result.sentence);
  assert.match(result.sentence, expected);
  assert.doesNotMatch(result.sentence, /line \d+:|at .*\.mjs/);
}

test('everything that is missing is named with its reason, in one apt call that asks nothing', () => {
  pretend('apt-get', 'printf "%s|" "$DEBIAN_FRONTEND" "$@" >>"$HOME/calls"; echo >>"$HOME/calls"; echo "Get:1 somewhere"');
  const { said } = run('web/serve', ['--build-only']);
  assert.match(said, /^Installing from Debian:/m);
  assert.match(said, /^ {2}emscripten +compiles the portal to WebAssembly$/m);
  const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  assert.equal(calls.length, 2);
  assert.match(calls[0], /^noninteractive\|.*\|update\|$/);
  assert.match(calls[1], /^noninteractive\|.*\|install\|--yes\|--no-install-recommends\|.*\|emscripten\|/);
  assert.doesNotMatch(calls[1], /chromium/);
});

test('tests ask for the browser and the fuzzer in addition', () => {
  const { said } = run('web/tools/prepare', ['test']);
  assert.match(said, /^ {2}emscripten /m);
  assert.match(said, /^ {2}chromium /m);
  assert.match(said, /^ {2}clang /m);
});

test('without network', () => {
  pretend('apt-get', 'echo "Err:1 somewhere"; echo "  Temporary failure resolving somewhere"; [[ " $* " == *" update "* ]] || exit 100');
  assertOneSentence(run('web/serve', []), /^web\/serve: No network \(while reading Debian's package index\); nothing was changed\. Connect /);
});

test('without root and without sudo', () => {
  pretend('id', 'echo 1000');
  assertOneSentence(run('web/serve', []), /needs root, and this user has neither root nor a sudo .* nothing was changed\..*apt-get install -y --no-install-recommends emscripten /);
});

test('with a sudo that would ask for a password', () => {
  pretend('id', 'echo 1000');
  pretend('sudo', 'echo "sudo: a password is required" >&2; exit 1');
  assertOneSentence(run('web/serve', []), /neither root nor a sudo that asks nothing/);
});

test('with a sudo that asks nothing, apt runs through it', () => {
  pretend('id', 'echo 1000');
  pretend('sudo', '[[ $1 == -n ]] || exit 1; shift; echo "$*" >>"$HOME/sudo-calls"; exec "$@"');
  pretend('true', 'exit 0');
  run('web/serve', ['--build-only']);
  assert.match(readFileSync(join(folder, 'sudo-calls'), 'utf8'), /apt-get .* install --yes/);
});

test('with a disk that is too full to begin', () => {
  pretend('df', 'printf "Avail\\n12\\n"');
  assertOneSentence(run('web/serve', []), /disk is too full for the packages' archives: 12 MB are free at .* nothing was changed\./);
});

test('with a disk that has room for the packages, but not for the build', () => {
  withPackages();
  pretend('df', 'printf "Avail\\n12\\n"');
  assertOneSentence(run('web/serve', []), /disk is too full for the library sources and the build: 12 MB are free at .* and 700 MB are needed/);
});

test('with a disk that fills up on the way', () => {
  pretend('apt-get', '[[ " $* " == *" install "* ]] || { echo "Get:1"; exit 0; }; echo "E: You don\'t have enough free space in /var/cache/apt/archives/."; exit 100');
  assertOneSentence(run('web/serve', []), /^web\/serve: The disk is full \(while installing packages from Debian\); what was finished before is safe\. Free /);
});

test('on a system without apt', () => {
  rmSync(join(bin, 'apt-get'));
  assertOneSentence(run('web/serve', []), /this system has no apt to get them with; nothing was changed\. Use Debian 12 or newer/);
  rmSync(join(bin, 'dpkg-query'));
  assertOneSentence(run('web/serve', []), /^web\/serve: This system is not Debian, so emcc 3\.1\.6 or newer, .* nothing was changed\./);
});

test('with an emcc that is too old', () => {
  pretend('emcc', 'echo "emcc (Emscripten gcc/clang-like replacement) 3.1.5 (abc)"');
  pretend('node', 'echo v18.20.4');
  pretend('npm', 'exit 0');
  assertOneSentence(run('web/serve', []), /emcc on PATH \(.*\) is older than 3\.1\.6 or does not start; nothing was built\./);
});

test('an emcc and a node that are new enough are used as they are', () => {
  pretend('emcc', 'echo "emcc (Emscripten gcc/clang-like replacement) 3.1.69 (abc)"');
  pretend('node', 'echo v22.1.0');
  pretend('npm', 'exit 0');
  const { said } = run('web/serve', ['--build-only']);
  assert.match(said, /^ {2}cmake /m);
  assert.doesNotMatch(said, /^ {2}(emscripten|nodejs|npm) /m);
});

/** Lets set-up come as far as the library sources. */
function withPackages() {
  const list = readFileSync(join(projectRoot, 'web/tools/packages.list'), 'utf8');
  const names = list.split('\n').filter((line) => /^\w/.test(line)).map((line) => line.split(/\s+/)[1]);
  pretend('dpkg-query', `printf 'installed:%s ' ${names.join(' ')}`);
  pretend('emcc', 'echo "emcc 3.1.6 ()"');
  pretend('node', 'echo v18.20.4');
  pretend('npm', 'exit 0');
  pretend('apt-config', `echo "sourcelist='${folder}/none.list'"; echo "sourceparts='${folder}/parts'"`);
  mkdirSync(join(folder, 'parts'));
}

for (const [form, file, text] of [
  ['deb822', 'debian.sources', '# a comment\nTypes: deb\nURIs: http://first.test/security\nSuites: CODENAME-security\nComponents: main\n\nTypes: deb deb-src\nURIs: http://mirror.test/debian\nSuites: CODENAME CODENAME-updates\nComponents: main contrib\nSigned-By: /keys/own.gpg\n'],
  ['classic', 'debian.list', 'deb http://first.test/tools stable-tools main\n# deb http://off.test/debian CODENAME main\ndeb [arch=amd64 signed-by=/keys/own.gpg] http://mirror.test/debian CODENAME main contrib\n'],
]) {
  test(`the mirror for library sources is this machine's own, from its ${form} list`, () => {
    withPackages();
    const codename = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
    writeFileSync(join(folder, 'parts', file), text.replaceAll('CODENAME', codename));
    pretend('apt-get', 'echo "Get:1 somewhere"; [[ $3 == update ]] && exit 0; cp "${2%/*}/debian.sources" "$HOME"; exit 100');
    const result = run('web/serve', ['--build-only']);
    assertOneSentence(result, /does not have the source package imgui .* any more; nothing was changed\. .*-DPORTAL_IMGUI_DIR=/);
    const written = readFileSync(join(folder, 'debian.sources'), 'utf8');
    assert.match(written, /^URIs: http:\/\/mirror\.test\/debian$/m);
    assert.match(written, /^Suites: forky sid trixie$/m);
    assert.match(written, /^Signed-By: \/keys\/own\.gpg$/m);
  });
}

test('a library source with the wrong content is deleted and not used', () => {
  withPackages();
  writeFileSync(join(folder, 'parts/debian.sources'), 'Types: deb\nURIs: http://mirror.test/debian\nSuites: stable\nComponents: main\n');
  pretend('apt-get', 'echo "Get:1 somewhere"; [[ $3 == update ]] || echo changed >imgui_1.92.2b+ds.orig.tar.xz');
  assertOneSentence(run('web/serve', ['--build-only']), /does not have the SHA-256 that .* pins; it was deleted and nothing of it is used\./);
  assert.ok(!existsSync(join(folder, 'project/build/sources/.download')));
  assert.ok(!existsSync(join(folder, 'project/build/sources/imgui-1.92.2b')));
});

test('an apt configuration without a Debian mirror', () => {
  withPackages();
  assertOneSentence(run('web/serve', ['--build-only']), /names no Debian mirror; nothing was changed\. .*PORTAL_IMGUI_DIR/);
});

test('sources that are named by hand are not fetched', () => {
  withPackages();
  pretend('npm', 'echo "npm error code ENOTFOUND" >&2; exit 1');
  const named = { PORTAL_IMGUI_DIR: folder, PORTAL_SDL2_DIR: folder, PORTAL_UNIBREAK_DIR: folder };
  assertOneSentence(run('web/serve', ['--build-only'], named), /^web\/serve: No network \(while getting npm packages\)/);
});

test('an occupied port is said before anything is installed or built', async () => {
  const holder = createServer();
  await new Promise((resolve) => holder.listen(0, '127.0.0.1', () => resolve(undefined)));
  const port = /** @type {import('node:net').AddressInfo} */ (holder.address()).port;
  const result = run('web/serve', ['--port', String(port)]);
  holder.close();
  assertOneSentence(result, new RegExp(`^web/serve: Port ${port} is occupied by another program; nothing was changed\\. Choose another with: web/serve --port`));
  assert.equal(result.said, '');
});

test('options that do not exist or make no sense', () => {
  assertOneSentence(run('web/serve', ['--prot', '80']), /There is no option '--prot'; nothing was changed\./);
  assertOneSentence(run('web/serve', ['--port', 'eighty']), /'eighty' is not a port number/);
  assertOneSentence(run('web/serve', ['--port', '70000']), /'70000' is not a port number/);
  assertOneSentence(run('web/serve', ['--port']), /--port needs a value/);
});
