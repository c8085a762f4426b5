// Lays a certificate's words out on one A4 page, landscape, and tags them for screen readers.
// Every word comes from the caller in the learner's language; this module decides places, sizes and reading order.

import { colours, drawDivider, drawFrame, drawPaper, drawRosette, drawSeal } from './art.js';
import { CertificateError } from './failure.js';
import { gapOfNames } from './typesetter.js';

/** Points. */
export const pageSize = { width: 841.89, height: 595.28 };
const middle = pageSize.width / 2;
const measure = 600;
const facts = { left: 128, label: 424, value: 447, note: 463 };
const code = { left: 86, top: 420, side: 104, gap: 30 };
const seal = { x: 698, y: 437, radius: 46 };

/** @typedef {import('./typesetter.js').Style} Style @typedef {import('./typesetter.js').Typesetter} Typesetter */

/** @type {Record<string, Style>} */
const styles = {
  issuer: { family: 'sans', size: 11, colour: colours.softInk, tracking: 0.06, gap: gapOfNames },
  heading: { family: 'serif', size: 34, colour: colours.primary, gap: gapOfNames },
  headingHan: { family: 'serif', size: 36, colour: colours.primary, tracking: 0.09, gap: gapOfNames },
  lead: { family: 'sans', size: 12.5, colour: colours.softInk },
  name: { family: 'serif', size: 40, colour: colours.ink, gap: gapOfNames },
  statement: { family: 'sans', size: 12.5, colour: colours.ink },
  course: { family: 'serif', size: 20, colour: colours.primary, gap: gapOfNames },
  label: { family: 'sans', size: 9.5, colour: colours.softInk },
  value: { family: 'sans', size: 15, colour: colours.ink, gap: gapOfNames },
  note: { family: 'sans', size: 8.5, colour: colours.softInk },
  trust: { family: 'sans', size: 8.5, colour: colours.softInk },
};

const serifFields = new Set(['learnerName', 'courseTitle', 'lines.heading']);

/** Which family sets a member of the certificate. @param {string} field @returns {import('./slices.js').Family} */
export const familyOf = (field) => (serifFields.has(field) ? 'serif' : 'sans');

/** The score and the pass mark as they are printed, with at most one decimal. @param {import('../certificate.js').Certificate} certificate */
export function figuresOf({ score, passMark }) {
  const figure = (/** @type {number} */ value) => String(Math.round(value * 10) / 10);
  return { score: `${figure(score)}%`, passMark: `≥ ${figure(passMark)}%` };
}

/**
 * @param {any} document PDFKit document with one blank page
 * @param {Typesetter} setter
 * @param {import('../certificate.js').Certificate} certificate
 * @param {import('./qr.js').QrCode | null} qr at the left of the facts
 */
