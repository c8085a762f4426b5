// What the certificate tests share: fonts from the built slices, certificates in both languages, and Debian's PDF tools.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sliceCertificateFonts } from '../../web/tools/certificate-fonts.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const screenshots = join(root, 'build/screenshots');

/** Slices the fonts when that is still to be done. */
export async function openFonts() {
  const out = join(root, 'build/fonts');
  const { index } = await sliceCertificateFonts({ root, out });
  /** @type {string[]} */
  const loaded = [];
  const load = async (/** @type {string} */ file) => {
    loaded.push(file);
    const bytes = readFileSync(join(out, file));
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  };
  return { index, load, loaded };
}

const words = {
  'zh-CN': {
    courseTitle: '客户服务：从第一次接触到服务补救',
    finishedOn: '2025年11月22日',
    lines: {
      heading: '结业证书', presentedTo: '兹证明', statement: '已学完以下课程的全部内容，并在结业测验中达到 80% 的合格线。',
      scoreLabel: '测验成绩', dateLabel: '完成日期', serialLabel: '证书编号与课程版本', issuer: '服务学苑',
      trust: '本证书由学员所用的浏览器自行签发，只能说明导出之后未被改动；它不能证明答题者是谁，也尚无机构为其担保。',
    },
  },
  en: {
    courseTitle: 'Customer Service: From First Contact to Recovery',
    finishedOn: '22 November 2025',
    lines: {
      heading: 'Certificate of Completion', presentedTo: 'This certifies that',
      statement: 'has completed every lesson of the course below and reached the pass mark of 80% in its final quiz.',
      scoreLabel: 'Quiz score', dateLabel: 'Completed on', serialLabel: 'Certificate number and course version', issuer: 'Service Academy',
      trust: 'Issued by the learner’s own browser. It shows that nothing was changed since it was exported; it does not show who sat at the screen, and nobody vouches for it yet.',
    },
  },
};

/** @param {'zh-CN' | 'en'} language @param {string} learnerName */
export function certificateOf(language, learnerName) {
  return { language, learnerName, score: 92, passMark: 80, finishedAtIso: '2025-11-22T08:30:00Z', serial: 'SA-7K3M-Q9XD', contentVersion: '2025.11', ...words[language] };
}

/** Writes the PDF to a temporary folder for the tools to read. @template T @param {Uint8Array} pdf @param {(file: string) => T} work @returns {T} */
export function withFile(pdf, work) {
  const folder = mkdtempSync(join(tmpdir(), 'certificate '));
  try {
    const file = join(folder, 'certificate.pdf');
    writeFileSync(file, pdf);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const run = (/** @type {string} */ command, /** @type {string[]} */ ...given) => execFileSync(command, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
export const textOf = (/** @type {Uint8Array} */ pdf) => withFile(pdf, (file) => run('pdftotext', file, '-'));

/** @param {Uint8Array} pdf @param {string} name */
export function photograph(pdf, name) {
  mkdirSync(screenshots, { recursive: true });
  withFile(pdf, (file) => run('pdftoppm', '-r', '110', '-singlefile', '-png', file, join(screenshots, name)));
}
