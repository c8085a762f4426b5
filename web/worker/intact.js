// Nothing that came half, changed or from somebody else (a hotel's sign-in page) is kept: what is hashed must be what its name says, and the
// page must be the one that this worker belongs to.

import { page } from 'site-contents';

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, 5)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Is this what was to be had there? Names that esbuild hashed are held against their integrity by the browser.
 * @param {string} address @param {Response} response
 */
async function isWhole(address, response) {
  const path = new URL(address).pathname;
  const hash = /\.([0-9a-f]{10})\.\w+$/.exec(path)?.[1];
  if (hash) return await hashOf(await response.arrayBuffer()) === hash;
  if (path.endsWith('/index.html')) return (await response.text()).includes(page);
  return path.endsWith('.html') || !/text\/html/.test(response.headers.get('Content-Type') ?? '');
}

/** A plugin of Workbox's strategies: what is not whole is handed on and not kept; an installation ends with it. */
export const intact = {
  /** @param {{ request: Request, response: Response }} what */
  async cacheWillUpdate({ request, response }) {
    return response.status === 200 && await isWhole(request.url, response.clone()) ? response : null;
  },
};
