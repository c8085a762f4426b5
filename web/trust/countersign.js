// What an organisation signs: a credential in its own name, and the list of those that it took back. Knows no store and no screen.

import { gzipSync } from 'fflate';
import { base64url } from './encoding.js';
import { didOf } from './keys.js';
import { claimsOf, signed } from './token.js';

/** @typedef {import('./organisation.js').OpenKey} OpenKey */

/** The least that the standard allows (Bitstring Status List 1.0, 6.1): who is in it must not be told by how short it is. */
const leastBits = 131_072;

/** @param {OpenKey} key */
const headerOf = ({ kid }) => ({ alg: 'ES256', typ: 'JWT', kid });

/** @param {any} credential @param {OpenKey} key */
const sign = (credential, key) => signed(headerOf(key), { ...credential, ...claimsOf(credential) }, key.privateKey);

/**
 * @param {any} credential as records::credentialJson writes it @param {OpenKey} key
 * @param {{ id: string, from: string, until: string, list: string, index: number }} about a name of its own; until: '' when it holds for ever;
 *   list: address of the list of revoked ones
 */
export function countersigned(credential, key, { id, from, until, list, index }) {
  const { issuer, validFrom, evidence, credentialSubject, ...rest } = credential;
  return sign({
    ...rest, id, issuer: { id: didOf(key.jwk), ...issuer, name: key.name }, validFrom: from, ...(until === '' ? {} : { validUntil: until }),
    credentialSubject, ...(evidence ? { evidence } : {}),
    credentialStatus: { id: `${list}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: list },
  }, key);
}

/**
 * @param {string} address where it is published @param {Iterable<number>} revoked places in it @param {number} used as many as were given away
 * @param {OpenKey} key @param {Date} now
 */
export function revocationList(address, revoked, used, key, now) {
  const bits = new Uint8Array(Math.ceil(Math.max(used, 1) / leastBits) * leastBits / 8);
  for (const place of revoked) bits[place >> 3] |= 128 >> (place & 7);
  return sign({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: didOf(key.jwk), type: ['Profile'], name: key.name },
    validFrom: now.toISOString(),
    credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: `u${base64url(gzipSync(bits, { mtime: 0 }))}` },
  }, key);
}
