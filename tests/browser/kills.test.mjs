// The browser's processes are killed at random moments while pages write: nothing that was confirmed is lost, and nothing becomes
// unreadable.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { killPortal, killWhileWriting, tearWhileWriting } from './kills.mjs';

const kills = { store: 190, torn: 12, portal: 10 };

/** @param {number} wanted @param {import('./kills.mjs').Figures} figures @param {import('node:test').TestContext} t */
function hold(wanted, { lost, unreadable, kills: done, confirmed, kept, restored, milliseconds }, t) {
  t.diagnostic(`${done} kills, ${confirmed} events confirmed, ${kept} kept, brought back ${restored} times, ${Math.round(milliseconds / done)} ms a kill`);
  assert.deepEqual({ lost, unreadable }, { lost: 0, unreadable: 0 });
  assert.equal(done, wanted);
  assert.ok(confirmed >= wanted, 'every browser wrote before it was killed');
}

it(`${kills.store} kills while pages write into the store: nothing confirmed is lost, nothing unreadable`, { timeout: 25 * 60_000 }, async (t) => {
  hold(kills.store, await killWhileWriting(kills.store), t);
});

it(`${kills.torn} kills in the middle of a write, after which Chromium throws the database away: its second copy brings everything back`, { timeout: 5 * 60_000 }, async (t) => {
  const figures = await tearWhileWriting(kills.torn);
  hold(kills.torn, figures, t);
  assert.ok(figures.restored > 0, 'it was thrown away indeed');
});

it(`${kills.portal} kills of the whole portal: nothing confirmed is lost, and every chain holds`, { timeout: 10 * 60_000 }, async (t) => {
  hold(kills.portal, await killPortal(kills.portal), t);
});
