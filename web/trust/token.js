// A credential as a signed token: VC-JWT with ES256, the way Open Badges 3.0 has it. Signs, takes apart, and says whether a signature is that
// of a given key. Which key to trust is decided elsewhere (judge.js).

import { base64url, fromBase64url, textOf, utf8 } from './encoding.js';
import { didOf, es256, importPublic } from './keys.js';

/** @typedef {import('./keys.js').PublicJwk} PublicJwk @typedef {import('./keys.js').SigningKey} SigningKey */

/** No token of a certificate comes near it. */
export const longestToken = 32_768;
/** A revocation list of sixteen million with nothing in order in it. */
export const longestList = 4 << 20;

/** @param {string} iso */
export const secondsOf = (iso) => Math.floor(Date.parse(iso) / 1000);

/** The claims of the token that a credential is in: they say again what it says. @param {any} credential */
export const claimsOf = (credential) => ({
  iss: credential.issuer.id,
  jti: credential.id,
  ...(credential.credentialSubject.id === undefined ? {} : { sub: credential.credentialSubject.id }),
  nbf: secondsOf(credential.validFrom),
  ...(credential.validUntil === undefined ? {} : { exp: secondsOf(credential.validUntil) }),
});

/** @param {object} header @param {object} payload @param {CryptoKey} privateKey */
export async function signed(header, payload, privateKey) {
  const input = [header, payload].map((part) => base64url(utf8.encode(JSON.stringify(part)))).join('.');
  return `${input}.${base64url(await crypto.subtle.sign(es256, privateKey, utf8.encode(input)))}`;
}

/**
 * Signs in the name of the key itself. The issuer's id is the key's, and its public half comes along, so that anybody can see that nothing
 * was changed; nobody vouches for it.
 * @param {any} credential without the issuer's id @param {SigningKey} key
 */
export function selfIssued(credential, { privateKey, jwk }) {
  const whole = { ...credential, issuer: { id: didOf(jwk), ...credential.issuer } };
  return signed({ alg: 'ES256', typ: 'JWT', jwk }, { ...whole, ...claimsOf(whole) }, privateKey);
}

/** @typedef {{ header: any, payload: any, input: string, signature: Uint8Array<ArrayBuffer> }} Token */

/** Takes it apart without believing a word of it; null when it is no token. @param {string} text @param {number} [longest] @returns {Token | null} */
export function tokenIn(text, longest = longestToken) {
  if (text.length > longest) return null;
  const parts = text.split('.');
  if (parts.length !== 3) return null;
  try {
    const [header, payload] = parts.slice(0, 2).map((part) => JSON.parse(textOf(fromBase64url(part))));
    const isObject = (/** @type {unknown} */ value) => typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject(header) || !isObject(payload)) return null;
    return { header, payload, input: `${parts[0]}.${parts[1]}`, signature: fromBase64url(parts[2]) };
  } catch {
    return null;
  }
}

/** Whether the holder of this key signed these bytes. @param {PublicJwk} jwk @param {Uint8Array<ArrayBuffer>} signature @param {Uint8Array<ArrayBuffer>} bytes */
export async function signedBy(jwk, signature, bytes) {
  if (signature.length !== 64) return false;
  try {
    return await crypto.subtle.verify(es256, await importPublic(jwk), signature, bytes);
  } catch {
    return false; // no point of the curve
  }
}
