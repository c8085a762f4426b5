// The ways in which a certificate cannot be made, as one error type that the portal can turn into a sentence.

/**
 * @typedef {'unprintable' | 'too-long' | 'incomplete' | 'fonts-unavailable'} CertificateFailure
 * unprintable: no font slice has these characters · too-long: a text does not fit its place ·
 * incomplete: the certificate's data lacks something · fonts-unavailable: a font slice could not be loaded
 */

export class CertificateError extends Error {
  /**
   * @param {CertificateFailure} code
   * @param {string} message
   * @param {{ field?: string, characters?: string[], cause?: unknown }} [details] field: the certificate's member it is about
   */
  constructor(code, message, details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CertificateError';
    this.code = code;
    this.field = details.field;
    this.characters = details.characters ?? [];
  }
}
