// A table of any length, of which only the rows that show are there: scrolls by itself, and is moved in with the keys of a grid (ARIA
// Authoring Practices). The program decides what the keys do and says which cell they came to. Knows no program.

const moves = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Enter']);

/** @param {import('./elements.js').SaidNode} said @param {import('./elements.js').Listener} listener */
export function madeGrid(said, listener) {
  const element = document.createElement('div');
  element.setAttribute('role', 'grid');
  element.tabIndex = 0;
  const space = document.createElement('div'); // as high as all rows
  space.className = 'space';
  space.setAttribute('aria-hidden', 'true');
  element.append(space);
  element.addEventListener('scroll', () => listener.scrolled(said.id, element.scrollTop), { passive: true });
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || !moves.has(event.key) || event.altKey || event.metaKey) return;
    event.preventDefault();
    listener.keyed(said.id, event.ctrlKey ? `Control+${event.key}` : event.key);
  });
  return { element, control: element, inside: element };
}

/** @param {import('./elements.js').SaidNode} said @param {import('./elements.js').Listener} listener */
export function madeGridRow(said, listener) {
  const element = document.createElement('div');
  element.setAttribute('role', 'row');
  if (said.role === 'gridRow') {
    element.addEventListener('click', () => {
      if (getSelection()?.isCollapsed !== false) listener.pressed(said.id); // not when words were marked to be copied
    });
  }
  return { element, control: element, inside: element };
}

/** @param {HTMLElement} element @param {import('./elements.js').SaidNode} said */
export function dressGrid(element, said) {
  const space = /** @type {HTMLElement} */ (element.firstElementChild);
  const height = `${said.inside ?? 0}px`;
  if (space.style.height !== height) space.style.height = height;
  if (said.scrollTo !== undefined && element.scrollTop !== said.scrollTo) element.scrollTop = said.scrollTo;
  element.setAttribute('aria-rowcount', String(said.rows ?? 0));
  if (said.active) element.setAttribute('aria-activedescendant', `cell-${said.active}`);
  else element.removeAttribute('aria-activedescendant');
}
