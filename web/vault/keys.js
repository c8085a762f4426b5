// The keys behind a PIN. A learner's lines are sealed with a random key of their own; that key is kept wrapped, once for the PIN and,
// where HR has set up a recovery key, once for that. Knows no store, no screen and no clock. Needs crypto.subtle, which browsers have
// on https and localhost only.
//
// Figures: PBKDF2-HMAC-SHA-256 with 600,000 rounds is what OWASP's Password Storage Cheat Sheet asks for (2023); AES-GCM with a random
// 96-bit iv is NIST SP 800-38D, 8.2.2, good for 2^32 lines under one key. A PIN of four digits keeps colleagues out; whoever takes a
// copy of the disk away can try all of them in about an hour, and one of twelve in no lifetime.

/**
 * What is kept openly of a learner with a PIN. The name is open since it stands on the tile that one chooses oneself by.
 * @typedef {object} Account
 * @property {string} learner
 * @property {string} name
 * @property {Uint8Array} salt
 * @property {number} rounds
 * @property {Uint8Array} wrapped the data key, for the PIN
 * @property {number} tries wrong ones since the last right one
 * @property {number} waitUntil ms of the clock, see waits.js
 * @property {{ id: string, wrapped: Uint8Array }} [recovery] the data key, for HR's recovery key of this id
 *
 * @typedef {{ id: string, publicKey: Uint8Array }} Recovery the open half of HR's recovery key
 */

/** Why HR's file does not help. */
export class RecoveryFault extends Error {
  /** @param {'not-ours' | 'other-key' | 'wrong-passphrase' | 'none'} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const rounds = 600_000;
const ivLength = 12;
const recoveryFormat = 'service-academy-recovery-key';

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
const random = (/** @type {number} */ length) => crypto.getRandomValues(new Uint8Array(length));
const base64 = (/** @type {Uint8Array} */ bytes) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (/** @type {string} */ text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** @param {CryptoKey} key @param {Uint8Array} bytes @param {string} about what it belongs to; opens with the same only */
export async function encrypted(key, bytes, about) {
  const iv = random(ivLength);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(about) }, key, /** @type {BufferSource} */ (bytes)));
  const whole = new Uint8Array(ivLength + sealed.length);
  whole.set(iv);
  whole.set(sealed, ivLength);
  return whole;
}

/** Rejects when key, bytes or `about` are not those of `encrypted`. @param {CryptoKey} key @param {Uint8Array} whole @param {string} about */
export async function decrypted(key, whole, about) {
  const algorithm = { name: 'AES-GCM', iv: whole.slice(0, ivLength), additionalData: utf8(about) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, whole.slice(ivLength)));
}

/** @param {string} secret a PIN or passphrase; full-width digits are the same @param {Uint8Array} salt @param {number} count */
export async function wrappingKey(secret, salt, count) {
  const material = await crypto.subtle.importKey('raw', utf8(secret.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: /** @type {BufferSource} */ (salt), iterations: count };
  return crypto.subtle.deriveKey(algorithm, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A data key in the clear, only ever in memory. */
export const newDataKey = () => random(32);

/** Ready for use, and not to be read out again. @param {Uint8Array} raw */
export const usable = (raw) => crypto.subtle.importKey('raw', /** @type {BufferSource} */ (raw), 'AES-GCM', false, ['encrypt', 'decrypt']);

/** @param {CryptoKey} key @param {string} learner @param {string} line */
export const seal = (key, learner, line) => encrypted(key, utf8(line), `line of ${learner}`);
/** @param {CryptoKey} key @param {string} learner @param {Uint8Array} sealed */
export const open = async (key, learner, sealed) => new TextDecoder().decode(await decrypted(key, sealed, `line of ${learner}`));

/** An account whose data key opens with this PIN, in place of the one before. @param {{ learner: string, name: string }} who @param {Uint8Array} raw @param {string} pin @returns {Promise<Account>} */
export async function withPin(who, raw, pin) {
  const salt = random(16);
  const wrapped = await encrypted(await wrappingKey(pin, salt, rounds), raw, `key of ${who.learner}`);
  return { ...who, salt, rounds, wrapped, tries: 0, waitUntil: 0 };
}

/** The data key, or null when this is not the PIN. @param {Account} account @param {string} pin */
export async function unwrapped(account, pin) {
  const key = await wrappingKey(pin, account.salt, account.rounds);
  return decrypted(key, account.wrapped, `key of ${account.learner}`).catch(() => null);
}

/** @param {Account} account @param {Uint8Array} raw @param {Recovery} recovery @returns {Promise<Account>} */
export async function withRecovery(account, raw, recovery) {
  const key = await crypto.subtle.importKey('spki', /** @type {BufferSource} */ (recovery.publicKey), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']);
  const wrapped = await crypto.subtle.encrypt({ name: 'RSA-OAEP', label: utf8(account.learner) }, key, /** @type {BufferSource} */ (raw));
  return { ...account, recovery: { id: recovery.id, wrapped: new Uint8Array(wrapped) } };
}

/**
 * A recovery key: the half that this browser keeps, and the file for HR, whose private half opens with the passphrase only.
 * @param {string} passphrase
 * @returns {Promise<{ recovery: Recovery, file: string }>}
 */
export async function newRecovery(passphrase) {
  const algorithm = { name: 'RSA-OAEP', hash: 'SHA-256', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['encrypt', 'decrypt']);
  const id = [...random(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const salt = random(16);
  const half = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  const privateHalf = await encrypted(await wrappingKey(passphrase, salt, rounds), half, `recovery key ${id}`);
  const file = { format: recoveryFormat, version: 1, id, rounds, salt: base64(salt), privateHalf: base64(privateHalf) };
  return { recovery: { id, publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) }, file: `${JSON.stringify(file, null, 2)}\n` };
}

/** @param {string} file */
function readRecovery(file) {
  try {
    const { format, version, id, rounds: count, salt, privateHalf } = JSON.parse(file);
    if (format !== recoveryFormat || version !== 1 || typeof id !== 'string' || !Number.isInteger(count)) throw new RecoveryFault('not-ours');
    return { id, count, salt: fromBase64(salt), privateHalf: fromBase64(privateHalf) };
  } catch {
    throw new RecoveryFault('not-ours');
  }
}

/** The data key by HR's file and passphrase; rejects with a RecoveryFault. @param {Account} account @param {string} file @param {string} passphrase */
export async function recovered(account, file, passphrase) {
  if (!account.recovery) throw new RecoveryFault('none');
  const { id, count, salt, privateHalf } = readRecovery(file);
  if (id !== account.recovery.id) throw new RecoveryFault('other-key');
  const half = await decrypted(await wrappingKey(passphrase, salt, count), privateHalf, `recovery key ${id}`).catch(() => {
    throw new RecoveryFault('wrong-passphrase');
  });
  const key = await crypto.subtle.importKey('pkcs8', half, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt']);
  const label = utf8(account.learner);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'RSA-OAEP', label }, key, /** @type {BufferSource} */ (account.recovery.wrapped)));
}
