// What a credential says, read by somebody who does not trust whoever wrote it: every value is taken only as the short text it should be.

/** @param {unknown} value @param {number} [longest] */
export const shortText = (value, longest = 400) => (typeof value === 'string' ? value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, longest).normalize('NFC') : '');

/** @param {unknown} value @returns {any} */
const object = (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value.slice(0, 20) : value === undefined ? [] : [value]);

/** @param {unknown} figure */
const percent = (figure) => (/^\d{1,3}(\.\d{1,3})?$/.test(shortText(figure)) ? `${shortText(figure)}%` : '');
/** @param {unknown} time */
const time = (time) => (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(shortText(time)) && !Number.isNaN(Date.parse(shortText(time))) ? new Date(shortText(time)).toISOString() : '');

/** The fields in which a credential and the file around it are compared, as portal::VerifiedField numbers them. */
export const fields = /** @type {const} */ (['name', 'number', 'course', 'score', 'passMark', 'finished', 'serial', 'version', 'issuer', 'validFrom', 'validUntil', 'evidence', 'id']);

/** @typedef {typeof fields[number]} Field @typedef {Map<Field, string>} Values */

/** Is it an Open Badge at all? @param {any} payload */
export const isOpenBadge = (payload) => list(payload['@context'])[0] === 'https://www.w3.org/ns/credentials/v2'
  && list(payload.type).includes('VerifiableCredential') && list(payload.type).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential')
  && Object.keys(object(payload.credentialSubject)).length > 0 && shortText(object(payload.issuer).id) !== '' && time(payload.validFrom) !== '';

/** @param {any} payload of a token @returns {Values} those that are there */
export function valuesOf(payload) {
  const subject = object(payload.credentialSubject);
  const achievement = object(subject.achievement);
  const identity = (/** @type {string} */ type) => list(subject.identifier).map(object).find((each) => each.identityType === type);
  const number = identity('identifier');
  /** @type {Values} */
  const values = new Map([
    ['name', shortText(identity('name')?.identityHash)],
    ['number', number?.hashed === true ? shortText(number.identityHash) : shortText(number?.identityHash)],
    ['course', shortText(achievement.name)],
    ['score', percent(object(list(subject.result)[0]).value)],
    ['passMark', percent(object(list(achievement.resultDescription)[0]).requiredValue)],
    ['finished', time(subject.activityEndDate)],
    ['serial', shortText(subject.licenseNumber)],
    ['version', shortText(achievement.version)],
    ['issuer', shortText(object(payload.issuer).name)],
    ['validFrom', time(payload.validFrom)],
    ['validUntil', time(payload.validUntil)],
    ['evidence', shortText(object(list(payload.evidence)[0]).id)],
    ['id', shortText(payload.id)],
  ]);
  for (const [field, value] of values) if (value === '') values.delete(field);
  return values;
}

/** What our PDFs say of themselves beside their page; as page.js writes it. @param {Map<string, string>} info @returns {Values} */
export function claimsOfPdf(info) {
  /** @type {[Field, string][]} */
  const claims = [
    ['name', shortText(info.get('LearnerName'))],
    ['course', shortText(info.get('CourseTitle'))],
    ['score', percent(shortText(info.get('Score')))],
    ['passMark', percent(shortText(info.get('PassMark')))],
    ['finished', time(info.get('CompletedOn'))],
    ['serial', shortText(info.get('CertificateNumber'))],
    ['version', shortText(info.get('CourseVersion'))],
  ];
  return new Map(claims.filter(([, value]) => value !== ''));
}

/** What a completion record says, which nobody has signed. @param {any} record @returns {Values} */
export function claimsOfRecord(record) {
  const [learner, course] = [object(record.learner), object(record.course)];
  const figure = (/** @type {unknown} */ value) => (typeof value === 'number' ? percent(String(Math.round(value * 10) / 10)) : '');
  /** @type {[Field, string][]} */
  const claims = [
    ['name', shortText(learner.name)],
    ['number', shortText(learner.number)],
    ['course', shortText(course.title)],
    ['score', figure(course.score)],
    ['passMark', figure(course.passMark)],
    ['finished', time(course.finished)],
    ['serial', shortText(course.certificate)],
    ['version', shortText(course.contentVersion)],
    ['evidence', shortText(object(record.evidence).head)],
  ];
  return new Map(claims.filter(([, value]) => value !== ''));
}
