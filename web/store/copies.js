// The last-moment copy: what waits to be confirmed lies in localStorage as well, which is written at once. The next start takes it over
// when this page was closed, or its store failed, before the confirmation came.

const prefix = 'service-academy.waiting.';

/** Every item of ours that an earlier page left, or another one is using. @returns {[string, string][]} */
function itemsLeft() {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(prefix));
  } catch {
    return []; // switched off: there is nothing to take over
  }
}

export function makeCopies() {
  const left = itemsLeft();
  const own = `${prefix}${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  let writtenHere = false;

  /** @param {string} key @param {string} text '' removes it */
  const write = (key, text) => {
    try {
      if (text) localStorage.setItem(key, text);
      else localStorage.removeItem(key);
    } catch (error) {
      console.warn('There is no last-moment copy:', error); // the store itself says whether it can keep anything
    }
  };

  return {
    /** Lines that were never confirmed, in their order. */
    lines: left.flatMap(([, text]) => text.split('\n')),
    /** Keeps these, all that wait, in place of those before. @param {string[]} lines */
    keep(lines) {
      if (lines.length > 0 || writtenHere) write(own, lines.join('\n'));
      writtenHere = lines.length > 0;
    },
    /** What was found at the start is confirmed now. A page that is still open may have changed its own meanwhile. */
    settle() {
      for (const [key, text] of left.splice(0)) {
        if (new Map(itemsLeft()).get(key) === text) write(key, '');
      }
    },
  };
}
