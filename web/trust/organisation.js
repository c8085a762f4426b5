// The key of an organisation that countersigns: made once by HR, kept in this browser and in a file, its private halves behind a passphrase.
// Two pairs of keys go by one name: one signs certificates, the other opens what learners send sealed. Knows no store and no screen.
//
// The file, and what is kept: { format, version, kid, name, made, rounds, salt, signing: { jwk, wrapped }, sealing: { jwk, wrapped } }.
// `wrapped` is the private half (PKCS #8) under PBKDF2-HMAC-SHA-256 and AES-GCM, as vault/keys.js wraps; what it is bound to names the key
// and the organisation, so that neither can be exchanged without the passphrase. `kid` begins with the year and ends with the signing key's
// own thumbprint (RFC 7638), so that it belongs to no other key.

import { decrypted, encrypted, rounds, wrappingKey } from '../vault/keys.js';
import { shortText } from './credential.js';
import { base64url, fromBase64url, utf8 } from './encoding.js';
import { es256, importPublic, publicJwk, thumbprint } from './keys.js';

/** @typedef {import('./keys.js').PublicJwk} PublicJwk */
/**
 * @typedef {{ jwk: PublicJwk, wrapped: string }} Half
 * @typedef {{ kid: string, name: string, made: string, rounds: number, salt: string, signing: Half, sealing: Half }} OrganisationKey
 * @typedef {{ kid: string, name: string, jwk: PublicJwk, privateKey: CryptoKey, sealingKey: CryptoKey, sealingJwk: PublicJwk }} OpenKey ready to sign and to open;
 *   not to be read out again
 */

export class KeyFault extends Error {
  /** @param {'not-ours' | 'wrong-passphrase'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const keyFormat = 'service-academy-organisation-key';
export const longestName = 80;
/** More would keep somebody waiting who was handed a hostile file; fewer would be no protection. */
const mostRounds = 20_000_000;
const curves = { signing: { name: 'ECDSA', namedCurve: 'P-256' }, sealing: { name: 'ECDH', namedCurve: 'P-256' } };
const uses = /** @type {const} */ ({ signing: ['sign'], sealing: ['deriveBits'] });

/** @param {{ kid: string, name: string }} key @param {'signing' | 'sealing'} use */
const bound = ({ kid, name }, use) => `organisation key ${kid} ${use} ${name}`;

/** @param {'signing' | 'sealing'} use @returns {Promise<{ jwk: PublicJwk, half: Uint8Array }>} */
async function pair(use) {
  const { publicKey, privateKey } = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(curves[use], true, use === 'signing' ? ['sign', 'verify'] : ['deriveBits']));
  const jwk = /** @type {PublicJwk} */ (publicJwk(await crypto.subtle.exportKey('jwk', publicKey)));
  return { jwk, half: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)) };
}

/** @param {PublicJwk} jwk @param {string} year */
const kidOf = async (jwk, year) => `${year}-${(await thumbprint(jwk)).slice(0, 16)}`;

/** @param {string} name of the organisation @param {string} passphrase @param {Date} now @returns {Promise<OrganisationKey>} */
export async function newOrganisationKey(name, passphrase, now) {
  const [signing, sealing] = [await pair('signing'), await pair('sealing')];
  const made = now.toISOString();
  const key = { kid: await kidOf(signing.jwk, made.slice(0, 4)), name: shortText(name, longestName), made };
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const wrapping = await wrappingKey(passphrase, salt, rounds);
  const wrapped = async (/** @type {'signing' | 'sealing'} */ use, /** @type {Uint8Array} */ half) => base64url(await encrypted(wrapping, half, bound(key, use)));
  return {
    ...key, rounds, salt: base64url(salt),
    signing: { jwk: signing.jwk, wrapped: await wrapped('signing', signing.half) },
    sealing: { jwk: sealing.jwk, wrapped: await wrapped('sealing', sealing.half) },
  };
}

