// Whoever wants to know whether a certificate is what it says: saved by a learner, then dropped, chosen, pasted or scanned by somebody else.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { readPdf } from '../../web/trust/pdf.js';
import { readPng } from '../../web/trust/png.js';
import { tokenIn } from '../../web/trust/token.js';
import { credentialFor, organisation } from '../trust/samples.mjs';
import { axeFindsNothing } from './axe.mjs';
import { downloaded, takeFinalQuiz, typeName } from './journey.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, ready, settled } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const room = 'training.room';
const portal = portalInChromium({ flags: [`--host-resolver-rules=MAP ${room} 127.0.0.1`] });
const name = '欧阳𠮷';

/** @param {string} path of a PDF or PNG @returns {string} what the QR code on it says */
function scanned(path) {
  const folder = mkdtempSync(join(tmpdir(), 'scan '));
  try {
    let picture = path;
    if (readFileSync(path).subarray(0, 4).toString() === '%PDF') {
      execFileSync('pdftoppm', ['-r', '200', '-singlefile', '-png', path, join(folder, 'page')]);
      picture = join(folder, 'page.png');
    } else {
      writeFileSync(join(folder, 'copy.png'), readFileSync(path)); // its ending says what it is
      picture = join(folder, 'copy.png');
    }
    return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Saves both certificates, as somebody who has just passed. @param {Learner} learner @param {string} who */
async function passes(learner, who) {
  await takeFinalQuiz(learner);
  await learner.follow('home.getCertificate');
  await learner.sees(learner.say('certificate.title'));
  await typeName(learner, who);
  const pdf = await downloaded(learner, 'certificate.save');
  await learner.hears('certificate.doneTitle');
  const png = await downloaded(learner, 'certificate.savePicture');
  await learner.hears('certificate.doneTitle');
  return { pdf, png };
}

/** @param {Learner} clerk @param {{ name: string, mimeType: string, buffer: Buffer }} file */
async function chooses(clerk, file) {
  const chooser = clerk.page.waitForEvent('filechooser');
  await clerk.press('verify.choose');
  await (await chooser).setFiles(file);
}
/** @param {Learner} clerk @param {string} text */
async function pastes(clerk, text) {
  await clerk.writes(clerk.page.getByLabel(clerk.say('verify.field'), { exact: true }), text);
  await clerk.press('verify.check');
}
/** The verdict that stands on the screen. @param {Learner} clerk @param {string} verdict @param {Record<string, string>} [values] */
const reads = (clerk, verdict, values) => clerk.page.getByRole('main').getByText(clerk.say(`verdict.${verdict}`, values), { exact: true }).first().waitFor();

/** @type {{ pdf: Awaited<ReturnType<typeof downloaded>>, png: Awaited<ReturnType<typeof downloaded>>, bytes: { pdf: Buffer, png: Buffer }, links: string[] }} */
let saved;

describe('a learner who has passed', () => {
  it('saves a PDF and a picture with one credential, signed by one key that stays and cannot be read out', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone' });
    const learner = new Learner(page, 'zh-CN');
    const first = await passes(learner, name);
    saved = { ...first, bytes: { pdf: first.pdf.bytes, png: first.png.bytes }, links: [first.pdf.path, first.png.path].map(scanned) };
    assert.match(first.png.name, /\.png$/);
    execFileSync('pngcheck', ['-q', first.png.path]);
    execFileSync('qpdf', ['--check', first.pdf.path]);
    assert.ok(first.pdf.bytes.length < 200_000, `${first.pdf.bytes.length} bytes`);
    const [ofPdf] = readPdf(first.pdf.bytes).tokens;
    const [ofPng] = readPng(first.png.bytes)?.tokens ?? [];
    assert.equal(tokenIn(ofPdf)?.payload.credentialSubject.identifier[0].identityHash, name);
    assert.deepEqual(tokenIn(ofPdf)?.header, tokenIn(ofPng)?.header);
    assert.deepEqual(tokenIn(ofPdf)?.payload, tokenIn(ofPng)?.payload);
    assert.equal(saved.links[0].slice(0, saved.links[0].indexOf('#')), `${portal.origin}/`);

    await page.reload();
    await ready(page);
    const again = await downloaded(learner, 'certificate.save');
    assert.deepEqual(tokenIn(readPdf(again.bytes).tokens[0])?.header.jwk, tokenIn(ofPdf)?.header.jwk, 'the key is still there');
    const exported = await page.evaluate(async () => {
      const database = await new Promise((resolve, reject) => {
        const asked = indexedDB.open('service-academy');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      const key = await new Promise((resolve) => { database.transaction('about').objectStore('about').get('signing').onsuccess = (/** @type {any} */ event) => resolve(event.target.result); });
      return crypto.subtle.exportKey('pkcs8', key.privateKey).then(() => 'read out', (/** @type {Error} */ error) => error.name);
    });
    assert.equal(exported, 'InvalidAccessError');

    // The same browser knows its own.
    await learner.goes('#/verify');
    await chooses(learner, { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: saved.bytes.pdf });
    await reads(learner, 'self-issued');
    await page.getByText(learner.say('verdictReason.own'), { exact: false }).first().waitFor();
  });

  it('over plain http: a certificate without a signature, which says so, and the other screen says why too', async (t) => {
    const { page: local } = await portal.open(t);
    const address = new URL(portal.origin);
    address.hostname = room;
    const context = await /** @type {import('../../web/node_modules/playwright-core/index.d.ts').Browser} */ (local.context().browser()).newContext({ locale: 'en' });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`${address.origin}/`);
    await ready(page);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    const learner = new Learner(page, 'en');
    await takeFinalQuiz(learner);
    await learner.follow('home.getCertificate');
    await learner.hears('certificate.unsigned');
    await typeName(learner, 'José Álvarez');
    const pdf = await downloaded(learner, 'certificate.save');
    assert.deepEqual(readPdf(pdf.bytes).tokens, []);
    const text = execFileSync('pdftotext', [pdf.path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    assert.ok(text.includes('José Álvarez') && text.includes(learner.say('certificate.unsigned')), text);
    await learner.goes('#/verify');
    await pastes(learner, 'a.b.c');
    await reads(learner, 'unreadable');
    await page.getByText(learner.say('verdictReason.insecure'), { exact: false }).first().waitFor();
  });
});

describe('somebody who verifies, elsewhere', () => {
  /** @type {Awaited<ReturnType<typeof organisation>>} */
  let training;
  /** @type {string} */
  let countersigned;
  before(async () => {
    training = await organisation('培训部');
    countersigned = await training.sign(credentialFor(name), { validFrom: '2026-06-01T00:00:00Z' });
  });

  it('drops the PDF, the picture, opens the link of each, and pastes the credential: the same verdict, and who it is for', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/verify' });
    const clerk = new Learner(page, 'zh-CN');
    await clerk.sees(clerk.say('verify.title'));
    await clerk.hears('verify.noKeys');
    await axeFindsNothing(page, 'verify, empty');
    for (const [kind, bytes] of Object.entries(saved.bytes)) {
      await page.evaluate(([base64, type]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], `dropped.${type}`));
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true, bubbles: true }));
      }, [bytes.toString('base64'), kind]);
      await clerk.reads(`dropped.${kind}`);
      await reads(clerk, 'self-issued');
      await clerk.reads(name);
      assert.equal(await page.getByText(clerk.say('verdictReason.own'), { exact: false }).count(), 0, 'another browser made it');
    }
    await axeFindsNothing(page, 'verify, self-issued');
    for (const link of saved.links) {
      await page.goto('about:blank');
      await page.goto(link);
      await ready(page);
      await reads(clerk, 'self-issued');
      await clerk.reads(name);
    }
    await clerk.goes('#/verify');
    await pastes(clerk, readPdf(saved.bytes.pdf).tokens[0]);
    await reads(clerk, 'self-issued');
  });

  it('sees every change: of the file, of the credential, and what is no certificate at all', async (t) => {
    const { page } = await portal.open(t, { language: 'en', hash: '#/verify' });
    const clerk = new Learner(page, 'en');
    const as = (/** @type {string} */ file, /** @type {Buffer} */ buffer) => ({ name: file, mimeType: 'application/octet-stream', buffer });
    const changed = Buffer.from(saved.bytes.pdf);
    changed[changed.length >> 1] ^= 1;
    await chooses(clerk, as('changed.pdf', changed));
    await reads(clerk, 'changed');
    const [token] = readPdf(saved.bytes.pdf).tokens;
    await pastes(clerk, token.replace(/.{20}$/, 'A'.repeat(20)));
    await reads(clerk, 'changed');
    await chooses(clerk, as('noise.png', Buffer.from('not a picture')));
    await reads(clerk, 'unreadable');
    await chooses(clerk, as('large.pdf', Buffer.alloc(17 << 20)));
    await page.getByText(clerk.say('verdictReason.too-large'), { exact: false }).first().waitFor();
  });

  it("trusts the keys in the portal's settings and no other, without network too", async (t) => {
    let network = true;
    const { page } = await portal.open(t, {
      language: 'zh-CN', hash: '#/verify', size: 'phone', noise: /Failed to load resource|As it was when it last came/,
      prepare: (opened) => opened.route('**/settings.json', (route) => (network ? route.fulfill({ json: { issuers: [training.issuer] } }) : route.abort())),
    });
    const clerk = new Learner(page, 'zh-CN');
    await clerk.hears('verify.keys', { names: '培训部' });
    await pastes(clerk, countersigned);
    await reads(clerk, 'genuine', { by: '培训部' });
    await settled(page);
    await axeFindsNothing(page, 'verify, genuine');
    network = false;
    const stranger = await organisation('培训部'); // of the same name, with a key of its own
    await pastes(clerk, await stranger.sign(credentialFor('冒名者')));
    await reads(clerk, 'changed');
    await pastes(clerk, countersigned);
    await reads(clerk, 'genuine', { by: '培训部' });
    await pastes(clerk, await stranger.sign(credentialFor('冒名者'), {}, { kid: 'other' }));
    await reads(clerk, 'unknown-issuer');
  });

  it('finds the way from the certificate, from the records and from Me, and reads the verdict on the plain page', inPairs, async (t) => {
    const { page } = await portal.open(t, { language: 'en', hash: '#/records' });
    const clerk = new Learner(page, 'en');
    await clerk.follow('verify.link');
    await clerk.sees(clerk.say('verify.title'));
    await clerk.goes('#/me');
    await page.getByRole('checkbox', { name: clerk.say('me.plain'), exact: true }).check();
    await clerk.follow('verify.link');
    await clerk.sees(clerk.say('verify.title'));
    await pastes(clerk, countersigned);
    await reads(clerk, 'unknown-issuer');
    await axeFindsNothing(page, 'verify, plain', { contrast: true });
  });
});
