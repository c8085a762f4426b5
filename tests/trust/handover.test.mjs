// What a learner hands over: read by whom it is for and by nobody else, and not with a letter changed.

import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { base64url, utf8 } from '../../web/trust/encoding.js';
import { handedOver, isHandOver, readHandOver, sealedFor, sealingIn } from '../../web/trust/handover.js';
import { newKey, thumbprint } from '../../web/trust/keys.js';
import { newOrganisationKey, opened, withIssuer } from '../../web/trust/organisation.js';
import { selfIssued, signed } from '../../web/trust/token.js';
import { credentialFor } from './samples.mjs';

/** @typedef {import('../../web/trust/organisation.js').OpenKey} OpenKey */

/** @type {typeof import('../../web/node_modules/jose/dist/types/index.d.ts')} */
const jose = await import(new URL('../../web/node_modules/jose/dist/webapi/index.js', import.meta.url).href);
const record = JSON.parse(readFileSync(new URL('../records/written.jsonl', import.meta.url), 'utf8').split('\n')[0]);
/** Of this form for ever: { organisation, fresh, signed, sealed }, with private halves. */
const vector = JSON.parse(readFileSync(new URL('hand-over-1.json', import.meta.url), 'utf8'));
const made = new Date('2026-11-22T08:00:00Z');

/** @type {OpenKey} */
let ours;
/** @type {OpenKey} */
let others;
/** @type {import('../../web/trust/keys.js').SigningKey} */
let browser;
/** @type {string} */
let open;
/** @type {string} */
let sealed;
before(async () => {
  const make = async (/** @type {string} */ name) => opened(await newOrganisationKey(name, 'a long passphrase', made), 'a long passphrase');
  [ours, others, browser] = [await make('培训部'), await make('别的公司'), await newKey()];
  open = await handedOver(record, browser, made);
  sealed = await sealedFor(open, { kid: ours.kid, sealing: ours.sealingJwk });
});

/** @param {string} text @param {OpenKey | null} [key] */
const codeOf = (text, key = ours) => readHandOver(text, key).then(() => 'read', (/** @type {any} */ error) => error.code ?? String(error));

