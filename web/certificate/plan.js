// A person's own plan as a PDF to keep or to show: A4, as many pages as it takes, real text in embedded subset fonts, tagged. What was
// typed may hold any character: one that no font has is replaced, and the page says so. Knows no wording and no rule of the course.

import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { colours } from './art.js';
import { loadFiles } from './loading.js';
import { finderOf } from './slices.js';
import { gapOfNames, Typesetter } from './typesetter.js';

/**
 * @typedef {object} Plan
 * @property {'zh-CN' | 'en'} language
 * @property {string} title
 * @property {string} issuer
 * @property {string} about who and when, in one line
 * @property {string} atIso when, in ISO 8601
 * @property {{ heading: string, text?: string, rows?: { text: string, value: string }[], sum?: string, remark?: string }[]} parts
 * @property {string} foot at the foot of every page
 * @property {string} replaced said where a character had to be replaced; {count} times
 *
 * @typedef {import('./typesetter.js').Style} Style
 */

const page = { width: 595.28, height: 841.89 };
const edge = { side: 64, top: 72, bottom: 76 };
const measure = page.width - 2 * edge.side;
const valueWidth = 52;
const stand = '〓'; // the printers’ own mark for a letter that they do not have

/** @type {Record<string, Style>} */
const styles = {
  issuer: { family: 'sans', size: 10, colour: colours.softInk, gap: gapOfNames },
  title: { family: 'serif', size: 26, colour: colours.primary, gap: gapOfNames },
  about: { family: 'sans', size: 10, colour: colours.softInk },
  heading: { family: 'serif', size: 15, colour: colours.primary, gap: gapOfNames },
  body: { family: 'sans', size: 11, colour: colours.ink },
  foot: { family: 'sans', size: 8.5, colour: colours.softInk },
};

/** What is typed, line by line, with every character that a font has. */
class Printable {
  /** @param {import('./slices.js').SliceFinder} finder */
  constructor(finder) {
    this.finder = finder;
    this.count = 0;
    /** @type {Set<string>} */
    this.files = new Set();
  }

  /** The text as it can be set, with the slices for it noted. @param {string} text @param {Style} style */
  take(text, style) {
    const plain = text.normalize('NFC').replace(/\t/g, ' ');
    const family = this.finder.familySets(plain, style.family) ? style.family : 'serif';
    const kept = this.finder.assign(plain, family).map(({ grapheme, slice }) => {
      if (slice) return grapheme;
      this.count += 1;
      return stand;
    }).join('');
    // Parts of the text are set by themselves: in either family.
    for (const each of /** @type {const} */ (['sans', 'serif'])) {
      for (const { slice } of this.finder.assign(kept, each)) if (slice) this.files.add(slice.file);
    }
    return kept;
  }
}

/** @param {Plan} plan @param {Printable} printable @returns {Plan} with nothing in it that cannot be printed */
function tidied(plan, printable) {
  const line = (/** @type {string} */ text, /** @type {Style} */ style) => printable.take(text.replace(/\s+/g, ' ').trim(), style);
  const body = (/** @type {string | undefined} */ text) =>
    (text ?? '').split(/\r?\n/).map((each) => printable.take(each.trimEnd(), styles.body)).join('\n');
  return {
    ...plan,
    title: line(plan.title, styles.title),
    issuer: line(plan.issuer, styles.issuer),
    about: line(plan.about, styles.about),
    foot: line(plan.foot, styles.foot),
    parts: plan.parts.map((part) => ({
      heading: line(part.heading, styles.heading),
      text: body(part.text),
      rows: (part.rows ?? []).map(({ text, value }) => ({ text: line(text, styles.body), value: line(value, styles.body) })),
      sum: body(part.sum),
      remark: body(part.remark),
    })),
  };
}

/**
 * @param {Plan} given @param {import('../certificate.js').Fonts} fonts
 * @returns {Promise<Uint8Array>}
 * @throws {import('./failure.js').CertificateError}
 */
