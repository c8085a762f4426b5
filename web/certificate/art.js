// Draws a certificate's paper, its guilloche frame, the rosette behind the name and the seal, all from formulas.
// Knows PDFKit's vector calls; must not know any text.

import { cap, board, bubble, tassel, tasselEnd } from './emblem.js';

export const colours = {
  paper: '#FAF8F4', ink: '#1F2430', softInk: '#5A6272', line: '#E4E0D8', primary: '#0F6E6A', accent: '#E4572E',
  frame: '#8FB8B2', frameLight: '#BFD6D0', rosette: '#EEEADF', sealLine: '#4C9692', ribbonShade: '#C4431F',
};

const turn = Math.PI * 2;
const short = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/**
 * A smooth closed curve through points that a formula gives for 0 ≤ t < 1 (Catmull-Rom, as cubic Béziers).
 * @param {any} document @param {number} count @param {(t: number) => [number, number]} at
 */
function closedCurve(document, count, at) {
  const points = Array.from({ length: count }, (_, index) => at(index / count));
  const point = (/** @type {number} */ index) => points[(index + count) % count];
  document.moveTo(short(points[0][0]), short(points[0][1]));
  for (let index = 0; index < count; index += 1) {
    const [before, from, to, after] = [point(index - 1), point(index), point(index + 1), point(index + 2)];
    document.bezierCurveTo(
      short(from[0] + (to[0] - before[0]) / 6), short(from[1] + (to[1] - before[1]) / 6),
      short(to[0] - (after[0] - from[0]) / 6), short(to[1] - (after[1] - from[1]) / 6),
      short(to[0]), short(to[1]));
  }
  document.closePath();
}

/**
 * A rounded rectangle's outline by the share of its length that has been walked, with the outward normal.
 * @param {{ left: number, top: number, right: number, bottom: number, radius: number }} box
 */
function roundedOutline({ left, top, right, bottom, radius }) {
  const across = right - left - 2 * radius;
  const down = bottom - top - 2 * radius;
  const quarter = (Math.PI / 2) * radius;
  const corners = [[right - radius, top + radius], [right - radius, bottom - radius], [left + radius, bottom - radius], [left + radius, top + radius]];
  const sides = [across, down, across, down];
  const starts = [[left + radius, top], [right, top + radius], [right - radius, bottom], [left, bottom - radius]];
  const length = 2 * (across + down) + 4 * quarter;
  const at = (/** @type {number} */ share) => {
    let walked = share * length;
    for (let side = 0; side < 4; side += 1) {
      const angle = side * (Math.PI / 2);
      const along = [Math.cos(angle), Math.sin(angle)];
      const outward = [Math.sin(angle), -Math.cos(angle)];
      if (walked <= sides[side]) return { x: starts[side][0] + along[0] * walked, y: starts[side][1] + along[1] * walked, nx: outward[0], ny: outward[1] };
      walked -= sides[side];
      if (walked <= quarter) {
        const bend = angle - Math.PI / 2 + walked / radius;
        return { x: corners[side][0] + Math.cos(bend) * radius, y: corners[side][1] + Math.sin(bend) * radius, nx: Math.cos(bend), ny: Math.sin(bend) };
      }
      walked -= quarter;
    }
    return { x: starts[0][0], y: starts[0][1], nx: 0, ny: -1 };
  };
  return { length, at };
}

/** @param {any} document @param {number} width @param {number} height */
export function drawPaper(document, width, height) {
  document.rect(0, 0, width, height).fill(colours.paper);
}

