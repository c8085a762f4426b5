// The mirror: real DOM for everything that is drawn, placed over it. Native elements first, ARIA second. Focus, pressing, typing and
// moving happen here and are told to the program; nothing is told twice. Knows no lesson and no screen.

/**
 * A node as the program says it (ui/semantics.h). Members that are false, empty or zero are left out.
 * @typedef {object} SaidNode
 * @property {number} id
 * @property {number} parent
 * @property {string} role
 * @property {string} [name]
 * @property {string} [description]
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
 * @property {string} [target]
 * @property {string} [look]
 *
 * @typedef {{ set: SaidNode[], gone: number[], order: Record<string, number[]>, focus?: number }} Changes
 * @typedef {{ pressed(id: number): void, valued(id: number, value: number): void, typed(id: number, text: string): void }} Listener
 */

/** Roles that hold others and have no place of their own. */
const holders = new Set(['main', 'navigation', 'group', 'radioGroup', 'list', 'table', 'row', 'cell']);

/** @type {Record<string, [tag: string, ariaRole?: string]>} */
const elements = {
  main: ['main'],
  navigation: ['nav'],
  group: ['section'],
  text: ['p'],
  list: ['ul'],
  listItem: ['li'],
  button: ['button'],
  toggle: ['button'],
  disclosure: ['button'],
  link: ['a'],
  radioGroup: ['div', 'radiogroup'],
  radio: ['button', 'radio'],
  checkbox: ['button', 'checkbox'],
  slider: ['input'],
  progress: ['div', 'progressbar'],
  image: ['div', 'img'],
  table: ['div', 'table'],
  row: ['div', 'row'],
  cell: ['div', 'cell'],
  columnHeader: ['div', 'columnheader'],
  personText: ['span'],
};

