// Assembles the site: the page, the compiled portal, the course packs, the certificate's fonts and the notices become a
// folder of static files that any web host can carry.
//
//   node web/tools/site.mjs [--debug] [--engine build/web] [--packs build/packs] [--fonts build/fonts]
//                           [--initials build/initials.pack] [--page web] [--assets assets] [--out build/site]
//
// It must not compile anything, and leaves the old site in place when something is wrong.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundlePage } from './site/bundle.mjs';
import { SiteFolder, contentHash } from './site/folder.mjs';
import { groundOf, iconsOf, manifests } from './site/manifest.mjs';
import { engineNotices, fontNotices, noticesAsPage, noticesAsText, packageNotices } from './site/notices.mjs';
import { bundleWorker, workerFor } from './site/worker.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    debug: { type: 'boolean', default: false },
    engine: { type: 'string', default: join(root, 'build/web') },
    packs: { type: 'string', default: join(root, 'build/packs') },
    fonts: { type: 'string', default: join(root, 'build/fonts') },
    initials: { type: 'string', default: join(root, 'build/initials.pack') },
    page: { type: 'string', default: join(root, 'web') },
    assets: { type: 'string', default: join(root, 'assets') },
    out: { type: 'string', default: join(root, 'build/site') },
  },
});

/** Every file below a folder, relative to it and sorted; none when there is no such folder. @param {string} folder */
function filesBelow(folder) {
  /** @type {string[]} */
  const found = [];
  const walk = (/** @type {string} */ place) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(place, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(folder, path).split(sep).join('/'));
    }
  };
  if (existsSync(folder) && statSync(folder).isDirectory()) walk(folder);
  return found.sort();
}

/** Where the compiled libraries' sources are, as the build that used them recorded it. @param {string} engine */
function libraryFolders(engine) {
  const cache = readFileSync(join(engine, 'CMakeCache.txt'), 'utf8');
  const entry = (/** @type {string} */ name) => {
    const found = new RegExp(`^${name}:[A-Z]+=(.*)$`, 'm').exec(cache);
    if (!found) throw new Error(`The build in ${engine} does not say where ${name} is; configure it again.`);
    return found[1];
  };
  return {
    imgui: entry('PORTAL_IMGUI_DIR'),
    sdl2: entry('PORTAL_SDL2_DIR'),
    unibreak: entry('PORTAL_UNIBREAK_DIR'),
    emscripten: entry('PORTAL_EMSCRIPTEN_ROOT'),
  };
}

/** Packs by what the course calls them: "M2.en" → "packs/M2.en.0123456789.pack" @param {SiteFolder} site @param {string} folder */
function addPacks(site, folder) {
  /** @type {Record<string, string>} */
  const packs = {};
  for (const file of filesBelow(folder).filter((name) => name.endsWith('.pack'))) {
    packs[file.slice(0, -'.pack'.length)] = site.addHashed(`packs/${file}`, readFileSync(join(folder, file)));
  }
  if (Object.keys(packs).length === 0) throw new Error(`There are no course packs in ${folder}; compile the course first.`);
  return packs;
}

/** The slices carry their hash in their name already; only their index is renamed. @param {SiteFolder} site @param {string} folder */
function addFonts(site, folder) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) return null;
  for (const file of filesBelow(folder).filter((name) => name !== 'index.json')) {
    site.add(`fonts/${file}`, readFileSync(join(folder, file)));
  }
  return site.addHashed('fonts/index.json', readFileSync(index));
}

/** Manifests and pictures of the icon; none when there is no icon. @param {SiteFolder} site @param {string} html @param {string} icon */
async function addManifests(site, html, icon) {
  const pictures = (await iconsOf(readFileSync(icon, 'utf8'))).map(({ name, content, ...about }) => ({ src: site.addHashed(name, content), ...about }));
  for (const { name, content } of manifests(groundOf(html), pictures)) site.add(name, content);
}