/** A ribbon of sine waves, each a phase behind the last, between two hairlines. @param {any} document @param {number} width @param {number} height */
export function drawFrame(document, width, height) {
  const inset = 34;
  const outline = roundedOutline({ left: inset, top: inset, right: width - inset, bottom: height - inset, radius: 20 });
  const waves = Math.round(outline.length / 30);
  const swells = Math.round(outline.length / 120);
  const strands = 6;
  document.lineWidth(0.4);
  for (let strand = 0; strand < strands; strand += 1) {
    closedCurve(document, waves * 6, (t) => {
      const { x, y, nx, ny } = outline.at(t);
      const reach = 6.6 + 1.6 * Math.cos(turn * swells * t);
      const away = reach * Math.sin(turn * (waves * t + strand / strands));
      return [x + nx * away, y + ny * away];
    });
    document.stroke(strand % 2 ? colours.frameLight : colours.frame);
  }
  document.lineWidth(0.9).roundedRect(inset - 11, inset - 11, width - 2 * inset + 22, height - 2 * inset + 22, 31).stroke(colours.primary);
  document.lineWidth(0.5).roundedRect(inset + 11, inset + 11, width - 2 * inset - 22, height - 2 * inset - 22, 9).stroke(colours.frame);
}

/** Overlapping petals, barely darker than the paper. @param {any} document @param {number} x @param {number} y @param {number} radius */
export function drawRosette(document, x, y, radius) {
  document.lineWidth(0.5);
  for (let ring = 0; ring < 7; ring += 1) {
    const petals = 18;
    closedCurve(document, petals * 6, (t) => {
      const reach = radius * (0.62 + 0.055 * ring * 0.6 + (0.3 - 0.03 * ring) * Math.cos(turn * (petals * t + ring / 7)));
      return [x + 1.55 * reach * Math.cos(turn * t), y + reach * Math.sin(turn * t)];
    });
    document.stroke(colours.rosette);
  }
}

/** A hairline that is broken by a small diamond. @param {any} document @param {number} x its middle @param {number} y @param {number} half */
export function drawDivider(document, x, y, half) {
  document.lineWidth(0.7);
  document.moveTo(x - half, y).lineTo(x - 9, y).stroke(colours.frame);
  document.moveTo(x + 9, y).lineTo(x + half, y).stroke(colours.frame);
  document.moveTo(x, y - 3.4).lineTo(x + 3.4, y).lineTo(x, y + 3.4).lineTo(x - 3.4, y).closePath().fill(colours.accent);
}

/** @param {any} document @param {number} x @param {number} y @param {number} radius */
export function drawSeal(document, x, y, radius) {
  for (const side of [-1, 1]) {
    document.save().translate(x, y).rotate(side * 17);
    const half = radius * 0.3;
    document.moveTo(-half, radius * 0.5).lineTo(half, radius * 0.5).lineTo(half, radius * 1.62)
      .lineTo(0, radius * 1.42).lineTo(-half, radius * 1.62).closePath().fill(side < 0 ? colours.accent : colours.ribbonShade);
    document.restore();
  }
  const lobes = 30;
  closedCurve(document, lobes * 6, (t) => {
    const reach = radius * (1 + 0.028 * Math.cos(turn * lobes * t));
    return [x + reach * Math.cos(turn * t), y + reach * Math.sin(turn * t)];
  });
  document.fill(colours.primary);
  document.lineWidth(0.35);
  for (let strand = 0; strand < 4; strand += 1) {
    closedCurve(document, 36 * 6, (t) => {
      const reach = radius * (0.835 + 0.075 * Math.sin(turn * (36 * t + strand / 4)));
      return [x + reach * Math.cos(turn * t), y + reach * Math.sin(turn * t)];
    });
    document.stroke(colours.sealLine);
  }
  document.lineWidth(0.8).circle(x, y, radius * 0.94).stroke(colours.paper);
  document.lineWidth(0.8).circle(x, y, radius * 0.73).stroke(colours.paper);
  drawEmblem(document, x, y, radius * 1.22, colours.paper, colours.primary, colours.accent);
}

/** The portal's sign: a speech bubble that holds a mortarboard. @param {any} document @param {number} x its middle @param {number} y @param {number} size @param {string} ground @param {string} figure @param {string} spot */
function drawEmblem(document, x, y, size, ground, figure, spot) {
  document.save().translate(x - size / 2, y - size / 2).scale(size / 512);
  document.path(bubble).fill(ground);
  document.path(cap).fill(figure);
  document.path(board).fill(figure);
  document.path(tassel).lineWidth(18).lineCap('round').stroke(spot);
  document.path(tasselEnd).fill(spot);
  document.restore();
}
