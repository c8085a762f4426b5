// Slices Debian's Noto and Hanazono fonts into small files, so that one certificate loads only what its characters need.
// Knows fonts and code points; must not know how a certificate looks or how the site is put together.
//
//   node web/tools/certificate-fonts.mjs [--out build/fonts] [--fonts /usr/share/fonts]
//
// Writes one file per slice and index.json, which says what each slice holds (web/certificate/slices.js reads it).
// The same fonts, words and script give the same bytes; nothing is written when none of them changed.

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as fontkit from 'fontkit';
import { certificateCharacters, commonHan } from './certificate-characters.mjs';

const run = promisify(execFile);
const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {import('../certificate/slices.js').SliceIndex & { inputs: string }} BuiltIndex inputs: hash of what it was made from
 * @typedef {{ key: string, family: 'serif' | 'sans', script: 'latin' | 'han', file: string, package: string, member?: string, rare?: boolean }} FaceSource
 *   rare: only what the faces before it lack, in a lighter weight
 * @typedef {FaceSource & { path: string, place: number, font: fontkit.Font, characters: Set<number> }} OpenFace place: in a collection
 * @typedef {{ name: string, wanted: number[] }} PlannedSlice wanted: code points, in order
 */

/** Shapes of one typeface. Latin and Han come from different files: Noto's CJK files lack most Latin with diacritics. @type {FaceSource[]} */
const faces = [
  { key: 'serif-latin', family: 'serif', script: 'latin', file: 'truetype/noto/NotoSerifDisplay-Bold.ttf', package: 'fonts-noto-core' },
  { key: 'serif-han', family: 'serif', script: 'han', file: 'opentype/noto/NotoSerifCJK-Bold.ttc', package: 'fonts-noto-cjk', member: 'NotoSerifCJKsc-Bold' },
  { key: 'sans-latin', family: 'sans', script: 'latin', file: 'truetype/noto/NotoSans-Regular.ttf', package: 'fonts-noto-core' },
  { key: 'sans-han', family: 'sans', script: 'han', file: 'opentype/noto/NotoSansCJK-Regular.ttc', package: 'fonts-noto-cjk', member: 'NotoSansCJKsc-Regular' },
  // Unicode's later Han blocks, which names use now and then and no bold typeface holds.
  { key: 'serif-rare-a', family: 'serif', script: 'han', file: 'truetype/hanazono/HanaMinA.ttf', package: 'fonts-hanazono', rare: true },
  { key: 'serif-rare-b', family: 'serif', script: 'han', file: 'truetype/hanazono/HanaMinB.ttf', package: 'fonts-hanazono', rare: true },
];

/** Latin with its marks and punctuation; then what fewer names need: Latin's later blocks, Greek and Cyrillic. */
const latinSlices = {
  core: '20-7e,a0-ac,ae-17f,218-21b,2bb-2bd,2c6-2c7,2c9,2d8-2dd,300-36f,2010-2015,2018-201e,2020-2022,2026,2030,2032-2033,2039-203a,20ac,2116,2122',
  more: '180-36f,1e00-1eff',
  greek: '300-36f,370-3ff,1f00-1fff',
  cyrillic: '300-36f,400-52f',
};
const hanPunctuation = '2116,2122,2212,2260,2264-2265,d7,2014,2018-2019,201c-201d,2026,b7,3000-3017,301c,30fb,ff01-ff65,ffe5';
const scriptsBesideHan = { kana: '3041-30ff,31f0-31ff', bopomofo: '2c7,2c9-2cb,2d9,3105-312f,31a0-31bf' };
const hanBlocks = [[0x2e80, 0x2fdf], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], [0x20000, 0x323af]];
const hangulBlock = [0xac00, 0xd7a3];
/** At most so many characters in a slice: some 40 to 120 KB of outlines. */
const charactersPerSlice = 224;
const rareCharactersPerSlice = 112; // their outlines have more points

/** Slices of an earlier run; other files in the folder are not ours to remove. */
const ownFile = /^(serif|sans)-(latin|han|rare)-.+\.(ttf|otf)$/;

const plain = ['--no-hinting', '--desubroutinize', '--name-IDs=0,1,2,3,4,5,6,13,14'];
const layoutOf = {
  latin: ['--layout-features=kern,mark,mkmk,ccmp,locl', '--drop-tables=DSIG'],
  han: ['--layout-features=', '--drop-tables=GSUB,GPOS,GDEF,BASE,vhea,vmtx,VORG,DSIG'],
};