/** @param {string} html @param {import('./site/bundle.mjs').Bundle} bundle @param {string} wasm */
function indexPage(html, bundle, wasm) {
  const preloads = [
    ...bundle.early.map((name) => `<link rel="modulepreload" href="${name}">`),
    `<link rel="preload" href="${wasm}" as="fetch" type="application/wasm" crossorigin="anonymous">`,
  ].join('\n');
  for (const placeholder of ['%PAGE_JS%', '%PAGE_CSS%']) {
    if (!html.includes(placeholder)) throw new Error(`index.html has no place for ${placeholder}.`);
  }
  const withPreloads = html.includes('%PRELOAD%') ? html.replaceAll('%PRELOAD%', preloads) : html.replace('</head>', `${preloads}\n</head>`);
  return withPreloads.replaceAll('%PAGE_JS%', bundle.script).replaceAll('%PAGE_CSS%', bundle.style);
}

async function assemble() {
  const page = resolve(options.page);
  const engine = resolve(options.engine);
  const site = new SiteFolder(resolve(options.out));

  // What is debugged is one piece; what is shipped was cut in two.
  const rest = options.debug ? null : site.addHashed('assets/portal-rest.wasm', readFileSync(join(engine, 'portal.rest.wasm')));
  const program = readFileSync(join(engine, options.debug ? 'portal.wasm' : 'portal.first.wasm'));
  const wasm = site.addHashed('assets/portal.wasm', program);
  const packs = addPacks(site, resolve(options.packs));
  const initials = existsSync(options.initials);
  if (initials) packs.initials = site.addHashed('packs/initials.pack', readFileSync(options.initials));
  const fonts = addFonts(site, resolve(options.fonts));
  for (const file of filesBelow(resolve(options.assets))) site.add(`assets/${file}`, readFileSync(join(options.assets, file)));
  for (const file of readdirSync(page).filter((name) => /\.(webmanifest|svg|png|ico|txt)$|^settings\.json$/.test(name))) {
    site.add(file, readFileSync(join(page, file)));
  }

  // The version stands for everything that is loaded later; the entry itself is named by its own hash.
  const version = contentHash(JSON.stringify({ wasm, rest, packs, fonts }));
  const bundle = await bundlePage({ page, engine, assets: { wasm, wasmBytes: program.length, rest, packs, fonts, version }, debug: options.debug });
  for (const { name, content } of bundle.files) site.add(name, content);
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  site.add('index.html', indexPage(html, bundle, wasm));
  await addManifests(site, html, join(options.assets, 'icon.svg'));

  const worker = await bundleWorker(page, options.debug);
  const notices = [
    ...engineNotices(libraryFolders(engine)),
    ...packageNotices([...bundle.inputs, ...worker.inputs, ...(initials ? ['node_modules/pinyin-pro/package.json'] : [])], page),
    ...(fonts === null ? [] : fontNotices(readFileSync(join(options.fonts, 'index.json'), 'utf8'))),
  ];
  const ownLicence = readFileSync(join(root, 'LICENSE'), 'utf8');
  const noticesStyle = site.addHashed('assets/notices.css', readFileSync(new URL('./site/notices.css', import.meta.url)));
  site.add('notices.html', noticesAsPage(notices, ownLicence, noticesStyle));
  site.add('notices.txt', noticesAsText(notices, ownLicence));
  site.add('service-worker.js', workerFor(worker.code, bundle.script, site.files));

  return site.write({ compress: !options.debug });
}

try {
  const { files, written } = await assemble();
  console.log(written === 0 ? `The site is unchanged: ${files} files.` : `The site has ${files} files, ${written} of them new or changed.`);
} catch (error) {
  const { message, errors } = /** @type {Error & { errors?: import('esbuild').Message[] }} */ (error);
  const places = errors?.map(({ location, text }) => `${location?.file ?? 'page'}:${location?.line ?? 0}: ${text}`);
  console.error(`error: ${places?.join('\n') ?? message}\nThe site was not assembled; the one from before is untouched.`);
  process.exit(1);
}
