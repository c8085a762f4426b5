// Where the focus goes when what had it goes away: to what stands nearest before it, never to the page's start.

const stops = 'a[href], button, input, select, textarea, summary, [role="grid"], h1, h2, h3, h4, h5, h6';

/** Gives an element the focus, also one that takes none by itself (a heading). @param {HTMLElement} element */
export function focusOn(element) {
  if (!element.matches('a[href], button, input, select, textarea, summary, [role="grid"]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * To be called before elements are taken out; what it returns is called when the page stands again.
 * @param {HTMLElement} root
 * @param {Iterable<Element>} leaving
 * @returns {() => void}
 */
export function keepFocus(root, leaving) {
  const focused = document.activeElement;
  if (!focused || focused === document.body || !root.contains(focused)) return () => {};
  let concerned = false;
  for (const element of leaving) concerned ||= element.contains(focused);
  if (!concerned) return () => {};
  const order = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(stops)]);
  const place = order.indexOf(/** @type {HTMLElement} */ (focused));
  return () => {
    if (document.activeElement !== document.body && root.contains(document.activeElement)) return; // kept, or given back by a dialog
    const lives = (/** @type {HTMLElement} */ element) => element.isConnected && element !== focused;
    const nearest = order.slice(0, Math.max(place, 0)).findLast(lives) ?? order.slice(place + 1).find(lives) ?? root.querySelector('h1');
    if (nearest) focusOn(/** @type {HTMLElement} */ (nearest));
  };
}
