// HR issues certificates in the organisation's name, somebody verifies one, HR takes it back; and a learner hands a record over, sealed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { unzipSync } from '../../web/node_modules/fflate/esm/index.mjs';
import { handedOver, readHandOver, sealedFor } from '../../web/trust/handover.js';
import { newKey } from '../../web/trust/keys.js';
import { newOrganisationKey, opened, withIssuer } from '../../web/trust/organisation.js';
import { tokenIn } from '../../web/trust/token.js';
import { axeFindsNothing } from './axe.mjs';
import { Learner } from './learner.mjs';
import { adds } from './people.mjs';
import { recordOf } from './records.mjs';
import { portalInChromium, ready, root } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const require = createRequire(import.meta.url);
const { default: Ajv2020 } = /** @type {typeof import('../../web/node_modules/ajv/dist/2020.js')} */ (require('../../web/node_modules/ajv/dist/2020.js'));
/** @type {typeof import('../../web/node_modules/jose/dist/types/index.d.ts')} */
const jose = await import(new URL('../../web/node_modules/jose/dist/webapi/index.js', import.meta.url).href);
const schemaOf = (/** @type {string} */ name) => new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(`${root}app/records/${name}.schema.json`, 'utf8')));

const portal = portalInChromium();
const passphrase = '云杉常青松柏2026';
const organisation = '云杉公司培训部';
const people = [
  recordOf(1, '王小明', { score: 92 }),
  recordOf(2, '李芳', { department: '客服二部', status: 'in-progress', score: 60, day: '2026-11-02' }),
  recordOf(3, '单雪', { department: '客服二部', day: '2026-09-01', score: 85 }),
];
const file = (/** @type {string} */ name, /** @type {string | Buffer} */ content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const lines = people.map((record) => `${JSON.stringify(record)}\n`).join('');

/** What the organisation's website has beside index.html. @param {Page} page @param {Map<string, string>} files */
const publishes = (page, files) => page.route(/\/(settings\.json|revoked-\w+\.jwt)$/, (route) => {
  const body = files.get(new URL(route.request().url()).pathname.slice(1));
  return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body });
});

/** @param {Learner} clerk @param {() => Promise<void>} press @returns {Promise<{ name: string, bytes: Buffer, text: string }>} */
async function saves(clerk, press) {
  const [download] = await Promise.all([clerk.page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}
/** @param {Learner} clerk @param {() => Promise<void>} press @param {ReturnType<typeof file>[]} files */
async function chooses(clerk, press, files) {
  const chooser = clerk.page.waitForEvent('filechooser');
  await press();
  await (await chooser).setFiles(files);
}
/** @param {Learner} clerk @param {string} key @param {string} words */
const types = (clerk, key, words) => clerk.writes(clerk.page.getByLabel(clerk.say(key), { exact: true }), words);

/** @param {Learner} clerk */
async function makesKey(clerk) {
  await clerk.sees(clerk.say('issuing.title'), 2);
  await types(clerk, 'issuing.name', organisation);
  await types(clerk, 'issuing.passphrase', passphrase);
  await types(clerk, 'issuing.again', passphrase);
  await clerk.press('issuing.make');
  await clerk.hears('issuerSaid.made');
}

/** What a run brought. @param {Buffer} zip */
function unpacked(zip) {
  const files = unzipSync(zip);
  const text = (/** @type {string} */ name) => Buffer.from(files[name]).toString('utf8');
  return {
    rows: text('certificates.csv').trimEnd().split('\r\n'),
    issued: text('credentials.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line)),
    documents: Object.entries(files).filter(([name]) => name.endsWith('.pdf')).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes) })),
  };
}
/** @param {Learner} clerk @param {number} count */
const countersigns = async (clerk, count) => unpacked((await saves(clerk, async () => {
  await clerk.press('issuing.countersign');
  await clerk.press('countersign.yes', { count: String(count) });
})).bytes);

