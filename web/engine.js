// Fetches and starts the WebAssembly program, with true progress, and hands texts over the border.

import { rest, wasm, wasmBytes } from 'site-assets';

/**
 * @param {Response} response
 * @param {(share: number) => void} onProgress 0..1
 */
function counted(response, onProgress) {
  const body = response.body;
  if (!body) return response;
  let seen = 0;
  const stream = body.pipeThrough(new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      onProgress(Math.min(seen / wasmBytes, 1));
      controller.enqueue(chunk);
    },
  }));
  return new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
}

/** The running first part. @type {WebAssembly.Instance} */
let running;

let whole = rest === null; // a program of one piece
/** @type {Promise<void> | null} */
let loading = null;
export const restIsHere = () => whole;

/** @param {string} file */
async function fetchRest(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  await WebAssembly.instantiateStreaming(response, { primary: running.exports });
  whole = true;
}

/** Fetches the rest of the program, once, and puts it into its place. Comes back when it is there. */
export async function loadRest() {
  if (whole || rest === null) return;
  loading ??= fetchRest(rest).finally(() => { loading = null; });
  await loading;
}

/** What stands in the places of the rest until it is there; web/tools/parts.mjs made sure that nothing comes here. */
const placeholder = new Proxy({}, { get: (_, name) => () => { throw new Error(`The rest of the program is missing (${String(name)}).`); } });

/**
 * @param {object} host what the program may ask of the page (host/browser/capabilities.cpp)
 * @param {HTMLCanvasElement} canvas
 * @param {(share: number) => void} onProgress
 */
export async function startEngine(host, canvas, onProgress) {
  const [{ default: createPortal }, response] = await Promise.all([import('portal-engine'), fetch(wasm)]);
  if (!response.ok) throw new Error(`${wasm}: ${response.status}`);
  return await new Promise((resolve, reject) => {
    createPortal({
      canvas,
      host,
      print: console.log,
      printErr: console.warn,
      onAbort: (/** @type {unknown} */ what) => reject(new Error(String(what))),
      instantiateWasm: (/** @type {WebAssembly.Imports} */ imports, /** @type {(instance: WebAssembly.Instance) => void} */ done) => {
        WebAssembly.instantiateStreaming(counted(response, onProgress), { ...imports, placeholder }).then(({ instance }) => {
          running = instance;
          done(instance);
        }, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/**
 * Calls `use` with pointers to these texts as UTF-8; they live for the call.
 * @param {any} engine
 * @param {string[]} texts
 * @param {(...pointers: number[]) => void} use
 */
export function withTexts(engine, texts, use) {
  const pointers = texts.map((text) => {
    const size = engine.lengthBytesUTF8(text) + 1;
    const pointer = engine._malloc(size);
    engine.stringToUTF8(text, pointer, size);
    return pointer;
  });
  try {
    use(...pointers);
  } finally {
    pointers.forEach((pointer) => engine._free(pointer));
  }
}

/**
 * The same with bytes.
 * @param {any} engine
 * @param {Uint8Array} bytes
 * @param {(pointer: number, length: number) => void} use
 */
export function withBytes(engine, bytes, use) {
  const pointer = engine._malloc(bytes.length || 1);
  engine.HEAPU8.set(bytes, pointer);
  try {
    use(pointer, bytes.length);
  } finally {
    engine._free(pointer);
  }
}

/**
 * What a function of the program gives for a text: bytes of its own.
 * @param {any} engine
 * @param {string} text
 * @param {(text: number, length: number) => number} from writes how many there are to `length`
 */
export function bytesFrom(engine, text, from) {
  let bytes = new Uint8Array();
  withTexts(engine, [text], (pointer) => withBytes(engine, new Uint8Array(4), (length) => {
    const begin = from(pointer, length);
    const { buffer } = engine.HEAPU8;
    bytes = new Uint8Array(buffer).slice(begin, begin + new DataView(buffer).getInt32(length, true));
  }));
  return bytes;
}
