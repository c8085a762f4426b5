// Draws letters with the browser's own fonts for ImGui's atlas: every script and emoji the device has, nothing downloaded.
// Sizes are em sizes in device px.

const style = getComputedStyle(document.documentElement);
/** By face: bit 0 bold, bit 1 Chinese (ui/glyph_loader). */
const families = [style.getPropertyValue('--font-latin'), style.getPropertyValue('--font-chinese')];

/** @typedef {{ advance: number, left: number, top: number, width: number, height: number, coloured: boolean, pixels: Uint8Array | null }} Glyph */
/** @typedef {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} Pen */

/** @param {number} width @param {number} height @returns {Pen} */
function makePen(width, height) {
  // Read back often: kept in main memory, where that is ten times quicker.
  const settings = { willReadFrequently: true };
  if (typeof OffscreenCanvas !== 'undefined') {
    const pen = new OffscreenCanvas(width, height).getContext('2d', settings);
    if (pen) return pen;
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = /** @type {CanvasRenderingContext2D | null} */ (canvas.getContext('2d', settings));
  if (!pen) throw new Error('This browser cannot draw text into a canvas.');
  return pen;
}

export function makeGlyphs() {
  let pen = makePen(256, 256);
  let font = '';
  /** Drawn in one go and waiting to be fetched. @type {Map<string, Glyph>} */
  const warm = new Map();
  /** @type {Uint8Array | null} */
  let lastPixels = null;

  /** @param {number} px @param {number} face */
  const use = (px, face) => {
    const wanted = `${face & 1 ? 600 : 400} ${px}px ${families[face >> 1]}`;
    if (font !== wanted || pen.font === '10px sans-serif') {
      pen.font = font = wanted;
      pen.textBaseline = 'alphabetic';
      pen.fillStyle = '#000';
    }
  };

  /** @param {string} character @returns {Glyph} */
  const measure = (character) => {
    const box = pen.measureText(character);
    const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
    const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const inked = box.actualBoundingBoxRight + box.actualBoundingBoxLeft > 0;
    return {
      advance: box.width,
      left,
      top,
      width: inked ? Math.ceil(box.actualBoundingBoxRight) + 1 - left : 0,
      height: inked ? Math.ceil(box.actualBoundingBoxDescent) + 1 - top : 0,
      coloured: false,
      pixels: null,
    };
  };

  /** Takes a glyph's pixels out of a picture of several. @param {Glyph} glyph @param {Uint8ClampedArray} rgba @param {number} stride @param {number} x @param {number} y */
  const cut = (glyph, rgba, stride, x, y) => {
    const { width, height } = glyph;
    const coverage = new Uint8Array(width * height);
    let coloured = false;
    for (let row = 0, out = 0; row < height; row++) {
      let at = ((y + row) * stride + x) * 4;
      for (let column = 0; column < width; column++, at += 4) {
        coverage[out++] = rgba[at + 3];
        // Black ink has no colour; only an emoji does.
        coloured ||= rgba[at + 3] > 0 && rgba[at] + rgba[at + 1] + rgba[at + 2] > 24;
      }
    }
    glyph.coloured = coloured;
    glyph.pixels = coverage;
    if (coloured) {
      const full = new Uint8Array(width * height * 4);
      for (let row = 0; row < height; row++) {
        const at = ((y + row) * stride + x) * 4;
        full.set(rgba.subarray(at, at + width * 4), row * width * 4);
      }
      glyph.pixels = full;
    }
  };

  /** @param {number[]} codePoints @param {number} px @param {number} face */
  const drawMany = (codePoints, px, face) => {
    use(px, face);
    const glyphs = codePoints.map((codePoint) => measure(String.fromCodePoint(codePoint)));
    const gap = 1;
    const stride = 1024;
    let x = 0;
    let y = 0;
    let rowHeight = 0;
    const places = glyphs.map((glyph) => {
      if (x + glyph.width > stride) {
        x = 0;
        y += rowHeight + gap;
        rowHeight = 0;
      }
      const place = { x, y };
      x += glyph.width + gap;
      rowHeight = Math.max(rowHeight, glyph.height);
      return place;
    });
    const height = Math.max(1, y + rowHeight);
    if (pen.canvas.width < stride || pen.canvas.height < height) {
      pen = makePen(stride, Math.max(256, height));
      font = '';
      use(px, face);
    }
    pen.clearRect(0, 0, stride, height);
    glyphs.forEach((glyph, i) => {
      if (glyph.width > 0) pen.fillText(String.fromCodePoint(codePoints[i]), places[i].x - glyph.left, places[i].y - glyph.top);
    });
    const picture = pen.getImageData(0, 0, stride, height);
    glyphs.forEach((glyph, i) => {
      if (glyph.width > 0) cut(glyph, picture.data, stride, places[i].x, places[i].y);
    });
    return glyphs;
  };

  /** @param {number} codePoint @param {number} px @param {number} face */
  const keyOf = (codePoint, px, face) => `${codePoint}/${px}/${face}`;

  return {
    /** Ascent and descent of the line. @param {number} px @param {number} face */
    metrics(px, face) {
      use(px, face);
      const box = pen.measureText('国Ág');
      return [box.fontBoundingBoxAscent, box.fontBoundingBoxDescent];
    },
    /** @param {number} codePoint @param {number} px @param {number} face */
    advance(codePoint, px, face) {
      use(px, face);
      return pen.measureText(String.fromCodePoint(codePoint)).width;
    },
    /** Advance, left, top, width, height, coloured; the pixels are fetched with pixels(). @param {number} codePoint @param {number} px @param {number} face */
    draw(codePoint, px, face) {
      const key = keyOf(codePoint, px, face);
      const glyph = warm.get(key) ?? drawMany([codePoint], px, face)[0];
      warm.delete(key);
      lastPixels = glyph.pixels;
      return [glyph.advance, glyph.left, glyph.top, glyph.width, glyph.height, glyph.coloured ? 1 : 0];
    },
    pixels() {
      return lastPixels ?? new Uint8Array(0);
    },
    /** @param {Uint32Array} codePoints @param {number} px @param {number} face */
    warm(codePoints, px, face) {
      const wanted = Array.from(codePoints);
      drawMany(wanted, px, face).forEach((glyph, i) => warm.set(keyOf(wanted[i], px, face), glyph));
    },
  };
}
