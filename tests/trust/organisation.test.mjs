// The organisation's key and what it signs: as the world reads it (jose, schema), and what becomes of it in wrong hands.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { registerIn } from '../../web/records/register.js';
import { countersigned, revocationList } from '../../web/trust/countersign.js';
import { fromBase64url } from '../../web/trust/encoding.js';
import { issuersIn, judge } from '../../web/trust/judge.js';
import { didOf, thumbprint } from '../../web/trust/keys.js';
import { checkedKey, keyFormat, newOrganisationKey, opened, withIssuer } from '../../web/trust/organisation.js';
import { longestList, longestToken, tokenIn } from '../../web/trust/token.js';
import { accepts, ajv, jose } from './others.mjs';
import { context, credentialFor, written } from './samples.mjs';

/** @typedef {import('../../web/trust/organisation.js').OrganisationKey} OrganisationKey @typedef {import('../../web/trust/organisation.js').OpenKey} OpenKey */

const passphrase = '云杉 & spruce ２０２６';
const now = new Date('2026-11-22T22:30:00Z'); // already the 23rd in Shanghai
const address = 'https://academy.example/revoked-0123456789ab.jwt';
const about = { id: 'urn:uuid:2ed6657d-e927-468b-95e1-2665a8aea6a2', from: '2026-11-22T22:31:00.000Z', until: '2028-11-22T03:11:05.120Z', list: address, index: 101 };

/** @type {OrganisationKey} */
let kept;
/** @type {OpenKey} */
let key;
before(async () => {
  kept = await newOrganisationKey('云杉公司培训部', passphrase, now);
  key = await opened(kept, passphrase);
});

const settings = () => JSON.parse(withIssuer({}, kept));
/** @param {string} token @param {string | null} [list] */
async function verdictOf(token, list = null) {
  const { verdict, reason, by } = await judge(token, context({ issuers: issuersIn(settings()), statusList: async (at) => (at === address ? list : null) }));
  return [verdict, reason, by].filter((part) => part !== '').join(' ');
}

