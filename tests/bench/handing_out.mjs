// What it costs to hand 100,000 records out as CSV and as a workbook, next to the libraries that people would take: the program as
// WebAssembly, in the same run and on the same rows.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeWorkbook } from '../../web/records/workbook.js';
import { xlsx } from '../records/spreadsheet.mjs';

/** @type {{ parse(text: string): { data: string[][] }, unparse(rows: string[][], options: object): string }} */
const Papa = createRequire(import.meta.url)('../../web/node_modules/papaparse/papaparse.js');

const rows = 100_000;
const piece = 1 << 16; // bytes, about as the program hands them over

/** @param {() => unknown} work */
function clock(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/**
 * Milliseconds. sheet: the program's part; zip: the page's, of the same workbook.
 * @returns {{ rows: number, csv: { ours: number, papaparse: number }, workbook: { sheet: number, zip: number, xlsx: number, bytes: { ours: number, xlsx: number } } }}
 */
export function handingOut() {
  const folder = mkdtempSync(join(tmpdir(), 'handed out '));
  try {
    const program = fileURLToPath(new URL('../../build/web/records_bench.cjs', import.meta.url));
    const { out } = JSON.parse(execFileSync(process.execPath, [program, String(rows), folder], { encoding: 'utf8' }));
    const cells = Papa.parse(readFileSync(join(folder, 'records.csv'), 'utf8').trimEnd()).data;
    if (cells.length < rows) throw new Error(`There are ${cells.length} rows where ${rows} went out.`);
    const papaparse = clock(() => Papa.unparse(cells, { newline: '\r\n', escapeFormulae: true }));

    const sheet = readFileSync(join(folder, 'sheet.xml'));
    const bytes = { ours: 0, xlsx: 0 };
    const zip = clock(() => {
      const workbook = makeWorkbook('records', (part) => { bytes.ours += part.length; });
      for (let at = 0; at < sheet.length; at += piece) workbook.push(sheet.subarray(at, at + piece));
      workbook.end();
    });
    const others = clock(() => {
      const book = xlsx.utils.book_new();
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells), 'records');
      bytes.xlsx = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }).length;
    });
    return { rows, csv: { ours: out.csv, papaparse }, workbook: { sheet: out.sheet, zip, xlsx: others, bytes } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
