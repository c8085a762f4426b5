// The verdict on a certificate. A key counts only when it is pinned: when the portal's own settings name it. A key that a token brings along
// shows at most that nothing was changed since, and nobody ever vouches by it. Knows no file format, no screen and no network.

import { isOpenBadge, shortText, valuesOf } from './credential.js';
import { utf8 } from './encoding.js';
import { didOf, keyInDid, publicJwk } from './keys.js';
import { sealHolds } from './seal.js';
import { isRevoked, statusEntryOf } from './status.js';
import { claimsOf, signedBy, tokenIn } from './token.js';

/**
 * @typedef {import('./keys.js').PublicJwk} PublicJwk @typedef {import('./credential.js').Values} Values
 * @typedef {{ kid: string, name: string, jwk: PublicJwk, from: string, until: string }} Issuer a pinned key: whose, and for what is signed
 *   from when until when ('': from ever, for ever)
 *
 * @typedef {'genuine' | 'self-issued' | 'changed' | 'unknown-issuer' | 'expired' | 'revoked' | 'unreadable' | 'unsigned'} Verdict
 * @typedef {'' | 'signature' | 'algorithm' | 'claims' | 'contradiction' | 'seal' | 'several' | 'key-time' | 'not-yet' | 'status-unknown' | 'own'
 *   | 'no-credential' | 'no-token' | 'no-badge' | 'damaged' | 'too-large' | 'record'} Reason
 * @typedef {{ verdict: Verdict, reason: Reason, by: string, signed: Values, claimed: Values }} Judgement by: whose key it was
 *
 * @typedef {{ issuers: Issuer[], own: PublicJwk | null, now: Date, statusList: (address: string) => Promise<string | null> }} Context
 * @typedef {{ seal: string, rest: Uint8Array, claimed: Values }} Around the file that the token was in
 */

/** @param {unknown} settings as they are published @returns {Issuer[]} those that can be used */
export function issuersIn(settings) {
  const { issuers } = /** @type {{ issuers?: unknown }} */ (settings ?? {});
  return (Array.isArray(issuers) ? issuers : []).flatMap((each) => {
    const jwk = publicJwk(each?.jwk);
    const day = (/** @type {unknown} */ text) => (Number.isNaN(Date.parse(shortText(text))) ? '' : shortText(text));
    if (!jwk || shortText(each.kid) === '' || shortText(each.name) === '') return [];
    // A day that cannot be read must not become "for ever".
    if ([each.from, each.until].some((text) => text !== undefined && text !== '' && day(text) === '')) return [];
    return [{ kid: each.kid, name: shortText(each.name), jwk, from: day(each.from), until: day(each.until) }];
  });
}

/** @param {PublicJwk} one @param {PublicJwk | null} other */
const sameKey = (one, other) => other !== null && one.x === other.x && one.y === other.y;

/** Does the token's envelope say what the credential says? @param {any} payload */
function agrees(payload) {
  const said = /** @type {Record<string, unknown>} */ (claimsOf(payload));
  return ['iss', 'jti', 'sub', 'nbf', 'exp'].every((claim) => payload[claim] === said[claim]);
}

/** Whether a key of the settings was in use when this was signed; a day that ends counts whole. @param {Issuer} issuer @param {string} at */
function inUse({ from, until }, at) {
  const end = /^\d{4}-\d\d-\d\d$/.test(until) ? Date.parse(until) + 86_400_000 : Date.parse(until);
  return (from === '' || Date.parse(at) >= Date.parse(from)) && (until === '' || Date.parse(at) < end);
}

/**
 * @param {string} text the token @param {Context} context @param {Around | null} around null: nothing was around it
 * @returns {Promise<Judgement>}
 */
export async function judge(text, context, around = null) {
  const claimed = around?.claimed ?? new Map();
  const token = tokenIn(text);
  if (!token) return { verdict: 'unreadable', reason: 'no-token', by: '', signed: new Map(), claimed };
  const { header, payload } = token;
  /** @param {Verdict} verdict @param {Reason} reason @param {string} [by] @returns {Judgement} */
  const found = (verdict, reason, by = '') => ({ verdict, reason, by, signed: valuesOf(payload), claimed });

  if (!isOpenBadge(payload)) return found('unreadable', 'no-badge');
  if (header.alg !== 'ES256' || 'crit' in header || (header.typ !== undefined && header.typ !== 'JWT')) return found('changed', 'algorithm');
  if (!agrees(payload)) return found('changed', 'contradiction');

  const brought = header.jwk === undefined ? null : publicJwk(header.jwk);
  if (header.jwk !== undefined && !brought) return found('changed', 'algorithm');
  const issuer = context.issuers.find(({ kid, jwk }) => (header.kid === undefined ? sameKey(jwk, brought) : header.kid === kid));
  // The header names a key of the settings and brings another one along, or the credential names somebody else.
  if (issuer && ((brought && !sameKey(issuer.jwk, brought)) || payload.iss !== didOf(issuer.jwk))) return found('changed', 'signature');
  const key = issuer?.jwk ?? brought ?? keyInDid(payload.iss);
  if (!key) return found('unknown-issuer', '');
  if (payload.iss !== didOf(key)) return found(brought || issuer ? 'changed' : 'unknown-issuer', 'signature');
  if (!await signedBy(key, token.signature, /** @type {Uint8Array<ArrayBuffer>} */ (utf8.encode(token.input)))) return found('changed', 'signature');

  // From here on the credential is as it was signed; is the file around it?
  if (around) {
    if (!await sealHolds(around.seal, payload.jti, around.rest, key)) return found('changed', 'seal');
    const signed = valuesOf(payload);
    for (const [field, value] of around.claimed) if (value !== (signed.get(field) ?? '')) return found('changed', 'claims');
  }
  if (!issuer) return brought ? found('self-issued', sameKey(brought, context.own) ? 'own' : '') : found('unknown-issuer', '');
  if (!inUse(issuer, payload.validFrom)) return found('unknown-issuer', 'key-time', issuer.name);
  const entry = statusEntryOf(payload);
  const list = entry && await context.statusList(entry.address);
  const revoked = entry && (list ? await isRevoked(list, entry, key, payload.iss, context.now) : null);
  if (revoked) return found('revoked', '', issuer.name);
  if (Date.parse(payload.validFrom) > context.now.getTime()) return found('expired', 'not-yet', issuer.name);
  if (payload.validUntil !== undefined && !(Date.parse(payload.validUntil) > context.now.getTime())) return found('expired', '', issuer.name);
  return found('genuine', entry && revoked === null ? 'status-unknown' : '', issuer.name);
}
