// Bytes as text and back, in the alphabets that credentials, links and PDFs use. What is not of the alphabet is refused, never skipped: a
// reader that forgives lets one signature stand for many texts.

export const utf8 = new TextEncoder();
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws when it is no UTF-8. @param {Uint8Array} bytes */
export const textOf = (bytes) => strictUtf8.decode(bytes);

/** One character per byte. @param {Uint8Array} bytes */
export function latin1(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode.apply(null, /** @type {any} */ (bytes.subarray(at, at + 32768))); // five times as quick as spreading
  return text;
}

/** @param {Uint8Array | ArrayBuffer} bytes */
export const base64url = (bytes) => btoa(latin1(new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** Throws at anything but the one text that stands for these bytes. @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase64url(text) {
  if (!/^[\w-]*$/.test(text)) throw new SyntaxError('This is not base64url.');
  const characters = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  if (base64url(bytes) !== text) throw new SyntaxError('This is not base64url.'); // bits beyond the end
  return bytes;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding: a QR code packs these letters tighter than small ones, and they are at home in an address. @param {Uint8Array} bytes */
export function base32(bytes) {
  let text = '', bits = 0, value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(value >> (bits - 5)) & 31];
    value &= 31;
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase32(text) {
  const bytes = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0, value = 0, at = 0;
  for (const letter of text) {
    const five = letters.indexOf(letter);
    if (five < 0) throw new SyntaxError('This is not base32.');
    value = ((value << 5) | five) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes[at++] = (value >> (bits -= 8)) & 255;
  }
  return bytes;
}

/** @param {Uint8Array} one @param {Uint8Array} other @returns {Uint8Array<ArrayBuffer>} */
export function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** As base64url. @param {Uint8Array} bytes */
export const sha256 = async (bytes) => base64url(await crypto.subtle.digest('SHA-256', /** @type {BufferSource} */ (bytes)));
