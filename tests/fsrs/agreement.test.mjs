// Our FSRS-6 and the one of the project that invented it say the same of 10,000 histories of answers, natively and as WebAssembly.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** @type {typeof import('../../web/node_modules/ts-fsrs/dist/index.d.ts')} */
const { fsrs, generatorParameters } = createRequire(`${root}web/package.json`)('ts-fsrs');
const histories = 10_000;

/** Mulberry32 (Tommy Ettinger): the same numbers on every run. @param {number} state */
const random = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** Answers to one thing: the same day, after days, after years; mostly known, sometimes not at all. */
function history(/** @type {() => number} */ next) {
  const length = 1 + Math.floor(next() * 20);
  const wrong = next() * 0.6;
  return Array.from({ length }, (_, i) => ({
    days: i === 0 ? -1 : next() < 0.15 ? 0 : Math.floor(Math.exp(next() * (next() < 0.02 ? 9 : 5))),
    grade: next() < wrong ? 1 : 2 + Math.floor(next() * 3),
  }));
}

const next = random(20261122);
const all = Array.from({ length: histories }, () => history(next)).flat();

/** What ts-fsrs says, in the form that the program writes. */
function reference() {
  const scheduler = fsrs(generatorParameters({ enable_fuzz: false, enable_short_term: true }));
  /** @type {{ stability: number, difficulty: number } | null} */
  let memory = null;
  return all.map(({ days, grade }) => {
    const before = days < 0 ? null : memory;
    const recall = before === null ? 1 : scheduler.forgetting_curve(days, before.stability);
    const after = scheduler.next_state(before, Math.max(days, 0), grade);
    memory = after;
    return [after.stability, after.difficulty, scheduler.next_interval(after.stability, 0), recall];
  });
}

const expected = reference();
const columns = ['stability', 'difficulty', 'interval', 'retrievability'];

describe('FSRS-6 agrees with ts-fsrs to 1e-6', () => {
  for (const [where, command] of Object.entries({ natively: [`${root}build/native-asan/fsrs_histories`], 'as WebAssembly': [process.execPath, `${root}build/web/fsrs_histories.cjs`] })) {
    it(`${where}, on ${histories} histories`, () => {
      const input = all.map(({ days, grade }) => `${days} ${grade}\n`).join('');
      const lines = execFileSync(command[0], command.slice(1), { input, encoding: 'utf8', maxBuffer: 1 << 26 }).trim().split('\n');
      assert.equal(lines.length, all.length);
      lines.forEach((line, i) => line.split(' ').map(Number).forEach((value, column) => {
        const wanted = expected[i][column];
        // A hundred years of stability are told to six places too, not to six behind the point.
        if (!(Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted)))) assert.fail(`${columns[column]} after answer ${i}: ${value}, and ts-fsrs says ${wanted}`);
      }));
    });
  }

  it('the histories tell something: all grades, the same day, years, and long and short memories', () => {
    for (const grade of [1, 2, 3, 4]) assert.ok(all.some((answer) => answer.grade === grade));
    assert.ok(all.filter(({ days }) => days === 0).length > 1000 && all.some(({ days }) => days > 1000));
    assert.ok(expected.some(([stability]) => stability > 5_000) && expected.some(([stability]) => stability < 0.01));
  });
});
