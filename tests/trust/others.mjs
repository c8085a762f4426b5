// Judges of somebody else: jose verifies tokens, ajv holds credentials against their schema.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Ajv2020 } = /** @type {typeof import('../../web/node_modules/ajv/dist/2020.js')} */ (require('../../web/node_modules/ajv/dist/2020.js'));
/** @type {typeof import('../../web/node_modules/jose/dist/types/index.d.ts')} */
export const jose = await import(new URL('../../web/node_modules/jose/dist/webapi/index.js', import.meta.url).href);
export const schema = JSON.parse(readFileSync(new URL('../../app/records/credential.schema.json', import.meta.url), 'utf8'));
export const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, formats: { 'date-time': (/** @type {string} */ text) => !Number.isNaN(Date.parse(text)) } });
export const accepts = ajv.compile(schema);
