// How the browser tests wait: for states, and for the right ones.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../browser/', import.meta.url);
/** Lines that hand a promise to `waitForFunction`, which takes any for a yes: such a test waits for nothing. @param {string} text */
const promised = (text) => [...text.matchAll(/^.*waitForFunction\(\s*(async\b|\([^()]*\) => new Promise).*$/gm)].map(([line]) => line.trim());

test('no browser test hands a promise to a wait that would take it for a yes', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  assert.ok(files.length > 20);
  assert.deepEqual(files.flatMap((name) => promised(readFileSync(new URL(name, folder), 'utf8')).map((line) => `${name}: ${line}`)), []);
});

test('such a wait is found', () => {
  assert.equal(promised('await page.waitForFunction(async (path) => await caches.match(path), used);').length, 1);
  assert.equal(promised('const tried = (page) => page.waitForFunction((wanted) => new Promise((done) => done(wanted)), 1);').length, 1);
  assert.equal(promised('await page.waitForFunction((path) => document.querySelector(path), used);').length, 0);
});
