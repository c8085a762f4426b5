// How long one has to wait after a wrong PIN: nothing is ever erased, but trying takes longer and longer. Knows no clock: it is told.

/** ms after that many wrong ones in a row: 1, 2, 4, 8, 16 s, then 1, 2, 4, 8 min, and 15 min from the tenth on. @param {number} tries */
export function waitAfter(tries) {
  if (tries <= 0) return 0;
  return tries <= 5 ? 1000 * 2 ** (tries - 1) : Math.min(60_000 * 2 ** (tries - 6), 900_000);
}

/**
 * ms that are left. A clock that was set back makes nobody wait longer than the wait itself.
 * @param {{ tries: number, waitUntil: number }} account @param {number} now
 */
export const waitLeft = ({ tries, waitUntil }, now) => Math.max(0, Math.min(waitUntil - now, waitAfter(tries)));

/** With one more try. Written before the PIN is looked at, so that closing the tab takes nothing back. @template {{ tries: number, waitUntil: number }} T @param {T} account @param {number} now @returns {T} */
export const tried = (account, now) => ({ ...account, tries: account.tries + 1, waitUntil: now + waitAfter(account.tries + 1) });
