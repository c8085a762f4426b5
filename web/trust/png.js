// A certificate's picture with its credential inside (Open Badges 3.0, baked badges: one iTXt chunk "openbadgecredential"), and the seal
// that binds the two. Knows PNG's chunks; must not know what a credential says.

import { joined, latin1, textOf, utf8 } from './encoding.js';
import { sealLength } from './seal.js';

const signature = [137, 80, 78, 71, 13, 10, 26, 10];
const credentialKeyword = 'openbadgecredential';
const sealKeyword = 'Seal';

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(utf8.encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** @param {Uint8Array} bytes */
export const isPng = (bytes) => signature.every((byte, i) => bytes[i] === byte);

/** @typedef {{ type: string, data: Uint8Array, from: number, to: number }} Chunk */

/** Its chunks up to the end; null when it is cut short or one of them is damaged. @param {Uint8Array} png @returns {Chunk[] | null} */
export function chunksOf(png) {
  if (!isPng(png)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  /** @type {Chunk[]} */
  const chunks = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    const to = at + 12 + length;
    if (to > png.length || view.getUint32(to - 4) !== crc32(png.subarray(at + 4, to - 4))) return null;
    const type = latin1(png.subarray(at + 4, at + 8));
    chunks.push({ type, data: png.subarray(at + 8, to - 4), from: at, to });
    if (type === 'IEND') return chunks;
    at = to;
  }
  return null;
}

/** @param {Uint8Array} data the keyword that a text chunk begins with, and what follows it */
function keyworded(data) {
  const end = data.indexOf(0);
  return { keyword: latin1(data.subarray(0, Math.max(end, 0))), rest: data.subarray(end + 1) };
}

/** Puts these chunks behind the first one. @param {Uint8Array} png @param {Uint8Array} added */
function withChunks(png, added) {
  const chunks = chunksOf(png);
  if (!chunks || chunks[0].type !== 'IHDR') throw new TypeError('This is no PNG.');
  return joined(joined(png.subarray(0, chunks[0].to), added), png.subarray(chunks[0].to));
}

/** Bakes a token into a picture. @param {Uint8Array} png @param {string} token */
export const baked = (png, token) => withChunks(png, chunk('iTXt', utf8.encode(`${credentialKeyword}\0\0\0\0\0${token}`)));

/** @param {Uint8Array} png @param {(rest: Uint8Array) => Promise<string>} sealFor */
export const sealedPng = async (png, sealFor) => withChunks(png, chunk('tEXt', utf8.encode(`${sealKeyword}\0${await sealFor(png)}`)));

/**
 * @param {Uint8Array} png
 * @returns {{ tokens: string[], seal: string, rest: Uint8Array } | null} null when it is damaged. seal: '' when there is none, or more than
 *   one; rest: the file without it
 */
export function readPng(png) {
  const chunks = chunksOf(png);
  if (!chunks) return null;
  /** @type {string[]} */
  const tokens = [];
  /** @type {Chunk[]} */
  const seals = [];
  for (const each of chunks) {
    const { keyword, rest } = keyworded(each.data);
    if (each.type === 'iTXt' && keyword === credentialKeyword) {
      // Not compressed, no language, no translated keyword: four zero bytes.
      if (rest.length < 4 || rest.subarray(0, 4).some((byte) => byte !== 0)) continue;
      try {
        tokens.push(textOf(rest.subarray(4)));
      } catch {
        tokens.push('');
      }
    }
    if (each.type === 'tEXt' && keyword === sealKeyword && rest.length === sealLength) seals.push(each);
  }
  if (seals.length !== 1) return { tokens, seal: '', rest: png };
  const [{ from, to, data }] = seals;
  return { tokens, seal: latin1(data.subarray(sealKeyword.length + 1)), rest: joined(png.subarray(0, from), png.subarray(to)) };
}
