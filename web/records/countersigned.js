// A run of countersigning: credentials come from the program line by line, are signed with the organisation's key, and go into one ZIP file
// that HR hands out: certificates.csv (a link for each person, for a mail merge or a notice), credentials.jsonl (the same as tokens, for other
// systems), and a PDF for each person when there are not too many. Nothing counts before `end` has answered.
//
// What the program says: first a line about the run, then a line for each credential (portal/console_issuing.cpp writes both).

import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { documentFonts } from '../certificate/fonts.js';
import { valuesOf } from '../trust/credential.js';
import { countersigned } from '../trust/countersign.js';
import { utf8 } from '../trust/encoding.js';
import { linkOf } from '../trust/link.js';
import { sealOf } from '../trust/seal.js';
import { tokenIn } from '../trust/token.js';
import { addressOf } from './issuing.js';
import { allEntries, enter, givenAway } from './register.js';

/** @typedef {import('../trust/organisation.js').OpenKey} OpenKey @typedef {import('./register.js').Entry} Entry */
/**
 * @typedef {{ columns: string[], count: number, again: boolean, documents: boolean, at: string, language: 'zh-CN' | 'en', evidence: string, lines: import('../certificate.js').CertificateLines }} Run
 * @typedef {{ credential: any, number: string, department: string, until: string, finishedOn: string, record?: [number, number, number] }} Line record: where it
 *   stands among the files that were brought in
 */

/** A cell as RFC 4180 has it; what begins like a formula is none (names come from trainees). @param {string} text */
const cell = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
const row = (/** @type {string[]} */ cells) => `${cells.map(cell).join(',')}\r\n`;

/** The same for the same achievement of the same person: whoever has a certificate for it gets no second one unasked. @param {any} credential */
const whatOf = ({ credentialSubject: { id, achievement, activityEndDate, identifier } }) => [id, achievement.id, activityEndDate, identifier[0].identityHash].join(' ');

/** As a calendar here has it; '' for never. @param {string} iso */
function day(iso) {
  const at = new Date(iso);
  return iso === '' ? '' : [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** For a file's name: as people write it, without what file systems or archives take for more. @param {string} text */
const fileName = (text) => text.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*.]+/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, 60);

/**
 * @param {string} home the portal's address @param {OpenKey} key @param {(bytes: Uint8Array<ArrayBuffer>) => void} out the file's next bytes
 * @param {(source: number, offset: number, length: number) => Blob} recordAt @param {() => Promise<void>} turn lets the page answer; throws when the run is stopped
 */
