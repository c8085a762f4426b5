// The mirror: real DOM for everything that an ImGui program draws, placed over it. README.md says how to use it. Knows no program.

import { dress, madeElement } from './elements.js';
import { focusOn, keepFocus } from './focus.js';
import { arrange } from './order.js';

/**
 * @typedef {import('./elements.js').SaidNode} SaidNode
 * @typedef {import('./elements.js').Made} Made
 * @typedef {{ set: SaidNode[], gone: number[], order: Record<string, number[]>, focus?: number }} Changes
 */

/** Whether a node needs another element than it had. @param {SaidNode} was @param {SaidNode} is */
const isOther = (was, is) => was.role !== is.role || was.level !== is.level || !was.multiline !== !is.multiline;

/** A reader takes up what is added, each piece once; the pieces before it are history. */
const kept = 3;

/**
 * @param {HTMLElement} root where the nodes go
 * @param {import('./elements.js').Listener} listener what people do, by node
 */
export function makeMirror(root, listener) {
  /** @type {Map<number, Made>} */
  const nodes = new Map();
  /** @param {HTMLElement} parent */
  const liveIn = (parent) => {
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('aria-live', 'polite');
    parent.append(live);
    return live;
  };
  const live = liveIn(document.body);

  /** Dialogs that the program has said and the browser does not show yet. */
  const showDialogs = () => {
    for (const dialog of root.querySelectorAll('dialog:not([open])')) {
      /** @type {HTMLDialogElement} */ (dialog).showModal();
      liveIn(/** @type {HTMLDialogElement} */ (dialog)); // what is outside of a modal dialog is not heard
    }
  };

  /** @param {Made} made */
  const takeOut = ({ element }) => {
    if (element instanceof HTMLDialogElement && element.open) element.close(); // gives the focus back
    element.remove();
  };

  /** A role never changes in place: readers would not notice. @param {Made} before @param {Made} made */
  const replace = (before, made) => {
    const hadFocus = before.control === document.activeElement;
    made.inside.append(...[...before.inside.children].filter((child) => child.classList.contains('node')));
    before.element.after(made.element);
    takeOut(before);
    if (hadFocus) replaced = made;
  };
  /** What stands for the element that had the focus. @type {Made | undefined} */
  let replaced;

  /** Elements that will not outlive these changes. @param {Changes} changes */
  const leaving = ({ gone, set }) => [
    ...gone.map((id) => nodes.get(id)),
    ...set.map((said) => {
      const before = nodes.get(said.id);
      return before && isOther(before.said, said) ? before : undefined;
    }),
  ].flatMap((made) => made ? [made.element] : []);

  return {
    /** @param {string} json */
    apply(json) {
      /** @type {Changes} */
      const changes = JSON.parse(json);
      const catchFocus = keepFocus(root, leaving(changes));
      for (const id of changes.gone) {
        const made = nodes.get(id);
        if (made) takeOut(made);
        nodes.delete(id);
      }
      for (const said of changes.set) {
        const before = nodes.get(said.id);
        const made = before && !isOther(before.said, said) ? before : madeElement(said, listener);
        if (before && made !== before) replace(before, made);
        nodes.set(said.id, made);
        dress(made, said);
      }
      for (const [parent, ids] of Object.entries(changes.order)) {
        const inside = parent === '0' ? root : nodes.get(Number(parent))?.inside;
        if (inside) arrange(inside, ids.flatMap((id) => nodes.get(id)?.element ?? []));
      }
      showDialogs();
      const wanted = (changes.focus ? nodes.get(changes.focus) : replaced)?.control;
      replaced = undefined;
      if (wanted) focusOn(wanted);
      else catchFocus();
    },

    /** Says this once, politely; said again, it is heard again. @param {string} words */
    announce(words) {
      const heard = root.querySelector('dialog[open] > .live') ?? live;
      const piece = document.createElement('div');
      piece.textContent = words;
      heard.append(piece);
      while (heard.childElementCount > kept) heard.firstElementChild?.remove();
    },
  };
}
