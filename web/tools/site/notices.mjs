// The third-party notices: what of others' work the site contains, each with the text of its licence. A licence text
// that cannot be found stops the build, because then the site may not be passed on. Must not know the site's layout.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, what: string, texts: string[] }} Notice */
/** @typedef {{ imgui: string, sdl2: string, unibreak: string, emscripten: string }} LibraryFolders */

/** @param {string} file @param {string} owner */
function read(file, owner) {
  if (!existsSync(file)) throw new Error(`The licence text of ${owner} is missing: ${file} does not exist.`);
  return readFileSync(file, 'utf8').trim();
}

/**
 * Of a Debian copyright file (DEP-5), the paragraphs about the parts that are shipped and the licences they name.
 * @param {string} debianPackage @param {(pattern: string) => boolean} isShipped tells by a pattern of file names
 */
function fromDebian(debianPackage, isShipped) {
  const file = `/usr/share/doc/${debianPackage}/copyright`;
  const paragraphs = read(file, `the Debian package ${debianPackage}`).split(/\n\s*\n/);
  const patternsOf = (/** @type {string} */ paragraph) =>
    (/^Files:([^\n]*(?:\n[ \t][^\n]*)*)/m.exec(paragraph)?.[1] ?? '').trim().split(/\s+/);
  const shipped = paragraphs.filter((paragraph) => /^Files:/m.test(paragraph) && patternsOf(paragraph).some(isShipped));
  const named = shipped.map((paragraph) => /^License:(.*)$/m.exec(paragraph)?.[1] ?? '').join(' or ');
  const names = new Set(named.split(/\s+or\s+|\s+and\s+|[\s,]+/).filter(Boolean));
  const licences = paragraphs.filter((paragraph) => {
    const name = /^License:[ \t]*(.*)$/m.exec(paragraph)?.[1]?.trim();
    return !/^Files:/m.test(paragraph) && name !== undefined && names.has(name);
  });
  if (shipped.length === 0) throw new Error(`The licence text of ${debianPackage} is missing: ${file} names no shipped part.`);
  return [...shipped, ...licences].join('\n\n');
}

/** The licence at the end of one of the stb headers that Dear ImGui contains. @param {string} folder @param {string} header */
function stbLicence(folder, header) {
  const text = read(join(folder, header), header);
  const start = text.lastIndexOf('This software is available under 2 licenses');
  if (start < 0) throw new Error(`The licence text of ${header} is missing: the header has none at its end.`);
  return text.slice(start).replace(/-*\s*\*\/\s*$/, '').trim();
}

/** Emscripten, and the parts of musl and LLVM that it links into every program. @param {string} folder */
function emscriptenTexts(folder) {
  const own = join(folder, 'LICENSE');
  if (existsSync(own)) {
    const library = join(folder, 'system/lib');
    return [own, join(library, 'libc/musl/COPYRIGHT'), join(library, 'libcxx/LICENSE.TXT'), join(library, 'compiler-rt/LICENSE.TXT')].map(
      (file) => read(file, 'Emscripten'),
    );
  }
  const isRuntime = (/** @type {string} */ pattern) => pattern === '*' || /^(src|system)\//.test(pattern);
  return [fromDebian('emscripten', isRuntime), read(join(folder, 'system/lib/libc/musl/COPYRIGHT'), 'musl')];
}

/** What is compiled into portal.wasm. @param {LibraryFolders} folders @returns {Notice[]} */
export function engineNotices(folders) {
  return [
    { name: 'Dear ImGui', what: 'draws the interface', texts: [read(join(folders.imgui, 'LICENSE.txt'), 'Dear ImGui')] },
    { name: 'stb', what: 'packs glyphs into textures, within Dear ImGui', texts: [stbLicence(folders.imgui, 'imstb_rectpack.h')] },
    { name: 'SDL', what: 'opens the drawing surface', texts: [read(join(folders.sdl2, 'LICENSE.txt'), 'SDL')] },
    { name: 'libunibreak', what: 'finds where lines may break', texts: [read(join(folders.unibreak, 'LICENCE'), 'libunibreak')] },
    {
      name: 'JSON for Modern C++',
      what: 'reads the course',
      texts: [fromDebian('nlohmann-json3-dev', (pattern) => pattern === '*' || pattern.startsWith('include/'))],
    },
    { name: 'Emscripten, musl and LLVM runtime libraries', what: 'are the ground the program runs on', texts: emscriptenTexts(folders.emscripten) },
  ];
}

