// Sets lines of text whose characters come from several font slices: one baseline, true advances, a gap where Han meets
// Latin, line breaks by Unicode's rules. Knows PDFKit and slices; must not know what a certificate says.

import LineBreaker from 'linebreak';
import { isEastAsian } from './slices.js';

/**
 * @typedef {import('./slices.js').Family} Family
 * @typedef {{ family: Family, size: number, colour: string, gap?: number, tracking?: number }} Style
 * size in points; gap: between Han and Latin, tracking: after every character, both in ems
 * @typedef {ReturnType<import('./slices.js').SliceFinder['assign']>[0]} Part
 * @typedef {{ text: string, file: string, x: number }} Run x in points from the line's start
 * @typedef {(text: string) => string[]} Breaks the parts between which a line may break
 * @typedef {{ measure: number, least: number, most?: number, leastOnOne?: number, largestOnMore?: number, name?: boolean }} Room
 * measure: points; least: smallest size; most: lines (1); leastOnOne, largestOnMore: sizes between which one line gives way
 * to several; name: whether a person's name is set, which breaks between its parts if it can
 */

/** A wider gap would read back as a space: names and titles keep below a tenth of an em. */
export const gapOfNames = 0.08;
const gapOfProse = 0.25;
/** What a light face's outlines are drawn with, in ems, to look as bold as its family. */
const emboldening = 0.018;

