// What the system says of a person's wishes: dark, more contrast, less motion, colours of their own; and whether the browser is translating
// the page, since a translation can only be seen where the words are the page's own.

const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)'].map((query) => matchMedia(query));

/** A system colour as 0xRRGGBB. @param {string} keyword */
function systemColour(keyword) {
  const probe = document.createElement('span');
  probe.style.color = keyword;
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
  probe.remove();
  return parts.slice(0, 3).reduce((rgb, part) => rgb * 256 + Math.round(Number(part)), 0);
}

/** Translators of browsers mark the page's root; a class is all they have in common. */
const translated = () => /(^|\s)translated-(ltr|rtl)(\s|$)/.test(document.documentElement.className) || document.documentElement.hasAttribute('_msttexthash');

/**
 * Tells the wishes now and whenever they change.
 * @param {(dark: number, moreContrast: number, reducedMotion: number, forcedColours: number, plain: number, ground: number, ink: number, link: number, control: number) => void} tell
 */
export function watchWishes(tell) {
  const now = () => {
    const [dark, contrast, still, forced] = queries.map((query) => (query.matches ? 1 : 0));
    const [ground, ink, link, control] = forced ? ['Canvas', 'CanvasText', 'LinkText', 'CanvasText'].map(systemColour) : [0, 0, 0, 0];
    tell(dark, contrast, still, forced, translated() ? 1 : 0, ground, ink, link, control);
  };
  for (const query of queries) query.addEventListener('change', now);
  new MutationObserver(now).observe(document.documentElement, { attributeFilter: ['class', '_msttexthash'] });
  now();
}
