// Whether a credential was revoked: looks it up in a Bitstring Status List, which its issuer signed and publishes as a static file. Knows
// no network: the list's text is handed in.

import { Gunzip } from 'fflate';
import { fromBase64url, utf8 } from './encoding.js';
import { longestList, signedBy, tokenIn } from './token.js';

/** A list of sixteen million. */
const mostBytes = 1 << 21;

/** @param {Uint8Array} packed @returns {Uint8Array | null} */
function unzipped(packed) {
  const out = new Uint8Array(mostBytes);
  let length = 0, broken = false;
  const unzip = new Gunzip((piece) => {
    if (length + piece.length > mostBytes) broken = true;
    else out.set(piece, length);
    length += piece.length;
  });
  for (let at = 0; at < packed.length && !broken; at += 1024) unzip.push(packed.subarray(at, at + 1024));
  return broken ? null : out.subarray(0, length);
}

/** The entry about revocation in a credential, if it has one. @param {any} credential @returns {{ address: string, index: number } | null} */
export function statusEntryOf(credential) {
  const entries = [credential.credentialStatus ?? []].flat();
  const entry = entries.find((/** @type {any} */ each) => each?.type === 'BitstringStatusListEntry' && each.statusPurpose === 'revocation');
  return entry ? { address: String(entry.statusListCredential), index: Number(entry.statusListIndex) } : null;
}

/**
 * @param {string} list the list as a signed token @param {{ address: string, index: number }} entry @param {import('./keys.js').PublicJwk} jwk of the credential's issuer
 * @param {string} issuer as the credential names it @param {Date} now
 * @returns {Promise<boolean | null>} null when the list says nothing that counts
 */
export async function isRevoked(list, { address, index }, jwk, issuer, now) {
  const token = tokenIn(list.trim(), longestList);
  if (!token || token.header.alg !== 'ES256' || 'crit' in token.header) return null;
  const { payload } = token;
  const subject = payload.credentialSubject;
  // Another list of the same issuer says nothing about this one.
  if (payload.id !== address || payload.iss !== issuer || subject?.type !== 'BitstringStatusList' || subject.statusPurpose !== 'revocation') return null;
  if (payload.validUntil !== undefined && !(Date.parse(payload.validUntil) > now.getTime())) return null;
  if (!await signedBy(jwk, token.signature, /** @type {Uint8Array<ArrayBuffer>} */ (utf8.encode(token.input)))) return null;
  try {
    const encoded = String(subject.encodedList);
    const bits = encoded.startsWith('u') ? unzipped(fromBase64url(encoded.slice(1))) : null;
    if (!bits || !Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) return null;
    return ((bits[index >> 3] >> (7 - (index & 7))) & 1) === 1;
  } catch {
    return null;
  }
}
