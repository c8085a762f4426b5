// One DOM element for one node: native elements first, ARIA where there is none. What a person does with an element is told to the
// listener, once, by whatever means it was done.

import { dressGrid, madeGrid, madeGridRow } from './grid.js';

/**
 * A node as the program says it. Members that are false, empty or zero are left out.
 * @typedef {object} SaidNode
 * @property {number} id
 * @property {number} parent
 * @property {string} role
 * @property {string} [name]
 * @property {string} [description]
 * @property {string} [language] of the name, where it is not the page's
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {boolean} [fixed]
 * @property {number} [level]
 * @property {boolean} [disabled]
 * @property {boolean} [checked]
 * @property {boolean} [expanded]
 * @property {boolean} [current]
 * @property {boolean} [invalid]
 * @property {number} [value]
 * @property {number} [least]
 * @property {number} [most]
 * @property {number} [step]
 * @property {string} [valueText]
 * @property {string} [text]
 * @property {string} [hint]
 * @property {number} [longest]
 * @property {boolean} [multiline]
 * @property {number} [secret] 1: shown as dots; 2: that, and digits
 * @property {string} [target]
 * @property {string} [look] classes of the stylesheet
 * @property {string} [options] of a select, one a line
 * @property {number} [rows] of a grid: how many there are in all; of its rows: which one it is
 * @property {number} [sorted] of a grid's header: 1 ascending, -1 descending
 * @property {number} [inside] of a grid: height of its whole content
 * @property {number} [scrollTo] of a grid
 * @property {number} [active] of a grid: the cell that the keyboard is at
 *
 * @typedef {{ pressed(id: number): void, valued(id: number, value: number): void, typed(id: number, text: string): void, scrolled(id: number, y: number): void, keyed(id: number, key: string): void }} Listener
 *
 * @typedef {object} Made
 * @property {HTMLElement} element what lies over the drawing
 * @property {HTMLElement} control what takes the focus and the states
 * @property {HTMLElement} inside where children go
 * @property {HTMLElement} [words] where the name is written, when it is content
 * @property {SaidNode} said
 */

/** Roles whose element is a shape in the page, not on it: they hold others and have no place of their own. */
const holders = new Set(['main', 'navigation', 'complementary', 'group', 'radioGroup', 'list', 'table', 'row', 'dialog']);

/** @type {Record<string, [tag: string, ariaRole?: string]>} */
const plainElements = {
  main: ['main'], navigation: ['nav'], complementary: ['aside'], text: ['p'],
  // Some browsers take a list's or a table's meaning away with its looks; the role gives it back.
  list: ['ul', 'list'], listItem: ['li'], row: ['tr', 'row'], cell: ['td', 'cell'], columnHeader: ['th', 'columnheader'], rowHeader: ['th', 'rowheader'],
  button: ['button'], toggle: ['button'], disclosure: ['button'], link: ['a'],
  image: ['div', 'img'], personText: ['span'], dialog: ['dialog'],
  gridHeader: ['div', 'columnheader'], gridRowHeader: ['div', 'rowheader'], gridCell: ['div', 'gridcell'],
};

/** @param {Element} element @param {string} name @param {string | number | undefined | null} value */
function attribute(element, name, value) {
  if (value === undefined || value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className @param {(Node | string)[]} children */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A control inside its label, so that its words are content: found, translated, and seen where the page is plain. @param {HTMLElement} control @returns {Omit<Made, 'said'>} */
function labelled(control) {
  const words = make('span', 'words');
  control.classList.add('control');
  const element = make('label', '', control, words);
  return { element, control, inside: element, words };
}

/** Where a person has moved a range to while it has the focus. @type {WeakMap<HTMLInputElement, number>} */
const moved = new WeakMap();

/** @param {SaidNode} said @param {Listener} listener @returns {Omit<Made, 'said'>} */
function madeField(said, listener) {
  const field = document.createElement(said.multiline ? 'textarea' : 'input');
  field.classList.add('field');
  field.autocomplete = 'off';
  if (said.secret && field instanceof HTMLInputElement) {
    field.type = 'password';
    field.autocomplete = 'one-time-code'; // several people share this browser: it must not offer to remember
    if (said.secret > 1) field.inputMode = 'numeric';
    field.addEventListener('keydown', (event) => { if (/** @type {KeyboardEvent} */ (event).key === 'Enter') listener.pressed(said.id); });
  }
  const tell = () => listener.typed(said.id, field.value);
  // While an input method composes, the letters are not the person's yet.
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) tell();
  });
  field.addEventListener('compositionend', tell);
  return labelled(field);
}

