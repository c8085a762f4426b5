// The workbook that records go out in, read again by a program of somebody else.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeWorkbook } from '../../web/records/workbook.js';
import { xlsx } from './spreadsheet.mjs';

const text = (/** @type {string} */ words) => `<c t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
const sheet = (/** @type {string} */ rows) => ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>', rows, '</sheetData></worksheet>'];

/** @param {string[]} pieces @param {string} [title] */
function workbookOf(pieces, title = 'completion-records-2026-11-22') {
  /** @type {Uint8Array[]} */
  const parts = [];
  const workbook = makeWorkbook(title, (bytes) => parts.push(bytes));
  for (const piece of pieces) workbook.push(/** @type {Uint8Array<ArrayBuffer>} */ (new TextEncoder().encode(piece)));
  workbook.end();
  return xlsx.read(Buffer.concat(parts), { cellDates: false, cellNF: true });
}

describe('a workbook', () => {
  it('holds what the program wrote: text as it is, numbers, moments as dates', () => {
    const read = workbookOf(sheet(`<row>${text('=cmd()')}${text('欧阳𠮷 ')}<c/><c><v>79.99</v></c><c s="1"><v>45573.333333333333</v></c></row>`));
    assert.deepEqual(read.SheetNames, ['completion-records-2026-11-22']);
    const { A1, B1, C1, D1, E1 } = read.Sheets[read.SheetNames[0]];
    assert.deepEqual([A1.t, A1.v, A1.f], ['s', '=cmd()', undefined], 'text, and no formula');
    assert.equal(B1.v, '欧阳𠮷 ');
    assert.equal(C1?.v, undefined);
    assert.equal(D1.v, 79.99);
    assert.equal(xlsx.SSF.format(E1.z, E1.v), '2024-10-08 08:00');
  });

  it('goes on in a second worksheet where the first is full', () => {
    const read = workbookOf([...sheet(`<row>${text('one')}</row>`), ...sheet(`<row>${text('two')}</row>`)], 'a & b');
    assert.deepEqual(read.SheetNames, ['a & b', 'a & b 2']);
    assert.deepEqual(read.SheetNames.map((name) => read.Sheets[name].A1.v), ['one', 'two']);
  });
});