/** @param {Learner} clerk @param {string} verdict @param {Record<string, string>} [values] */
const reads = (clerk, verdict, values) => clerk.page.getByRole('main').getByText(clerk.say(`verdict.${verdict}`, values), { exact: true }).first().waitFor();
/** @param {Learner} clerk @param {string} text */
async function verifies(clerk, text) {
  await clerk.goes('#/verify');
  await types(clerk, 'verify.field', text);
  await clerk.press('verify.check');
}

describe('the organisation that issues', () => {
  it('makes its key, countersigns those who have finished; they verify as genuine; one is revoked, published, and verifies so', async (t) => {
    /** @type {Map<string, string>} */
    const site = new Map([['settings.json', '{"issuers":[]}']]);
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/records', noise: /status of 404/, prepare: (opening) => publishes(opening, site) });
    const clerk = new Learner(page, 'zh-CN');
    const { say } = clerk;
    await makesKey(clerk);
    const key = JSON.parse((await saves(clerk, () => clerk.press('issuing.saveKey'))).text);
    assert.ok(key.rounds >= 600_000 && !JSON.stringify(key).includes('"d"'));
    site.set('settings.json', (await saves(clerk, () => clerk.press('issuing.saveSettings'))).text);
    await clerk.press('issuing.saveList');
    await clerk.hears('issuerSaid.noList');
    await axeFindsNothing(page, 'the console with a key');
    await chooses(clerk, () => clerk.press('records.bring'), [file('a.jsonl', lines)]);
    await clerk.reads(say('report.taken', { file: 'a.jsonl', count: '3' }));

    const first = await countersigns(clerk, 2);
    await clerk.hears('issuerSaid.issued', { count: '2' });
    assert.equal(first.rows.length, 3);
    assert.deepEqual(first.documents.map(({ name }) => name).sort(), ['certificates/K1 王小明.pdf', 'certificates/K3 单雪.pdf']);
    const [issuer] = JSON.parse(/** @type {string} */ (site.get('settings.json'))).issuers;
    const accepts = schemaOf('credential');
    for (const { token, id, name } of first.issued) {
      const { payload } = await jose.jwtVerify(token, await jose.importJWK(issuer.jwk, 'ES256'), { algorithms: ['ES256'], currentDate: new Date(Date.now() + 1000) });
      assert.equal(accepts(payload), true, JSON.stringify(accepts.errors));
      assert.deepEqual([payload.jti, /** @type {any} */ (payload).credentialSubject.identifier[0].identityHash], [id, name]);
    }
    const list = await saves(clerk, () => clerk.press('issuing.saveList'));
    site.set(list.name, list.text);

    const linkOf = (/** @type {string} */ name) => String(first.rows.find((row) => row.includes(`"${name}"`))?.split('"').at(-2));
    await verifies(clerk, linkOf('王小明'));
    await reads(clerk, 'genuine', { by: organisation });
    assert.equal(await page.getByText(say('verdictReason.status-unknown')).count(), 0);
    await chooses(clerk, () => clerk.press('verify.choose'), first.documents.slice(0, 1).map(({ name, bytes }) => file(name, bytes)));
    await clerk.reads(String(first.documents[0].name));
    await reads(clerk, 'genuine', { by: organisation });

    await clerk.goes('#/records');
    await types(clerk, 'issuing.search', '王小');
    await clerk.press('issuing.revoke', { name: '王小明' });
    await types(clerk, 'revoke.reason', '成绩有误');
    await axeFindsNothing(page, 'whether to revoke');
    await clerk.press('revoke.yes');
    await clerk.hears('issuerSaid.revoked');
    site.set(list.name, (await saves(clerk, () => clerk.press('issuing.saveList'))).text);
    await verifies(clerk, linkOf('王小明'));
    await reads(clerk, 'revoked');
    await verifies(clerk, linkOf('单雪'));
    await reads(clerk, 'genuine', { by: organisation });

    // Another day: the key is closed, whoever holds a certificate gets no second one unasked, and no place of the list is used twice.
    await page.goto(`${portal.origin}/#/records`);
    await page.reload();
    await ready(page);
    await clerk.press('issuing.countersign');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('issuing.passphrase'), { exact: true }).fill('云杉常青松柏2027');
    await dialog.getByRole('button', { name: say('issuing.unlock'), exact: true }).click();
    await dialog.getByText(say('issuerSaid.wrong-passphrase'), { exact: true }).first().waitFor();
    await dialog.getByLabel(say('issuing.passphrase'), { exact: true }).fill(passphrase);
    await dialog.getByRole('button', { name: say('issuing.unlock'), exact: true }).click();
    const again = unpacked((await saves(clerk, () => clerk.press('countersign.yes', { count: '2' }))).bytes);
    await clerk.reads(say('issuerSaid.issued', { count: '1' }) + say('issuerSaid.skipped', { count: '1' }));
    assert.deepEqual(again.issued.map(({ name }) => name), ['王小明'], 'who was revoked gets a new one');
    const places = [...first.issued, ...again.issued].map(({ token }) => tokenIn(token)?.payload.credentialStatus.id);
    assert.equal(new Set(places).size, 3, String(places));
  });

  it('reads what learners hand over sealed as soon as its key is open, and says of each file what is wrong with it', async (t) => {
    const { page } = await portal.open(t, { language: 'en', hash: '#/records', prepare: (opening) => publishes(opening, new Map([['settings.json', '{}']])) });
    const clerk = new Learner(page, 'en');
    const { say } = clerk;
    const key = await newOrganisationKey(organisation, passphrase, new Date());
    await chooses(clerk, () => clerk.press('issuing.bring'), [file('key.json', JSON.stringify({ format: 'service-academy-organisation-key', version: 1, ...key, register: { lists: [], entries: [] } }))]);
    await clerk.hears('issuerSaid.brought');
    const [phone, office] = [await newKey(), await newKey()];
    const open = await handedOver(people[0], phone, new Date());
    const stranger = await newOrganisationKey('x', passphrase, new Date());
    await chooses(clerk, () => clerk.press('records.bring'), [
      file('sealed.json', await sealedFor(open, { kid: key.kid, sealing: key.sealing.jwk })), file('open.json', await handedOver(people[2], phone, new Date())),
      file('changed.json', open.replace(/.{20}"\}\n$/, `${'A'.repeat(20)}"}\n`)), file('others.json', await sealedFor(open, { kid: stranger.kid, sealing: stranger.sealing.jwk })),
    ]);
    await clerk.reads(say('report.taken', { file: 'open.json', count: '1' }));
    for (const [name, what] of [['sealed.json', 'sealed'], ['changed.json', 'changed'], ['others.json', 'sealedOther']]) await clerk.reads(say('report.file', { file: name, what: say(`remark.${what}`) }));
    await types(clerk, 'issuing.passphrase', passphrase);
    await clerk.press('issuing.unlock');
    await clerk.reads(say('report.taken', { file: 'sealed.json', count: '1' }));
    // This learner has used another browser before.
    await chooses(clerk, () => clerk.press('records.bring'), [file('later.json', await handedOver(people[0], office, new Date()))]);
    await clerk.reads(say('report.file', { file: 'later.json', what: say('remark.otherBrowser') }));
  });
});

it('a learner makes a file for HR, which only the organisation opens', async (t) => {
  const kept = await newOrganisationKey(organisation, passphrase, new Date());
  const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', hash: '#/me', prepare: (opening) => publishes(opening, new Map([['settings.json', withIssuer({}, kept)]])) });
  const learner = new Learner(page, 'zh-CN');
  await adds(learner, '欧阳𠮷');
  await learner.goes('#/me');
  const made = await saves(learner, () => learner.press('handOver.make'));
  await learner.hears('handOver.madeSealed', { name: organisation });
  assert.match(made.name, /^learning-record-\d{4}-\d\d-\d\d\.json$/);
  assert.ok(!made.text.includes('欧阳'));
  const { record } = await readHandOver(made.text, await opened(kept, passphrase));
  const accepts = schemaOf('completion-record');
  assert.equal(accepts(record), true, JSON.stringify(accepts.errors));
  assert.equal(record.learner.name, '欧阳𠮷');
  assert.match(record.evidence.head, /^[\w-]{43}$/);
});