export function makeCountersigned(home, key, out, recordAt, turn) {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    out(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
  });
  const tokens = new ZipDeflate('credentials.jsonl', { level: 1 });
  zip.add(tokens);
  const decoder = new TextDecoder();
  /** @type {Run | null} */
  let run = null;
  /** Certificates that hold, by what they are for. @type {Set<string>} */
  const holding = new Set();
  let place = { list: '', first: 0 };
  let used = 0, skipped = 0, withoutDocument = 0;
  /** @type {Entry[]} */
  const entries = [];
  /** @type {string[]} */
  const rows = [];
  /** @type {{ name: string, bytes: Uint8Array }[]} */
  const documents = [];

  /** @param {Run} said */
  async function begins(said) {
    run = said;
    rows.push(`\ufeff${row(said.columns)}`);
    if (!said.again) for (const { what, revoked, until } of await allEntries()) if (revoked === '' && (until === '' || until > said.at)) holding.add(what);
    place = await givenAway(key.kid, said.count);
  }

  /** The chain's head in the records that these lines are from: what was looked at when this was signed. @param {Line[]} lines */
  async function headsOf(lines) {
    const slices = lines.map(({ record }) => (record ? recordAt(...record) : null));
    const bytes = new Uint8Array(await new Blob(slices.flatMap((slice) => slice ?? [])).arrayBuffer()); // read in one go
    let at = 0;
    return slices.map((slice) => {
      if (!slice) return '';
      const head = JSON.parse(decoder.decode(bytes.subarray(at, at += slice.size)))?.evidence?.head;
      return typeof head === 'string' && /^[\w-]{43}$/.test(head) ? head : '';
    });
  }

  /** @param {Line} line @param {string} head */
  async function sign({ credential, number, department, until, finishedOn }, head) {
    const { at, evidence, documents: drawn } = /** @type {Run} */ (run);
    const what = whatOf(credential);
    if (holding.has(what)) {
      skipped += 1;
      return;
    }
    const [id, index, list] = [`urn:uuid:${crypto.randomUUID()}`, place.first + used, addressOf(home, place.list)];
    used += 1;
    const whole = head === '' ? credential : { ...credential, evidence: [{ id: `ni:///sha-256;${head}`, type: ['Evidence'], name: evidence }] };
    const token = await countersigned(whole, key, { id, from: at, until, list, index });
    const values = valuesOf(tokenIn(token)?.payload ?? {});
    const [name, course, serial] = [values.get('name') ?? '', values.get('course') ?? '', values.get('serial') ?? ''];
    const link = linkOf(home, token);
    entries.push({ list: place.list, index, id, serial, what, name, number, course, issued: at, until, revoked: '', reason: '' });
    rows.push(row([name, number, department, course, serial, day(at), day(until), link]));
    tokens.push(utf8.encode(`${JSON.stringify({ number, name, serial, id, validFrom: at, ...(until === '' ? {} : { validUntil: until }), token })}\n`));
    if (drawn) await draw(values, token, link, number, finishedOn);
  }

  /** @param {import('../trust/credential.js').Values} values @param {string} token @param {string} link @param {string} number @param {string} finishedOn */
  async function draw(values, token, link, number, finishedOn) {
    const { language, lines } = /** @type {Run} */ (run);
    const text = (/** @type {import('../trust/credential.js').Field} */ field) => values.get(field) ?? '';
    try {
      const [{ makeCertificate }, fonts] = await Promise.all([import('../certificate.js'), documentFonts()]);
      const bytes = await makeCertificate({
        language, learnerName: text('name'), courseTitle: text('course'), score: Number.parseFloat(text('score')), passMark: Number.parseFloat(text('passMark')),
        finishedOn, finishedAtIso: text('finished'), serial: text('serial'), contentVersion: text('version'), lines,
      }, fonts, { issued: { token, link, seal: (rest) => sealOf(text('id'), rest, key.privateKey) } });
      const called = fileName(`${number} ${text('name')}`);
      const taken = documents.some(({ name }) => name === `${called}.pdf`);
      documents.push({ name: `${called}${taken ? ` ${entries.length}` : ''}.pdf`, bytes });
    } catch (error) {
      console.info('One certificate could not be printed; its link and its token are in the file:', error);
      withoutDocument += 1;
    }
  }

  return {
    /** Whole lines. @param {Uint8Array} bytes */
    async push(bytes) {
      const lines = decoder.decode(bytes).trimEnd().split('\n').map((text) => JSON.parse(text));
      if (!run) await begins(lines.shift());
      const heads = await headsOf(lines);
      for (const [at, each] of lines.entries()) {
        await sign(each, heads[at]);
        await turn();
      }
    },
    /** @returns {Promise<number[]>} how many were countersigned, how many hold already, and of how many there is no PDF */
    async end() {
      tokens.push(new Uint8Array(), true);
      const table = new ZipDeflate('certificates.csv', { level: 4 });
      zip.add(table);
      for (let at = 0; at < rows.length; at += 200) {
        table.push(utf8.encode(rows.slice(at, at + 200).join('')));
        await turn();
      }
      table.push(new Uint8Array(), true);
      for (const { name, bytes } of documents) {
        const file = new ZipPassThrough(`certificates/${name}`);
        zip.add(file);
        file.push(bytes, true);
      }
      zip.end();
      await enter(entries);
      return [entries.length, skipped, withoutDocument];
    },
  };
}