export function drawCertificate(document, setter, certificate, qr) {
  const { lines } = certificate;
  const chinese = certificate.language.startsWith('zh');
  const leading = chinese ? 1.75 : 1.5;

  document.markContent('Artifact', { type: 'Background' });
  drawPaper(document, pageSize.width, pageSize.height);
  drawRosette(document, middle, 268, 150);
  drawFrame(document, pageSize.width, pageSize.height);
  drawSeal(document, seal.x, seal.y, seal.radius);
  document.endMarkedContent();

  const root = document.struct('Document');
  document.addStructure(root);
  const tagged = (/** @type {string} */ tag, /** @type {() => void} */ draw) => root.add(document.struct(tag, draw));
  const decorated = (/** @type {() => void} */ draw) => {
    document.markContent('Artifact', { type: 'Layout' });
    draw();
    document.endMarkedContent();
  };
  /** Draws centred lines, the first at top, and returns the last baseline. */
  const centred = (/** @type {string} */ tag, /** @type {{ lines: string[], style: Style }} */ set, /** @type {number} */ top, /** @type {number} */ ratio) => {
    const step = set.style.size * ratio;
    tagged(tag, () => set.lines.forEach((line, index) => setter.draw(line, middle, top + index * step, set.style, 'centre')));
    return top + (set.lines.length - 1) * step;
  };
  const fitted = (/** @type {string} */ field, /** @type {string} */ text, /** @type {Style} */ style, /** @type {import('./typesetter.js').Room} */ room) => {
    const set = setter.fit(text, style, room);
    if (!set) throw new CertificateError('too-long', `The certificate has no room for so long a text (${field}).`, { field });
    return set;
  };

  centred('P', fitted('lines.issuer', lines.issuer, styles.issuer, { measure, least: 8 }), 92, 1.4);
  centred('H1', fitted('lines.heading', lines.heading, chinese ? styles.headingHan : styles.heading, { measure, least: 20 }), 142, 1.3);
  decorated(() => drawDivider(document, middle, 163, 96));
  centred('P', fitted('lines.presentedTo', lines.presentedTo, styles.lead, { measure, least: 9 }), 199, leading);

  const name = fitted('learnerName', certificate.learnerName, styles.name, { measure: 620, least: 18, leastOnOne: 24, most: 2, largestOnMore: 30, name: true });
  const tight = name.lines.length > 1; // the facts below do not move: a second line is taken from the space between
  const nameEnd = centred('P', name, tight ? 240 : 252, 1.22);
  const nameFoot = Math.max(272, nameEnd + 15);
  decorated(() => document.lineWidth(0.7).moveTo(middle - 150, nameFoot).lineTo(middle + 150, nameFoot).stroke(colours.frame));

  const statement = fitted('lines.statement', lines.statement, styles.statement, { measure: 540, least: 10, leastOnOne: 12, most: 2 });
  const statementEnd = centred('P', statement, nameFoot + (tight ? 28 : 33), leading);
  const course = fitted('courseTitle', certificate.courseTitle, styles.course, { measure: 530, least: 13, leastOnOne: 16, most: 2 });
  centred('P', course, statementEnd + (tight ? 31 : 37), 1.3);

  const left = qr ? code.left + code.side + code.gap : facts.left;
  drawFacts(document, setter, tagged, decorated, fitted, certificate, left, qr ? [92, 148, 186] : [110, 170, 190]);
  if (qr) root.add(document.struct('Figure', { alt: lines.scan ?? 'QR' }, () => drawQr(document, qr)));

  const trust = fitted('lines.trust', lines.trust, styles.trust, { measure: seal.x - 84 - left, least: 7.5, leastOnOne: 8.5, most: 3 });
  const trustStep = trust.style.size * (chinese ? 1.6 : 1.45);
  decorated(() => document.lineWidth(0.5).moveTo(left, 490).lineTo(seal.x - 96, 490).stroke(colours.line));
  tagged('P', () => trust.lines.forEach((line, index) => setter.draw(line, left, 510 + index * trustStep, trust.style)));
  root.end();
}

/** @param {any} document @param {import('./qr.js').QrCode} qr */
function drawQr(document, { size, path }) {
  document.save().translate(code.left, code.top).scale(code.side / size);
  document.path(path).fill(colours.ink, 'even-odd');
  document.restore();
}

/**
 * Score, date and number, side by side to the left of the seal.
 * @param {any} document @param {Typesetter} setter
 * @param {(tag: string, draw: () => void) => void} tagged @param {(draw: () => void) => void} decorated
 * @param {(field: string, text: string, style: Style, room: import('./typesetter.js').Room) => { lines: string[], style: Style }} fitted
 * @param {import('../certificate.js').Certificate} certificate @param {number} left @param {number[]} widths
 */
function drawFacts(document, setter, tagged, decorated, fitted, certificate, left, widths) {
  const { lines } = certificate;
  const { score, passMark } = figuresOf(certificate);
  const columns = [
    { label: lines.scoreLabel, value: score, note: passMark, field: 'score', width: widths[0] },
    { label: lines.dateLabel, value: certificate.finishedOn, note: '', field: 'finishedOn', width: widths[1] },
    { label: lines.serialLabel, value: certificate.serial, note: certificate.contentVersion, field: 'serial', width: widths[2] },
  ];
  let x = left;
  for (const [place, column] of columns.entries()) {
    const room = { measure: column.width - 24, least: 7 };
    const label = fitted(`${column.field} label`, column.label, styles.label, room);
    const value = fitted(column.field, column.value, styles.value, room);
    const note = column.note ? fitted('contentVersion', column.note, styles.note, room) : undefined;
    const start = x;
    if (place > 0) decorated(() => document.lineWidth(0.5).moveTo(start - 16, facts.label - 10).lineTo(start - 16, facts.note).stroke(colours.line));
    tagged('P', () => {
      setter.draw(label.lines[0], start, facts.label, label.style);
      setter.draw(value.lines[0], start, facts.value, value.style);
      if (note) setter.draw(note.lines[0], start, facts.note, note.style);
    });
    x += column.width;
  }
}
