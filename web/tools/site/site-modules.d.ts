// Modules that exist only in the bundle; web/tools/site/bundle.mjs puts them there.

declare module 'site-assets' {
  /** The compiled portal, relative to the site's root. */
  export const wasm: string;
  /** Its length as it is run, not as it is sent: what loading is measured against. */
  export const wasmBytes: number;
  /** The rest of the program, which is fetched when it is first needed; null when the program is one piece. */
  export const rest: string | null;
  /** Course packs by name, for example "course.zh-CN" or "M2.en". */
  export const packs: Record<string, string>;
  /** Index of the certificate's fonts, or null in a site without them. */
  export const fonts: string | null;
  /** Changes whenever anything that is loaded later changes. */
  export const version: string;
}

declare module 'portal-engine' {
  /** Starts the compiled portal; see Emscripten's Module object for what may be passed. */
  const createPortal: (overrides?: Record<string, unknown>) => Promise<any>;
  export default createPortal;
}

declare module 'site-contents' {
  /** The entry of the page that the service worker belongs to, relative to the site's root. */
  export const page: string;
  /** What has to be there before the portal counts as usable without network, as workbox-precaching takes it. */
  export const shell: { url: string, revision: string | null, integrity?: string }[];
  /** What is kept once it came: relative to the site's root. */
  export const later: string[];
}
