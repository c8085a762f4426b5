// Keeps the journal's lines: one IndexedDB record each, written with strict durability, confirmed only when the transaction is
// complete. Several tabs may write: each looks in the same transaction whether another has written meanwhile, and takes that over
// first. Knows nothing of what a line says, nor of ciphers: see Cipher for how a learner's lines are kept sealed.

import { makeCopies } from './store/copies.js';
import { answer, complete, connect, keepSnapshot, readAll, uuid } from './store/database.js';
import { openSpare } from './store/spare.js';

/** As host::StoreTrouble. @readonly */
export const trouble = Object.freeze({ none: 0, unavailable: 1, full: 2, failing: 3, outdated: 4 });
/** As host::Persistence. @readonly */
const persistence = Object.freeze({ unasked: 0, granted: 1, denied: 2, unsupported: 3 });

/**
 * @typedef {import('./store/database.js').Kept} Kept
 * @typedef {{ learner: string, line?: string, sealed?: Uint8Array }} Sealable in the clear, or sealed
 * @typedef {{ id: string, learner: string, line: string, sealing: Promise<Uint8Array> | null }} Waiting
 *
 * @typedef {object} Outcome
 * @property {(id: string) => void} confirmed the event is on disk
 * @property {(id: string, why: number) => void} refused it is not; it is tried again, by itself and with the next one
 * @property {(lines: string[]) => void} took these came into the store by another tab, or became readable. Before this returns, what
 *   waits is forgotten (`forgetWaiting`) and handed over again (`append`), in its place behind them.
 * @property {(answer: number) => void} persists the browser's answer to `askToPersist`
 * @property {() => void} restored the browser lost the store, and all that the page or its second copy knew has been written again
 * @property {(lines: string[], first: boolean) => void} [reads] the whole journal piece by piece, `first` from its beginning, after a start from
 *   a snapshot
 * @property {() => void} [read] that was all of it. As with `took`, what waits is handed over again before this returns.
 * @property {(sealed: string[]) => Uint8Array} [snapshot] what all that was handed over comes to, without these learners; empty: not just now
 *
 * @typedef {object} Cipher keeps a learner's lines sealed on disk. A line that is sealed has no last-moment copy in the clear.
 * @property {(learner: string, line: string) => Promise<Uint8Array> | null} seal null: this learner's lines are kept in the clear
 * @property {(learner: string, sealed: Uint8Array) => Promise<string> | null} open null: it cannot be opened yet, and is kept apart
 *   until `take(learner)`
 */

/** Of records: as many are read at every start, and never from a snapshot; as many more make a new one worth while; as many are read at a time. */
const few = 2000, more = 500, slice = 250;
/** When nobody waits for anything else. */
const idle = () => new Promise((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: 1000 }) : setTimeout(resolve, 20)));

const pauses = { first: 1000, longest: 60_000 }; // milliseconds between tries

/**
 * Opens the store. It always comes back: without storage it says so in `trouble`, refuses what it is asked to keep, and tries again.
 * @param {Outcome} outcome
 * @param {Cipher} [cipher]
 * @param {string} [program] which makes and takes snapshots; '': none are made or taken
 */
