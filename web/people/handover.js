// A learner's record for HR: signed with this browser's key, and sealed for the organisation that the portal's settings name. Loaded when
// somebody hands theirs over.

import { browserKey, canSign } from '../trust/keys.js';
import { handedOver, sealedFor, sealingIn } from '../trust/handover.js';

/**
 * Rejects where a browser signs nothing, and where the settings cannot be had: a record that should be sealed must not go out open.
 * @param {string} record as records::recordToJson writes it @param {() => Promise<IDBDatabase>} connection
 * @returns {Promise<{ file: string, name: string }>} name: who alone can open it; '' when anybody can
 */
export async function handOver(record, connection) {
  if (!canSign()) throw new Error('Without https a browser signs nothing.');
  const response = await fetch(new URL('settings.json', new URL('.', location.href)), { cache: 'no-store' });
  if (!response.ok && response.status !== 404) throw new Error(`settings.json: ${response.status}`);
  const now = new Date();
  const organisation = sealingIn(response.ok ? await response.json() : {}, now.toISOString().slice(0, 10));
  const file = await handedOver(JSON.parse(record), await connection().then(browserKey), now);
  return organisation ? { file: await sealedFor(file, organisation), name: organisation.name } : { file, name: '' };
}
