// Record files of HR's console: reads them piece by piece and hands them to the program, keeps those that counted, and writes what goes
// out. Between pieces the page answers whoever presses something. Must not know what stands in a file.

import { download } from './downloads.js';
import { withBytes, withTexts } from './engine.js';
import { askForFiles, takeDrops } from './records/dropped.js';
import { forgetFiles, keepFiles, keptFiles } from './records/kept.js';
import { HandOverFault, isHandOver, readHandOver } from './trust/handover.js';

/** @typedef {import('./records/kept.js').Source} Source */

/** As host::RecordFiles. */
const wishes = Object.freeze({ open: 0, choose: 1, stop: 2, forget: 3, save: 4 });
/** From here on they are those of host::IssuerWish. */
const issuerWishes = 5;
/** As host::FilesOutcome. */
const outcome = Object.freeze({ done: 0, stopped: 1, unreadable: 2, unkept: 3 });

/** What the program asks for when certificates are to be countersigned. */
const credentialsType = 'application/vnd.service-academy.credentials';
/** What is told of a file that a learner handed over, as host::HandOverNote. */
const notes = Object.freeze({ broken: 0, changed: 1, later: 2, sealed: 3, 'sealed-for-others': 4, 'other-browser': 5 });
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the program takes at once: a few milliseconds of its time. */
const pieceBytes = 64 * 1024;
/** The page answers at least this often while something is read or written. */
const turnMilliseconds = 24;
/** And shows so often how far it is: a frame costs more than a piece. */
const frameMilliseconds = 200;

/** Lets the browser take its turn: presses, scrolling, a frame. */
const nextTurn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { port1.close(); resolve(undefined); };
  port2.postMessage(null);
});

class Stopped extends Error {}

/**
 * @param {any} engine the program
 * @param {() => void} wake draws a frame
 */
