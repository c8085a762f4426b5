// What the tests of credentials share: credentials as the program writes them (a unit test holds credentials.jsonl equal to that), keys, an
// organisation, and a picture.

import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { didOf, newKey } from '../../web/trust/keys.js';
import { claimsOf, selfIssued, signed } from '../../web/trust/token.js';

/** @typedef {import('../../web/trust/keys.js').SigningKey} SigningKey @typedef {import('../../web/trust/judge.js').Context} Context */

/** @returns {any[]} without the issuer's id */
export const written = () => readFileSync(new URL('../records/credentials.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** @param {string} [name] who it is for */
export function credentialFor(name = '欧阳𠮷') {
  const credential = written()[0];
  credential.credentialSubject.identifier[0].identityHash = name;
  return credential;
}

/** @param {Partial<Context>} [more] @returns {Context} */
export const context = (more = {}) => ({ issuers: [], own: null, now: new Date('2026-12-01T00:00:00Z'), statusList: async () => null, ...more });

/** An organisation that countersigns. */
export async function organisation(name = '培训部', kid = 'training-2026') {
  const key = await newKey();
  return {
    key,
    issuer: { kid, name, jwk: key.jwk, from: '2026-01-01', until: '2027-12-31' },
    /** @param {any} credential @param {any} [more] members @param {any} [header] */
    sign(credential, more = {}, header = {}) {
      const whole = { ...credential, issuer: { ...credential.issuer, id: didOf(key.jwk), name }, ...more };
      return signed({ alg: 'ES256', typ: 'JWT', kid, ...header }, { ...whole, ...claimsOf(whole) }, key.privateKey);
    },
  };
}

export async function learnersToken(name = '欧阳𠮷') {
  const key = await newKey();
  const credential = credentialFor(name);
  return { key, credential, token: await selfIssued(credential, key) };
}

/** Checksum of a PNG's chunk, bit by bit: another way than the portal's own. @param {Buffer} bytes */
function checksum(bytes) {
  let c = ~0;
  for (const byte of bytes) {
    c ^= byte;
    for (let bit = 0; bit < 8; bit += 1) c = (c >>> 1) ^ (0xedb88320 & -(c & 1));
  }
  return ~c >>> 0;
}

/** @param {string} type @param {Buffer} data */
export function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = [data.length, checksum(body)].map((number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(number);
    return four;
  });
  return Buffer.concat([ends[0], body, ends[1]]);
}

/** A picture of four grey points. */
export const picture = () => new Uint8Array(Buffer.concat([
  Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
  chunk('IHDR', Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0])),
  chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 0, 3, 4]))),
  chunk('IEND', Buffer.alloc(0)),
]));
