// What esbuild must be told to bundle web/certificate.js for the browser. Knows the certificate's libraries;
// must not know how the rest of the site is bundled.

import { fileURLToPath } from 'node:url';

/** esbuild's `alias` option. */
export const certificateAliases = {
  'brotli/decompress.js': fileURLToPath(new URL('../certificate/no-woff2.js', import.meta.url)),
};
