// The fonts of documents: which there are, and how to get one. Loaded with the first document. Knows only where the site keeps them.

import { fonts } from 'site-assets';

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Rejects where they cannot be fetched. @returns {Promise<import('../certificate.js').Fonts>} */
export async function documentFonts() {
  if (!fonts) throw new TypeError('This site has no fonts for documents.');
  const index = await (await fetched(fonts)).json();
  const folder = fonts.slice(0, fonts.lastIndexOf('/') + 1);
  return { index, load: (file) => fetched(folder + file).then((response) => response.arrayBuffer()) };
}
