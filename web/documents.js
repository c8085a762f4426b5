// What is made as a document, when one is asked for and not before: the certificate, and a person's own plan. Fetches what they are set
// with, and says in a key of the interface's words what went wrong.

import { documentFonts } from './certificate/fonts.js';
import { download } from './downloads.js';

/** What went wrong, as a key of the interface's words. @type {Record<string, string>} */
const words = {
  unprintable: 'certificate.unprintable',
  'too-long': 'certificate.nameTooLong',
  'fonts-unavailable': 'certificate.fontsUnavailable',
};

/**
 * Makes a document and hands it over.
 * @param {string} json its description, see portal::Portal::makeCertificate and makePlan
 * @param {string} fileName
 * @param {() => Promise<IDBDatabase>} connection to where the key of this browser is kept
 * @returns {Promise<{ trouble: string, detail: string }>} trouble is '' when it was made, else the key of the words to show
 */
export function makeDocument(json, fileName, connection) {
  const description = JSON.parse(json);
  return description.kind === 'plan' ? makePlan(description, fileName) : makeCertificate(description, fileName, connection);
}

/** @param {import('./certificate/plan.js').Plan} plan @param {string} fileName */
async function makePlan(plan, fileName) {
  try {
    const [set, fonts] = await Promise.all([import('./certificate.js'), documentFonts()]);
    download(fileName, 'application/pdf', /** @type {BlobPart} */ (await set.makePlan(plan, fonts)));
    return { trouble: '', detail: '' };
  } catch (error) {
    console.warn('The plan could not be made:', error);
    const unfetched = error instanceof TypeError || /** @type {any} */ (error)?.code === 'fonts-unavailable';
    return { trouble: unfetched ? 'plan.fontsUnavailable' : 'plan.failed', detail: '' };
  }
}

/**
 * A PDF, or a picture when the file is to be one.
 * @param {any} certificate @param {string} fileName @param {() => Promise<IDBDatabase>} connection
 */
async function makeCertificate(certificate, fileName, connection) {
  try {
    const [set, { issued }, fonts] = await Promise.all([import('./certificate.js'), import('./trust/issue.js'), documentFonts()]);
    const missing = set.unprintable(certificate.learnerName, fonts.index);
    if (missing.length > 0) return { trouble: words.unprintable, detail: missing.join(' ') };
    const credential = await issued(certificate.credential, connection, new URL('.', location.href).href);
    const picture = fileName.endsWith('.png');
    const bytes = picture
      ? await set.makePicture(certificate, fonts, credential)
      : await set.makeCertificate(certificate, fonts, { issued: credential });
    download(fileName, picture ? 'image/png' : 'application/pdf', /** @type {BlobPart} */ (bytes));
    return { trouble: '', detail: '' };
  } catch (error) {
    console.warn('The certificate could not be made:', error);
    const { code, characters } = /** @type {{ code?: string, characters?: string[] }} */ (error ?? {});
    return { trouble: words[code ?? ''] ?? (error instanceof TypeError ? words['fonts-unavailable'] : 'certificate.failed'), detail: (characters ?? []).join(' ') };
  }
}
