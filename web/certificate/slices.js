// Which font slice draws which character. Reads the index that web/tools/certificate-fonts.mjs writes;
// must not know about PDF or about how a certificate looks.

/**
 * @typedef {{ file: string, face: number, bytes: number, ranges: string }} Slice ranges: hexadecimal code points, "20-7e,a0"
 * @typedef {{ name: string, family: string, script: 'latin' | 'han', version: string, licence: string, copyright: string, package: string, light?: boolean }} Face light: lighter than its family
 * @typedef {{ format: number, faces: Face[], slices: Slice[] }} SliceIndex
 * @typedef {'serif' | 'sans'} Family serif: names and titles, every Han character · sans: the fixed words
 */

/** Punctuation that Latin and Chinese share but draw at different widths: what stands before it decides. */
const sharedPunctuation = /^[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]$/u;
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const letterOrDigit = /^[\p{L}\p{N}]/u;

/** @param {string} grapheme */
export const isEastAsian = (grapheme) => eastAsian.test(grapheme);

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('und', { granularity: 'grapheme' }) : undefined;

/** What people see as one character. @param {string} text @returns {string[]} */
export function graphemes(text) {
  return segmenter ? Array.from(segmenter.segment(text), (part) => part.segment) : Array.from(text);
}

/** @param {string} text @returns {[number, number][]} */
function parseRanges(text) {
  return text.split(',').map((range) => {
    const [from, to = from] = range.split('-').map((digits) => parseInt(digits, 16));
    return [from, to];
  });
}

export class SliceFinder {
  /** @param {SliceIndex} index */
  constructor(index) {
    this.slices = index.slices.map((slice) => ({ slice, face: index.faces[slice.face], ranges: parseRanges(slice.ranges) }));
    /** @type {Map<string, Slice | undefined>} */
    this.known = new Map();
  }

  /**
   * The slice for one grapheme: of the family if it can, else of the other one.
   * @param {string} grapheme @param {Family} family @param {boolean} afterHan what stands around it is Chinese
   * @returns {Slice | undefined}
   */
  find(grapheme, family, afterHan) {
    const hanFirst = afterHan && sharedPunctuation.test(grapheme);
    const key = `${family} ${hanFirst} ${grapheme}`;
    if (!this.known.has(key)) this.known.set(key, this.search(grapheme, family, hanFirst));
    return this.known.get(key);
  }

  /** @param {string} grapheme @param {Family} family @param {boolean} hanFirst */
  search(grapheme, family, hanFirst) {
    const codePoints = Array.from(grapheme, (character) => /** @type {number} */ (character.codePointAt(0)));
    const holds = this.slices.filter(({ ranges }) => codePoints.every((codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to)));
    const rank = (/** @type {typeof holds[0]} */ held) => (held.face.family === family ? 0 : 2) + (hanFirst && held.face.script !== 'han' ? 1 : 0);
    return holds.sort((left, right) => rank(left) - rank(right))[0]?.slice;
  }

  /**
   * A text cut where the slice changes. Graphemes that no slice holds have none.
   * @param {string} text @param {Family} family
   * @returns {{ grapheme: string, slice: Slice | undefined }[]}
   */
  assign(text, family) {
    const parts = graphemes(text.normalize('NFC'));
    const firstStrong = parts.find((part) => letterOrDigit.test(part));
    let afterHan = firstStrong !== undefined && isEastAsian(firstStrong);
    return parts.map((grapheme) => {
      if (letterOrDigit.test(grapheme)) afterHan = isEastAsian(grapheme);
      return { grapheme, slice: this.find(grapheme, family, afterHan) };
    });
  }

  /** Whether it must be set bolder than it is to go with its family. @param {string} file */
  isLight(file) {
    return this.slices.some(({ slice, face }) => slice.file === file && face.light);
  }

  /** Whether a family alone can set the text. @param {string} text @param {Family} family */
  familySets(text, family) {
    const own = new Set(this.slices.filter(({ face }) => face.family === family).map(({ slice }) => slice));
    return this.assign(text, family).every(({ slice }) => slice !== undefined && own.has(slice));
  }
}

/** @type {WeakMap<SliceIndex, SliceFinder>} */
const finders = new WeakMap();

/** @param {SliceIndex} index */
export function finderOf(index) {
  let finder = finders.get(index);
  if (!finder) finders.set(index, (finder = new SliceFinder(index)));
  return finder;
}

/**
 * The characters of a name that a certificate cannot print, each once, in their order.
 * @param {string} name @param {SliceIndex} index build/fonts/index.json
 * @returns {string[]}
 */
export function unprintable(name, index) {
  const missing = finderOf(index).assign(name, 'serif').filter(({ slice }) => slice === undefined);
  return [...new Set(missing.map(({ grapheme }) => grapheme))];
}
