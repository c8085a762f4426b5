// The credential as the world reads it: schema, jose, and five hundred changes of which none is let through. And which key counts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { base64url, fromBase64url, utf8 } from '../../web/trust/encoding.js';
import { judgeText } from '../../web/trust/files.js';
import { issuersIn, judge } from '../../web/trust/judge.js';
import { didOf, keyInDid, newKey, publicJwk, thumbprint } from '../../web/trust/keys.js';
import { linkOf, tokenInText, tokenOf } from '../../web/trust/link.js';
import { claimsOf, selfIssued, signed } from '../../web/trust/token.js';
import { accepts, ajv, jose, schema } from './others.mjs';
import { context, credentialFor, learnersToken, organisation, written } from './samples.mjs';

/** @param {string} token */
const payloadOf = (token) => JSON.parse(new TextDecoder().decode(fromBase64url(token.split('.')[1])));
/** @param {object} part */
const encoded = (part) => base64url(utf8.encode(JSON.stringify(part)));

/** @type {Awaited<ReturnType<typeof organisation>>} */
let training;
/** @type {Awaited<ReturnType<typeof learnersToken>>} */
let learner;
before(async () => { [training, learner] = [await organisation(), await learnersToken()]; });

describe('a credential', () => {
  it('is as the schema says, self-issued and countersigned', async () => {
    for (const credential of written()) {
      for (const token of [await selfIssued(credential, learner.key), await training.sign(credential, { validUntil: '2028-11-22T00:00:00Z' })]) {
        assert.ok(accepts(payloadOf(token)), ajv.errorsText(accepts.errors));
      }
    }
  });

  it('that lacks anything, or has anything more, the schema refuses', () => {
    const whole = payloadOf(learner.token);
    for (const member of schema.required) {
      const { [member]: _, ...rest } = whole;
      assert.equal(accepts(rest), false, member);
    }
    const changes = /** @type {((payload: any) => void)[]} */ ([
      (p) => { p.mood = 'good'; }, (p) => { p['@context'].reverse(); }, (p) => { p.type.push('More'); }, (p) => { p.evidence = []; },
      (p) => { p.issuer.id = 'https://example.com'; }, (p) => { p.credentialSubject.identifier = []; }, (p) => { p.credentialSubject.result[0].value = '101'; },
      (p) => { p.credentialSubject.identifier[1].hashed = false; }, (p) => { delete p.credentialSubject.identifier[1].salt; },
      (p) => { p.credentialSubject.identifier[1].identityHash = 'A-1001'; }, (p) => { p.credentialSubject.identifier[0].salt = 'x'.repeat(22); },
      (p) => { p.validFrom = '2026-11-22'; }, (p) => { p.validUntil = '2027-11-22T00:00:00Z'; }, (p) => { p.exp = 1; }, (p) => { p.name = ''; },
      (p) => { p.credentialSubject.achievement.criteria = null; }, (p) => { p.nbf = 1.5; }, (p) => { p.evidence[0].id = 'ni:///sha-256;short'; },
    ]);
    for (const change of changes) {
      const payload = structuredClone(whole);
      change(payload);
      assert.equal(accepts(payload), false, String(change));
    }
  });

  it('is verified by jose: with the key it brings, with the key pinned, and not with another', async () => {
    const self = await jose.jwtVerify(learner.token, await jose.importJWK(learner.key.jwk, 'ES256'), { algorithms: ['ES256'], currentDate: new Date('2026-12-01') });
    assert.equal(self.protectedHeader.typ, 'JWT');
    assert.deepEqual(Object.keys(/** @type {object} */ (self.protectedHeader.jwk)).sort(), ['crv', 'kty', 'x', 'y'], 'a private half must not come along');
    assert.equal(self.payload.iss, didOf(learner.key.jwk));
    assert.equal(self.payload.jti, learner.credential.id);
    assert.equal(self.payload.nbf, Math.floor(Date.parse(learner.credential.validFrom) / 1000));
    assert.equal(await jose.calculateJwkThumbprint(learner.key.jwk), await thumbprint(learner.key.jwk));

    const token = await training.sign(credentialFor());
    await jose.jwtVerify(token, await jose.importJWK(training.key.jwk, 'ES256'), { currentDate: new Date('2026-12-01') });
    await assert.rejects(jose.jwtVerify(token, await jose.importJWK(learner.key.jwk, 'ES256'), { currentDate: new Date('2026-12-01') }));
  });

  it('cannot be signed by a key that can be read out', async () => {
    await assert.rejects(crypto.subtle.exportKey('jwk', (await newKey()).privateKey));
  });
});

