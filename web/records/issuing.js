// The organisation's key in HR's console: made, brought in, opened with its passphrase, and what was countersigned with it looked up and taken
// back. Loaded when the console has something to ask of it. Draws nothing; what HR reads is in the interface's words.

import { download } from '../downloads.js';
import { shortText } from '../trust/credential.js';
import { revocationList } from '../trust/countersign.js';
import { canSign } from '../trust/keys.js';
import { KeyFault, checkedKey, keyFormat, newOrganisationKey, opened, withIssuer } from '../trust/organisation.js';
import { askForFiles } from './dropped.js';
import { allEntries, allLists, keepKey, keptKey, registerIn, revoke, takeOver } from './register.js';

/** @typedef {import('../trust/organisation.js').OpenKey} OpenKey @typedef {import('./register.js').Entry} Entry */

/** As host::IssuerWish. */
const wishes = Object.freeze({ look: 0, make: 1, bring: 2, unlock: 3, lock: 4, saveKey: 5, saveSettings: 6, find: 7, revoke: 8, saveList: 9, remove: 10 });
/** Who looks somebody up reads no more than this. */
const mostFound = 20;
/** A register of a hundred thousand has a quarter of it. */
const largestKeyFile = 128 << 20;

/** Where a list of revoked certificates is published. @param {string} home @param {string} list */
export const addressOf = (home, list) => `${home}revoked-${list}.jwt`;

/** What can be told as a line. @param {string} text */
const line = (text) => shortText(text).replace(/\n/g, ' ');

/** @param {string} file HR's key file */
async function keyFileIn(file) {
  let said;
  try {
    said = JSON.parse(file);
  } catch {
    throw new KeyFault('not-ours');
  }
  const [key, register] = [await checkedKey(said), registerIn(said.register)];
  if (!register) throw new KeyFault('not-ours');
  return { key, register };
}