describe("the organisation's key", () => {
  it('opens with its passphrase and no other, is called by what it is, and cannot be read out', async () => {
    assert.equal(kept.kid, `2026-${(await thumbprint(kept.signing.jwk)).slice(0, 16)}`);
    await opened(kept, '云杉 & spruce 2026'); // full-width digits are the same
    await assert.rejects(opened(kept, '云杉 & spruce 2027'), { code: 'wrong-passphrase' });
    for (const each of [key.privateKey, key.sealingKey]) await assert.rejects(crypto.subtle.exportKey('pkcs8', each));
    assert.ok(kept.rounds >= 600_000);
    const file = JSON.stringify(kept);
    for (const open of [kept.signing, kept.sealing]) assert.deepEqual(Object.keys(open.jwk).sort(), ['crv', 'kty', 'x', 'y']);
    assert.ok(!/"d"/.test(file) && !file.includes(passphrase));
  });

  it('with anything exchanged it does not open: name, number, open or closed halves', async () => {
    const other = await newOrganisationKey('别的公司', passphrase, now);
    const flip = (/** @type {string} */ text) => `${text.slice(0, 30)}${text[30] === 'A' ? 'B' : 'A'}${text.slice(31)}`;
    /** @type {OrganisationKey[]} */
    const changed = [
      { ...kept, name: '云杉公司' }, { ...kept, kid: other.kid }, { ...kept, salt: other.salt }, { ...kept, signing: { ...kept.signing, wrapped: flip(kept.signing.wrapped) } },
      { ...kept, sealing: { ...kept.sealing, wrapped: kept.signing.wrapped } }, { ...kept, signing: { ...kept.signing, wrapped: kept.sealing.wrapped } }, { ...kept, signing: other.signing },
    ];
    for (const each of changed) await assert.rejects(opened(each, passphrase), { code: 'wrong-passphrase' });
    await assert.rejects(opened({ ...kept, signing: { ...kept.signing, jwk: other.signing.jwk } }, passphrase), { code: 'not-ours' }, 'another open half');
    await assert.rejects(opened({ ...kept, sealing: { ...kept.sealing, jwk: other.sealing.jwk } }, passphrase), { code: 'not-ours' }, 'records would be sealed for somebody else');
  });

  it('a file that is none is not taken for one', async () => {
    const file = { format: keyFormat, version: 1, ...kept };
    assert.deepEqual(await checkedKey(structuredClone(file)), kept);
    const { jwk } = kept.signing;
    const wrong = [null, undefined, 5, 'text', [], {}, { ...file, format: 'x' }, { ...file, version: 2 }, { ...file, kid: `2027${kept.kid.slice(4)}` }, { ...file, kid: 5 }, { ...file, name: '' }, { ...file, name: ' a' },
      { ...file, name: 'x'.repeat(81) }, { ...file, name: ['x'] }, { ...file, made: 'today' }, { ...file, made: 5 }, { ...file, rounds: 1 }, { ...file, rounds: 2 ** 31 }, { ...file, rounds: 600_000.5 },
      { ...file, rounds: '600000' }, { ...file, salt: 'x' }, { ...file, salt: null }, { ...file, signing: null }, { ...file, signing: { jwk, wrapped: '' } }, { ...file, signing: { jwk, wrapped: 'A'.repeat(10_000) } },
      { ...file, sealing: { wrapped: kept.sealing.wrapped } }, { ...file, signing: { ...kept.signing, jwk: { ...jwk, d: 'AAAA' } } }, { ...file, signing: kept.sealing }];
    for (const each of wrong) await assert.rejects(checkedKey(each), { code: 'not-ours' }, JSON.stringify(each)?.slice(0, 80));
  });

  it('comes into the settings beside what stands there already, valid at once wherever the clock is', () => {
    const before = { theme: 'x', issuers: [{ kid: 'training-2025' }, { kid: kept.kid, name: 'old' }] };
    const after = JSON.parse(withIssuer(before, kept));
    assert.deepEqual(after.issuers.map((/** @type {any} */ { kid }) => kid), [kept.kid, 'training-2025']);
    assert.equal(after.theme, 'x');
    assert.deepEqual([after.issuers[0].from, after.issuers[0].jwk, after.issuers[0].sealing], ['2026-11-22', kept.signing.jwk, kept.sealing.jwk]);
    for (const there of [null, [], 5, 'x', { issuers: {} }]) assert.equal(issuersIn(JSON.parse(withIssuer(there, kept))).length, 1);
  });
});

