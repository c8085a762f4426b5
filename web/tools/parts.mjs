// Cuts the linked program in two, so that a first visit loads only what home and a plain lesson need:
//
//   node web/tools/parts.mjs PARTS.json BUILD_FOLDER PROGRAM
//
// makes PROGRAM.first.wasm and PROGRAM.rest.wasm of PROGRAM.wasm in that folder. parts.json names the source files of the
// rest, and its doors: the functions of the rest that the first part may call, each behind a check that the rest has
// come. Any other call would end the program, so it stops the build here. PROGRAM must have been linked with its
// functions' names as the compiler wrote them.

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
    .filter((/** @type {Compiled} */ { file }) => !file.startsWith('tests/'));
}

/** Names of functions in these objects: those that are there, and those that are called and lie elsewhere. @param {string} build @param {Compiled[]} compiled */
function functionsOf(build, compiled) {
  const out = execFileSync('emnm', ['-P', '-A', ...compiled.map(({ object }) => object)], { cwd: build, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  /** @type {Map<string, boolean>} and whether no other file can have it too */
  const here = new Map();
  /** @type {Map<string, string>} */
  const called = new Map();
  for (const [, object, name, type] of out.matchAll(/^(.*): (\S+) (\w)/gm)) {
    if (type === 'U') called.set(name, object);
    else if (/[tTwW]/.test(type)) here.set(name, /[tT]/.test(type));
  }
  return { here, called };
}

/** Who calls whom in the linked program. @param {string} program */
function callsIn(program) {
  const out = execFileSync('wasm-opt', ['--enable-mutable-globals', '--print-call-graph', program], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  /** @type {Map<string, string[]>} */
  const calls = new Map();
  const entrances = new Set(); // what the page or a pointer calls
  for (const [, name, style] of out.matchAll(/^ {2}"(.+)" \[style="(.+)"\];$/gm)) {
    if (!calls.has(name)) calls.set(name, []);
    if (/rounded|gray/.test(style)) entrances.add(name);
  }
  for (const [, from, to] of out.matchAll(/^ {2}"(.+)" -> "(.+)"; \/\/ call$/gm)) calls.get(from)?.push(to);
  if (entrances.size === 0) throw new Error('The program was linked without the names of its functions.');
  return { calls, entrances };
}

/** How the compiler begins the name of "screens::drawExam". @param {string} door */
const mangled = (door) => new RegExp(`^_ZNK?${door.split('::').map((part) => part.length + part).join('')}E`);

/**
 * The functions of the rest by their files: `owns`, and whether it is a door.
 * @param {string} build @param {Parts} parts
 */
function functionsOfRest(build, { rest, doors }) {
  const compiled = compiledIn(build);
  const missing = rest.filter((file) => !compiled.some((each) => each.file === file));
  if (missing.length > 0) throw new Error(`parts.json names files that are not compiled: ${missing.join(', ')}.`);
  const first = functionsOf(build, compiled.filter(({ file }) => !rest.includes(file)));
  const later = functionsOf(build, compiled.filter(({ file }) => rest.includes(file)));
  const only = new Map([...later.here].filter(([name]) => !first.here.has(name)));
  const patterns = doors.map(mangled);
  const isDoor = (/** @type {string} */ name) => patterns.some((door) => door.test(name));
  const wrong = [...first.called].filter(([name]) => only.has(name) && !isDoor(name));
  if (wrong.length > 0) {
    throw new Error(`The program's first part calls into the rest other than by a door of parts.json:\n${wrong.map(([name, object]) => `  ${object}: ${name}`).join('\n')}`);
  }
  // Linking appends a number where two files have a function of one name.
  const known = (/** @type {string} */ name) => only.get(name) ?? only.get(name.replace(/[._]\d+$/, ''));
  return { has: (/** @type {string} */ name) => known(name) !== undefined, owns: (/** @type {string} */ name) => known(name) === true, isDoor, doors };
}

/**
 * All that the first part never comes to without going through a door: the files of the rest, and what only they use.
 * @param {string} program @param {ReturnType<typeof functionsOfRest>} rest
 */
function functionsToCut(program, rest) {
  const { calls, entrances } = callsIn(program);
  // Of functions that came out alike the linker keeps one, under either name. So what a pointer leads to belongs to the
  // rest for certain only when it comes to a function of the rest that does something of its own.
  /** @type {Map<string, boolean>} */
  const certain = new Map();
  const isCertain = (/** @type {string} */ name) => {
    const before = certain.get(name);
    if (before !== undefined) return before;
    const called = calls.get(name) ?? [];
    certain.set(name, rest.owns(name) && called.length > 0); // also ends a circle
    if (rest.has(name) && called.some(isCertain)) certain.set(name, true);
    return certain.get(name) === true;
  };
  const kept = new Set([...entrances].filter((name) => !isCertain(name)));
  for (const name of kept) {
    for (const called of calls.get(name) ?? []) if (!rest.isDoor(called)) kept.add(called);
  }
  const cut = [...calls.keys()].filter((name) => !kept.has(name));
  // The linker folds a very small function into its caller, and what it calls would come to the first part unnoticed.
  const gone = rest.doors.filter((door) => !cut.some((name) => mangled(door).test(name)));
  if (gone.length > 0) throw new Error(`The linker has left no function for these doors of parts.json: ${gone.join(', ')}. Let them do something of their own.`);
  return cut;
}

const [partsFile, build, name] = process.argv.slice(2);
const program = join(build, `${name}.wasm`);
const made = [join(build, `${name}.first.wasm`), join(build, `${name}.rest.wasm`)];
const scratch = mkdtempSync(join(tmpdir(), 'parts-'));
try {
  const list = join(scratch, 'functions');
  writeFileSync(list, functionsToCut(program, functionsOfRest(build, JSON.parse(readFileSync(partsFile, 'utf8')))).join('\n'));
  const cut = [join(scratch, 'first.wasm'), join(scratch, 'rest.wasm')];
  execFileSync('wasm-split', ['--enable-mutable-globals', program, `--split-funcs=@${list}`, '-o1', cut[0], '-o2', cut[1]], { stdio: 'inherit' });
  cut.forEach((part, i) => execFileSync('wasm-opt', ['--enable-mutable-globals', '-Oz', '--converge', part, '-o', made[i]], { stdio: 'inherit' }));
} catch (error) {
  console.error(`error: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