export function makeRecords(engine, wake) {
  /** What the table was made of, in its order. @type {Source[]} */
  let sources = [];
  /** Those of them that could not be kept: they are here until the tab is closed. @type {Source[]} */
  let unkept = [];
  let stop = false;
  /** One thing at a time. @type {Promise<unknown>} */
  let work = Promise.resolve();
  const decoder = new TextDecoder();

  let turnBegan = 0;
  let frameAsked = 0;
  async function turn() {
    const now = performance.now();
    if (now - turnBegan < turnMilliseconds) return;
    if (now - frameAsked > frameMilliseconds) {
      frameAsked = now;
      wake();
    }
    await nextTurn();
    if (stop) throw new Stopped();
    turnBegan = performance.now();
  }

  /** @param {Source} source @param {boolean} known @returns {Promise<boolean>} whether it counts */
  async function readFile({ name, file }, known) {
    withTexts(engine, [name], (pointer) => engine._portal_records_file(pointer, known ? 1 : 0));
    const reader = file.stream().getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        for (let at = 0; at < value.length; at += pieceBytes) {
          withBytes(engine, value.subarray(at, at + pieceBytes), engine._portal_records_piece);
          await turn();
        }
      }
    } finally {
      reader.cancel().catch(() => {}); // an error was thrown already, or all is read
    }
    return engine._portal_records_file_ends() === 1;
  }

  /** Reads all from the first file on, and once more without those that are refused. @param {Source[]} kept @param {Source[]} added @param {[string, number][]} told */
  async function readAll(kept, added, told) {
    for (let again = 0; ; again = 1) {
      const all = [...kept, ...added];
      engine._portal_records_begins(all.length, all.reduce((sum, { file }) => sum + file.size, 0), again);
      if (again === 0) for (const [name, note] of told) withTexts(engine, [name], (pointer) => engine._portal_records_noted(pointer, note));
      wake();
      /** @type {Source[]} */
      const good = [];
      for (const [index, source] of all.entries()) {
        if (await readFile(source, index < kept.length)) good.push(source);
      }
      if (good.length === all.length) return all;
      kept = kept.filter((source) => good.includes(source));
      added = added.filter((source) => good.includes(source));
    }
  }

  /** Sealed, while the key is closed: read as soon as it is opened. @type {Source[]} */
  let sealed = [];

  /**
   * What learners handed over becomes the record in it, when nobody has changed it; other files stay as they are.
   * @param {Source[]} added @param {Source[]} known @returns {Promise<{ good: Source[], told: [string, number][] }>} told: of which file what is to be said
   */
  async function unpacked(added, known) {
    /** @type {Source[]} */
    const good = [];
    /** @type {[string, number][]} */
    const told = [];
    for (const source of added) {
      if (!isHandOver(decoder.decode(await source.file.slice(0, 64).arrayBuffer()))) {
        good.push(source);
        continue;
      }
      try {
        const { record, signer } = await readHandOver(await source.file.text(), (await issuing()).open);
        const learner = String(record.learner?.id);
        if ([...known, ...good].some(({ signed }) => signed?.learner === learner && signed.signer !== signer)) told.push([source.name, notes['other-browser']]);
        good.push({ name: source.name, file: new Blob([`${JSON.stringify(record)}\n`]), signed: { learner, signer } });
      } catch (error) {
        if (!(error instanceof HandOverFault)) throw error;
        const code = error.code === 'sealed' && error.kid !== await (await issuing()).kid() ? 'sealed-for-others' : error.code;
        if (code === 'sealed') sealed.push(source);
        told.push([source.name, notes[code]]);
      }
    }
    return { good, told };
  }

  /** @param {Source[]} offered */
  async function bring(offered) {
    stop = false;
    turnBegan = performance.now();
    /** @type {Source[]} */
    let kept = unkept;
    try {
      kept = [...await keptFiles(), ...unkept];
    } catch (error) {
      console.warn('Record files cannot be kept in this browser:', error);
    }
    try {
      const { good: added, told } = await unpacked(offered, kept);
      const all = await readAll(kept, added, told);
      const news = all.filter((source) => added.includes(source));
      let ended = /** @type {number} */ (outcome.done);
      try {
        if (news.length > 0) await keepFiles(news);
      } catch (error) {
        console.warn('Record files could not be kept:', error);
        unkept.push(...news);
        ended = outcome.unkept;
      }
      sources = all;
      engine._portal_records_ends(ended);
    } catch (error) {
      if (!(error instanceof Stopped)) console.warn('A record file could not be read:', error);
      engine._portal_records_ends(error instanceof Stopped ? outcome.stopped : outcome.unreadable);
    }
    wake();
  }

  /** What the program says of the next records: they themselves, or where they stand. @param {string} text @returns {BlobPart[]} */
  const recordsAt = (text) => text.trimEnd().split('\n').flatMap((line) => {
    if (line.startsWith('{')) return [`${line}\n`];
    const [source, offset, length] = line.split(' ').map(Number);
    return [sources[source].file.slice(offset, offset + length), '\n'];
  });

  /** Where the program's pieces go on their way into a file. @param {string} name @param {string} type @param {Blob[]} parts @returns {Promise<{ push(bytes: Uint8Array<ArrayBuffer>): unknown, end(): unknown }>} */
  async function writing(name, type, parts) {
    if (type === credentialsType) {
      const [{ makeCountersigned }, { open }] = await Promise.all([import('./records/countersigned.js'), issuing()]);
      if (!open) throw new Error('The key is closed.');
      const recordAt = (/** @type {number} */ source, /** @type {number} */ offset, /** @type {number} */ length) => sources[source].file.slice(offset, offset + length);
      return makeCountersigned(home, open, (bytes) => parts.push(new Blob([bytes])), recordAt, turn);
    }
    if (type === workbookType) {
      const { makeWorkbook } = await import('./records/workbook.js');
      return makeWorkbook(name.replace(/\.xlsx$/, ''), (bytes) => parts.push(new Blob([bytes])));
    }
    return {
      push: (bytes) => parts.push(new Blob(type === 'application/x-ndjson' ? recordsAt(decoder.decode(bytes)) : [bytes])),
      end() {},
    };
  }

  /** @param {string} name @param {string} type */
  async function save(name, type) {
    stop = false;
    turnBegan = performance.now();
    /** The browser keeps a Blob on disk when it is large. @type {Blob[]} */
    const parts = [];
    const size = engine._malloc(4);
    try {
      const file = await writing(name, type, parts);
      for (;;) {
        const pointer = engine._portal_records_more(size);
        const length = new Int32Array(engine.HEAPU8.buffer, size, 1)[0];
        if (length === 0) break;
        await file.push(engine.HEAPU8.slice(pointer, pointer + length));
        await turn();
      }
      const figures = await file.end();
      const signed = type === credentialsType ? /** @type {number[]} */ (figures) : null;
      if (!signed || signed[0] > 0) download(name, signed ? 'application/zip' : type, new Blob(parts));
      engine._portal_records_saved(outcome.done);
      if (signed) await (await issuing()).tell('issued', signed);
    } catch (error) {
      if (!(error instanceof Stopped)) console.warn('The file could not be written:', error);
      engine._portal_records_saved(error instanceof Stopped ? outcome.stopped : outcome.unreadable);
    } finally {
      engine._free(size);
    }
    wake();
  }

  const home = new URL('.', location.href).href;
  /** The organisation's key. @type {Promise<ReturnType<typeof import('./records/issuing.js').makeIssuing>> | null} */
  let issuer = null;
  const issuing = () => issuer ??= import('./records/issuing.js').then(({ makeIssuing }) => makeIssuing(home, (text) => {
    withTexts(engine, [text], (pointer) => engine._portal_records_told(pointer));
    wake();
  }, () => {
    if (sealed.length === 0) return;
    const waiting = sealed;
    sealed = [];
    then(() => bring(waiting));
  }));

  /** @param {() => Promise<unknown>} what */
  const then = (what) => { work = work.then(what).catch((error) => console.warn('Record files:', error)); };
  const take = (/** @type {File[]} */ files) => {
    if (files.length > 0) then(() => bring(files.map((file) => ({ name: file.name, file }))));
  };

  /** @returns {string} */
  const settings = () => {
    try {
      return localStorage.getItem('service-academy.console') ?? '';
    } catch {
      return ''; // storage is switched off: the usual ones
    }
  };
  let opened = false;
  const open = () => {
    if (opened) return;
    opened = true;
    withTexts(engine, [home, settings()], (...texts) => engine._portal_records_opened(...texts));
    takeDrops(() => location.hash.startsWith('#/records'), take);
  };

  return {
    /** @param {number} wish @param {string} name @param {string} type */
    wish(wish, name, type) {
      if (wish === wishes.open) {
        open();
        then(() => bring([]));
      } else if (wish === wishes.choose) {
        askForFiles(take);
      } else if (wish === wishes.stop) {
        stop = true;
      } else if (wish === wishes.forget) {
        then(async () => {
          await forgetFiles();
          unkept = [];
          await bring([]);
        });
      } else if (wish === wishes.save) {
        then(() => save(name, type));
      } else {
        issuing().then((made) => made.wish(wish - issuerWishes, name, type), (error) => {
          console.warn("What keeps the organisation's key could not be fetched:", error);
          issuer = null;
          withTexts(engine, ['none\n\n\n0\n0\n\nunfetched\n0\n0\n0\n0'], (pointer) => engine._portal_records_told(pointer));
          wake();
        });
      }
    },
  };
}
