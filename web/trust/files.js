// A file that somebody wants verified: finds out what it is, takes the credential out of it, and hands both to the judge. Whatever it is, and
// however large, an answer comes of it.

import { claimsOfPdf, claimsOfRecord } from './credential.js';
import { textOf } from './encoding.js';
import { judge } from './judge.js';
import { tokenInText } from './link.js';
import { isPdf, readPdf } from './pdf.js';
import { isPng, readPng } from './png.js';

/** @typedef {import('./judge.js').Judgement} Judgement @typedef {import('./judge.js').Context} Context */

/** Ours have 0.2 MB as PDF and 2 MB as picture. */
export const largestFile = 16 << 20;
const largestText = 4 << 20;

/** @param {Judgement['verdict']} verdict @param {Judgement['reason']} reason @param {Judgement['claimed']} [claimed] @returns {Judgement} */
const without = (verdict, reason, claimed = new Map()) => ({ verdict, reason, by: '', signed: new Map(), claimed });

/** @param {string[]} tokens @param {Context} context @param {import('./judge.js').Around} around */
function judgeOnly(tokens, context, around) {
  if (tokens.length === 0) return without('unreadable', 'no-credential', around.claimed);
  // Which of them would be meant? Ours have one.
  return tokens.length > 1 ? without('changed', 'several', around.claimed) : judge(tokens[0], context, around);
}

/** What somebody pasted, or an address brought along. @param {string} text @param {Context} context @returns {Promise<Judgement>} */
export async function judgeText(text, context) {
  const token = text.length > largestText ? '' : tokenInText(text);
  return token === '' ? judgeJson(text) ?? without('unreadable', 'no-token') : judge(token, context);
}

/** Completion records are not signed yet; it must be said what they are. @param {string} text @returns {Judgement | null} */
function judgeJson(text) {
  const first = text.trimStart();
  if (!first.startsWith('{') && !first.startsWith('[')) return null;
  for (const part of [first, first.split('\n', 1)[0]]) { // one record, or the first of many lines
    try {
      const json = [JSON.parse(part)].flat()[0];
      const isRecord = json?.format === 'service-academy/completion-record';
      return without(isRecord ? 'unsigned' : 'unreadable', isRecord ? 'record' : 'no-credential', isRecord ? claimsOfRecord(json) : new Map());
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** @param {Blob} file @param {Context} context @returns {Promise<Judgement>} */
export async function judgeFile(file, context) {
  if (file.size > largestFile) return without('unreadable', 'too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isPdf(bytes)) {
    const { tokens, seal, rest, info } = readPdf(bytes);
    return judgeOnly(tokens, context, { seal, rest, claimed: claimsOfPdf(info) });
  }
  if (isPng(bytes)) {
    const png = readPng(bytes);
    return png ? judgeOnly(png.tokens, context, { seal: png.seal, rest: png.rest, claimed: new Map() }) : without('unreadable', 'damaged');
  }
  try {
    return await judgeText(textOf(bytes), context);
  } catch {
    return without('unreadable', 'no-credential'); // no text either
  }
}
