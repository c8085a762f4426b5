// An address as a QR code: one outline, drawn alike on paper and on a picture.

import { correction, generate, mode } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** @typedef {{ size: number, path: string }} QrCode size: modules of one side, without the quiet zone */

/** Of 180 mm it would be a poster: what is longer gets no code. */
const largestVersion = 30;

/** @param {string} address @returns {QrCode | null} null when it is too long */
export function qrOf(address) {
  const at = address.lastIndexOf('/') + 1;
  // Capitals and digits are packed tighter than other letters.
  const parts = mode.multi(mode.ascii(address.slice(0, at)), mode.alphaNumeric(address.slice(at)));
  try {
    const code = generate(parts, { minCorrectionLevel: correction.L, maxVersion: largestVersion });
    return { size: code.size, path: toSvgPath(code) };
  } catch {
    return null;
  }
}
