// Types for the parts of the certificate's libraries that come without any; only what is used here.

declare module 'pdfkit/output' {
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare module 'fontkit' {
  export interface Font {
    postscriptName: string;
    fullName: string;
    version: string;
    copyright: string;
    characterSet: number[];
  }
  export interface Collection {
    fonts: Font[];
  }
  export function openSync(path: string): Font | Collection;
}