export async function openStore(outcome, cipher, program = '') {
  const kept = { snapshot: new Uint8Array(), lines: /** @type {string[]} */ ([]), earlier: /** @type {string[]} */ ([]), drafts: /** @type {string[]} */ ([]), withPin: /** @type {string[]} */ ([]), device: uuid() };
  const copies = makeCopies();
  const spareOpened = openSpare();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('service-academy') : null;
  /** @type {IDBDatabase | null} */
  let database = null;
  let wasLost = false;
  /** Every record that this page knows of, in the store's order: written again when the store is deleted under it. @type {Kept[]} */
  let known = [];
  /** @type {Set<string>} */
  let ids = new Set(); // of those
  /** What opens the sealed ones: it is written again with them. @type {import('./store/database.js').Beside} */
  let beside = new Map();
  /** What cannot be opened yet. @type {Sealable[]} */
  let apart = [];
  /** @type {Waiting[]} */
  let queue = [];
  let turn = 0; // of the queue: what waits was handed over anew
  let last = 0; // up to this sequence number the page knows the store
  let whole = true; // `known` is all of it; else the start was from a snapshot, and the journal is still being read
  let [covered, readTo] = [0, 0]; // sequence numbers: of that snapshot, and of what was read
  let wanted = false, snapshotDue = false; // the rest of it at once; a new snapshot
  let earlierWaits = false; // version 1's lines go in with the first write, and out of their old place in the same transaction
  let watching = false, busy = false, again = false, pause = 0, timer = 0;

  const open = async () => {
    const base = await connect(kept.device);
    const lost = () => {
      if (database !== base) return;
      [database, wasLost] = [null, true];
      void pump();
    };
    base.onversionchange = () => { base.close(); lost(); };
    base.onclose = lost; // deleted by the browser's own means, or its disk went away
    return base;
  };

  /** What of it can be opened; the rest is kept apart. @template {Sealable} T @param {T[]} sealables */
  const opened = async (sealables) => {
    /** @type {{ from: T, line: string }[]} */
    const lines = [];
    const opening = sealables.map((from) => from.line ?? cipher?.open(from.learner, /** @type {Uint8Array} */ (from.sealed)));
    for (const [i, from] of sealables.entries()) {
      const line = typeof opening[i] === 'string' ? opening[i] : await opening[i];
      if (typeof line === 'string') lines.push({ from, line });
      else apart.push(from);
    }
    return lines;
  };
  /** @param {Kept[]} records which came into the store, or are in it from the start */
  const learnOf = (records) => {
    for (const record of records) {
      if (whole) known.push(record);
      ids.add(record.id);
    }
    last = records.at(-1)?.seq ?? last;
  };
  /** @param {Sealable[]} records */
  const linesOf = async (records) => (await opened(records)).map(({ line }) => line);

  /** After the connection was lost: what the store does not hold any more is written again, and what is new in it taken over. */
  const restore = async (/** @type {IDBDatabase} */ base) => {
    const { journal, beside: standing } = await readAll(base);
    const there = new Set(journal.map(({ id }) => id));
    const ours = whole ? known : (await (await spareOpened).compare(journal, standing)).records;
    const missing = ours.filter(({ id }) => !there.has(id));
    const others = journal.filter(({ id }) => !ids.has(id));
    let seq = journal.at(-1)?.seq ?? 0;
    if (missing.length > 0) {
      const transaction = base.transaction(['journal', 'about'], 'readwrite', { durability: 'strict' });
      for (const [key, value] of beside) {
        if (!standing.has(key)) transaction.objectStore('about').put(value, key);
      }
      for (const record of missing) transaction.objectStore('journal').add({ ...record, seq: ++seq });
      await complete(transaction);
      await (await spareOpened).keep(missing);
      outcome.restored();
    }
    learnOf(others);
    last = seq;
    if (!whole) [known, readTo] = [[], 0];
    else if (others.length > 0) outcome.took(await linesOf(others));
  };

  /** What only the second copy holds, which the next turn puts back. @param {import('./store/database.js').Beside} standing */
  const compare = async (standing) => {
    const rescued = await (await spareOpened).compare(known, standing);
    learnOf(rescued.records);
    beside = new Map([...rescued.beside, ...standing]);
    wasLost = rescued.records.length > 0;
    return rescued.records;
  };

  /** Reads what is kept: all of it, or what came after a snapshot of that program. @param {IDBDatabase} base @param {string} by */
  const begin = async (base, by) => {
    const { journal, earlier, drafts, device, beside: standing, snapshot } = await readAll(base, by);
    [whole, known, ids, apart, beside] = [!snapshot, [], new Set(), [], standing];
    last = covered = snapshot?.at.seq ?? 0;
    learnOf(journal);
    const rescued = whole ? await compare(standing) : [];
    earlierWaits = earlier.length > 0;
    Object.assign(kept, { lines: await linesOf([...journal, ...rescued]), earlier, device, snapshot: snapshot?.bytes ?? new Uint8Array() });
    kept.withPin = [...beside.values()].flatMap(({ learner, name }) => (learner ? [learner, name.replace(/\s+/g, ' ')] : [])); // one line each
    kept.drafts = (await opened(drafts)).flatMap(({ from, line }) => [from.learner, line]);
  };

  let reading = Promise.resolve(0);
  /** Hands over the next records of the whole journal. Resolves to how many they were. @param {IDBDatabase} base */
  const readOn = (base) => {
    reading = reading.catch(() => 0).then(async () => {
      const asked = base.transaction('journal').objectStore('journal').getAll(IDBKeyRange.lowerBound(readTo, true), slice);
      const records = await answer(/** @type {IDBRequest<Kept[]>} */ (asked));
      if (base !== database) throw new DOMException('The store was lost.', 'AbortError');
      const first = readTo === 0;
      if (first) [known, apart] = [[], apart.filter((each) => !('id' in each))];
      known.push(...records);
      for (const { id } of records) ids.add(id);
      readTo = records.at(-1)?.seq ?? readTo;
      outcome.reads?.(await linesOf(records), first);
      return records.length;
    });
    return reading;
  };
  /** To the end, while nobody else writes. @param {IDBDatabase} base */
  const readRest = async (base) => {
    while (await readOn(base) > 0);
    [whole, last] = [true, readTo];
    outcome.read?.();
    const rescued = await compare(beside);
    if (rescued.length === 0) return;
    outcome.took(await linesOf(rescued));
    await restore(base);
    wasLost = false;
  };

  /** As it goes to the disk. @param {Waiting} waits */
  const sealed = async (waits) => {
    const { id, learner, line, sealing } = waits;
    if (!sealing) return { id, learner, line };
    try {
      return { id, learner, sealed: await sealing };
    } catch (error) {
      waits.sealing = cipher?.seal(learner, line) ?? null; // for the next try
      throw error;
    }
  };

  /** Writes what waits, or takes over what another tab has written meanwhile. */
  const step = async () => {
    const base = database ??= await open();
    if (wasLost) await restore(base);
    wasLost = false;
    /** @type {unknown} */
    let unread = null;
    if (wanted && !whole) await readRest(base).catch((error) => { unread = error; });
    const [batch, begun] = [[...queue], turn];
    const records = await Promise.all(batch.filter(({ id }) => !ids.has(id)).map(sealed));
    if (begun !== turn) return; // what waits was put in another order meanwhile
    const transaction = base.transaction(['journal', 'events'], batch.length > 0 ? 'readwrite' : 'readonly', { durability: 'strict' });
    const journal = transaction.objectStore('journal');
    const asked = journal.getAll(IDBKeyRange.lowerBound(last, true));
    asked.onsuccess = () => {
      if (asked.result.length > 0) return;
      records.forEach((record, i) => journal.add({ ...record, seq: last + 1 + i }));
      if (earlierWaits && batch.length > 0) transaction.objectStore('events').clear();
    };
    await complete(transaction);
    const others = /** @type {Kept[]} */ (asked.result);
    if (others.length > 0 && !whole) { // what they mean can be said only with all that was before
      if (unread) throw unread;
      wanted = again = true;
      return;
    }
    if (others.length > 0) {
      learnOf(others);
      outcome.took(await linesOf(others));
      return;
    }
    const written = records.map((record, i) => ({ ...record, seq: last + 1 + i }));
    learnOf(written);
    if (batch.length === 0) {
      if (unread) console.warn('The whole journal could not be read:', unread);
      const at = known.at(-1);
      if (!snapshotDue || !whole || !at || queue.length > 0) return;
      snapshotDue = last > few && last - covered > more
        && !await keepSnapshot(base, program, at, (sealed) => outcome.snapshot?.(sealed) ?? new Uint8Array()).catch((error) => {
          console.warn('The next start will read the whole journal:', error);
          return true;
        });
      return;
    }
    await (await spareOpened).keep(written);
    earlierWaits = false;
    queue = queue.filter(({ id }) => !ids.has(id));
    keepCopies();
    if (queue.length === 0) copies.settle();
    channel?.postMessage(last);
    for (const { id } of batch) outcome.confirmed(id);
  };

  /** @param {unknown} error */
  const refuse = (error) => {
    const name = error instanceof DOMException ? error.name : '';
    const why = name === 'QuotaExceededError' ? trouble.full : name === 'VersionError' ? trouble.outdated
      : database === null ? trouble.unavailable : trouble.failing;
    if (queue.length === 0) return;
    console.warn('An event could not be kept:', error);
    for (const { id } of [...queue]) outcome.refused(id, why);
    pause = Math.min(Math.max(pause * 2, pauses.first), pauses.longest);
    clearTimeout(timer);
    if (why !== trouble.outdated) timer = window.setTimeout(pump, pause);
  };

  /** One writer at a time: in this tab, and among tabs where the browser has locks. Elsewhere the comparison alone keeps order. */
  const pump = async () => {
    again = true;
    if (busy || !watching) return;
    busy = true;
    while (again) {
      again = false;
      try {
        await (navigator.locks ? navigator.locks.request('service-academy', step) : step());
        again ||= queue.length > 0;
        pause = 0;
      } catch (error) {
        refuse(error);
      }
    }
    busy = false;
    turnsOver.splice(0).forEach((over) => over());
    if (queue.length === 0) settling.splice(0).forEach((settled) => settled());
  };

  const keepCopies = () => copies.keep(queue.filter(({ sealing }) => !sealing).map(({ line }) => line));

  /** Who waits for the queue to be empty. @type {(() => void)[]} */
  const settling = [];
  /** Who waits for this tab's turn to be over, whatever came of it. @type {(() => void)[]} */
  const turnsOver = [];
  let drafted = Promise.resolve();
  let state = /** @type {number} */ (trouble.none);
  try {
    database = await open();
    await begin(database, copies.lines.length === 0 ? program : ''); // a copy may be of what the snapshot holds already
  } catch (error) {
    console.warn('Nothing can be kept in this browser:', error);
    [database, state] = [null, trouble.unavailable];
  }
  return {
    ...kept,
    copies: copies.lines,
    trouble: state,
    persistence: await persisted(),

    /** Reads all there is, in place of a snapshot that does not fit; before `watch`. */
    async withoutSnapshot() {
      await begin(database ??= await open(), '');
      return kept;
    },

    /** When nobody waits for anything else: reads what the start left out, and keeps what it all comes to for the next one. */
    async readOn() {
      snapshotDue = program !== '';
      while (!whole && !wanted) {
        await idle();
        if (!database || await readOn(database).catch(() => 0) < slice) break;
      }
      wanted = true;
      void pump();
    },

    /** Without pauses. */
    hurry() {
      wanted = true;
      void pump();
    },

    /** For whoever needs to know all that is kept. Rejects when it cannot be read. */
    async readWhole() {
      if (whole) return;
      const over = new Promise((resolve) => turnsOver.push(() => resolve(undefined)));
      this.hurry();
      await over;
      if (!whole) throw new Error('The whole journal could not be read.');
    },

    /** From now on outcomes are told, and what other tabs write. */
    watch() {
      watching = true;
      channel?.addEventListener('message', ({ data }) => { if (data > last) void pump(); });
      // A page that comes to the front hears what it missed; one that leaves tries once more at once.
      document.addEventListener('visibilitychange', pump);
      addEventListener('pagehide', pump);
      void pump();
    },

    /** @param {string} id @param {string} learner @param {string} line */
    append(id, learner, line) {
      queue.push({ id, learner, line, sealing: cipher?.seal(learner, line) ?? null });
      keepCopies();
      queueMicrotask(pump); // when all that belongs together has been handed over
    },

    /** Lines without a learner stay: they could not be read, and only this page's queue holds them. */
    forgetWaiting() {
      queue = queue.filter(({ learner }) => learner === '');
      turn++;
      keepCopies();
    },

    /** Hands over what was kept apart for this learner, now that it can be opened. @param {string} learner */
    async take(learner) {
      const theirs = apart.filter((each) => each.learner === learner);
      apart = apart.filter((each) => each.learner !== learner);
      const lines = await opened(theirs);
      outcome.took(lines.filter(({ from }) => 'id' in from).map(({ line }) => line));
      return { draft: lines.find(({ from }) => !('id' in from))?.line ?? '' };
    },

    /** The database itself, for what is written beside the journal or in place of its lines (people.js). */
    connection: async () => database ??= await open(),

    /** The second copy of the journal. */
    spare: () => spareOpened,

    /** What was written of a learner by other means than the queue; written again when the store is lost. @param {string} learner @param {Kept[]} records @param {typeof beside} anew */
    relearn(learner, records, anew) {
      known = [...known.filter((each) => each.learner !== learner), ...records].sort((one, other) => one.seq - other.seq);
      beside = anew;
    },

    /** Takes over what came into the store by other means than this page's queue. */
    async look() {
      void pump();
      await this.settled();
    },

    /** When nothing waits any more: neither lines nor drafts. */
    async settled() {
      if (busy || queue.length > 0) await new Promise((resolve) => settling.push(() => resolve(undefined)));
      copies.settle(); // all that was found at the start is in the store
      await drafted;
    },

    async askToPersist() {
      const granted = await navigator.storage?.persist?.().catch(() => false);
      outcome.persists(granted === undefined ? persistence.unsupported : granted ? persistence.granted : persistence.denied);
    },

    /** @param {string} learner @param {string} draft '' removes it */
    keepDraft(learner, draft) {
      const sealing = draft ? cipher?.seal(learner, draft) : null;
      drafted = drafted.then(async () => {
        const sealed = await sealing;
        const transaction = database?.transaction('drafts', 'readwrite');
        if (!transaction) return;
        if (draft) transaction.objectStore('drafts').put(sealed ? { learner, sealed } : { learner, line: draft });
        else transaction.objectStore('drafts').delete(learner);
        await complete(transaction);
      }).catch((error) => console.warn('What is not handed in yet could not be kept:', error));
    },
  };
}

/** Whether the browser has promised to keep the store; it can be asked on https only. */
async function persisted() {
  const promised = await navigator.storage?.persisted?.().catch(() => false);
  return promised === undefined ? persistence.unsupported : promised ? persistence.granted : persistence.unasked;
}
