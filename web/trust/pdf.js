// What a certificate's PDF holds besides its page: the credential as an attachment, what it says of itself, and the seal. Reads just that,
// also after other programs have written the file anew, and nothing else of PDF: no page is drawn, no script is run, and what is packed is
// unpacked only up to a bound. Must not know what a credential says.

import { Unzlib } from 'fflate';
import { joined, latin1, utf8 } from './encoding.js';
import { blankSeal, sealLength } from './seal.js';

/** More than that of packed content is not looked at. */
const most = { streams: 2000, words: 16_384, strings: 40, unpacked: 1 << 20, inAll: 1 << 23 };
const tokenShape = /^[\w-]{10,}\.[\w-]{10,}\.[\w-]*$/;

/** @param {Uint8Array} bytes */
export const isPdf = (bytes) => latin1(bytes.subarray(0, 1024)).includes('%PDF-');

/** Unpacks no more than a bound; '' when it is broken or larger. @param {Uint8Array} packed @param {number} bound */
export function unpacked(packed, bound) {
  let text = '', broken = false;
  const unzip = new Unzlib((piece) => {
    if (text.length + piece.length > bound) broken = true;
    else text += latin1(piece);
  });
  try {
    // In small pieces, so that a bomb is noticed before it has gone off.
    for (let at = 0; at < packed.length && !broken; at += 1024) unzip.push(packed.subarray(at, at + 1024));
  } catch {
    broken = true;
  }
  return broken ? '' : text;
}

/** @typedef {{ head: string, content: () => string }} Stream */

/** @param {Uint8Array} bytes @param {string} text the same, one character per byte @returns {Generator<Stream>} */
function* streamsOf(bytes, text) {
  let room = most.inAll;
  let count = 0;
  for (const found of text.matchAll(/\bstream\r?\n/g)) {
    const at = /** @type {number} */ (found.index);
    if (++count > most.streams) return;
    const before = text.slice(Math.max(at - most.words, 0), at);
    const head = before.slice(before.lastIndexOf(' obj') + 1);
    const from = at + found[0].length;
    const said = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head)?.[1] ?? NaN);
    const ends = text.indexOf('endstream', Number.isSafeInteger(said) && from + said <= text.length ? from + said : from);
    if (ends < 0) return;
    yield {
      head,
      content() {
        const raw = bytes.subarray(from, Number.isSafeInteger(said) ? Math.min(from + said, ends) : ends);
        if (!/\/Filter/.test(head)) return raw.length > most.unpacked ? '' : latin1(raw);
        if (!/\/Filter\s*(\[\s*)?\/FlateDecode\s*\]?/.test(head) || /\/DecodeParms/.test(head)) return '';
        const bound = Math.min(most.unpacked, room);
        const content = bound > 0 ? unpacked(raw, bound) : '';
        room -= content === '' ? bound : content.length;
        return content;
      },
    };
  }
}

/** A string of PDF that begins here, in its two forms. @param {string} text @param {number} at @returns {string} one character per byte */
function stringAt(text, at) {
  if (text[at] === '<') return (text.slice(at + 1, text.indexOf('>', at)).replace(/\s/g, '').match(/../g) ?? []).map((two) => String.fromCharCode(parseInt(two, 16) || 0)).join('');
  const escapes = /** @type {Record<string, string>} */ ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' });
  let string = '', depth = 0;
  for (let i = at; i < text.length && string.length < most.words; i += 1) {
    const character = text[i];
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(i + 1, i + 4))?.[0];
      if (octal) string += String.fromCharCode(parseInt(octal, 8) & 255);
      else if (text[i + 1] !== '\n') string += escapes[text[i + 1]] ?? text[i + 1] ?? '';
      i += octal ? octal.length : 1;
    } else {
      if (character === '(' && depth++ === 0) continue;
      if (character === ')' && --depth === 0) return string;
      string += character;
    }
  }
  return string;
}