/** @param {string} text hexadecimal ranges, as hb-subset takes them @returns {number[]} */
function codePoints(text) {
  return text.split(',').flatMap((range) => {
    const [from, to = from] = range.split('-').map((digits) => parseInt(digits, 16));
    return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  });
}

/** The opposite: sorted code points as hexadecimal ranges. @param {number[]} sorted */
function ranges(sorted) {
  const parts = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end + 1] === sorted[end] + 1) end += 1;
    parts.push(end > start ? `${sorted[start].toString(16)}-${sorted[end].toString(16)}` : sorted[start].toString(16));
    start = end + 1;
  }
  return parts.join(',');
}

const inOrder = (/** @type {Iterable<number>} */ values) => [...new Set(values)].sort((left, right) => left - right);
const sha256 = (/** @type {(string | Buffer)[]} */ ...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** A sentence for the person at the keyboard, not a stack. */
export class FontToolError extends Error {}

/** @param {FaceSource} face @param {string} fontsFolder @returns {OpenFace} */
function openFace(face, fontsFolder) {
  const path = join(fontsFolder, face.file);
  if (!existsSync(path)) {
    throw new FontToolError(`The certificate's font ${path} is missing. Install Debian's package ${face.package}, or give the folder of the fonts with --fonts.`);
  }
  const opened = fontkit.openSync(path);
  const members = 'fonts' in opened ? opened.fonts : [opened];
  const place = face.member ? members.findIndex((font) => font.postscriptName === face.member) : 0;
  if (place < 0) throw new FontToolError(`${path} has no face named ${face.member}. Install Debian 12's ${face.package}.`);
  return { ...face, path, place, font: members[place], characters: new Set(members[place].characterSet) };
}

const codePointOf = (/** @type {string} */ character) => /** @type {number} */ (character.codePointAt(0));

/**
 * What each slice of one face should hold.
 * @param {OpenFace} face @param {number[]} fixedWords @param {Set<number>} had what the Han faces before it hold; empty for the first
 * @returns {PlannedSlice[]}
 */
function plan(face, fixedWords, had) {
  const held = (/** @type {Iterable<number>} */ wanted) => inOrder(wanted).filter((codePoint) => face.characters.has(codePoint));
  const grouped = (/** @type {number[]} */ list, /** @type {string} */ prefix) => {
    const most = face.rare ? rareCharactersPerSlice : charactersPerSlice;
    return Array.from({ length: Math.ceil(list.length / most) }, (_, group) => {
      const wanted = list.slice(group * most, (group + 1) * most);
      return { name: `${prefix}${wanted[0].toString(16)}`, wanted };
    });
  };
  if (face.script === 'latin') {
    return Object.entries(latinSlices).map(([name, text]) => ({ name, wanted: held(codePoints(text)) }));
  }
  const core = { name: 'core', wanted: held([...codePoints(hanPunctuation), ...fixedWords.filter((codePoint) => codePoint > 0x2e7f)]) };
  const everyHan = held(hanBlocks.flatMap(([from, to]) => [...face.characters].filter((codePoint) => codePoint >= from && codePoint <= to)));
  const gaps = everyHan.filter((codePoint) => !had.has(codePoint));
  if (face.rare) return grouped(gaps, '');
  // Names are set in the first family. The second one sets sentences, and fills the first one's gaps.
  if (had.size > 0) {
    return [core, ...grouped(held([...commonHan()].map(codePointOf)), 'common-'), { name: 'gaps', wanted: gaps }];
  }
  const beside = Object.entries(scriptsBesideHan).map(([name, text]) => ({ name, wanted: held(codePoints(text)) }));
  const hangul = held([...face.characters].filter((codePoint) => codePoint >= hangulBlock[0] && codePoint <= hangulBlock[1]));
  return [core, ...beside, ...grouped(everyHan, ''), ...grouped(hangul, '')];
}

/** @param {OpenFace} face @param {PlannedSlice} slice @param {string} drafts @param {string} outFolder */
async function cut(face, slice, drafts, outFolder) {
  const draft = join(drafts, `${face.key}-${slice.name}`);
  const held = ranges(slice.wanted);
  await run('hb-subset', [`--font-file=${face.path}`, `--face-index=${face.place}`, `--unicodes=${held}`, ...plain, ...layoutOf[face.script], `--output-file=${draft}`]);
  const bytes = readFileSync(draft);
  const file = `${face.key}-${slice.name}.${sha256(bytes).slice(0, 10)}.${face.file.endsWith('.ttf') ? 'ttf' : 'otf'}`;
  writeFileSync(join(outFolder, file), bytes);
  rmSync(draft);
  return { file, bytes: bytes.length, ranges: held };
}

function toolVersion() {
  try {
    return execFileSync('hb-subset', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  } catch {
    throw new FontToolError("hb-subset, which cuts the certificate's fonts, is missing. Install Debian's package libharfbuzz-bin.");
  }
}

/**
 * The index of an earlier run, when it is whole and was made from the same inputs.
 * @param {string} indexPath @param {string} outFolder @param {string} inputs @returns {BuiltIndex | undefined}
 */
function unchanged(indexPath, outFolder, inputs) {
  if (!existsSync(indexPath)) return undefined;
  /** @type {BuiltIndex} */
  let index;
  try {
    index = JSON.parse(readFileSync(indexPath, 'utf8'));
  } catch {
    return undefined; // a half-written index: cut everything again
  }
  const whole = index.inputs === inputs && index.slices.every((slice) => existsSync(join(outFolder, slice.file)) && statSync(join(outFolder, slice.file)).size === slice.bytes);
  return whole ? index : undefined;
}

/**
 * @param {{ root?: string, out?: string, fonts?: string }} [options]
 * @returns {Promise<{ index: BuiltIndex, cut: boolean }>} cut is false when nothing had changed
 */
export async function sliceCertificateFonts(options = {}) {
  const root = resolve(options.root ?? projectRoot);
  const outFolder = resolve(options.out ?? join(root, 'build/fonts'));
  const fontsFolder = resolve(options.fonts ?? '/usr/share/fonts');
  const indexPath = join(outFolder, 'index.json');

  const version = toolVersion();
  const fixedWords = inOrder([...certificateCharacters(join(root, 'content'))].map(codePointOf));
  const script = ['certificate-fonts.mjs', 'certificate-characters.mjs'].map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('');
  const stamps = faces.map((face) => {
    const path = join(fontsFolder, face.file);
    return existsSync(path) ? `${face.file} ${sha256(readFileSync(path))}` : `${face.file} missing`;
  });
  const inputs = sha256(version, script, ranges(fixedWords), ...stamps);

  const earlier = unchanged(indexPath, outFolder, inputs);
  if (earlier) return { index: earlier, cut: false };

  mkdirSync(outFolder, { recursive: true });
  const opened = faces.map((face) => openFace(face, fontsFolder));
  const had = new Set();
  const jobs = opened.flatMap((face, order) => {
    const planned = plan(face, fixedWords, had).filter((slice) => slice.wanted.length > 0);
    if (face.script === 'han') for (const codePoint of face.characters) had.add(codePoint);
    return planned.map((slice) => ({ face, order, slice }));
  });

  /** @type {import('../certificate/slices.js').Slice[]} */
  const slices = new Array(jobs.length);
  const drafts = mkdtempSync(join(tmpdir(), 'certificate-fonts-'));
  try {
    let next = 0;
    const worker = async () => {
      while (next < jobs.length) {
        const place = next++;
        const { face, order, slice } = jobs[place];
        slices[place] = { face: order, ...(await cut(face, slice, drafts, outFolder)) };
      }
    };
    await Promise.all([worker(), worker()]);
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }

  const index = {
    format: 1,
    inputs,
    faces: opened.map(({ font, ...face }) => ({
      name: font.fullName, family: face.family, script: face.script, version: font.version, licence: face.rare ? 'Hanazono Font License' : 'OFL-1.1', copyright: font.copyright, package: face.package, ...(face.rare && { light: true }),
    })),
    slices,
  };
  writeFileSync(indexPath, `${JSON.stringify(index)}\n`); // last: a run that was cut short has no index, or an old one
  const kept = new Set(slices.map((slice) => slice.file));
  for (const name of readdirSync(outFolder)) if (ownFile.test(name) && !kept.has(name)) rmSync(join(outFolder, name));
  return { index, cut: true };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const argument = (/** @type {string} */ name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
  try {
    const { index, cut: wasCut } = await sliceCertificateFonts({ out: argument('--out'), fonts: argument('--fonts') });
    const bytes = index.slices.reduce((sum, slice) => sum + slice.bytes, 0);
    console.log(`certificate fonts: ${index.slices.length} slices, ${(bytes / 1e6).toFixed(1)} MB${wasCut ? '' : ', unchanged'}`);
  } catch (error) {
    if (!(error instanceof FontToolError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
