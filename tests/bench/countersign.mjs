// What ten thousand countersignatures cost, beside jose signing the same credentials: in turns, so that the machine's noise falls on both.

import { linkOf } from '../../web/trust/link.js';
import { countersigned } from '../../web/trust/countersign.js';
import { didOf } from '../../web/trust/keys.js';
import { newOrganisationKey, opened } from '../../web/trust/organisation.js';
import { claimsOf } from '../../web/trust/token.js';
import { credentialFor } from '../trust/samples.mjs';

/** @type {typeof import('../../web/node_modules/jose/dist/types/index.d.ts')} */
const jose = await import(new URL('../../web/node_modules/jose/dist/webapi/index.js', import.meta.url).href);

const home = 'https://academy.example/';
const turns = 20;

/** @param {number} [count] @returns {Promise<{ count: number, ours: number, jose: number, links: number }>} milliseconds; links: the addresses that they are verified at */
export async function countersignatures(count = 10_000) {
  const key = await opened(await newOrganisationKey('培训部', 'a long passphrase', new Date()), 'a long passphrase');
  const credential = credentialFor();
  const about = (/** @type {number} */ index) => ({ id: `urn:uuid:${crypto.randomUUID()}`, from: '2026-11-22T00:00:00.000Z', until: '', list: `${home}revoked-0123456789ab.jwt`, index });
  const spent = { ours: 0, jose: 0, links: 0 };
  /** @param {'ours' | 'jose' | 'links'} what @param {(index: number) => unknown} work */
  const clock = async (what, work) => {
    const began = performance.now();
    for (let index = 0; index < count / turns; index += 1) await work(index);
    spent[what] += performance.now() - began;
  };
  for (let turn = 0; turn < turns; turn += 1) {
    /** @type {string[]} */
    const tokens = [];
    await clock('ours', async (index) => { tokens.push(await countersigned(credential, key, about(index))); });
    await clock('jose', (index) => {
      const { id, from, list } = about(index);
      const whole = { ...credential, id, issuer: { id: didOf(key.jwk), ...credential.issuer, name: key.name }, validFrom: from,
        credentialStatus: { id: `${list}#${index}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: list } };
      return new jose.SignJWT({ ...whole, ...claimsOf(whole) }).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid }).sign(key.privateKey);
    });
    await clock('links', (index) => linkOf(home, tokens[index]));
  }
  return { count, ...spent };
}
