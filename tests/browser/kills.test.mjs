// The browser's processes are killed at random moments while pages write: nothing that was confirmed is lost, and nothing becomes
// unreadable.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { killPortal, killWhileWriting } from './kills.mjs';

const kills = { store: 190, portal: 10 };

/** @param {number} wanted @param {import('./kills.mjs').Figures} figures @param {import('node:test').TestContext} t */
function hold(wanted, { lost, unreadable, kills: done, confirmed, kept, milliseconds }, t) {
  t.diagnostic(`${done} kills, ${confirmed} events confirmed, ${kept} kept, ${Math.round(milliseconds / done)} ms a kill`);
  assert.deepEqual({ lost, unreadable }, { lost: 0, unreadable: 0 });
  assert.equal(done, wanted);
  assert.ok(confirmed >= wanted, 'every browser wrote before it was killed');
}

it(`${kills.store} kills while pages write into the store: nothing confirmed is lost, nothing unreadable`, { timeout: 25 * 60_000 }, async (t) => {
  hold(kills.store, await killWhileWriting(kills.store), t);
});

it(`${kills.portal} kills of the whole portal: nothing confirmed is lost, and every chain holds`, { timeout: 10 * 60_000 }, async (t) => {
  hold(kills.portal, await killPortal(kills.portal), t);
});