/** @param {string} home the portal's address @param {(text: string) => void} tell as portal_records_told takes it @param {() => void} unlocked called when the key was opened */
export function makeIssuing(home, tell, unlocked) {
  /** Open until the page is left. @type {OpenKey | null} */
  let open = null;
  /** One thing at a time. @type {Promise<unknown>} */
  let work = Promise.resolve();
  let searched = '';
  /** As it was last read: whoever types a name need not wait for all of it at each letter. @type {Entry[] | null} */
  let register = null;

  /** @returns {Promise<import('../trust/organisation.js').OrganisationKey | null>} */
  const key = async () => {
    const kept = await keptKey();
    return kept === undefined ? null : checkedKey({ format: keyFormat, version: 1, ...kept });
  };

  /** @param {Entry} entry */
  const matches = ({ serial, name, number, id }) => {
    const wanted = searched.normalize('NFC').toLowerCase();
    return [serial, name, number, id].some((each) => each.toLowerCase().includes(wanted));
  };

  /** How it stands: state, name, kid, places given away so far, revoked ones, address of the lists; what came of the wish; what is found. @param {string} [outcome] @param {(string | number)[]} [figures] */
  async function tellStanding(outcome = '', figures = []) {
    if (!canSign()) return tell(['insecure', '', '', '0', '0', home, outcome, '0', '0', '0', '0'].join('\n'));
    const [there, entries] = [await key(), register ??= await allEntries()];
    const found = searched === '' ? [] : entries.filter(matches).sort((one, other) => (one.issued < other.issued ? 1 : -1));
    const rows = found.slice(0, mostFound).flatMap(({ list, index, name, number, course, serial, issued, revoked, reason }) => [`${list} ${index}`, name, number, course, serial, issued, revoked, reason]);
    const state = !there ? 'none' : open?.kid === there.kid ? 'open' : 'locked';
    const [first = 0, second = 0, third = 0] = figures;
    return tell([state, there?.name ?? '', there?.kid ?? '', entries.length, entries.filter(({ revoked }) => revoked !== '').length, home, outcome, first, second, third, found.length, ...rows].map((each) => line(String(each))).join('\n'));
  }

  async function saveKey() {
    const [there, lists, entries] = [await key(), await allLists(), await allEntries()];
    if (!there) return '';
    const file = { format: keyFormat, version: 1, ...there, register: { lists, entries } };
    download(`organisation-key-${there.kid}.json`, 'application/json', `${JSON.stringify(file)}\n`);
    return 'keySaved';
  }

  /** What is published at this moment goes in again; without network it cannot be known. */
  async function saveSettings() {
    const there = await key();
    if (!there) return '';
    const response = await fetch(new URL('settings.json', home), { cache: 'no-store' });
    if (!response.ok && response.status !== 404) throw new Error(`settings.json: ${response.status}`);
    download('settings.json', 'application/json', withIssuer(response.ok ? await response.json() : {}, there));
    return 'settingsSaved';
  }

  /** Each list of this key as a file; an empty one when nothing was countersigned yet and none is asked for. */
  async function saveLists() {
    if (!open) return 'locked';
    const [lists, entries] = [await allLists(), await allEntries()];
    const ours = lists.filter(({ kid }) => kid === open?.kid);
    for (const { list, next } of ours) {
      const places = entries.filter((each) => each.list === list && each.revoked !== '').map(({ index }) => index);
      download(`revoked-${list}.jwt`, 'application/jwt', await revocationList(addressOf(home, list), places, next, open, new Date()));
    }
    return ours.length > 0 ? 'listSaved' : 'noList';
  }

  /** @param {File} file */
  async function bring(file) {
    if (file.size > largestKeyFile) throw new KeyFault('not-ours');
    const brought = await keyFileIn(await file.text());
    const there = await key().catch(() => null);
    if (there && there.kid !== brought.key.kid) return 'otherKey';
    await takeOver(brought.key, brought.register);
    return 'brought';
  }

  /** By the numbers of `wishes`. @type {((first: string, second: string) => Promise<string>)[]} */
  const fulfil = [
    async () => '',
    async (name, passphrase) => {
      if (await keptKey() !== undefined) return 'otherKey';
      const made = await newOrganisationKey(name, passphrase, new Date());
      await keepKey(made);
      open = await opened(made, passphrase);
      return 'made';
    },
    async () => '',
    async (passphrase) => {
      const there = await key();
      if (there) open = await opened(there, passphrase);
      if (there) unlocked();
      return there ? 'opened' : '';
    },
    async () => { open = null; return ''; },
    saveKey,
    saveSettings,
    async (query) => { searched = query.trim(); return ''; },
    async (place, reason) => {
      const [list, index] = place.split(' ');
      return await revoke(list, Number(index), shortText(reason), new Date().toISOString()) ? 'revoked' : '';
    },
    saveLists,
    async () => { open = null; await keepKey(null); return 'removed'; },
  ];

  /** @param {() => Promise<string>} what @param {{ quietly?: boolean, rereads?: boolean }} [how] quietly: nobody waits for it @returns {Promise<unknown>} */
  const then = (what, { quietly = false, rereads = true } = {}) => {
    work = work.then(() => {
      if (rereads) register = null;
      return what();
    }).then((outcome) => tellStanding(outcome)).catch(async (error) => {
      const outcome = error instanceof KeyFault ? error.code : quietly ? '' : 'failed';
      if (outcome === 'failed') console.warn("The organisation's key:", error);
      await tellStanding(outcome).catch(() => tell(['none', '', '', '0', '0', home, outcome, '0', '0', '0', '0'].join('\n')));
    });
    return work;
  };

  return {
    /** The key, while it is open. */
    get open() { return open; },
    /** Which key is here, open or closed; '' when there is none. */
    kid: () => key().then((there) => there?.kid ?? '', () => ''),
    /** What came of a run. @param {string} outcome @param {number[]} figures */
    tell(outcome, figures) {
      register = null;
      return tellStanding(outcome, figures);
    },
    /** @param {number} wish @param {string} first @param {string} second */
    wish(wish, first, second) {
      if (wish === wishes.bring) {
        askForFiles(([file]) => { if (file) then(() => bring(file)); }, '.json,application/json', false);
        then(async () => ''); // whoever thinks better of it waits for nothing
      } else {
        then(() => fulfil[wish](first, second), { quietly: wish === wishes.look, rereads: wish !== wishes.find });
      }
    },
  };
}
