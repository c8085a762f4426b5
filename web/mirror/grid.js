// A table of any length, of which only the rows that show are there: scrolls by itself, and is moved in with the keys of a grid (ARIA
// Authoring Practices). The program decides what the keys do and says which cell they came to. Knows no program.

const moves = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Enter']);

/** Its words are the browser's and would stand over what is drawn at the window's lower edge and stays there: they end above it. @param {HTMLElement} grid */
function endAboveBar(grid) {
  const box = grid.getBoundingClientRect();
  let edge = innerHeight;
  for (const fixed of document.querySelectorAll('.link.node.fixed')) {
    const { left, right, top, bottom } = fixed.getBoundingClientRect();
    if (bottom > innerHeight - 60 && left < box.right && right > box.left) edge = Math.min(edge, top);
  }
  const hidden = Math.min(box.bottom - edge, box.height);
  grid.style.clipPath = hidden > 0 ? `inset(0 0 ${hidden}px 0)` : '';
}

/** @param {HTMLElement} grid */
function watchBar(grid) {
  let connected = false;
  const look = () => {
    if (grid.isConnected) endAboveBar(grid);
    else if (connected) for (const event of ['scroll', 'resize']) removeEventListener(event, look);
    connected = grid.isConnected;
  };
  for (const event of ['scroll', 'resize']) addEventListener(event, look, { passive: true });
  requestAnimationFrame(look);
}

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
  watchBar(element);
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
  if (element.isConnected) requestAnimationFrame(() => endAboveBar(element)); // it may stand elsewhere now
  const height = `${said.inside ?? 0}px`;
  if (space.style.height !== height) space.style.height = height;
  if (said.scrollTo !== undefined && element.scrollTop !== said.scrollTo) element.scrollTop = said.scrollTo;
  element.setAttribute('aria-rowcount', String(said.rows ?? 0));
  if (said.active) element.setAttribute('aria-activedescendant', `cell-${said.active}`);
  else element.removeAttribute('aria-activedescendant');
}