describe('a countersigned credential', () => {
  it('is as the schema says, jose verifies it with the pinned key, and the verdict is genuine and by whom', async () => {
    for (const credential of written()) {
      for (const until of ['', about.until]) {
        const token = await countersigned(credential, key, { ...about, until });
        const { payload, protectedHeader } = await jose.jwtVerify(token, await jose.importJWK(settings().issuers[0].jwk, 'ES256'), { algorithms: ['ES256'], currentDate: new Date('2026-12-01') });
        assert.equal(accepts(payload), true, ajv.errorsText(accepts.errors)); // ajv's types take ok() for a proof that it is something else
        assert.deepEqual(protectedHeader, { alg: 'ES256', typ: 'JWT', kid: kept.kid });
        assert.deepEqual([payload.iss, payload.jti, payload.exp], [didOf(kept.signing.jwk), about.id, until === '' ? undefined : Math.floor(Date.parse(until) / 1000)]);
        assert.equal(payload.nbf, Math.floor(Date.parse(about.from) / 1000));
        assert.equal(/** @type {any} */ (payload.issuer).name, '云杉公司培训部');
        assert.equal(await verdictOf(token), 'genuine status-unknown 云杉公司培训部');
      }
    }
  });

  it('is revoked by the list, which is a credential itself; only the place that was revoked', async () => {
    const token = await countersigned(credentialFor(), key, about);
    const neighbours = await Promise.all([100, 102].map((index) => countersigned(credentialFor(), key, { ...about, index })));
    const list = await revocationList(address, [101, 131_071], 131_072, key, now);
    assert.equal(await verdictOf(token, await revocationList(address, [], 0, key, now)), 'genuine 云杉公司培训部');
    assert.equal(await verdictOf(token, list), 'revoked 云杉公司培训部');
    for (const each of neighbours) assert.equal(await verdictOf(each, list), 'genuine 云杉公司培训部');
    const { payload } = await jose.jwtVerify(list, await jose.importJWK(kept.signing.jwk, 'ES256'), { algorithms: ['ES256'], currentDate: new Date('2026-12-01') });
    const subject = /** @type {any} */ (payload.credentialSubject);
    assert.deepEqual([payload.id, payload.type, subject.type, subject.statusPurpose], [address, ['VerifiableCredential', 'BitstringStatusListCredential'], 'BitstringStatusList', 'revocation']);
    assert.equal(subject.encodedList[0], 'u');
    const bits = gunzipSync(fromBase64url(subject.encodedList.slice(1)));
    assert.equal(bits.length, 16_384, 'no shorter than the standard allows');
    assert.deepEqual([...bits.entries()].filter(([, byte]) => byte !== 0), [[12, 4], [16_383, 1]]);
    // One place more, and the list is twice as long.
    const longer = tokenIn(await revocationList(address, [], 131_073, key, now))?.payload.credentialSubject.encodedList;
    assert.equal(gunzipSync(fromBase64url(longer.slice(1))).length, 32_768);
  });

  it('a list of another address, another key, or cut short says nothing', async () => {
    const token = await countersigned(credentialFor(), key, about);
    const list = await revocationList(address, [101], 200, key, now);
    const stranger = await opened(await newOrganisationKey('云杉公司培训部', passphrase, now), passphrase);
    const elsewhere = await revocationList('https://academy.example/revoked-ba9876543210.jwt', [], 200, key, now);
    for (const wrong of [elsewhere, await revocationList(address, [], 200, stranger, now), list.slice(0, -1), list.slice(0, 400), `${list.slice(0, 300)}${list[300] === 'A' ? 'B' : 'A'}${list.slice(301)}`, '', 'A'.repeat(longestList + 1)]) {
      assert.equal(await verdictOf(token, wrong), 'genuine status-unknown 云杉公司培训部');
    }
  });

  it('a long list with nothing in order in it is still read', async () => {
    let seed = 7;
    const places = Array.from({ length: 400_000 }, () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % 1_000_000);
    const list = await revocationList(address, [...places, 101], 1_000_000, key, now);
    assert.ok(list.length > longestToken && list.length < longestList, `${list.length} letters`);
    assert.equal(await verdictOf(await countersigned(credentialFor(), key, about), list), 'revoked 云杉公司培训部');
  });
});

describe('the register in a key file', () => {
  const list = '0123456789ab';
  const entry = { list, index: 3, id: about.id, serial: 'SA-1', what: 'w', name: '王小明', number: 'K1', course: '服务学苑', issued: about.from, until: '', revoked: '', reason: '' };
  const lists = [{ list, kid: 'k', next: 4, own: true }];

  it('is taken whole, and gives no more places away here', () => {
    assert.deepEqual(registerIn({ lists, entries: [entry] }), { lists: [{ ...lists[0], own: false }], entries: [entry] });
  });

  it('with one wrong line it is not taken at all', () => {
    const wrong = [null, 5, {}, { ...entry, list: '../x' }, { ...entry, index: -1 }, { ...entry, index: 4 }, { ...entry, index: 1.5 }, { ...entry, index: 2 ** 40 }, { ...entry, list: 'ba9876543210' },
      { ...entry, id: 'x' }, { ...entry, issued: 5 }, { ...entry, revoked: 'yes' }, { ...entry, until: null }];
    for (const each of wrong) assert.equal(registerIn({ lists, entries: [entry, each] }), null, JSON.stringify(each));
    for (const each of [null, 5, { list }, { ...lists[0], next: -1 }, { ...lists[0], next: 2 ** 30 }, { ...lists[0], kid: 'x'.repeat(100) }, { ...lists[0], list: 'x' }]) assert.equal(registerIn({ lists: [...lists, each], entries: [] }), null, JSON.stringify(each));
    for (const each of [null, 5, [], {}, { lists }, { entries: [] }, { lists: {}, entries: [] }]) assert.equal(registerIn(each), null);
  });
});
