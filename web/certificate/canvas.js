// A canvas that is drawn on with those of PDFKit's calls that a certificate uses, so that picture and PDF are one drawing. Letters are the
// outlines of the same fonts. Knows no wording and no place.

/** Pixels per point: 180 to the inch. */
const density = 2.5;

export class Canvas {
  /** @param {any} measuring a PDFKit document that knows the fonts and is never written @param {{ width: number, height: number }} size points */
  constructor(measuring, { width, height }) {
    this.measuring = measuring;
    this.element = Object.assign(document.createElement('canvas'), { width: Math.round(width * density), height: Math.round(height * density) });
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.element.getContext('2d'));
    this.pen.scale(density, density);
    this.outline = new Path2D();
    this.size = 12;
  }

  // Fonts and measures are PDFKit's.
  get _font() { return this.measuring._font; }
  /** @param {string} name @param {ArrayBuffer} bytes */
  registerFont(name, bytes) { this.measuring.registerFont(name, bytes); return this; }
  /** @param {string} name */
  font(name) { this.measuring.font(name); return this; }
  /** @param {number} size */
  fontSize(size) { this.measuring.fontSize(this.size = size); return this; }
  /** @param {string} text @param {object} [options] */
  widthOfString(text, options) { return this.measuring.widthOfString(text, options); }

  // Tags say what a picture cannot say.
  markContent() { return this; }
  endMarkedContent() { return this; }
  addStructure() { return this; }
  /** @param {string} tag @param {unknown} options @param {() => void} [draw] */
  struct(tag, options, draw) {
    const drawing = draw ?? options;
    if (typeof drawing === 'function') drawing();
    return { add: () => {}, end: () => {} };
  }

  save() { this.pen.save(); return this; }
  restore() { this.pen.restore(); return this; }
  /** @param {number} x @param {number} y */
  translate(x, y) { this.pen.translate(x, y); return this; }
  /** @param {number} factor */
  scale(factor) { this.pen.scale(factor, factor); return this; }
  /** @param {number} degrees */
  rotate(degrees) { this.pen.rotate(degrees * Math.PI / 180); return this; }
  /** @param {number} width */
  lineWidth(width) { this.pen.lineWidth = width; return this; }
  /** @param {CanvasLineCap} cap */
  lineCap(cap) { this.pen.lineCap = cap; return this; }

  /** @param {number} x @param {number} y */
  moveTo(x, y) { this.outline.moveTo(x, y); return this; }
  /** @param {number} x @param {number} y */
  lineTo(x, y) { this.outline.lineTo(x, y); return this; }
  /** @param {[number, number, number, number, number, number]} points */
  bezierCurveTo(...points) { this.outline.bezierCurveTo(...points); return this; }
  closePath() { this.outline.closePath(); return this; }
  /** @param {[number, number, number, number]} box */
  rect(...box) { this.outline.rect(...box); return this; }
  /** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} radius */
  roundedRect(x, y, width, height, radius) { this.outline.roundRect(x, y, width, height, radius); return this; }
  /** @param {number} x @param {number} y @param {number} radius */
  circle(x, y, radius) { this.outline.moveTo(x + radius, y); this.outline.arc(x, y, radius, 0, 2 * Math.PI); return this; }
  /** @param {string} data as in SVG */
  path(data) { this.outline.addPath(new Path2D(data)); return this; }
  /** @param {string} colour @param {string} [rule] */
  fill(colour, rule) {
    this.pen.fillStyle = colour;
    this.pen.fill(this.outline, rule === 'even-odd' ? 'evenodd' : 'nonzero');
    this.outline = new Path2D();
    return this;
  }
  /** @param {string} colour */
  stroke(colour) {
    this.pen.strokeStyle = colour;
    this.pen.stroke(this.outline);
    this.outline = new Path2D();
    return this;
  }
  /** @param {string} colour */
  fillColor(colour) { this.pen.fillStyle = colour; return this; }
  /** @param {string} colour */
  strokeColor(colour) { this.pen.strokeStyle = colour; return this; }

  /** @param {string} text @param {number} x @param {number} baseline @param {{ characterSpacing?: number, stroke?: boolean }} options */
  text(text, x, baseline, { characterSpacing = 0, stroke = false }) {
    const { font } = this._font;
    const { glyphs, positions } = font.layout(text);
    const scale = this.size / font.unitsPerEm;
    let at = x;
    for (const [i, glyph] of glyphs.entries()) {
      this.pen.save();
      this.pen.translate(at + positions[i].xOffset * scale, baseline - positions[i].yOffset * scale);
      this.pen.scale(scale, -scale);
      this.pen.beginPath();
      for (const { command, args } of glyph.path.commands) /** @type {any} */ (this.pen)[command](...args);
      this.pen.fill();
      this.pen.restore();
      if (stroke) this.pen.stroke(); // the path stays; the pen's width is of the page again
      at += positions[i].xAdvance * scale + characterSpacing;
    }
    return this;
  }

  /** @returns {Promise<Uint8Array>} */
  png() {
    return new Promise((resolve, reject) => this.element.toBlob(
      (blob) => (blob ? blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)), reject) : reject(new Error('This browser made no picture.'))), 'image/png'));
  }
}