/** @param {string} fontsIndex the text of the fonts' index.json @returns {Notice[]} */
export function fontNotices(fontsIndex) {
  /** @type {{ faces: { name: string, package: string }[] }} */
  const { faces } = JSON.parse(fontsIndex);
  const packages = [...new Set(faces.map((face) => face.package))].sort();
  return packages.map((debianPackage) => ({
    name: faces.filter((face) => face.package === debianPackage).map((face) => face.name).join(', '),
    what: 'set the certificate',
    texts: [fromDebian(debianPackage, (pattern) => !pattern.startsWith('debian'))],
  }));
}

/**
 * The npm packages that the bundle really contains.
 * @param {string[]} inputs file names from esbuild's metafile @param {string} root what they are relative to
 * @returns {Notice[]}
 */
export function packageNotices(inputs, root) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  return [...folders].sort().map((folder) => {
    const place = join(root, folder);
    /** @type {{ name: string, version: string, license?: string, description?: string, author?: string | { name: string } }} */
    const about = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const texts = readdirSync(place)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
      .map((file) => read(join(place, file), about.name));
    if (texts.length === 0) texts.push(standardText(about));
    return { name: `${about.name} ${about.version}`, what: (about.description ?? '').replace(/\.$/, ''), texts };
  });
}

/** Some packages only name their licence; the text of that one is well known. @param {{ name: string, license?: string, author?: string | { name: string } }} about */
function standardText(about) {
  const author = typeof about.author === 'object' ? about.author.name : about.author?.replace(/\s*<.*$/, '');
  if (about.license !== 'MIT') throw new Error(`The licence text of the npm package ${about.name} (${about.license}) is missing.`);
  const own = read(new URL('../../../LICENSE', import.meta.url).pathname.replaceAll('%20', ' '), 'this project');
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${author ?? `the authors of ${about.name}`}`);
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {Notice[]} notices @param {string} ownLicence */
export function noticesAsText(notices, ownLicence) {
  const rule = '='.repeat(79);
  const parts = notices.map((notice) => `${rule}\n${notice.name}\n${notice.what}\n${rule}\n\n${notice.texts.join('\n\n')}\n`);
  return `Service Academy contains the work of others. Each is named here with its licence.\n\n${parts.join('\n')}\n${rule}\nService Academy itself\n${rule}\n\n${ownLicence}\n`;
}

/** @param {Notice[]} notices @param {string} ownLicence @param {string} styleSheet */
export function noticesAsPage(notices, ownLicence, styleSheet) {
  const section = (/** @type {Notice} */ notice) =>
    `<details><summary><b>${escaped(notice.name)}</b> ${escaped(notice.what)}</summary>\n<pre>${escaped(notice.texts.join('\n\n'))}</pre></details>`;
  const all = [...notices, { name: 'Service Academy', what: 'itself · 本系统', texts: [ownLicence] }];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Third-party notices · 第三方软件声明</title>
<link rel="icon" href="assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${styleSheet}">
</head>
<body>
<main>
<p><a href="./">← Service Academy · 服务学苑</a></p>
<h1>Third-party notices <span lang="zh-CN">第三方软件声明</span></h1>
<p>Service Academy contains the work of others. Each is named here with its licence.</p>
<p lang="zh-CN">本系统包含下列第三方成果，各附其许可证全文。</p>
${all.map(section).join('\n')}
</main>
</body>
</html>
`;
}