/** @param {SaidNode} said @param {Listener} listener @returns {Omit<Made, 'said'>} */
function madeRange(said, listener) {
  const range = document.createElement('input');
  range.type = 'range';
  const tell = () => {
    moved.set(range, range.valueAsNumber);
    listener.valued(said.id, range.valueAsNumber);
  };
  range.addEventListener('input', tell);
  // Where it stands may be what the person means: then there is no input.
  range.addEventListener('click', tell);
  range.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') tell(); });
  range.addEventListener('blur', () => {
    // What the program made of it, which may be less than was asked for.
    if (moved.delete(range)) range.value = range.getAttribute('value') ?? '0';
  });
  return labelled(range);
}

/** @param {SaidNode} said @param {Listener} listener @returns {Omit<Made, 'said'>} */
function madeSelect(said, listener) {
  const select = document.createElement('select');
  select.classList.add('field');
  select.addEventListener('change', () => listener.valued(said.id, select.selectedIndex));
  return labelled(select);
}

/** @param {SaidNode} said @param {Listener} listener @returns {Omit<Made, 'said'>} */
function madeTick(said, listener) {
  const tick = document.createElement('input');
  tick.type = said.role === 'radio' ? 'radio' : 'checkbox';
  if (said.role === 'radio') tick.name = `group-${said.parent}`; // the browser's own arrow keys
  tick.addEventListener('click', (event) => {
    if (tick.getAttribute('aria-disabled') === 'true') event.preventDefault();
  });
  tick.addEventListener('change', () => listener.pressed(said.id));
  return labelled(tick);
}

/** @param {SaidNode} said @param {Listener} listener @returns {Made} */
export function madeElement(said, listener) {
  if (said.role === 'textField') return { ...madeField(said, listener), said };
  if (said.role === 'select') return { ...madeSelect(said, listener), said };
  if (said.role === 'grid') return { ...madeGrid(said, listener), said };
  if (said.role === 'gridRow' || said.role === 'gridHead') return { ...madeGridRow(said, listener), said };
  if (said.role === 'slider') return { ...madeRange(said, listener), said };
  if (said.role === 'radio' || said.role === 'checkbox') return { ...madeTick(said, listener), said };
  if (said.role === 'progress') {
    const made = labelled(document.createElement('progress'));
    made.words?.setAttribute('aria-hidden', 'true'); // no field: its name is its own, not its label's
    return { ...made, said };
  }
  if (said.role === 'group' || said.role === 'radioGroup') {
    const words = make('legend', 'words');
    const element = make('fieldset', '', words);
    return { element, control: element, inside: element, words, said };
  }
  if (said.role === 'table') {
    const words = make('caption', 'words');
    const inside = make('tbody', '');
    const element = make('table', '', words, inside);
    element.setAttribute('role', 'table');
    inside.setAttribute('role', 'rowgroup');
    return { element, control: element, inside, words, said };
  }
  const [tag, role] = said.role === 'heading' ? [`h${said.level ?? 2}`] : plainElements[said.role] ?? ['div'];
  const element = document.createElement(tag);
  if (role) element.setAttribute('role', role);
  if (element instanceof HTMLButtonElement) {
    element.type = 'button';
    element.addEventListener('click', () => {
      if (element.getAttribute('aria-disabled') !== 'true') listener.pressed(said.id);
    });
    if (said.role === 'disclosure') {
      element.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && element.getAttribute('aria-expanded') === 'true') listener.pressed(said.id);
      });
    }
  }
  if (element instanceof HTMLDialogElement) {
    // The program closes it, by leaving its node out.
    element.addEventListener('cancel', (event) => {
      event.preventDefault();
      listener.pressed(said.id);
    });
    element.addEventListener('scroll', () => listener.scrolled(said.id, element.scrollTop), { passive: true });
  }
  const wordless = holders.has(said.role) || said.role === 'image' || (said.role === 'gridHeader' && !said.name);
  return { element, control: element, inside: element, words: wordless ? undefined : element, said };
}