/** @param {string} string one character per byte */
function wordsOf(string) {
  const bytes = Uint8Array.from(string, (character) => character.charCodeAt(0));
  if (string.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (string.startsWith('\xef\xbb\xbf')) return new TextDecoder().decode(bytes.subarray(3));
  return string;
}

/** Where the object with this number stands: in the file, or packed with others. @param {string} text @param {Stream[]} packs @param {string} number */
function objectText(text, packs, number) {
  const places = [...text.matchAll(new RegExp(`(?:^|[\\s])${number}\\s+0\\s+obj\\b`, 'g'))];
  const last = places.at(-1);
  if (last) {
    const body = text.slice(last.index, /** @type {number} */ (last.index) + most.words);
    const end = body.search(/[\r\n]\s*endobj\b/); // a name may hold that word too
    return end < 0 ? body : body.slice(0, end);
  }
  for (const pack of packs) {
    const content = pack.content();
    const first = Number(/\/First\s+(\d+)/.exec(pack.head)?.[1] ?? NaN);
    const pairs = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      if (String(pairs[i]) === number) return content.slice(first + pairs[i + 1], i + 3 < pairs.length ? first + pairs[i + 3] : undefined).slice(0, most.words);
    }
  }
  return '';
}

/** What the file says of itself: the words of its Info dictionary, by key. @param {string} text @param {Stream[]} packs @returns {Map<string, string>} */
function infoOf(text, packs) {
  /** @type {Map<string, string>} */
  const info = new Map();
  const number = [...text.matchAll(/\/Info\s+(\d{1,9})\s+0\s+R/g)].at(-1)?.[1];
  if (!number) return info;
  const dictionary = objectText(text, packs, number);
  let others = 0; // objects that only hold a string, as PDFKit writes them
  for (const found of dictionary.matchAll(/\/([A-Za-z]{1,40})\s*(?:(\d{1,9})\s+0\s+R|(?=\(|<(?!<)))/g)) {
    if (found[2] && ++others > most.strings) break;
    const place = found[2] ? objectText(text, packs, found[2]) : dictionary;
    const at = found[2] ? place.search(/\(|<(?!<)/) : /** @type {number} */ (found.index) + found[0].length;
    if (at >= 0) info.set(found[1], wordsOf(stringAt(place, at)));
  }
  return info;
}

/** Stands before the seal in its string; only once in the file, or it is none. */
export const sealMark = 'service-academy-seal:';

/** @param {string} text @returns {number} where the seal's characters begin; -1 when there is none, or more than one */
function sealAt(text) {
  const at = text.indexOf(sealMark);
  if (at < 0 || text.indexOf(sealMark, at + 1) >= 0 || text[at - 1] !== '(' || text[at + sealMark.length + sealLength] !== ')') return -1;
  return at + sealMark.length;
}

/** @param {Uint8Array} pdf @param {number} at */
const withoutSeal = (pdf, at) => joined(pdf.subarray(0, at), pdf.subarray(at + sealLength));

/** Puts the seal in the place that was kept free for it. @param {Uint8Array} pdf @param {(rest: Uint8Array) => Promise<string>} sealFor */
export async function sealedPdf(pdf, sealFor) {
  const at = sealAt(latin1(pdf));
  if (at < 0 || latin1(pdf.subarray(at, at + sealLength)) !== blankSeal) throw new TypeError('This PDF has no place for a seal.');
  const sealed = pdf.slice();
  sealed.set(utf8.encode(await sealFor(withoutSeal(pdf, at))), at);
  return sealed;
}

/**
 * @param {Uint8Array} pdf
 * @returns {{ tokens: string[], seal: string, rest: Uint8Array, info: Map<string, string> }} seal: '' when there is none; rest: the file without it
 */
export function readPdf(pdf) {
  const text = latin1(pdf);
  /** @type {Set<string>} */
  const tokens = new Set();
  /** @type {Stream[]} */
  const packs = [];
  for (const stream of streamsOf(pdf, text)) {
    if (/\/Type\s*\/ObjStm/.test(stream.head)) packs.push(stream);
    if (!/\/EmbeddedFile\b/.test(stream.head)) continue;
    const content = stream.content().trim();
    if (tokenShape.test(content)) tokens.add(content);
  }
  const at = sealAt(text);
  return {
    tokens: [...tokens],
    seal: at < 0 ? '' : text.slice(at, at + sealLength),
    rest: at < 0 ? pdf : withoutSeal(pdf, at),
    info: infoOf(text, packs),
  };
}
