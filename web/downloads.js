// Files for the person: what the program made, and the certificate, whose libraries are fetched only when one is asked for.

import { fonts } from 'site-assets';

export { fonts };

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} bytes
 */
export function download(name, type, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has its own hold on the blob once it has started.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** What went wrong, as a key of the interface's words. @type {Record<string, string>} */
const words = {
  unprintable: 'certificate.unprintable',
  'too-long': 'certificate.nameTooLong',
  'fonts-unavailable': 'certificate.fontsUnavailable',
};

/**
 * Makes and downloads a certificate: a PDF, or a picture when the file is to be one.
 * @param {string} json its description, see portal::Portal::makeCertificate
 * @param {string} fileName
 * @param {() => Promise<IDBDatabase>} connection to where the key of this browser is kept
 * @returns {Promise<{ trouble: string, detail: string }>} trouble is '' when it was made, else the key of the words to show
 */
export async function downloadCertificate(json, fileName, connection) {
  try {
    if (!fonts) return { trouble: 'certificate.fontsUnavailable', detail: '' };
    const certificate = JSON.parse(json);
    const [{ makeCertificate, makePicture, unprintable }, { issued }, prints] = await Promise.all([
      import('./certificate.js'),
      import('./trust/issue.js'),
      import('./certificate/fonts.js').then(({ certificateFonts }) => certificateFonts()),
    ]);
    const missing = unprintable(certificate.learnerName, prints.index);
    if (missing.length > 0) return { trouble: words.unprintable, detail: missing.join(' ') };
    const credential = await issued(certificate.credential, connection, new URL('.', location.href).href);
    const picture = fileName.endsWith('.png');
    const bytes = picture
      ? await makePicture(certificate, prints, credential)
      : await makeCertificate(certificate, prints, { issued: credential });
    download(fileName, picture ? 'image/png' : 'application/pdf', /** @type {BlobPart} */ (bytes));
    return { trouble: '', detail: '' };
  } catch (error) {
    console.warn('The certificate could not be made:', error);
    const { code, characters } = /** @type {{ code?: string, characters?: string[] }} */ (error ?? {});
    return { trouble: words[code ?? ''] ?? (error instanceof TypeError ? words['fonts-unavailable'] : 'certificate.failed'), detail: (characters ?? []).join(' ') };
  }
}
