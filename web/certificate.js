// Makes a certificate as PDF bytes: A4 landscape, real text in embedded subset fonts, tagged, the same for the same input; or the same page
// as a picture. Its credential goes inside. Loaded only when someone asks for a certificate. Must not know where fonts and keys are kept, who
// the learner is or any wording.

import PDFDocument from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import { Canvas } from './certificate/canvas.js';
import { CertificateError } from './certificate/failure.js';
import { loadFiles } from './certificate/loading.js';
import { drawCertificate, familyOf, figuresOf, pageSize } from './certificate/page.js';
import { qrOf } from './certificate/qr.js';
import { finderOf, graphemes } from './certificate/slices.js';
import { Typesetter } from './certificate/typesetter.js';
import { utf8 } from './trust/encoding.js';
import { sealMark, sealedPdf } from './trust/pdf.js';
import { baked, sealedPng } from './trust/png.js';
import { blankSeal } from './trust/seal.js';

export { CertificateError } from './certificate/failure.js';
export { makePlan } from './certificate/plan.js'; // from the same libraries, which are loaded once
export { unprintable } from './certificate/slices.js';

/**
 * @typedef {{ heading: string, presentedTo: string, statement: string, scoreLabel: string, dateLabel: string, serialLabel: string, trust: string, unsigned?: string, scan?: string, issuer: string }} CertificateLines
 * unsigned: said beside `trust` where there is no credential; scan: where there is a QR code
 * @typedef {object} Certificate
 * @property {'zh-CN' | 'en'} language
 * @property {string} learnerName
 * @property {string} courseTitle
 * @property {number} score 0 to 100
 * @property {number} passMark 0 to 100
 * @property {string} finishedOn the date as the learner reads it
 * @property {string} finishedAtIso the same instant in ISO 8601
 * @property {string} serial
 * @property {string} contentVersion
 * @property {CertificateLines} lines the words, in the certificate's language
 */

/** No name with more graphemes than this fits in two lines, however narrow its letters: refused before a font is loaded. */
const mostGraphemes = 320;

/** @typedef {{ index: import('./certificate/slices.js').SliceIndex, load: (fileName: string) => Promise<ArrayBuffer> }} Fonts */

/**
 * @param {Certificate} certificate @param {Fonts} fonts
 * @param {import('./trust/issue.js').Issued | null} issued null: nothing was signed, which the page then says
 * @param {(share: number) => void} progress 0 to 1
 */
async function prepared(certificate, fonts, issued, progress) {
  const qr = issued && issued.link !== '' ? qrOf(issued.link) : null;
  const tidy = checked(certificate, !issued ? 'unsigned' : qr ? 'scan' : '');
  const finder = finderOf(fonts.index);
  const files = await loadSlices(textsOf(tidy), finder, fonts, progress);
  return { qr, tidy, finder, files };
}

/**
 * @param {Certificate} certificate
 * @param {Fonts} fonts
 * @param {{ issued?: import('./trust/issue.js').Issued | null, onProgress?: (share: number) => void }} [options] onProgress: share of the work done, 0 to 1
 * @returns {Promise<Uint8Array>}
 * @throws {CertificateError}
 */
