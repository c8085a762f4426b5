// Writes the table by which people are found by the initials of their names (王小明: "wxm"): with which letters the
// readings of each Han character begin, from the readings of pinyin-pro. Its form is told in app/records/names.h.
//
//     node web/tools/initials.mjs FILE

import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';

const block = { first: 0x4e00, last: 0x9fff };
/** Where the names of people are taken from besides: extension A, compatibility forms, extensions B to H. */
const others = [
  { first: 0x3007, last: 0x3007 },
  { first: 0x3400, last: 0x4dbf },
  { first: 0xf900, last: 0xfaff },
  { first: 0x20000, last: 0x323af },
];

/**
 * The letters that the readings of a character begin with, in the order of how common the readings are; '' without any.
 * @param {string} character
 */
export function initialsOf(character) {
  // nonZh: the character itself must not come back as its own reading.
  const common = pinyin(character, { toneType: 'none', type: 'array', multiple: true, nonZh: 'removed' });
  const asSurname = pinyin(character, { toneType: 'none', type: 'array', mode: 'surname', nonZh: 'removed' });
  const letters = [...common, ...asSurname].map((reading) => reading.normalize('NFD').charAt(0).toLowerCase());
  return [...new Set(letters.filter((letter) => /^[a-z]$/.test(letter)))].join('');
}

export function table() {
  let line = '';
  /** @type {string[]} */
  const rest = [];
  for (let code = block.first; code <= block.last; ++code) {
    const letters = initialsOf(String.fromCodePoint(code));
    line += letters.length === 0 ? '-' : letters.length === 1 ? letters : '*';
    if (letters.length > 1) rest.push(String.fromCodePoint(code) + letters);
  }
  for (const { first, last } of others) {
    for (let code = first; code <= last; ++code) {
      const letters = initialsOf(String.fromCodePoint(code));
      if (letters !== '') rest.push(String.fromCodePoint(code) + letters);
    }
  }
  return `service-academy/initials 1\n${line}\n${rest.join('\n')}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (argv.length !== 3) {
    console.error('usage: node web/tools/initials.mjs FILE');
    process.exitCode = 2;
  } else {
    writeFileSync(argv[2], table());
  }
}