const meetsHan = /^[\p{L}\p{N}%‰]/u;
const han = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export class Typesetter {
  /**
   * @param {any} document a PDFKit document
   * @param {import('./slices.js').SliceFinder} finder
   * @param {Map<string, ArrayBuffer>} files the loaded slices by file name
   */
  constructor(document, finder, files) {
    this.document = document;
    this.finder = finder;
    for (const [file, bytes] of files) document.registerFont(file, bytes);
    /** Fitting a text sets its beginnings again and again. @type {Map<string, Part[]>} */
    this.assigned = new Map();
    /** Per slice: which code point each glyph was first used for. @type {Map<string, Map<number, number>>} */
    this.meanings = new Map();
  }

  /** @param {string} file @param {number} size */
  use(file, size) {
    this.document.font(file).fontSize(size);
  }

  /** @param {string} text @param {Family} family @returns {Part[]} */
  assign(text, family) {
    const key = `${family} ${text}`;
    let parts = this.assigned.get(key);
    if (!parts) {
      // Two weights in one line would look like an accident: a rare character takes its whole line to the serif.
      parts = this.finder.assign(text, this.finder.familySets(text, family) ? family : 'serif');
      this.assigned.set(key, parts);
    }
    return parts;
  }

  /**
   * @param {string} text @param {Style} style
   * @returns {{ runs: Run[], width: number }}
   */
  shape(text, style) {
    const gap = (style.gap ?? gapOfProse) * style.size;
    const tracking = (style.tracking ?? 0) * style.size;
    /** @type {Run[]} */
    const runs = [];
    let previous = '';
    let x = 0;
    let pending = { text: '', file: '' };
    const close = () => {
      if (pending.text === '') return;
      this.use(pending.file, style.size);
      runs.push({ ...pending, x });
      x += this.document.widthOfString(pending.text, { characterSpacing: tracking }) + tracking;
      pending = { text: '', file: '' };
    };
    for (const { grapheme, slice } of this.assign(text, style.family)) {
      if (!slice) continue; // refused before anything is set
      const meeting = previous !== '' && gap > 0 && ((han.test(previous) && meetsHan.test(grapheme) && !isEastAsian(grapheme)) || (han.test(grapheme) && meetsHan.test(previous) && !isEastAsian(previous)));
      if (meeting || slice.file !== pending.file) close();
      if (meeting) x += gap;
      pending = { text: pending.text + grapheme, file: slice.file };
      previous = grapheme;
    }
    close();
    return { runs, width: Math.max(0, x - tracking) };
  }

  /** @param {string} text @param {Style} style */
  width(text, style) {
    return this.shape(text, style).width;
  }

  /**
   * @param {string} text @param {number} x where the line starts, is centred or ends @param {number} baseline from the page's top
   * @param {Style} style @param {'left' | 'centre' | 'right'} [align]
   */
  draw(text, x, baseline, style, align = 'left') {
    const { runs, width } = this.shape(text, style);
    const start = x - width * { left: 0, centre: 0.5, right: 1 }[align];
    this.document.fillColor(style.colour).strokeColor(style.colour).lineWidth(emboldening * style.size);
    for (const run of runs) {
      this.use(run.file, style.size);
      const stroke = this.finder.isLight(run.file);
      let offset = start + run.x;
      for (const { text: piece, twin } of this.pieces(run)) {
        if (twin) this.document.markContent('Span', { actual: piece });
        this.document.text(piece, offset, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: (style.tracking ?? 0) * style.size, fill: true, stroke });
        if (twin) this.document.endMarkedContent();
        offset += this.document.widthOfString(piece);
      }
    }
  }

  /**
   * A PDF font gives one glyph one meaning, but two characters may share a glyph (U+2F42 and U+6587): the second one
   * stands alone, so that its meaning can be said beside it.
   * @param {Run} run @returns {{ text: string, twin: boolean }[]}
   */
  pieces(run) {
    const font = this.document._font.font;
    const meanings = this.meanings.get(run.file) ?? new Map();
    this.meanings.set(run.file, meanings);
    /** @type {{ text: string, twin: boolean }[]} */
    const pieces = [];
    for (const character of run.text) {
      const codePoint = /** @type {number} */ (character.codePointAt(0));
      const glyph = font.glyphForCodePoint(codePoint).id;
      if (!meanings.has(glyph)) meanings.set(glyph, codePoint);
      const twin = meanings.get(glyph) !== codePoint;
      const last = pieces.at(-1);
      if (last && !last.twin && !twin) last.text += character;
      else pieces.push({ text: character, twin });
    }
    return pieces;
  }

  /**
   * Breaks a text into lines no wider than the measure, where a part alone is not wider.
   * @param {string} text @param {Style} style @param {number} measure @param {Breaks} [breaks] @returns {string[]}
   */
  lines(text, style, measure, breaks = everyBreak) {
    const lines = [];
    let line = '';
    for (const part of breaks(text)) {
      if (line !== '' && this.width((line + part).trimEnd(), style) > measure) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    return lines;
  }

  /**
   * The largest size at which the text fits: on one line first, then on more, the lines as even as they can be.
   * @param {string} text @param {Style} style its size is the largest
   * @param {Room} room
   * @returns {{ lines: string[], style: Style } | undefined} undefined when it does not fit at the smallest size
   */
  fit(text, style, room) {
    const most = room.most ?? 1;
    for (let count = 1; count <= most; count += 1) {
      const least = count < most ? room.leastOnOne ?? room.least : room.least;
      const largest = count > 1 ? room.largestOnMore ?? style.size : style.size;
      for (const breaks of room.name && count > 1 ? [nameBreaks, everyBreak] : [everyBreak]) {
        for (let size = largest; size >= least; size -= 0.5) {
          const sized = { ...style, size };
          const lines = this.lines(text, sized, room.measure, breaks);
          if (lines.length > count || lines.some((line) => this.width(line, sized) > room.measure)) continue;
          return { lines: this.even(text, sized, lines, room.measure, breaks), style: sized };
        }
      }
    }
    return undefined;
  }

  /** @param {string} text @param {Style} style @param {string[]} lines @param {number} measure @param {Breaks} breaks */
  even(text, style, lines, measure, breaks) {
    if (lines.length < 2) return lines;
    let evenest = lines;
    for (let narrow = measure - 4; narrow > measure / lines.length; narrow -= 4) {
      const tried = this.lines(text, style, narrow, breaks);
      if (tried.length !== lines.length || tried.some((line) => this.width(line, style) > narrow)) break;
      evenest = tried;
    }
    return evenest;
  }
}

/** The smallest parts of a text between which a line may break. @type {Breaks} */
function everyBreak(text) {
  const breaker = new LineBreaker(text);
  const parts = [];
  let start = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    parts.push(text.slice(start, next.position));
    start = next.position;
  }
  return parts;
}

/**
 * Names break between their parts. Not after a hyphen: readers that join lines again take it for a word broken in two.
 * @type {Breaks}
 */
function nameBreaks(text) {
  return text.match(/[^\s·]*[\s·]*/gu)?.filter((part) => part !== '') ?? [];
}
