// What a million completion records cost natively, next to the obvious way to keep them.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ table: number, obvious: number, ratio: number }} Compared milliseconds, and how many times as quick */

/**
 * @typedef {object} RecordFigures
 * @property {number} rows
 * @property {number} bytesPerRecord
 * @property {number} microsecondsToReadOne
 * @property {number} takingIn milliseconds
 * @property {number} finishing milliseconds
 * @property {Record<'finished' | 'score' | 'department' | 'number', Compared>} sort
 * @property {Compared} filter
 * @property {Compared} searchHan
 * @property {Compared} searchNumber
 * @property {Compared} searchInitials
 * @property {Compared} group
 * @property {number} itemFigures milliseconds
 * @property {{ csv: number, statements: number }} out milliseconds
 */

/** @returns {RecordFigures} */
export function manyRecords() {
  return JSON.parse(execFileSync(fileURLToPath(new URL('../../build/native/records_bench', import.meta.url)), { encoding: 'utf8' }));
}