describe('a record that is handed over', () => {
  it('comes back as it was, with whose key signed it; jose verifies it too', async () => {
    for (const file of [open, sealed]) {
      assert.ok(isHandOver(file.slice(0, 64)));
      const read = await readHandOver(file, ours);
      assert.deepEqual(read, { record, made: made.toISOString(), signer: await thumbprint(browser.jwk) });
      assert.equal(JSON.stringify(read.record), JSON.stringify(record), 'its members stand where they stood');
    }
    const { payload } = await jose.compactVerify(JSON.parse(open).token, await jose.importJWK(browser.jwk, 'ES256'), { algorithms: ['ES256'] });
    assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)).record, record);
    assert.ok(!sealed.includes(record.learner.id) && sealed.length < 2 * open.length);
  });

  it('sealed: only the key that it was sealed for opens it', async () => {
    assert.equal(await codeOf(sealed, null), 'sealed');
    assert.equal(await codeOf(sealed, others), 'sealed-for-others');
    assert.equal(await codeOf(sealed.replace(ours.kid, others.kid), others), 'changed');
    assert.equal(await codeOf(sealed, { ...ours, sealingKey: others.sealingKey }), 'changed');
    assert.notEqual(await sealedFor(open, { kid: ours.kid, sealing: ours.sealingJwk }), sealed, 'never the same twice');
  });

  it('no letter can be exchanged, left out or added', async () => {
    for (const file of [open, sealed]) {
      for (let at = 0; at < file.length; at += file.length > 2000 ? 13 : 3) {
        const letter = file[at] === 'A' ? 'B' : 'A';
        for (const changed of [file.slice(0, at) + letter + file.slice(at + 1), file.slice(0, at), file.slice(0, at) + file.slice(at + 1), `${file.slice(0, at)} ${file.slice(at)}`]) {
          const code = await codeOf(changed);
          assert.ok(['broken', 'changed', 'later', 'sealed-for-others'].includes(code), `${at} of ${file.length}: ${code}`);
        }
      }
      assert.equal(await codeOf(`${file}\n`), 'changed');
      assert.equal(await codeOf(JSON.stringify(JSON.parse(file), null, 1)), 'changed');
    }
  });

  it('what is signed for something else, by nobody, or with another algorithm is none', async () => {
    const wrap = (/** @type {unknown} */ token) => `${JSON.stringify({ format: 'service-academy/hand-over', version: 1, token })}\n`;
    const header = { alg: 'ES256', typ: 'service-academy-record+jws', jwk: browser.jwk };
    const payload = { made: made.toISOString(), record };
    const none = `${base64url(utf8.encode(JSON.stringify({ ...header, alg: 'none' })))}.${base64url(utf8.encode(JSON.stringify(payload)))}.`;
    const wrong = [await selfIssued(credentialFor(), browser), none, 5, null, '', 'a.b.c'];
    for (const [head, body] of [[{ ...header, jwk: (await newKey()).jwk }, payload], [{ ...header, jwk: undefined }, payload], [{ ...header, typ: 'JWT' }, payload], [{ ...header, crit: ['b64'] }, payload], [{ ...header, alg: 'HS256' }, payload],
      [header, { record }], [header, { made: 5, record }], [header, { made: payload.made }], [header, { made: payload.made, record: [] }], [header, { made: payload.made, record: 'text' }], [header, { made: payload.made, record: null }]]) {
      wrong.push(await signed(/** @type {object} */ (head), /** @type {object} */ (body), browser.privateKey));
    }
    for (const token of wrong) assert.equal(await codeOf(wrap(token)), 'changed', String(token).slice(0, 80));
  });

  it('files of the wrong kind, of a later version, and huge ones end in a word, not in a fault', async () => {
    for (const text of ['', '{', 'null', '5', '[]', '{"format":"service-academy/hand-over"', '{"format":"service-academy/hand-over"}\n', '{"format":"service-academy/sealed-hand-over","version":1,"kid":5,"epk":null,"box":[]}\n']) {
      assert.ok(['broken', 'changed'].includes(await codeOf(text)), text);
    }
    assert.equal(await codeOf('{"format":"service-academy/hand-over","version":2,"token":"x"}\n'), 'later');
    assert.equal(await codeOf('{"format":"service-academy/sealed-hand-over","version":2}\n'), 'later');
    assert.equal(await codeOf(`{"format":"service-academy/hand-over","version":1,"token":"${'A'.repeat(2 << 20)}"}\n`), 'broken');
    // A point that is not on the curve, for the ephemeral key.
    const off = sealed.replace(/"x":"[^"]+"/, `"x":"${base64url(new Uint8Array(32).fill(255))}"`);
    assert.equal(await codeOf(off), 'changed');
    for (const head of ['{"format":"service-academy/completion-record"', '', ' {"format":"service-academy/hand-over"', '工号']) assert.equal(isHandOver(head), false);
  });

  it('is sealed for the first organisation in the settings whose key is in use on that day', async () => {
    const line = (/** @type {any} */ more) => ({ kid: ours.kid, name: '培训部', jwk: ours.jwk, sealing: ours.sealingJwk, ...more });
    const day = '2026-11-22';
    assert.equal(sealingIn({ issuers: [line({ until: '2026-11-21' }), line({ from: '2026-11-23' }), line({ sealing: undefined }), line({ kid: 'this', from: day, until: day }), line({ kid: 'next' })] }, day)?.kid, 'this');
    for (const settings of [null, {}, { issuers: 5 }, { issuers: [null, 5, {}] }, { issuers: [line({ sealing: { ...ours.sealingJwk, d: 'x' } })] }, { issuers: [line({ kid: '' })] }]) assert.equal(sealingIn(settings, day), null);
    const key = await newOrganisationKey('培训部', 'a long passphrase', made);
    assert.deepEqual(sealingIn(JSON.parse(withIssuer({}, key)), day)?.sealing, key.sealing.jwk);
  });
});

describe('the form', () => {
  const { organisation, fresh } = vector;
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const privateKey = (/** @type {any} */ jwk) => crypto.subtle.importKey('jwk', { ...jwk, ext: true }, curve, true, ['deriveBits']);

  it('is read for ever, and written as it was then', async () => {
    const key = { ...ours, kid: organisation.kid, sealingKey: await privateKey(organisation.sealing) };
    const { record: said, made: when } = await readHandOver(vector.sealed, key);
    assert.deepEqual([said.learner.name, when], ['欧阳𠮷', '2026-11-22T00:00:00.000Z']);
    const { d, ...open } = fresh;
    const pair = { privateKey: await privateKey(fresh), publicKey: await crypto.subtle.importKey('jwk', { ...open, ext: true }, curve, true, []) };
    const { d: _, ...sealing } = organisation.sealing;
    assert.ok(d);
    assert.equal(await sealedFor(vector.signed, { kid: organisation.kid, sealing }, pair), vector.sealed);
  });

  it('is what its description says: opened with nothing of the portal', () => {
    const line = vector.sealed.trimEnd();
    const open = line.slice(0, line.indexOf(',"box":'));
    const { epk, box } = JSON.parse(line);
    const info = Buffer.from(`service-academy sealed hand-over 1 ${open}`);
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(Buffer.from(organisation.sealing.d, 'base64url'));
    const secret = ecdh.computeSecret(Buffer.concat([Buffer.from([4]), Buffer.from(epk.x, 'base64url'), Buffer.from(epk.y, 'base64url')]));
    const bits = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 44));
    const bytes = Buffer.from(box, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', bits.subarray(0, 32), bits.subarray(32));
    decipher.setAAD(info);
    decipher.setAuthTag(bytes.subarray(-16));
    assert.equal(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'), vector.signed);
  });
});
