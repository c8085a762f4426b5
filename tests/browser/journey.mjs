// How a person gets to a place in the course that a test starts from: the shortest way that a person could go. Answers are kept by
// the portal itself, so what a test finds is what a learner finds.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {import('./learner.mjs').Learner} Learner */

/** The final quiz, taken from the start screen on. @param {Learner} learner @param {Parameters<Learner['takesQuiz']>[0]} [how] */
export async function takeFinalQuiz(learner, how) {
  await learner.goes('#/exam/final');
  await learner.press('exam.start');
  return learner.takesQuiz(how);
}

/** @param {Learner} learner at a certificate screen @param {string} name */
export async function typeName(learner, name) {
  await learner.writes(learner.page.getByLabel(learner.say('certificate.nameLabel'), { exact: true }), name);
}

/**
 * Presses what leads to a file and reads it.
 * @param {Learner} learner @param {string} key of the button's words
 */
export async function downloaded(learner, key) {
  const [download] = await Promise.all([learner.page.waitForEvent('download'), learner.press(key)]);
  assert.equal(await download.failure(), null);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, bytes: readFileSync(path) };
}

/** @param {string} path of a PDF */
export const textOfPdf = (path) => execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' });

/** Fields of a CSV file after RFC 4180, without its byte order mark. @param {string} text */
export function rowsOfCsv(text) {
  /** @type {string[][]} */
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const row = rows[rows.length - 1];
    if (quoted === undefined && plain === '' && end === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    else if (end === '') break;
  }
  return rows.filter((row) => row.length > 0);
}
