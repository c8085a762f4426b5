// Stands in for fontkit's WOFF2 decoder in the bundle: the certificate's slices are plain OpenType, and the decoder's
// dictionary alone would be a third of the download.

/** @returns {never} */
export default function decompress() {
  throw new Error('The certificate reads plain OpenType fonts only; this one is WOFF2.');
}
