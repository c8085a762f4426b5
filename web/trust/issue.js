// Signs the credential of a certificate with this browser's key. Loaded when a certificate is asked for. Must not know what is on it.

import { browserKey, canSign, newKey } from './keys.js';
import { linkOf } from './link.js';
import { sealOf } from './seal.js';
import { selfIssued } from './token.js';

/**
 * @typedef {object} Issued
 * @property {string} token
 * @property {string} link where it is verified; '' when the token does not fit into an address
 * @property {(rest: Uint8Array) => Promise<string>} seal of a file, which comes without it
 */

/** Where nothing can be kept: for as long as the page lives. @type {ReturnType<typeof newKey> | null} */
let fleeting = null;

/**
 * @param {any} credential as records::credentialJson writes it
 * @param {() => Promise<IDBDatabase>} connection
 * @param {string} home the portal's address
 * @returns {Promise<Issued | null>} null over plain http, where a browser signs nothing
 */
export async function issued(credential, connection, home) {
  if (!canSign()) return null;
  const key = await connection().then(browserKey).catch((error) => {
    console.warn('The key of this browser cannot be kept; this one lasts until the tab is closed:', error);
    return fleeting ??= newKey();
  });
  const token = await selfIssued(credential, key);
  return { token, link: linkOf(home, token), seal: (rest) => sealOf(credential.id, rest, key.privateKey) };
}