export async function makePlan(given, fonts) {
  const finder = finderOf(fonts.index);
  const printable = new Printable(finder);
  const plan = tidied(given, printable);
  const replaced = printable.count > 0 ? printable.take(given.replaced.replace('{count}', String(printable.count)), styles.about) : '';
  const files = await loadFiles(printable.files, fonts.load);
  const at = new Date(plan.atIso);
  const document = new PDFDocument({
    size: [page.width, page.height], margin: 0, pdfVersion: '1.7', tagged: true, lang: plan.language, displayTitle: true, font: '',
    info: { Title: plan.title, Author: plan.issuer, Creator: plan.issuer, CreationDate: at, ModDate: at },
  });
  const bytes = toBytes(document);
  try {
    draw(document, new Typesetter(document, finder, files), plan, replaced);
  } catch (error) {
    bytes.catch(() => {}); // the document is given up; what went wrong is thrown here
    throw error;
  }
  document.end();
  return bytes;
}

/** @param {any} document @param {Typesetter} setter @param {Plan} plan @param {string} replaced */
function draw(document, setter, plan, replaced) {
  const leading = plan.language.startsWith('zh') ? 1.75 : 1.5;
  const root = document.struct('Document');
  document.addStructure(root);
  let y = edge.top;

  const decorated = (/** @type {() => void} */ drawing) => {
    document.markContent('Artifact', { type: 'Layout' });
    drawing();
    document.endMarkedContent();
  };
  const foot = () => decorated(() => setter.draw(plan.foot, edge.side, page.height - 40, styles.foot));
  /** Where there is no room left for this, another page begins. */
  const room = (/** @type {number} */ height) => {
    if (y + height <= page.height - edge.bottom) return;
    document.addPage({ size: [page.width, page.height], margin: 0 });
    foot();
    y = edge.top;
  };
  /** A paragraph, which may go over to the next page. */
  const paragraph = (/** @type {string} */ tag, /** @type {string} */ text, /** @type {Style} */ style, /** @type {number} */ ratio = leading) => {
    const step = style.size * ratio;
    let lines = setter.lines(text, style, measure);
    while (lines.length > 0) {
      room(step);
      const now = lines.splice(0, Math.max(1, Math.floor((page.height - edge.bottom - y) / step)));
      const top = y + style.size;
      root.add(document.struct(tag, () => now.forEach((line, index) => setter.draw(line, edge.side, top + index * step, style))));
      y += now.length * step;
    }
  };
  const row = (/** @type {{ text: string, value: string }} */ { text, value }) => {
    const step = styles.body.size * leading;
    const lines = setter.lines(text, styles.body, measure - valueWidth);
    room(lines.length * step + 6);
    const top = y + styles.body.size;
    root.add(document.struct('P', () => {
      lines.forEach((line, index) => setter.draw(line, edge.side, top + index * step, styles.body));
      setter.draw(value, page.width - edge.side, top, styles.body, 'right');
    }));
    y += lines.length * step + 4;
    decorated(() => document.lineWidth(0.5).moveTo(edge.side, y - 2).lineTo(page.width - edge.side, y - 2).stroke(colours.line));
    y += 2;
  };

  foot();
  paragraph('P', plan.issuer, styles.issuer);
  y += 8;
  paragraph('H1', plan.title, styles.title, 1.35);
  paragraph('P', plan.about, styles.about);
  if (replaced !== '') paragraph('P', replaced, styles.about);
  for (const part of plan.parts) {
    y += 20;
    room(80); // a heading does not stand alone at the end of a page
    paragraph('H2', part.heading, styles.heading, 1.5);
    y += 4;
    for (const text of (part.text ?? '').split('\n')) {
      if (text.trim() === '') y += styles.body.size * 0.6;
      else paragraph('P', text, styles.body);
    }
    (part.rows ?? []).forEach(row);
    if (part.sum) {
      y += 8;
      paragraph('P', part.sum, styles.heading, 1.5);
    }
    if (part.remark) paragraph('P', part.remark, styles.body);
  }
}