export async function makeCertificate(certificate, fonts, { issued = null, onProgress: progress = () => {} } = {}) {
  const { qr, tidy, finder, files } = await prepared(certificate, fonts, issued, (share) => progress(share * 0.8));

  const at = new Date(tidy.finishedAtIso);
  const document = new PDFDocument({
    size: [pageSize.width, pageSize.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: tidy.language,
    displayTitle: true,
    font: '', // no standard font: every glyph comes from the slices
    info: {
      Title: `${tidy.lines.heading} · ${tidy.courseTitle} · ${tidy.learnerName}`,
      Author: tidy.lines.issuer,
      Subject: tidy.courseTitle,
      Keywords: `${tidy.serial}, ${tidy.contentVersion}`,
      Creator: tidy.lines.issuer,
      CreationDate: at,
      ModDate: at,
      ...(issued ? { ...claimsOf(tidy), Seal: sealMark + blankSeal } : {}),
    },
  });
  const bytes = toBytes(document);
  try {
    drawCertificate(document, new Typesetter(document, finder, files), tidy, qr);
    if (issued) {
      /** @type {any} PDFKit takes bytes, and the relationship; its types do not say so */ (document).file(utf8.encode(issued.token), {
        name: 'open-badge.jwt', type: 'application/jwt', relationship: 'Data', description: 'Open Badges 3.0', creationDate: at, modifiedDate: at,
      });
    }
  } catch (error) {
    bytes.catch(() => {}); // the document is given up; what went wrong is thrown here
    throw error;
  }
  progress(0.9);
  document.end();
  const done = await bytes;
  const whole = issued ? await sealedPdf(done, issued.seal) : done;
  progress(1);
  return whole;
}

/** The same page as PNG. @param {Certificate} certificate @param {Fonts} fonts @param {import('./trust/issue.js').Issued | null} issued @returns {Promise<Uint8Array>} */
export async function makePicture(certificate, fonts, issued) {
  const { qr, tidy, finder, files } = await prepared(certificate, fonts, issued, () => {});
  const canvas = new Canvas(new PDFDocument({ size: [pageSize.width, pageSize.height], margin: 0, font: '' }), pageSize);
  drawCertificate(canvas, new Typesetter(canvas, finder, files), tidy, qr);
  const png = await canvas.png();
  return issued ? sealedPng(baked(png, issued.token), issued.seal) : png;
}

/** What the file says of itself beside its page, for whoever compares; trust/credential.js reads it. @param {Certificate} certificate */
const claimsOf = (certificate) => ({
  LearnerName: certificate.learnerName,
  CourseTitle: certificate.courseTitle,
  Score: String(certificate.score),
  PassMark: String(certificate.passMark),
  CompletedOn: new Date(certificate.finishedAtIso).toISOString(),
  CertificateNumber: certificate.serial,
  CourseVersion: certificate.contentVersion,
});

/** @param {Certificate} certificate every text it prints, with the member it comes from @returns {[string, string][]} */
function textsOf(certificate) {
  const { learnerName, courseTitle, finishedOn, serial, contentVersion, lines } = certificate;
  return [
    ...Object.entries({ learnerName, courseTitle, finishedOn, serial, contentVersion, ...figuresOf(certificate) }),
    ...Object.entries(lines).map(([key, text]) => /** @type {[string, string]} */ ([`lines.${key}`, text])),
  ];
}

/** A copy with its texts in Unicode's composed form. @param {Certificate} certificate @param {'unsigned' | 'scan' | ''} more what stands behind `trust` @returns {Certificate} */
function checked(certificate, more) {
  const incomplete = (/** @type {string} */ field) => new CertificateError('incomplete', `The certificate lacks its ${field}.`, { field });
  const lineNames = ['heading', 'presentedTo', 'statement', 'scoreLabel', 'dateLabel', 'serialLabel', 'trust', 'issuer'];
  /** @type {any} */
  const copy = { ...certificate, lines: {} };
  for (const field of ['learnerName', 'courseTitle', 'finishedOn', 'serial', 'contentVersion', 'language']) {
    const text = /** @type {any} */ (certificate)[field];
    if (typeof text !== 'string' || text.trim() === '') throw incomplete(field);
    copy[field] = text.normalize('NFC');
  }
  for (const name of lineNames) {
    const text = /** @type {any} */ (certificate.lines)?.[name];
    if (typeof text !== 'string' || text.trim() === '') throw incomplete(`lines.${name}`);
    copy.lines[name] = text.normalize('NFC');
  }
  const further = more === '' ? undefined : certificate.lines[more];
  if (further) copy.lines.trust += `${certificate.language.startsWith('zh') ? '' : ' '}${further.normalize('NFC')}`;
  for (const field of ['score', 'passMark']) if (!Number.isFinite(/** @type {any} */ (certificate)[field])) throw incomplete(field);
  if (Number.isNaN(Date.parse(certificate.finishedAtIso))) throw incomplete('finishedAtIso');
  for (const [field, text] of textsOf(copy)) {
    const most = field === 'lines.trust' || field === 'lines.statement' ? 2 * mostGraphemes : mostGraphemes;
    if (text.length > 16 * most || graphemes(text).length > most) {
      throw new CertificateError('too-long', `The certificate has no room for so long a text (${field}).`, { field });
    }
  }
  return copy;
}

/**
 * @param {[string, string][]} texts @param {import('./certificate/slices.js').SliceFinder} finder
 * @param {{ load: (fileName: string) => Promise<ArrayBuffer> }} fonts @param {(share: number) => void} progress
 * @returns {Promise<Map<string, ArrayBuffer>>}
 */
async function loadSlices(texts, finder, fonts, progress) {
  /** @type {Set<string>} */
  const wanted = new Set();
  for (const [field, text] of texts) {
    const family = familyOf(field);
    const parts = finder.assign(text, finder.familySets(text, family) ? family : 'serif');
    const missing = [...new Set(parts.filter(({ slice }) => !slice).map(({ grapheme }) => grapheme))];
    if (missing.length > 0) {
      throw new CertificateError('unprintable', `The certificate's fonts lack ${missing.map((grapheme) => `“${grapheme}”`).join(', ')} (${field}).`, { field, characters: missing });
    }
    for (const { slice } of parts) if (slice) wanted.add(slice.file);
  }
  return loadFiles(wanted, fonts.load, progress);
}