describe('the verdict', () => {
  it('self-issued: unchanged, and nobody vouches for it', async () => {
    const found = await judge(learner.token, context({ issuers: [training.issuer] }));
    assert.deepEqual([found.verdict, found.reason, found.by], ['self-issued', '', '']);
    assert.equal(found.signed.get('name'), '欧阳𠮷');
    assert.equal(found.signed.get('score'), '92%');
    assert.equal((await judge(learner.token, context({ own: learner.key.jwk }))).reason, 'own');
  });

  it('genuine: only with a pinned key', async () => {
    const token = await training.sign(credentialFor());
    const found = await judge(token, context({ issuers: [training.issuer] }));
    assert.deepEqual([found.verdict, found.reason, found.by], ['genuine', '', '培训部']);
    assert.equal((await judge(token, context())).verdict, 'unknown-issuer');
    const other = await organisation('别的机构');
    assert.equal((await judge(token, context({ issuers: [other.issuer] }))).verdict, 'changed', 'another key of that name');
  });

  it('500 changed tokens: none is genuine, nor unchanged; jose refuses the same', async () => {
    const tokens = { pinned: await training.sign(credentialFor()), own: learner.token };
    const keys = { pinned: await jose.importJWK(training.key.jwk, 'ES256'), own: await jose.importJWK(learner.key.jwk, 'ES256') };
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    let seed = 20261122;
    const chance = (/** @type {number} */ below) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return Math.floor(seed / 2 ** 32 * below); };
    let count = 0;
    for (const [which, token] of Object.entries(tokens)) {
      const parts = token.split('.');
      for (let i = 0; i < 260; i += 1) {
        const changed = [...parts];
        const region = i % 3;
        const at = chance(changed[region].length);
        const letter = alphabet[(alphabet.indexOf(changed[region][at]) + 1 + chance(63)) % 64];
        changed[region] = changed[region].slice(0, at) + letter + changed[region].slice(at + 1);
        const mutated = changed.join('.');
        assert.notEqual(mutated, token);
        const { verdict } = await judge(mutated, context({ issuers: [training.issuer] }));
        assert.ok(['changed', 'unreadable', 'unknown-issuer'].includes(verdict), `${which}, part ${region}, letter ${at}: ${verdict}`);
        count += 1;
        if (region === 2 && at === parts[2].length - 1) continue; // jose passes over bits beyond the end; we do not
        await assert.rejects(jose.jwtVerify(mutated, keys[/** @type {'pinned' | 'own'} */ (which)], { algorithms: ['ES256'], currentDate: new Date('2026-12-01') }), `${which} ${region} ${at}`);
      }
    }
    assert.ok(count >= 500);
  });

  it('alg none, HS256 and the like: never genuine', async () => {
    const payload = payloadOf(await training.sign(credentialFor()));
    const secret = utf8.encode(JSON.stringify(training.key.jwk));
    const hs256 = await new jose.SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: training.issuer.kid }).sign(secret);
    const forged = [hs256];
    for (const alg of ['none', 'None', 'NONE', '', 'ES384', 'RS256', null, 256, ['ES256']]) {
      forged.push(`${encoded({ alg, typ: 'JWT', kid: training.issuer.kid })}.${encoded(payload)}.`, `${encoded({ alg, typ: 'JWT', kid: training.issuer.kid })}.${encoded(payload)}.${'A'.repeat(86)}`);
    }
    forged.push(`${encoded({ typ: 'JWT', kid: training.issuer.kid })}.${encoded(payload)}.${'A'.repeat(86)}`);
    for (const token of forged) {
      const { verdict } = await judge(token, context({ issuers: [training.issuer] }));
      assert.ok(verdict === 'changed' || verdict === 'unreadable', `${token.slice(0, 60)}: ${verdict}`);
    }
  });

  it('a key in the header is never believed', async () => {
    const forger = await newKey();
    const whole = { ...credentialFor('伪造者'), issuer: { id: didOf(training.key.jwk), type: ['Profile'], name: '培训部' } };
    const payload = { ...whole, ...claimsOf(whole) };
    const ofForger = { ...whole, issuer: { ...whole.issuer, id: didOf(forger.jwk) } };
    const asForger = { ...ofForger, ...claimsOf(ofForger) };
    const header = { alg: 'ES256', typ: 'JWT' };
    const attempts = [
      [{ ...header, jwk: forger.jwk }, payload], [{ ...header, kid: 'training-2026', jwk: forger.jwk }, payload], [{ ...header, kid: 'training-2026' }, payload],
      [{ ...header, kid: 'training-2026', jwk: forger.jwk }, asForger], [{ ...header, kid: 'training-2026' }, asForger],
      [{ ...header, kid: 'training-2026', jwk: { ...training.key.jwk, d: 'AAAA' } }, payload], [{ ...header, jwk: training.key.jwk }, payload],
      [{ ...header, jku: 'https://example.com/keys', kid: 'training-2026' }, payload], [{ ...header, crit: ['b64'], b64: false, kid: 'training-2026' }, payload],
    ];
    for (const [head, body] of attempts) {
      const { verdict } = await judge(await signed(head, body, forger.privateKey), context({ issuers: [training.issuer] }));
      assert.equal(verdict, 'changed', JSON.stringify(head));
    }
    // A forger's own honest token says whose name it likes, and nobody vouches for it.
    const { verdict, by } = await judge(await signed({ ...header, jwk: forger.jwk }, asForger, forger.privateKey), context({ issuers: [training.issuer] }));
    assert.deepEqual([verdict, by], ['self-issued', '']);
    const nameless = await judge(await signed({ ...header, kid: 'nobody' }, asForger, forger.privateKey), context({ issuers: [training.issuer] }));
    assert.equal(nameless.verdict, 'unknown-issuer');
  });

  it('an envelope that says something else than the credential: changed, even when it is signed', async () => {
    const whole = { ...credentialFor(), issuer: { id: didOf(training.key.jwk), type: ['Profile'], name: '培训部' } };
    for (const [claim, value] of Object.entries({ iss: 'did:jwk:x', jti: 'urn:uuid:x', sub: 'urn:uuid:y', nbf: 1, exp: 2 })) {
      const token = await signed({ alg: 'ES256', typ: 'JWT', kid: training.issuer.kid }, { ...whole, ...claimsOf(whole), [claim]: value }, training.key.privateKey);
      assert.notEqual((await judge(token, context({ issuers: [training.issuer] }))).verdict, 'genuine', claim);
    }
  });

  it('expired, not valid yet, and a key outside its time', async () => {
    const at = async (/** @type {any} */ more, /** @type {string} */ now) => {
      const { verdict, reason } = await judge(await training.sign(credentialFor(), more), context({ issuers: [training.issuer], now: new Date(now) }));
      return `${verdict} ${reason}`.trim();
    };
    assert.equal(await at({ validUntil: '2027-01-01T00:00:00Z' }, '2026-12-31T23:59:59Z'), 'genuine');
    assert.equal(await at({ validUntil: '2027-01-01T00:00:00Z' }, '2027-01-01T00:00:00Z'), 'expired');
    assert.equal(await at({}, '2026-11-01T00:00:00Z'), 'expired not-yet');
    assert.equal(await at({ validFrom: '2025-12-31T23:59:59Z' }, '2026-12-01T00:00:00Z'), 'unknown-issuer key-time');
    assert.equal(await at({ validFrom: '2027-12-31T12:00:00Z' }, '2028-02-01T00:00:00Z'), 'genuine', 'the last day counts whole');
    assert.equal(await at({ validFrom: '2028-01-01T00:00:00Z' }, '2028-02-01T00:00:00Z'), 'unknown-issuer key-time');
  });

  it('revoked: by a list that the same key has signed', async () => {
    const address = 'https://academy.example/revoked.jwt';
    const status = (/** @type {string} */ index) => ({ credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: index, statusListCredential: address } });
    const bits = new Uint8Array(16_384);
    bits[12] = 0b0000_0100; // index 101, from the left
    const listOf = (/** @type {Awaited<ReturnType<typeof organisation>>} */ by, /** @type {Uint8Array} */ bytes) => by.sign({
      '@context': ['https://www.w3.org/ns/credentials/v2'], id: address, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer: {},
      validFrom: '2026-11-01T00:00:00Z', credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${base64url(gzipSync(bytes))}` },
    });
    const list = await listOf(training, bits);
    const verdictOf = async (/** @type {string} */ index, /** @type {string | null} */ text) => {
      const { verdict, reason } = await judge(await training.sign(credentialFor(), status(index)), context({ issuers: [training.issuer], statusList: async (at) => (at === address ? text : null) }));
      return `${verdict} ${reason}`.trim();
    };
    assert.equal(await verdictOf('101', list), 'revoked');
    assert.equal(await verdictOf('100', list), 'genuine');
    assert.equal(await verdictOf('102', list), 'genuine');
    assert.equal(await verdictOf('101', null), 'genuine status-unknown');
    assert.equal(await verdictOf('999999', list), 'genuine status-unknown', 'not in the list');
    assert.equal(await verdictOf('101', await listOf(await organisation('别人'), bits)), 'genuine status-unknown', "another's list says nothing");
    assert.equal(await verdictOf('101', `${list.slice(0, -4)}AAAA`), 'genuine status-unknown');
    const bomb = await listOf(training, new Uint8Array(200 << 20)); // 200 MB from 200 KB
    assert.equal(await verdictOf('101', bomb), 'genuine status-unknown');
  });

  it('what is no badge is unreadable', async () => {
    for (const text of ['', 'a.b', 'a.b.c', '....', 'x'.repeat(50_000), `${encoded({ alg: 'ES256' })}.${encoded({ sub: 'me' })}.${'A'.repeat(86)}`, '[]', '{"a":1}', '{', '\0']) {
      assert.equal((await judgeText(text, context({ issuers: [training.issuer] }))).verdict, 'unreadable', text.slice(0, 40));
    }
    for (const part of [[], null, 5, 'text']) {
      assert.equal((await judge(`${base64url(utf8.encode(JSON.stringify(part)))}.${encoded({})}.AA`, context())).verdict, 'unreadable');
    }
  });

  it('an unsigned record is called so', async () => {
    const [line] = readFileSync(new URL('../records/written.jsonl', import.meta.url), 'utf8').split('\n');
    const found = await judgeText(`${line}\n${line}\n`, context());
    assert.deepEqual([found.verdict, found.reason], ['unsigned', 'record']);
    assert.equal(found.claimed.get('name'), JSON.parse(line).learner.name);
    assert.equal(found.signed.size, 0);
  });
});

describe('pinned keys', () => {
  it('are taken from the settings; what is wrong with one leaves the others', async () => {
    const { kid, name, jwk } = training.issuer;
    assert.equal(issuersIn({ issuers: [training.issuer, { kid, name, jwk }] }).length, 2);
    const wrong = [null, 5, {}, { kid, name }, { kid, name, jwk: {} }, { name, jwk }, { kid, jwk }, { kid, name, jwk: { ...jwk, d: 'AA' } }, { kid, name, jwk: { ...jwk, crv: 'P-384' } },
      { kid, name, jwk: { ...jwk, x: `${jwk.x}A` } }, { kid, name, jwk, until: 'some day' }, { kid, name, jwk, from: 20260101 }];
    assert.deepEqual(issuersIn({ issuers: [...wrong, training.issuer] }), [training.issuer]);
    for (const settings of [null, 5, [], {}, { issuers: 5 }, { issuers: {} }]) assert.deepEqual(issuersIn(settings), []);
  });

  it('a name of a key is only that key', () => {
    const did = didOf(learner.key.jwk);
    assert.deepEqual(keyInDid(did), learner.key.jwk);
    for (const other of ['', null, 'did:web:example.com', `${did}A`, did.slice(0, -2), 'did:jwk:e30', `did:jwk:${base64url(utf8.encode(JSON.stringify({ ...learner.key.jwk, d: 'x' })))}`]) assert.equal(keyInDid(other), null);
    assert.equal(publicJwk({ ...learner.key.jwk, d: 'AAAA' }), null);
  });
});

describe('an address', () => {
  it('brings the token back letter by letter, and fits into a QR code', async () => {
    for (const credential of written()) {
      const token = await selfIssued(credential, learner.key);
      const link = linkOf('https://academy.example/', token);
      assert.ok(link.length < 1000, `${link.length} letters for ${token.length}`);
      assert.match(link, /^https:\/\/academy\.example\/#\/verify\/1[A-Z2-7]+$/);
      assert.equal(tokenInText(link), token);
      assert.equal(tokenInText(` ${link.slice(0, 300)}\n${link.slice(300).toLowerCase()} `.replace('/verify', '/verify')), token, 'broken into lines by an e-mail');
      assert.equal(tokenInText(`http://localhost/x/#/verify/${token}`), token);
      assert.equal(tokenInText(token), token);
    }
  });

  it('that was changed, cut short or blown up gives nothing that counts', async () => {
    const link = linkOf('https://academy.example/', learner.token);
    const packed = /** @type {string} */ (link.split('/').at(-1));
    for (let at = 0; at < packed.length; at += 7) {
      for (const changed of [packed.slice(0, at), `${packed.slice(0, at)}${packed[at] === 'A' ? 'B' : 'A'}${packed.slice(at + 1)}`]) {
        const { verdict } = await judgeText(changed, context());
        assert.ok(verdict !== 'genuine' && (verdict !== 'self-issued' || tokenOf(changed) === learner.token), `${at}: ${verdict}`);
      }
    }
    for (const text of ['1', '1A', `1${'A'.repeat(20_000)}`, `2${packed.slice(1)}`, '1中文', `1${'7'.repeat(4000)}`]) assert.equal(tokenOf(text), '');
  });

  it('that was printed is read for ever', () => {
    const kept = readFileSync(new URL('form-1.txt', import.meta.url), 'utf8').trim().split('\n');
    assert.equal(tokenInText(kept[0]), kept[1]);
  });
});
