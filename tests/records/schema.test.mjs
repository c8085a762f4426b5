// The JSON Schema of completion records, with records that the portal wrote (a unit test holds written.jsonl equal to
// what the program writes) and with changes that make them wrong (the program refuses the same).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
const { default: Ajv2020 } = /** @type {typeof import('../../web/node_modules/ajv/dist/2020.js')} */ (require('../../web/node_modules/ajv/dist/2020.js'));

/** @typedef {{ op: string, path: string, value?: unknown }} Change */

/** @param {string} name */
const lines = (name) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').filter((line) => line !== '');

/**
 * A time that exists: Date does not roll a 31 April over into May unnoticed.
 * @param {string} text
 */
function exists(text) {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text.slice(0, 10);
}

/**
 * The three operations of a JSON Patch (RFC 6902) that the examples use.
 * @param {any} record
 * @param {Change[]} changes
 */
function patched(record, changes) {
  for (const { op, path, value } of changes) {
    const steps = path.split('/').slice(1);
    const last = /** @type {string} */ (steps.pop());
    const place = steps.reduce((at, step) => at[step], record);
    assert.ok(last in place, `${path} is in the record`);
    if (op === 'remove') delete place[last];
    else place[last] = value;
  }
  return record;
}

const schema = JSON.parse(readFileSync(new URL('../../app/records/completion-record.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, formats: { 'date-time': exists } });
const accepts = ajv.compile(schema);

test('every record that the portal writes is as the schema says', () => {
  const written = lines('written.jsonl');
  assert.ok(written.length >= 3);
  for (const line of written) assert.ok(accepts(JSON.parse(line)), `${line}\n${ajv.errorsText(accepts.errors)}`);
});

test('a member that a later portal adds harms nobody', () => {
  const record = JSON.parse(lines('written.jsonl')[0]);
  record.mood = 'good';
  record.course.stars = 5;
  assert.ok(accepts(record), ajv.errorsText(accepts.errors));
});

test('what is wrong is refused', () => {
  const examples = lines('refused.jsonl').map((line) => /** @type {{ why: string, change: Change[] }} */ (JSON.parse(line)));
  assert.ok(examples.length > 20);
  for (const { why, change } of examples) assert.equal(accepts(patched(JSON.parse(lines('written.jsonl')[0]), change)), false, why);
});
