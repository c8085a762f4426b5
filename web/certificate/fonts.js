// The certificate's fonts: which there are, and how to get one. Loaded with the first certificate. Knows only where the site keeps them.

import { fonts } from '../downloads.js';

/** @param {string} path */
async function fetched(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Rejects where they cannot be fetched. @returns {Promise<import('../certificate.js').Fonts>} */
export async function certificateFonts() {
  if (!fonts) throw new TypeError('This site has no fonts for certificates.');
  const index = await (await fetched(fonts)).json();
  const folder = fonts.slice(0, fonts.lastIndexOf('/') + 1);
  return { index, load: (file) => fetched(folder + file).then((response) => response.arrayBuffer()) };
}