/** Writes what the node says now. @param {Made} made @param {SaidNode} said */
export function dress(made, said) {
  const { element, control, words } = made;
  made.said = said;
  element.className = `node ${said.role}${said.look ? ` ${said.look}` : ''}${said.fixed ? ' fixed' : ''}${said.current && said.role.startsWith('grid') ? ' active' : ''}`;
  // A cell without a name holds what stands in it.
  if (holders.has(said.role) || (['cell', 'rowHeader', 'listItem'].includes(said.role) && !said.name)) {
    element.classList.add('holder');
  } else {
    const { style } = element;
    style.left = `${said.x}px`;
    style.top = `${said.y}px`;
    style.width = `${said.width}px`;
    style.height = `${said.height}px`;
  }
  if (words && (said.name || words !== element) && words.textContent !== (said.name ?? '')) words.textContent = said.name ?? '';
  else if (!words) attribute(element, 'aria-label', said.name);
  attribute(element, 'lang', said.language);
  attribute(element, 'data-description', said.description); // for the plain stylesheet
  attribute(control, 'aria-description', said.description);
  attribute(control, 'aria-disabled', said.disabled ? 'true' : null);
  attribute(control, 'aria-invalid', said.invalid ? 'true' : null);
  if (said.role === 'toggle') attribute(control, 'aria-pressed', said.checked ? 'true' : 'false');
  if (said.role === 'disclosure') attribute(control, 'aria-expanded', said.expanded ? 'true' : 'false');
  if (said.role === 'link') {
    attribute(control, 'href', said.target);
    attribute(control, 'aria-current', said.current ? 'page' : null);
  }
  if (said.role === 'grid') dressGrid(element, said);
  if (said.role === 'gridRow' || said.role === 'gridHead') attribute(element, 'aria-rowindex', said.rows);
  if (said.role === 'gridHeader') attribute(element, 'aria-sort', said.sorted ? (said.sorted > 0 ? 'ascending' : 'descending') : null);
  if (said.role === 'gridCell' || said.role === 'gridRowHeader') element.id = `cell-${said.id}`;
  if (/^grid(Header|RowHeader|Cell)$/.test(said.role)) element.style.lineHeight = `${said.height}px`;
  if (control instanceof HTMLSelectElement) {
    const options = (said.options ?? '').split('\n');
    if (options.length !== control.length || options.some((option, i) => control.options[i].text !== option)) {
      control.replaceChildren(...options.map((option) => new Option(option)));
    }
    control.selectedIndex = said.value ?? 0;
  } else if (control instanceof HTMLProgressElement) {
    control.max = (said.most ?? 100) - (said.least ?? 0) || 1;
    control.value = (said.value ?? 0) - (said.least ?? 0);
    attribute(control, 'aria-label', said.name);
    attribute(control, 'aria-valuetext', said.valueText);
  } else if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
    control.checked = !!said.checked;
  } else if (control instanceof HTMLInputElement && control.type === 'range') {
    control.min = String(said.least ?? 0);
    control.max = String(said.most ?? 100);
    control.step = String(said.step ?? 1);
    attribute(control, 'value', said.value ?? 0);
    // Keys may be quicker than frames: an answer to an earlier press must not take the later ones back.
    if (!moved.has(control) || moved.get(control) === (said.value ?? 0)) control.value = String(said.value ?? 0);
    control.disabled = !!said.disabled;
    attribute(control, 'aria-valuetext', said.valueText);
    attribute(element, 'data-value', said.valueText);
  } else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    control.placeholder = said.hint ?? '';
    if (said.longest) control.maxLength = said.longest;
    // What a person is typing is theirs; only a text that is really another one replaces it.
    if (control.value !== (said.text ?? '') && document.activeElement !== control) control.value = said.text ?? '';
  }
}
