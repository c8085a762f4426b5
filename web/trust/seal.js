// A seal binds a whole file, every byte of what a person sees, to the credential inside it: made with the key that signed the credential.
// Without it somebody could paint another name over a certificate whose credential is still right. Must not know any file format.

import { base64url, fromBase64url, sha256, utf8 } from './encoding.js';
import { es256 } from './keys.js';
import { signedBy } from './token.js';

/** Characters of every seal. */
export const sealLength = 86;
export const blankSeal = '0'.repeat(sealLength);

/** No token can be read as this text, nor this as a token. @param {string} credentialId @param {Uint8Array} rest the file without its seal */
const statement = async (credentialId, rest) => utf8.encode(`service-academy seal 1\n${credentialId}\n${await sha256(rest)}`);

/** @param {string} credentialId @param {Uint8Array} rest @param {CryptoKey} privateKey */
export const sealOf = async (credentialId, rest, privateKey) =>
  base64url(await crypto.subtle.sign(es256, privateKey, /** @type {BufferSource} */ (await statement(credentialId, rest))));

/** @param {string} seal @param {string} credentialId @param {Uint8Array} rest @param {import('./keys.js').PublicJwk} jwk */
export async function sealHolds(seal, credentialId, rest, jwk) {
  try {
    return await signedBy(jwk, fromBase64url(seal), /** @type {Uint8Array<ArrayBuffer>} */ (await statement(credentialId, rest)));
  } catch {
    return false;
  }
}
