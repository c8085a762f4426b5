// Serves the finished site on this machine, with the headers that a careful web host would send.
//
//   node web/tools/server.mjs [--site build/site] [--port 8080] [--host 127.0.0.1] [--no-preview]
//
// Browsers on this machine get live preview too: a lesson that is open changes when its files in content/ are saved.
// It must not build anything. Tests start it with createSiteServer.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Negotiator from 'negotiator';
import send from 'send';
import { createPreview } from './preview.mjs';

/** Nothing from elsewhere, nothing inline, no eval but WebAssembly's own compilation. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const everyAnswer = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
};

/** By file name's end. What is not here is not part of a site. @type {Record<string, string>} */
const types = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  otf: 'font/otf',
  pack: 'application/cbor',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** A name that holds a hash of its content, as site.mjs and esbuild make them, never means anything else. */
const hashedName = /\.(?:[0-9a-f]{10}|[0-9A-Z]{8})\.[a-z0-9]+$/;

/** @type {Record<string, string>} */
const endings = { br: '.br', gzip: '.gz', identity: '' };

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} sentence */
function say(response, status, sentence) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(response.req.method === 'HEAD' ? undefined : `${sentence}\n`);
}

/** The file a request names, as a path below the site that starts with "/", or nothing for what no site has. @param {string} url */
function pathOf(url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  return path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * @param {string} site the folder to serve
 * @param {import('./preview.mjs').Preview} [preview] what answers first
 */
export function createSiteServer(site, preview) {
  const isFile = (/** @type {string} */ path) => existsSync(path) && statSync(path).isFile();

  return createServer((request, response) => {
    for (const [name, value] of Object.entries(everyAnswer)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      say(response, 405, 'This site can only be read.');
      return;
    }
    if (preview?.answer(request, response, site)) return;
    const path = pathOf(request.url ?? '/');
    const type = path && types[path.slice(path.lastIndexOf('.') + 1)];
    if (!path || !type || !isFile(join(site, path))) {
      say(response, 404, 'There is no such page here. The portal starts at /');
      return;
    }

    const offered = ['br', 'gzip', 'identity'].filter((encoding) => isFile(join(site, path + endings[encoding])));
    const accepted = new Negotiator(request).encodings(offered);
    const encoding = offered.find((name) => accepted.includes(name)) ?? 'identity';
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (offered.length > 1) response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    send(request, encodeURI(path + endings[encoding]), { root: site, index: false, cacheControl: false, dotfiles: 'deny' })
      .on('error', () => {
        response.removeHeader('Content-Encoding');
        say(response, 404, 'There is no such page here. The portal starts at /');
      })
      .pipe(response);
  });
}

const below = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
/** What an author works with in this project. */
const authoring = { coursec: below('build/native/coursec'), content: below('content'), packs: below('build/packs') };

/** @param {string} sentence */
function fail(sentence) {
  console.error(`web/serve: ${sentence}`);
  process.exit(1);
}

function main() {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: fileURLToPath(new URL('../../build/site', import.meta.url)) },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-preview': { type: 'boolean', default: false },
    },
  });
  const { site, host } = values;
  const port = Number(values.port);
  if (!isServable(site)) fail(`There is no finished site in ${site}; nothing is served. Build it with: web/serve --build-only`);

  const preview = values['no-preview'] || !existsSync(authoring.coursec) ? undefined : createPreview(authoring);
  const server = createSiteServer(site, preview);
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    /** @type {Record<string, string>} */
    const sentences = {
      EADDRINUSE: `Port ${port} is occupied by another program; the site is built and safe in build/site. Choose another with: web/serve --port ${port + 1}`,
      EACCES: `Port ${port} may not be opened by this user; the site is built and safe in build/site. Choose one above 1023 with --port.`,
      EADDRNOTAVAIL: `This machine has no address ${host}; the site is built and safe in build/site. Give one of its own addresses with --host.`,
      ENOTFOUND: `This machine has no address ${host}; the site is built and safe in build/site. Give one of its own addresses with --host.`,
    };
    fail(sentences[error.code ?? ''] ?? `The server cannot start (${error.message}); the site is built and safe in build/site.`);
  });
  server.listen(port, host, () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    for (const name of namesOf(host)) console.log(`Service Academy is at http://${name}:${address.port}/`);
    if (preview) console.log('On this machine, lessons that are open follow what is saved in content/.');
    console.log('Ctrl+C stops it.');
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      preview?.close();
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

/** @param {string} site */
const isServable = (site) => existsSync(join(site, 'index.html'));

/** How others reach the address that is listened on. @param {string} host */
function namesOf(host) {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return own.filter((address) => address.family === 'IPv4').map((address) => address.address);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
