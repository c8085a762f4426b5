// A token as an address that a QR code has room for: "1" and base32 of the key, the signature and the packed words. Nothing is left out:
// the token comes back letter by letter, or the address is none. Addresses that were printed once must be read for ever, so a number stands
// before each form; form 1 and its dictionary never change.

import { deflateSync, inflateSync } from 'fflate';
import { base32, base64url, fromBase32, fromBase64url, joined, textOf, utf8 } from './encoding.js';
import { didOf, keyInDid, publicJwk } from './keys.js';

/** What nearly every credential says, which then costs next to nothing. The words that come most often stand last. */
const dictionary = utf8.encode(`{"alg":"ES256","typ":"JWT","kid":"{"alg":"ES256","typ":"JWT","jwk":{"kty":"EC","crv":"P-256","x":"","y":""}}
","credentialStatus":{"id":"https://","type":"BitstringStatusListEntry","statusPurpose":"revocation","statusListIndex":"1","statusListCredential":"https://"},"validUntil":"2027-01-01T00:00:00.000Z"
Customer ServiceService AcademyA learner’s browser, Service AcademyPassed the final quiz of the course with % or more.The learning record that this was issued fromFinal quiz
服务学苑客户服务学员的浏览器（服务学苑）通过课程的结业测验，得分不低于据以签发的学习记录结业测验客户服务互动课程
{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"urn:uuid:","type":["VerifiableCredential","OpenBadgeCredential"],"name":"","issuer":{"id":"","type":["Profile"],"name":""},"validFrom":"2026-11-22T09:31:05.120Z","credentialSubject":{"id":"urn:uuid:","type":["AchievementSubject"],"identifier":[{"type":"IdentityObject","identityHash":"","identityType":"name","hashed":false},{"type":"IdentityObject","identityHash":"sha256$","identityType":"identifier","hashed":true,"salt":""}],"licenseNumber":"SA-2026","activityEndDate":"2026-","achievement":{"id":"urn:uuid:","type":["Achievement"],"achievementType":"Course","humanCode":"service-academy","version":"2026.11","inLanguage":"zh-CN","name":"","description":"","criteria":{"narrative":""},"resultDescription":[{"id":"urn:uuid:","type":["ResultDescription"],"name":"","resultType":"Percent","valueMin":"0","valueMax":"100","requiredValue":"80"}]},"result":[{"type":["Result"],"resultDescription":"urn:uuid:","value":"9"}]},"evidence":[{"id":"ni:///sha-256;","type":["Evidence"],"name":""}],"iss":"","jti":"urn:uuid:","sub":"urn:uuid:","nbf":17953}`);

const form = '1';
/** Packed bytes of an address; and what may come out of them. */
const most = { packed: 8192, words: 32_768 };
// What stands for the key in the packed words: its own letters are packed worse than its bytes. JSON has no such characters.
const marks = { did: '\x01', x: '\x02', y: '\x03' };

/** @param {string} token @returns {string} '' when it cannot be written so */
export function packedToken(token) {
  const [header, payload, signature] = token.split('.');
  const words = `${textOf(fromBase64url(header))}\n${textOf(fromBase64url(payload))}`;
  const jwk = keyInDid(JSON.parse(textOf(fromBase64url(payload))).iss);
  const sign = fromBase64url(signature);
  if (!jwk || /[\x01-\x03]/.test(words) || sign.length !== 64) return '';
  const short = words.replaceAll(didOf(jwk), marks.did).replaceAll(jwk.x, marks.x).replaceAll(jwk.y, marks.y);
  const key = joined(fromBase64url(jwk.x), fromBase64url(jwk.y));
  const packed = form + base32(joined(joined(key, sign), deflateSync(utf8.encode(short), { level: 9, dictionary })));
  return tokenOf(packed) === token ? packed : '';
}

/** The token of an address; '' when it is none. @param {string} packed */
export function tokenOf(packed) {
  if (!packed.startsWith(form) || packed.length > most.packed * 2) return '';
  try {
    const bytes = fromBase32(packed.slice(1));
    if (bytes.length > most.packed) return '';
    const jwk = publicJwk({ kty: 'EC', crv: 'P-256', x: base64url(bytes.slice(0, 32)), y: base64url(bytes.slice(32, 64)) });
    const out = inflateSync(bytes.subarray(128), { dictionary, out: new Uint8Array(most.words) });
    if (!jwk || out.length >= most.words) return '';
    const words = textOf(out).replaceAll(marks.did, didOf(jwk)).replaceAll(marks.x, jwk.x).replaceAll(marks.y, jwk.y);
    const [header, payload, more] = words.split('\n');
    if (payload === undefined || more !== undefined) return '';
    return `${base64url(utf8.encode(header))}.${base64url(utf8.encode(payload))}.${base64url(bytes.subarray(64, 128))}`;
  } catch {
    return '';
  }
}

/** Where a token is verified. @param {string} home the portal's address @param {string} token @returns {string} '' when there is no such address */
export function linkOf(home, token) {
  const packed = packedToken(token);
  return packed === '' ? '' : `${home}#/verify/${packed}`;
}

/** The token in what somebody pasted: a token, an address of this kind from any portal, or the part of it that counts; '' when there is none. @param {string} text */
export function tokenInText(text) {
  const tidy = text.replace(/\s+/g, '');
  const part = /#\/verify\/([\w.-]+)$/.exec(tidy)?.[1] ?? tidy;
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(part) ? part : tokenOf(part.toUpperCase());
}
