// The table of initials, by which people are found by the first letters of their names' pinyin.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialsOf, table } from '../../web/tools/initials.mjs';

test('a character gives the letters of its readings, several where there are several', () => {
  for (const [character, letters] of [
    ['王', 'w'],
    ['小', 'x'],
    ['明', 'm'],
    ['单', 'cds'],
    ['曾', 'cz'],
    ['解', 'jx'],
    ['仇', 'cq'],
    ['盖', 'gh'],
    ['龘', 'd'],
  ])
    assert.equal([...initialsOf(character)].sort().join(''), letters, character);
});

test('the table has a letter for each character of the block and a line for each of the others', () => {
  const [head, block, ...others] = table().trimEnd().split('\n');
  assert.equal(head, 'service-academy/initials 1');
  assert.match(block, /^[a-z*-]{20992}$/);
  for (const line of others) assert.match(line, /^\p{Script=Han}[a-z]+$/u, line);
  const several = [...block].filter((letter) => letter === '*').length;
  assert.ok(several > 1000 && others.length >= several);
  for (const [place, letter] of [...block].entries()) {
    if (letter === '*') assert.ok(others.some((line) => line.codePointAt(0) === 0x4e00 + place && line.length > 2));
    if (place > 500) break;
  }
});

test('nearly every character that names are made of is in it', () => {
  const block = table().split('\n')[1];
  const without = [...block].filter((letter) => letter === '-').length;
  assert.ok(without < 400, `${without} have no reading`);
});