/** @param {Element} element @param {string} name @param {string | number | undefined | null} value */
function attribute(element, name, value) {
  if (value === undefined || value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** Words are the content where content is what a reader reads; otherwise they are the label. @param {string} role */
const saysByContent = (role) => !holders.has(role) && !['slider', 'textField', 'progress', 'image'].includes(role);

/**
 * @param {HTMLElement} root where the nodes go
 * @param {HTMLElement} live a polite live region
 * @param {Listener} listener
 */
export function makeMirror(root, live, listener) {
  /** @type {Map<number, { element: HTMLElement, said: SaidNode }>} */
  const nodes = new Map();
  /** Where a person has moved a range to while it has the focus. @type {WeakMap<HTMLInputElement, number>} */
  const moved = new WeakMap();

  /** @param {SaidNode} said @returns {HTMLElement} */
  const make = (said) => {
    if (said.role === 'heading') return document.createElement(`h${said.level ?? 2}`);
    if (said.role === 'textField') {
      const field = document.createElement(said.multiline ? 'textarea' : 'input');
      field.classList.add('field');
      field.autocomplete = 'off';
      const tell = () => listener.typed(said.id, field.value);
      // While an input method composes, the letters are not the person's yet.
      field.addEventListener('input', (event) => {
        if (!(event instanceof InputEvent && event.isComposing)) tell();
      });
      field.addEventListener('compositionend', tell);
      return field;
    }
    const [tag, role] = elements[said.role] ?? ['div'];
    const element = document.createElement(tag);
    if (role) element.setAttribute('role', role);
    if (element instanceof HTMLInputElement) {
      element.type = 'range';
      element.addEventListener('input', () => {
        moved.set(element, element.valueAsNumber);
        listener.valued(said.id, element.valueAsNumber);
      });
      element.addEventListener('blur', () => {
        moved.delete(element);
        element.value = String(nodes.get(said.id)?.said.value ?? 0);
      });
    } else if (element instanceof HTMLButtonElement) {
      element.type = 'button';
      element.addEventListener('click', () => {
        if (element.getAttribute('aria-disabled') !== 'true') listener.pressed(said.id);
      });
    }
    if (said.role === 'personText') element.classList.add('person');
    return element;
  };

  /** @param {HTMLElement} element @param {SaidNode} said */
  const dress = (element, said) => {
    element.classList.add('node');
    element.classList.toggle('fixed', !!said.fixed);
    if (holders.has(said.role)) {
      element.classList.add('holder');
    } else {
      const style = element.style;
      style.left = `${said.x}px`;
      style.top = `${said.y}px`;
      style.width = `${said.width}px`;
      style.height = `${said.height}px`;
    }
    if (saysByContent(said.role)) {
      if (element.textContent !== (said.name ?? '')) element.textContent = said.name ?? '';
    } else {
      attribute(element, 'aria-label', said.name);
    }
    attribute(element, 'aria-description', said.description);
    attribute(element, 'aria-disabled', said.disabled ? 'true' : null);
    if (said.role === 'toggle') attribute(element, 'aria-pressed', said.checked ? 'true' : 'false');
    if (said.role === 'radio' || said.role === 'checkbox') attribute(element, 'aria-checked', said.checked ? 'true' : 'false');
    if (said.role === 'disclosure') attribute(element, 'aria-expanded', said.expanded ? 'true' : 'false');
    if (said.role === 'link') {
      attribute(element, 'href', said.target);
      attribute(element, 'aria-current', said.current ? 'page' : null);
    }
    if (said.role === 'personText' && said.look) element.classList.add(...said.look.split(' '));
    if (said.role === 'progress') {
      attribute(element, 'aria-valuenow', said.value ?? 0);
      attribute(element, 'aria-valuemin', said.least ?? 0);
      attribute(element, 'aria-valuemax', said.most ?? 100);
      attribute(element, 'aria-valuetext', said.valueText);
    }
    if (element instanceof HTMLInputElement && element.type === 'range') {
      element.min = String(said.least ?? 0);
      element.max = String(said.most ?? 100);
      element.step = String(said.step ?? 1);
      // Keys may be quicker than frames: an answer to an earlier press must not take the later ones back.
      if (!moved.has(element) || moved.get(element) === (said.value ?? 0)) element.value = String(said.value ?? 0);
      element.disabled = !!said.disabled;
      attribute(element, 'aria-valuetext', said.valueText);
    } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.placeholder = said.hint ?? '';
      if (said.longest) element.maxLength = said.longest;
      attribute(element, 'aria-invalid', said.invalid ? 'true' : null);
      // What a person is typing is theirs; only a text that is really another one replaces it.
      if (element.value !== (said.text ?? '') && document.activeElement !== element) element.value = said.text ?? '';
    }
  };

  /** Brings a parent's children into this order, moving as few as possible of those that stand. @param {Element} parent @param {number[]} ids */
  const arrange = (parent, ids) => {
    let before = parent.firstElementChild;
    for (const id of ids) {
      const element = nodes.get(id)?.element;
      if (!element) continue;
      if (element === before) before = before.nextElementSibling;
      else parent.insertBefore(element, before);
    }
  };

  return {
    /** @param {string} json */
    apply(json) {
      /** @type {Changes} */
      const changes = JSON.parse(json);
      for (const id of changes.gone) {
        nodes.get(id)?.element.remove();
        nodes.delete(id);
      }
      for (const said of changes.set) {
        let node = nodes.get(said.id);
        if (node && node.said.role !== said.role) {
          node.element.remove(); // a role never changes in place
          node = undefined;
        }
        if (!node) {
          node = { element: make(said), said };
          nodes.set(said.id, node);
        }
        node.said = said;
        dress(node.element, said);
      }
      for (const [parent, ids] of Object.entries(changes.order)) {
        arrange(parent === '0' ? root : nodes.get(Number(parent))?.element ?? root, ids);
      }
      if (changes.focus) {
        const target = nodes.get(changes.focus)?.element;
        if (target) {
          if (!target.matches('a, button, input, textarea')) target.tabIndex = -1;
          target.focus({ preventScroll: true });
        }
      }
    },
    /** @param {string} words */
    announce(words) {
      // A no-break space makes a repeat another text, so that it is heard again.
      live.textContent = live.textContent === words ? `${words}\u00a0` : words;
    },
  };
}