/** Rejects with a KeyFault when it is not the passphrase, or when somebody changed what is kept. @param {OrganisationKey} key @param {string} passphrase @returns {Promise<OpenKey>} */
export async function opened(key, passphrase) {
  const wrapping = await wrappingKey(passphrase, fromBase64url(key.salt), key.rounds);
  const half = async (/** @type {'signing' | 'sealing'} */ use) => {
    const raw = await decrypted(wrapping, fromBase64url(key[use].wrapped), bound(key, use)).catch(() => { throw new KeyFault('wrong-passphrase'); });
    return crypto.subtle.importKey('pkcs8', raw, curves[use], false, uses[use]);
  };
  const [privateKey, sealingKey] = [await half('signing'), await half('sealing')];
  // The open halves stand beside, unbound: do they belong to these?
  const probe = utf8.encode(`probe of ${key.kid}`);
  const belongs = await crypto.subtle.verify(es256, await importPublic(key.signing.jwk), await crypto.subtle.sign(es256, privateKey, probe), probe).catch(() => false);
  if (!belongs || !await sealsFor(sealingKey, key.sealing.jwk).catch(() => false)) throw new KeyFault('not-ours');
  return { kid: key.kid, name: key.name, jwk: key.signing.jwk, privateKey, sealingKey, sealingJwk: key.sealing.jwk };
}

/** Whether both ends of a key agreement come to the same. @param {CryptoKey} privateKey @param {PublicJwk} jwk */
async function sealsFor(privateKey, jwk) {
  const other = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(curves.sealing, false, ['deriveBits']));
  const open = await crypto.subtle.importKey('jwk', { ...jwk, ext: true }, curves.sealing, true, []);
  const [one, two] = [await crypto.subtle.deriveBits({ name: 'ECDH', public: open }, other.privateKey, 256), await crypto.subtle.deriveBits({ name: 'ECDH', public: other.publicKey }, privateKey, 256)];
  return base64url(one) === base64url(two);
}

/** The line of settings.json that makes a portal know this organisation. From the day on, in UTC, on which the key was made. @param {OrganisationKey} key */
export const issuerLine = ({ kid, name, made, signing, sealing }) => ({ kid, name, from: made.slice(0, 10), jwk: signing.jwk, sealing: sealing.jwk });

/** Settings as they are published, with this organisation in them; what else stands in them stays. @param {unknown} settings @param {OrganisationKey} key */
export function withIssuer(settings, key) {
  const there = typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? settings : {};
  const { issuers } = /** @type {{ issuers?: unknown }} */ (there);
  const others = (Array.isArray(issuers) ? issuers : []).filter((each) => each?.kid !== key.kid);
  return `${JSON.stringify({ ...there, issuers: [issuerLine(key), ...others] }, null, 2)}\n`;
}

/** @param {unknown} half @returns {Half | null} */
function halfIn(half) {
  const { jwk, wrapped } = /** @type {{ jwk?: unknown, wrapped?: unknown }} */ (half ?? {});
  const open = publicJwk(jwk);
  return open && typeof wrapped === 'string' && /^[\w-]{80,600}$/.test(wrapped) ? { jwk: open, wrapped } : null;
}

/** What HR's file or this browser's store says, checked; rejects with a KeyFault. @param {any} said @returns {Promise<OrganisationKey>} */
export async function checkedKey(said) {
  const { kid, name, made, rounds: count, salt } = said ?? {};
  const [signing, sealing] = [halfIn(said?.signing), halfIn(said?.sealing)];
  const fine = said?.format === keyFormat && said.version === 1 && signing && sealing && typeof kid === 'string' && shortText(name, longestName) === name && name !== ''
    && typeof made === 'string' && /^\d{4}-\d\d-\d\dT/.test(made) && !Number.isNaN(Date.parse(made))
    && Number.isInteger(count) && count >= rounds && count <= mostRounds && typeof salt === 'string' && /^[\w-]{22}$/.test(salt);
  if (!fine || kid !== await kidOf(signing.jwk, made.slice(0, 4))) throw new KeyFault('not-ours');
  return { kid, name, made, rounds: count, salt, signing, sealing };
}
