// A completion record on its way from a learner to HR: signed by the learner's browser, and sealed for the organisation where the portal's
// settings name a key for that. Knows no store and no screen.
//
// The file is one line of JSON, in exactly this order and without blanks, and a line break:
//
//   signed   {"format":"service-academy/hand-over","version":1,"token":"…"}
//            token: a JWS (ES256). Header { alg, typ: "service-academy-record+jws", jwk }, jwk being the browser's public key; payload
//            { made, record }, record as app/records/completion-record.schema.json has it.
//   sealed   {"format":"service-academy/sealed-hand-over","version":1,"kid":"…","epk":{"kty":"EC","crv":"P-256","x":"…","y":"…"},"box":"…"}
//            kid: the organisation's key; epk: a key of this one file; box: a signed file, encrypted with AES-256-GCM.
//            Shared secret: ECDH of epk and the organisation's "sealing" key. Key and iv (32 and 12 bytes): HKDF-SHA-256 of it, salt empty,
//            info the UTF-8 text "service-academy sealed hand-over 1 " and all of the line before ,"box". The same text is the additional data,
//            so that no letter of the file can be exchanged. A key is used once, and so is its iv.
//
// Whoever reads one writes it again and compares: what is not, letter by letter, what it stands for is refused.

import { base64url, fromBase64url, textOf, utf8 } from './encoding.js';
import { publicJwk, thumbprint } from './keys.js';
import { signed, signedBy, tokenIn } from './token.js';

/** @typedef {import('./keys.js').PublicJwk} PublicJwk @typedef {import('./organisation.js').OpenKey} OpenKey */

export class HandOverFault extends Error {
  /** @param {'broken' | 'changed' | 'later' | 'sealed' | 'sealed-for-others'} code @param {string} [kid] which key would open it */
  constructor(code, kid = '') {
    super(code);
    this.code = code;
    this.kid = kid;
  }
}

const signedFormat = 'service-academy/hand-over';
const sealedFormat = 'service-academy/sealed-hand-over';
const typ = 'service-academy-record+jws';
/** A record of a hundred modules has a tenth of it. */
const longest = 1 << 20;
const agreement = { name: 'ECDH', namedCurve: 'P-256' };

/** How such a file begins: enough to tell it from any other. */
export const isHandOver = (/** @type {string} */ head) => /^\{"format":"service-academy\/(sealed-)?hand-over"/.test(head);

/** @param {any} record @param {import('./keys.js').SigningKey} key @param {Date} made */
export async function handedOver(record, { privateKey, jwk }, made) {
  const token = await signed({ alg: 'ES256', typ, jwk }, { made: made.toISOString(), record }, privateKey);
  return `${JSON.stringify({ format: signedFormat, version: 1, token })}\n`;
}

/** @param {string} kid @param {PublicJwk} epk */
const openPart = (kid, epk) => JSON.stringify({ format: sealedFormat, version: 1, kid, epk }).slice(0, -1);

/** @param {ArrayBuffer} secret @param {string} open @param {'encrypt' | 'decrypt'} use */
async function boxKey(secret, open, use) {
  const info = utf8.encode(`service-academy sealed hand-over 1 ${open}`);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }, material, (32 + 12) * 8);
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, [use]);
  return { key, algorithm: { name: 'AES-GCM', iv: new Uint8Array(bits.slice(32)), additionalData: info } };
}

/** @param {PublicJwk} jwk */
const importSealing = (jwk) => crypto.subtle.importKey('jwk', { ...jwk, ext: true }, agreement, true, []);

/**
 * Only whoever holds the private half of `sealing` can open it again, and so cannot whoever sealed it.
 * @param {string} file as handedOver gives it @param {{ kid: string, sealing: PublicJwk }} organisation
 * @param {CryptoKeyPair} [fresh] for tests; a key must never seal twice
 */
