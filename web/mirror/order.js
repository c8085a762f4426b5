// Children in their order, moved as little as possible: what stays where it is keeps a screen reader's place, a selection and the focus.

/**
 * Which entries of `places` can stay: the indices of a longest increasing run. Entries below zero are new and never stay.
 * Patience sorting, O(n log n).
 * @param {number[]} places where each child stood before, in its new order
 * @returns {Set<number>}
 */
export function staying(places) {
  /** The index that ends the best run of each length. @type {number[]} */
  const ends = [];
  const before = new Int32Array(places.length).fill(-1);
  places.forEach((place, index) => {
    if (place < 0) return;
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]] < place) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1];
    ends[low] = index;
  });
  const stay = new Set();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]) stay.add(index);
  return stay;
}

/**
 * Makes `children` the last children of `parent`, in this order. What stands before them (a legend, a caption) is left alone.
 * @param {Element} parent
 * @param {Element[]} children
 */
export function arrange(parent, children) {
  const standing = new Map(Array.from(parent.children, (child, index) => [child, index]));
  const stay = staying(children.map((child) => standing.get(child) ?? -1));
  let next = null;
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (!stay.has(index)) {
      // Moving, unlike taking out and putting in, keeps the focus and a text under composition.
      if ('moveBefore' in parent && child.isConnected) /** @type {any} */ (parent).moveBefore(child, next);
      else parent.insertBefore(child, next);
    }
    next = child;
  }
}
