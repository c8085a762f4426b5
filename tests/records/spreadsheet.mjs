// A spreadsheet program of somebody else, to read what the portal wrote.

import { createRequire } from 'node:module';

export const xlsx = /** @type {typeof import('../../web/node_modules/xlsx/types/index.d.ts')} */ (createRequire(import.meta.url)('../../web/node_modules/xlsx/xlsx.js'));
