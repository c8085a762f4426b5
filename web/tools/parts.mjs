// Cuts the linked program in two, so that a first visit loads only what home and a plain lesson need:
//
//   node web/tools/parts.mjs PARTS.json BUILD_FOLDER PROGRAM
//
// makes PROGRAM.first.wasm and PROGRAM.rest.wasm of PROGRAM.wasm in that folder. parts.json names the source files of the rest, and its doors: the functions of the rest that the first part may call,
// each behind a check that the rest has come. Any other call would end the program, so it stops the build here.
// PROGRAM must have been linked with its functions' names as the compiler wrote them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @typedef {{ rest: string[], doors: string[] }} Parts */
/** @typedef {{ file: string, object: string }} Compiled */

/** What was compiled for the program, as the build itself recorded it. @param {string} build @returns {Compiled[]} */
function compiledIn(build) {
  return JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8'))
    .map((/** @type {{ file: string, command: string }} */ { file, command }) => ({ file: relative(root, file), object: / -o (\S+)/.exec(command)?.[1] ?? '' }))
    .filter((/** @type {Compiled} */ { object }) => !object.startsWith('CMakeFiles/unit_tests.dir/'));
}

/** Names of functions in these objects: those that are there, and those that are called and lie elsewhere. @param {string} build @param {Compiled[]} compiled */
function functionsOf(build, compiled) {
  const out = execFileSync('emnm', ['-P', '-A', ...compiled.map(({ object }) => object)], { cwd: build, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const here = new Set();
  const called = new Map();
  for (const [, object, name, type] of out.matchAll(/^(.*): (\S+) (\w)/gm)) {
    if (type === 'U') called.set(name, object);
    else if (/[tTwW]/.test(type)) here.add(name);
  }
  return { here, called };
}

/** The names in a program's own list of functions. @param {Buffer} wasm @returns {string[]} */
function namesIn(wasm) {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), 'name');
  if (section === undefined) throw new Error('The program was linked without the names of its functions.');
  const bytes = new Uint8Array(section);
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const names = [];
  const functions = 1; // the kind of subsection
  while (at < bytes.length) {
    const kind = bytes[at++];
    const end = number() + at;
    for (let count = kind === functions ? number() : 0; count > 0; count--) {
      number();
      const length = number();
      names.push(Buffer.from(bytes.subarray(at, at + length)).toString('utf8'));
      at += length;
    }
    at = end;
  }
  return names;
}

/** How the compiler begins the name of "screens::drawExam". @param {string} door */
const mangled = (door) => new RegExp(`^_ZNK?${door.split('::').map((part) => part.length + part).join('')}E`);

/** @param {string} build @param {Parts} parts @returns {Set<string>} functions that are in no file of the first part */
function functionsOfRest(build, { rest, doors }) {
  const compiled = compiledIn(build);
  const missing = rest.filter((file) => !compiled.some((each) => each.file === file));
  if (missing.length > 0) throw new Error(`parts.json names files that are not compiled: ${missing.join(', ')}.`);
  const first = functionsOf(build, compiled.filter(({ file }) => !rest.includes(file)));
  const later = functionsOf(build, compiled.filter(({ file }) => rest.includes(file)));
  const only = new Set([...later.here].filter((name) => !first.here.has(name)));
  const patterns = doors.map(mangled);
  const wrong = [...first.called].filter(([name]) => only.has(name) && !patterns.some((door) => door.test(name)));
  if (wrong.length > 0) {
    throw new Error(`The program's first part calls into the rest other than by a door of parts.json:\n${wrong.map(([name, object]) => `  ${object}: ${name}`).join('\n')}`);
  }
  return only;
}

const [partsFile, build, name] = process.argv.slice(2);
const program = join(build, `${name}.wasm`);
const made = [join(build, `${name}.first.wasm`), join(build, `${name}.rest.wasm`)];
const scratch = mkdtempSync(join(tmpdir(), 'parts-'));
try {
  const only = functionsOfRest(build, JSON.parse(readFileSync(partsFile, 'utf8')));
  // Linking appends a number where two files have a function of one name.
  const split = namesIn(readFileSync(program)).filter((name) => only.has(name) || only.has(name.replace(/[._]\d+$/, '')));
  const list = join(scratch, 'functions');
  writeFileSync(list, split.join('\n'));
  const cut = [join(scratch, 'first.wasm'), join(scratch, 'rest.wasm')];
  execFileSync('wasm-split', ['--enable-mutable-globals', program, `--split-funcs=@${list}`, '-o1', cut[0], '-o2', cut[1]], { stdio: 'inherit' });
  cut.forEach((part, i) => execFileSync('wasm-opt', ['--enable-mutable-globals', '-Oz', '--converge', part, '-o', made[i]], { stdio: 'inherit' }));
} catch (error) {
  console.error(`error: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
