// Keys that sign: this browser's own, which is made when it is first needed and cannot be read out of it, and public keys as JWK. Must not
// know what is signed.

import { answer, complete } from '../store/database.js';
import { base64url, fromBase64url, sha256, textOf, utf8 } from './encoding.js';

/** @typedef {{ kty: 'EC', crv: 'P-256', x: string, y: string }} PublicJwk */

const curve = { name: 'ECDSA', namedCurve: 'P-256' };
export const es256 = { name: 'ECDSA', hash: 'SHA-256' };

/** Only its public members, in the order that names it. null when it is no public key on P-256. @param {any} jwk @returns {PublicJwk | null} */
export function publicJwk(jwk) {
  const { kty, crv, x, y } = jwk ?? {};
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string' || 'd' in jwk) return null;
  try {
    return fromBase64url(x).length === 32 && fromBase64url(y).length === 32 ? { kty, crv, x, y } : null;
  } catch {
    return null;
  }
}

/** A key as a name for whoever holds it (did:jwk). @param {PublicJwk} jwk */
export const didOf = ({ kty, crv, x, y }) => `did:jwk:${base64url(utf8.encode(JSON.stringify({ crv, kty, x, y })))}`;

/** The key in such a name; null when it is none. @param {unknown} did @returns {PublicJwk | null} */
export function keyInDid(did) {
  const found = /^did:jwk:([\w-]{40,400})$/.exec(typeof did === 'string' ? did : '');
  if (!found) return null;
  try {
    const jwk = publicJwk(JSON.parse(textOf(fromBase64url(found[1]))));
    return jwk && didOf(jwk) === did ? jwk : null;
  } catch {
    return null;
  }
}

/** What names a key whoever writes it down (RFC 7638). @param {PublicJwk} jwk */
export const thumbprint = ({ kty, crv, x, y }) => sha256(utf8.encode(JSON.stringify({ crv, kty, x, y })));

/** Rejects when the point is not on the curve. @param {PublicJwk} jwk */
export const importPublic = (jwk) => crypto.subtle.importKey('jwk', { ...jwk, ext: true }, curve, true, ['verify']);

/** @typedef {{ privateKey: CryptoKey, jwk: PublicJwk }} SigningKey */

/** @returns {Promise<SigningKey>} */
export async function newKey() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  return { privateKey, jwk: /** @type {PublicJwk} */ (publicJwk(await crypto.subtle.exportKey('jwk', publicKey))) };
}

const place = 'signing';

/** Whether a browser signs here at all: over plain http it does not. */
export const canSign = () => typeof crypto === 'object' && crypto.subtle !== undefined;

/** The key of this browser, if it has one yet. @param {IDBDatabase} database @returns {Promise<SigningKey | null>} */
export const keptKey = async (database) => (await answer(database.transaction('about').objectStore('about').get(place))) ?? null;

/** The key of this browser; of two tabs that need it first at one moment, both get the same. @param {IDBDatabase} database @returns {Promise<SigningKey>} */
export async function browserKey(database) {
  const there = await keptKey(database);
  if (there) return there;
  const made = await newKey();
  const transaction = database.transaction('about', 'readwrite', { durability: 'strict' });
  const about = transaction.objectStore('about');
  const asked = about.get(place);
  asked.onsuccess = () => { if (asked.result === undefined) about.put(made, place); };
  await complete(transaction);
  return asked.result ?? made;
}