export async function sealedFor(file, { kid, sealing }, fresh) {
  const { privateKey, publicKey } = fresh ?? /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(agreement, false, ['deriveBits']));
  const epk = /** @type {PublicJwk} */ (publicJwk(await crypto.subtle.exportKey('jwk', publicKey)));
  const open = openPart(kid, epk);
  const { key, algorithm } = await boxKey(await crypto.subtle.deriveBits({ name: 'ECDH', public: await importSealing(sealing) }, privateKey, 256), open, 'encrypt');
  return `${open},"box":"${base64url(await crypto.subtle.encrypt(algorithm, key, utf8.encode(file)))}"}\n`;
}

/** @param {string} text @returns {any} */
function parsed(text) {
  if (text.length > longest) throw new HandOverFault('broken');
  try {
    const json = JSON.parse(text);
    if (typeof json !== 'object' || json === null) throw new HandOverFault('broken');
    if (json.version > 1) throw new HandOverFault('later');
    return json;
  } catch (error) {
    throw error instanceof HandOverFault ? error : new HandOverFault('broken');
  }
}

/** @param {string} text @param {OpenKey | null} key */
async function unsealed(text, key) {
  const { kid, epk: said, box } = parsed(text);
  const epk = publicJwk(said);
  if (typeof kid !== 'string' || typeof box !== 'string' || !epk || text !== `${openPart(kid, epk)},"box":"${box}"}\n`) throw new HandOverFault('changed');
  if (key && key.kid !== kid) throw new HandOverFault('sealed-for-others');
  if (!key) throw new HandOverFault('sealed', kid);
  try {
    const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: await importSealing(epk) }, key.sealingKey, 256);
    const { key: opener, algorithm } = await boxKey(secret, openPart(kid, epk), 'decrypt');
    return textOf(new Uint8Array(await crypto.subtle.decrypt(algorithm, opener, fromBase64url(box))));
  } catch {
    throw new HandOverFault('changed');
  }
}

/**
 * Opens and checks it; rejects with a HandOverFault.
 * @param {string} text the file @param {OpenKey | null} key of the organisation, while it is open
 * @returns {Promise<{ record: any, made: string, signer: string }>} signer: thumbprint of the browser's key
 */
export async function readHandOver(text, key) {
  const inner = text.startsWith(`{"format":"${sealedFormat}"`) ? await unsealed(text, key) : text;
  const { format, version, token: said } = parsed(inner);
  if (format !== signedFormat || version !== 1 || typeof said !== 'string' || inner !== `${JSON.stringify({ format, version, token: said })}\n`) throw new HandOverFault('changed');
  const token = tokenIn(said, longest);
  const jwk = publicJwk(token?.header.jwk);
  const fine = token && jwk && token.header.alg === 'ES256' && token.header.typ === typ && !('crit' in token.header)
    && await signedBy(jwk, token.signature, /** @type {Uint8Array<ArrayBuffer>} */ (utf8.encode(token.input)));
  if (!fine) throw new HandOverFault('changed');
  const { made, record } = token.payload;
  if (typeof made !== 'string' || Number.isNaN(Date.parse(made)) || typeof record !== 'object' || record === null || Array.isArray(record)) throw new HandOverFault('changed');
  return { record, made, signer: await thumbprint(jwk) };
}

/** For whom the portal's settings ask records to be sealed: the first organisation whose key is in use on this day and can open something. @param {unknown} settings @param {string} day as 2026-11-22 @returns {{ kid: string, name: string, sealing: PublicJwk } | null} */
export function sealingIn(settings, day) {
  const { issuers } = /** @type {{ issuers?: unknown }} */ (settings ?? {});
  for (const each of Array.isArray(issuers) ? issuers : []) {
    const sealing = publicJwk(each?.sealing);
    const { kid, name, from = '', until = '' } = each ?? {};
    if (sealing && typeof kid === 'string' && kid !== '' && typeof name === 'string' && (from === '' || from <= day) && (until === '' || day <= until)) return { kid, name, sealing };
  }
  return null;
}
