// Which folder of app/ may include what. Reads include lines only; must not know what any file does.

/** What each layer may name beside itself, in the order of the layers. A file name allows just that header. */
const mayInclude = {
  base: [],
  course: ['base'],
  learning: ['base', 'course'],
  records: ['base', 'course', 'learning'],
  host: ['base', 'course', 'learning', 'records'],
  ui: ['base', 'host'],
  portal: ['base', 'course', 'learning', 'records', 'host', 'ui'],
  activities: ['base', 'course', 'learning', 'ui', 'portal/stage.h'],
  screens: ['base', 'course', 'learning', 'records', 'host', 'ui', 'portal', 'activities'],
  tools: ['base', 'course', 'learning'],
  // They implement the host's interfaces and know the program only as a host::Guest.
  'host/browser': ['base', 'host'],
  'host/desktop': ['base', 'host'],
};
const everyLayer = Object.keys(mayInclude);

/** Libraries, by how their headers are named, and the only places that may use them. @type {{ library: string, header: RegExp, users: string[] }[]} */
const libraries = [
  { library: 'Dear ImGui', header: /^(imgui|imstb_|misc\/|backends\/)/, users: ['host/browser', 'host/desktop', 'ui', 'portal', 'activities', 'screens', 'main.cpp'] },
  { library: 'SDL', header: /^SDL/, users: ['host/browser', 'main.cpp'] },
  { library: 'Emscripten', header: /^emscripten/, users: ['host/browser', 'main.cpp'] },
  { library: 'OpenGL', header: /^(GLES|GL|EGL|KHR)/, users: ['host/browser', 'main.cpp'] },
  { library: 'libunibreak', header: /^(linebreak|graphemebreak|wordbreak|unibreak)/, users: ['ui'] },
  { library: 'doctest', header: /^doctest/, users: [] },
  { library: 'the streams, locales and regular expressions of the standard library, which weigh hundreds of kilobytes in the browser,', header: /^(iostream|fstream|sstream|ostream|istream|locale|regex)$/, users: ['tools'] },
  { library: 'the clock, threads and randomness of the machine', header: /^(thread|mutex|random|future|condition_variable|ctime|time\.h)$/, users: ['host/browser', 'host/desktop', 'tools', 'main.cpp'] },
];

/** The layer of a path below app/, or "main.cpp". @param {string} path */
function layerOf(path) {
  const [first, second] = path.split('/');
  if (first === 'host' && path.split('/').length > 2) return `host/${second}`;
  return first;
}

/**
 * @param {{ path: string, text: string }[]} files paths relative to app/
 * @returns {string[]} one sentence for each include that points the wrong way
 */
export function wrongIncludes(files) {
  const wrong = [];
  for (const { path, text } of files) {
    const layer = layerOf(path);
    if (layer !== 'main.cpp' && !everyLayer.includes(layer)) wrong.push(`${path}: ${layer} is no layer`);
    for (const [index, line] of text.split('\n').entries()) {
      const header = /^\s*#\s*(?:include|import)\s*[<"]([^>"]+)[>"]/.exec(line)?.[1];
      if (header === undefined) continue;
      const place = `${path}:${index + 1}`;
      const used = libraries.find((library) => library.header.test(header));
      if (used && !used.users.includes(layer)) wrong.push(`${place}: ${layer} must not know ${used.library} (${header})`);
      const target = layerOf(header);
      if (header.includes('..')) wrong.push(`${place}: includes are named from app/ on (${header})`);
      if (header.endsWith('.cpp')) wrong.push(`${place}: a .cpp is never included (${header})`);
      if (!header.includes('/') || !everyLayer.includes(target) || layer === 'main.cpp') continue;
      const allowed = [layer, ...(mayInclude[/** @type {keyof typeof mayInclude} */ (layer)] ?? [])];
      if (!allowed.includes(target) && !allowed.includes(header)) wrong.push(`${place}: ${layer} must not include ${header}`);
    }
  }
  return wrong;
}
