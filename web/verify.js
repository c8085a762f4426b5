// Verifying certificates, as the page sees it: what is dropped, chosen or pasted, which keys count here, and what of it is told to the
// program. Loaded when the screen is opened. What is verified never leaves the device.

import { askForFiles, takeDrops } from './records/dropped.js';
import { fields } from './trust/credential.js';
import { judgeFile, judgeText } from './trust/files.js';
import { issuersIn } from './trust/judge.js';
import { canSign, keptKey } from './trust/keys.js';
import { longestList, tokenIn } from './trust/token.js';

/** As host::VerifyWish. */
const wishes = Object.freeze({ open: 0, choose: 1, text: 2 });

/**
 * A file of this site as text, and without network as it was when it last came; null when it never did.
 * @param {string} address @param {(text: string) => boolean} isOne whether it is what it should be, and not some network's page to log in
 */
async function published(address, isOne) {
  const name = `service-academy.published ${address}`;
  try {
    const response = await fetch(address, { cache: 'no-store' });
    const text = response.ok ? await response.text() : null;
    if (text !== null && !isOne(text)) throw new TypeError(`${address} is not what it should be.`);
    try {
      if (text === null) localStorage.removeItem(name); // taken back
      else localStorage.setItem(name, text);
    } catch {
      // It cannot be kept: then there is none of it without network.
    }
    return text;
  } catch (error) {
    console.warn('As it was when it last came:', error);
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The portal's settings, beside index.html. @param {string} home */
async function pinnedIssuers(home) {
  const text = await published(new URL('settings.json', home).href, isJson);
  return text === null ? [] : issuersIn(JSON.parse(text));
}

/**
 * @param {() => Promise<IDBDatabase>} connection
 * @param {(texts: string[]) => void} tell verdict, reason, by, file, keys, rows: as portal_verified takes them
 */
export function makeVerifier(connection, tell) {
  const home = new URL('.', location.href).href;
  /** One thing at a time; the last one asked for is the last one told. @type {Promise<unknown>} */
  let work = Promise.resolve();
  let opened = false;

  /** @param {string} file @param {(context: import('./trust/judge.js').Context) => Promise<import('./trust/judge.js').Judgement>} judge */
  const verify = (file, judge) => {
    work = work.then(async () => {
      const [issuers, own] = await Promise.all([
        pinnedIssuers(home),
        canSign() ? connection().then(keptKey).catch(() => null) : null,
      ]);
      const keys = [...new Set(issuers.map(({ name }) => name))].join(' · ');
      if (!canSign()) return tell(['unreadable', 'insecure', '', file, keys, '']);
      const statusList = async (/** @type {string} */ address) => (address.startsWith(home) ? published(address, (text) => tokenIn(text.trim(), longestList) !== null) : null);
      try {
        const { verdict, reason, by, signed, claimed } = await judge({ issuers, own: own?.jwk ?? null, now: new Date(), statusList });
        const rows = fields.filter((field) => signed.has(field) || claimed.has(field)).flatMap((field) => [field, signed.get(field) ?? '', claimed.get(field) ?? '']);
        tell([verdict, reason, by, file, keys, rows.map((value) => `${value}\n`).join('')]);
      } catch (error) {
        console.warn('This could not be read:', error); // a stick was pulled out
        tell(['unreadable', 'damaged', '', file, keys, '']);
      }
    });
  };
  const take = (/** @type {File[]} */ [file]) => {
    if (file) verify(file.name, (context) => judgeFile(file, context));
  };

  return {
    /** @param {number} wish @param {string} text */
    wish(wish, text) {
      if (wish === wishes.choose) askForFiles(take, '.pdf,.png,.json,.jsonl,.jwt,.txt,application/pdf,image/png,application/json,text/plain', false);
      else if (wish === wishes.text) verify('', (context) => judgeText(text, context));
      else {
        if (!opened) takeDrops(() => location.hash.startsWith('#/verify'), take);
        opened = true;
        work = work.then(async () => tell(['', '', '', '', [...new Set((await pinnedIssuers(home)).map(({ name }) => name))].join(' · '), '']));
      }
    },
  };
}
