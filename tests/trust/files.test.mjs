// Certificates as files: what is inside comes out, whatever was done to the file since is noticed, and nothing that is dropped here does harm.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { makeCertificate } from '../../web/certificate.js';
import { judgeFile, judgeText, largestFile } from '../../web/trust/files.js';
import { tokenInText, linkOf } from '../../web/trust/link.js';
import { readPdf, unpacked } from '../../web/trust/pdf.js';
import { baked, chunksOf, readPng, sealedPng } from '../../web/trust/png.js';
import { sealOf } from '../../web/trust/seal.js';
import { selfIssued } from '../../web/trust/token.js';
import { certificateOf, openFonts, run, textOf, withFile } from '../certificate/samples.mjs';
import { chunk, context, credentialFor, learnersToken, organisation, picture } from './samples.mjs';

/** @typedef {import('../../web/trust/keys.js').SigningKey} SigningKey */

/** @type {Awaited<ReturnType<typeof openFonts>>} */
let fonts;
/** @type {Awaited<ReturnType<typeof learnersToken>>} */
let learner;
before(async () => { [fonts, learner] = [await openFonts(), await learnersToken()]; });

/** @param {string} name */
const certificateFor = (name) => {
  /** @type {import('../../web/certificate.js').Certificate} */
  const certificate = { ...certificateOf('zh-CN', name), finishedAtIso: learner.credential.credentialSubject.activityEndDate };
  certificate.lines = { ...certificate.lines, scan: '扫描二维码，可核验导出后是否被改动。' };
  return certificate;
};

/** What is signed for a certificate of the samples. @param {string} name */
function credentialOf(name) {
  const [credential, certificate] = [credentialFor(name), certificateFor(name)];
  credential.credentialSubject.licenseNumber = certificate.serial;
  credential.credentialSubject.achievement.version = certificate.contentVersion;
  credential.credentialSubject.achievement.name = certificate.courseTitle;
  return credential;
}

/** @param {string} name @param {SigningKey} [key] */
async function issuedFor(name, key = learner.key) {
  const credential = credentialOf(name);
  const token = await selfIssued(credential, key);
  return { token, link: linkOf('https://academy.example/', token), seal: (/** @type {Uint8Array} */ rest) => sealOf(credential.id, rest, key.privateKey) };
}

/** @param {string} name */
const pdfFor = async (name) => makeCertificate(certificateFor(name), fonts, { issued: await issuedFor(name) });
/** @param {Uint8Array} bytes */
const found = async (bytes, more = {}) => {
  const { verdict, reason } = await judgeFile(new Blob([/** @type {BlobPart} */ (bytes)]), context(more));
  return `${verdict} ${reason}`.trim();
};

/** Through a program that works on a file. @param {Uint8Array} pdf @param {string} command @param {(file: string, out: string) => string[]} given */
const through = (pdf, command, given) => withFile(pdf, (file) => {
  const out = `${file}.out.pdf`;
  run(command, ...given(file, out));
  return new Uint8Array(readFileSync(out));
});

describe('a PDF', () => {
  /** @type {Uint8Array} */
  let pdf;
  before(async () => { pdf = await pdfFor('欧阳𠮷'); });

  it('is read back: the credential, what it says of itself, and its seal holds', async () => {
    const { tokens, info, seal } = readPdf(pdf);
    assert.equal(tokens.length, 1);
    assert.equal(info.get('LearnerName'), '欧阳𠮷');
    assert.equal(info.get('CourseTitle'), certificateFor('').courseTitle);
    assert.equal(seal.length, 86);
    const judged = await judgeFile(new Blob([/** @type {BlobPart} */ (pdf)]), context({ own: learner.key.jwk }));
    assert.deepEqual([judged.verdict, judged.reason], ['self-issued', 'own']);
    for (const field of /** @type {const} */ (['name', 'course', 'score', 'passMark', 'finished', 'serial', 'version'])) {
      assert.equal(judged.claimed.get(field), judged.signed.get(field), field);
    }
  });

  it('is whole, small, tagged, and other programs see the attachment', () => {
    assert.ok(pdf.length < 200_000, `${pdf.length} bytes`);
    withFile(pdf, (file) => {
      run('qpdf', '--check', file);
      assert.match(run('pdfinfo', file), /Tagged:\s+yes/);
      assert.match(run('pdfinfo', '-struct', file), /Figure/);
      assert.match(run('pdfdetach', '-list', file), /open-badge\.jwt/);
      run('pdfdetach', '-save', '1', '-o', `${file}.jwt`, file);
      assert.equal(readFileSync(`${file}.jwt`, 'utf8'), readPdf(pdf).tokens[0]);
    });
    const raw = Buffer.from(pdf).toString('latin1');
    assert.match(raw, /\/AFRelationship \/Data/);
    assert.match(raw, /\/AF \[/);
  });

  it('says in words when nothing was signed, and has no code and no attachment then', async () => {
    const certificate = certificateFor('王小明');
    certificate.lines = { ...certificate.lines, unsigned: '没有签名。' };
    const unsigned = await makeCertificate(certificate, fonts);
    assert.ok(textOf(unsigned).replace(/\s/g, '').includes('没有签名'));
    assert.ok(!textOf(unsigned).includes('扫描'));
    assert.equal(await found(unsigned), 'unreadable no-credential');
  });

  it('any byte that changes is noticed', async () => {
    const step = 997;
    for (let at = 20; at < pdf.length; at += step) {
      const changed = pdf.slice();
      changed[at] ^= 1;
      assert.ok(!/^(genuine|self-issued)/.test(await found(changed)), `byte ${at}`);
    }
  });

  it('that another program wrote anew is told from one that is as it was issued; what is signed can still be read', async () => {
    const written = {
      plain: through(pdf, 'qpdf', (file, out) => ['--qdf', '--object-streams=disable', file, out]),
      packed: through(pdf, 'qpdf', (file, out) => ['--object-streams=generate', file, out]),
      linear: through(pdf, 'qpdf', (file, out) => ['--linearize', file, out]),
    };
    for (const [how, bytes] of Object.entries(written)) {
      const judged = await judgeFile(new Blob([/** @type {BlobPart} */ (bytes)]), context());
      assert.deepEqual([judged.verdict, judged.reason], ['changed', 'seal'], how);
      assert.equal(judged.signed.get('name'), '欧阳𠮷', how);
      assert.equal(judged.claimed.get('name'), '欧阳𠮷', how);
    }
  });

  it('with another name on its page, in its own words or over them, is changed', async () => {
    const plain = Buffer.from(through(pdf, 'qpdf', (file, out) => ['--qdf', '--object-streams=disable', file, out])).toString('latin1');
    const renamed = new Uint8Array(Buffer.from(plain.replace(/(\/LearnerName )<[0-9a-f]+>|(\/LearnerName )\([^)]*\)/i, '$1$2(Mallory)'), 'latin1'));
    assert.equal(await found(renamed), 'changed seal');
    // Appended behind the end, as editors do: a new Info, a new page.
    const appended = new Uint8Array(Buffer.concat([pdf, Buffer.from('\n99 0 obj\n<< /LearnerName (Mallory) >>\nendobj\ntrailer << /Info 99 0 R >>\n%%EOF\n')]));
    const judged = await judgeFile(new Blob([/** @type {BlobPart} */ (appended)]), context());
    assert.deepEqual([judged.verdict, judged.reason], ['changed', 'seal']);
    assert.equal(judged.claimed.get('name'), 'Mallory');
    assert.equal(judged.signed.get('name'), '欧阳𠮷');
  });

  it("with another's credential in it, or two, is changed", async () => {
    const other = await learnersToken('王小明');
    const mixed = await makeCertificate(certificateFor('欧阳𠮷'), fonts, { issued: { ...await issuedFor('欧阳𠮷'), token: other.token } });
    assert.equal(await found(mixed), 'changed seal');
    // The forger signs for another name than the page shows.
    const lying = await makeCertificate(certificateFor('欧阳𠮷'), fonts, { issued: await issuedFor('王小明') });
    assert.equal(await found(lying), 'changed claims');
    const two = new Uint8Array(Buffer.concat([pdf, Buffer.from(`\n98 0 obj\n<< /Type /EmbeddedFile /Length ${other.token.length} >>\nstream\n${other.token}\nendstream\nendobj\n`)]));
    assert.equal(await found(two), 'changed several');
  });

  it("holding an organisation's credential without that organisation's seal never reads as genuine", async () => {
    const training = await organisation();
    const token = await training.sign(credentialOf('欧阳𠮷'));
    const more = { issuers: [training.issuer] };
    const borrowed = await makeCertificate(certificateFor('欧阳𠮷'), fonts, { issued: { ...await issuedFor('欧阳𠮷'), token } });
    assert.equal(await found(borrowed, more), 'changed seal');
    const sealed = await makeCertificate(certificateFor('欧阳𠮷'), fonts, {
      issued: { token, link: '', seal: (rest) => sealOf(credentialOf('欧阳𠮷').id, rest, training.key.privateKey) },
    });
    assert.equal(await found(sealed, more), 'genuine');
    assert.equal((await judgeText(token, context(more))).verdict, 'genuine', 'the credential alone');
  });

  it('has a code that zbarimg reads and that verifies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'code '));
    try {
      writeFileSync(join(folder, 'c.pdf'), pdf);
      for (const dots of ['150', '200', '300']) {
        run('pdftoppm', '-r', dots, '-singlefile', '-png', join(folder, 'c.pdf'), join(folder, 'c'));
        const read = run('zbarimg', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, 'c.png')).trim();
        assert.equal(tokenInText(read), readPdf(pdf).tokens[0], `${dots} dots to the inch`);
        assert.equal((await judgeText(read, context())).verdict, 'self-issued');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a picture', () => {
  const pngFor = async (/** @type {string} */ name) => {
    const issued = await issuedFor(name);
    return sealedPng(baked(picture(), issued.token), issued.seal);
  };

  it('carries the credential as Open Badges 3.0 bakes it, and is a picture still', async () => {
    const png = await pngFor('欧阳𠮷');
    const texts = /** @type {import('../../web/trust/png.js').Chunk[]} */ (chunksOf(png)).filter(({ type }) => type === 'iTXt');
    assert.equal(texts.length, 1);
    const token = readPng(png)?.tokens[0];
    assert.deepEqual(Buffer.from(texts[0].data), Buffer.from(`openbadgecredential\0\0\0\0\0${token}`));
    withFile(png, (file) => run('pngcheck', file));
    assert.equal(await found(png), 'self-issued');
  });

  it("with another's token, another picture, or saved anew: never as it was", async () => {
    const [mine, other] = [await pngFor('欧阳𠮷'), await pngFor('王小明')];
    const mineChunks = /** @type {import('../../web/trust/png.js').Chunk[]} */ (chunksOf(mine));
    const otherChunks = /** @type {import('../../web/trust/png.js').Chunk[]} */ (chunksOf(other));
    const bytes = (/** @type {Uint8Array} */ png, /** @type {import('../../web/trust/png.js').Chunk[]} */ chunks, /** @type {(each: import('../../web/trust/png.js').Chunk) => Uint8Array | null} */ change) =>
      new Uint8Array(Buffer.concat([png.subarray(0, 8), ...chunks.flatMap((each) => change(each) ?? [])]));
    const same = (/** @type {import('../../web/trust/png.js').Chunk} */ each) => mine.subarray(each.from, each.to);
    const theirs = /** @type {import('../../web/trust/png.js').Chunk} */ (otherChunks.find(({ type }) => type === 'iTXt'));
    const swapped = bytes(mine, mineChunks, (each) => (each.type === 'iTXt' ? other.subarray(theirs.from, theirs.to) : same(each)));
    assert.equal(await found(swapped), 'changed seal');
    const repainted = bytes(mine, mineChunks, (each) => (each.type === 'IDAT' ? chunk('IDAT', deflateSync(Buffer.from([0, 9, 9, 0, 9, 9]))) : same(each)));
    assert.equal(await found(repainted), 'changed seal');
    assert.equal(await found(bytes(mine, mineChunks, (each) => (each.type === 'tEXt' ? null : same(each)))), 'changed seal');
    assert.equal(await found(bytes(mine, mineChunks, (each) => (each.type === 'iTXt' ? null : same(each)))), 'unreadable no-credential');
    const both = bytes(mine, mineChunks, (each) => (each.type === 'iTXt' ? Buffer.concat([same(each), other.subarray(theirs.from, theirs.to)]) : same(each)));
    assert.equal(await found(both), 'changed several');
    assert.equal(await found(mine), 'self-issued');
  });

  it('that is damaged or cut short is unreadable, at any byte', async () => {
    const png = await pngFor('欧阳𠮷');
    for (let at = 8; at < png.length; at += 37) {
      assert.match(await found(png.slice(0, at)), /^unreadable/, `cut at ${at}`);
      const changed = png.slice();
      changed[at] ^= 0x10;
      assert.match(await found(changed), /^(unreadable|changed)/, `byte ${at}`);
    }
  });
});

describe('what is dropped by mistake or in bad faith', () => {
  it('is told in a verdict: nothing, noise, other files', async () => {
    assert.equal(await found(new Uint8Array(0)), 'unreadable no-token');
    let seed = 7;
    const noise = Uint8Array.from({ length: 50_000 }, () => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return seed >>> 24; });
    assert.match(await found(noise), /^unreadable/);
    assert.equal(await found(picture()), 'unreadable no-credential');
    assert.match(await found(new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF')), /^unreadable no-credential/);
    assert.match(await found(new TextEncoder().encode('name,score\n王小明,92\n')), /^unreadable/);
  });

  it('two thousand files with pieces torn out, doubled and overwritten: a verdict each time, and never a good one', async () => {
    const small = Buffer.from((await pdfFor('欧阳𠮷')).slice(-24_000)); // its end holds attachment, Info and trailer
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), small]);
    const issued = await issuedFor('欧阳𠮷');
    const png = Buffer.from(await sealedPng(baked(picture(), issued.token), issued.seal));
    let seed = 11;
    const chance = (/** @type {number} */ below) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return Math.floor(seed / 2 ** 32 * below); };
    for (let i = 0; i < 2000; i += 1) {
      const from = i % 2 ? pdf : png;
      const [at, length] = [chance(from.length), 1 + chance(200)];
      const piece = [Buffer.alloc(0), Buffer.from('()<>[]/ 0 R obj endobj stream\nendstream').subarray(chance(20)), from.subarray(at, at + 2 * length)][chance(3)];
      const torn = Buffer.concat([from.subarray(0, at), piece, from.subarray(at + length)]);
      if (torn.equals(from)) continue;
      assert.match(await found(torn), /^(changed|unreadable)/, `${i}`);
    }
  });

  it('too large: not even read', async () => {
    /** @type {any} */
    const huge = { size: 2 ** 31, arrayBuffer: () => assert.fail('2 GB were read') };
    const { verdict, reason } = await judgeFile(huge, context());
    assert.deepEqual([verdict, reason], ['unreadable', 'too-large']);
    assert.ok(largestFile < 2 ** 25);
  });

  it('a bomb: unpacked only up to a bound, and in time', async () => {
    const bomb = deflateSync(Buffer.alloc(300 << 20));
    assert.equal(unpacked(bomb, 1 << 20), '');
    const streams = Array.from({ length: 30 }, (_, i) => Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`), bomb, Buffer.from('\nendstream\nendobj\n'),
    ]));
    const started = performance.now();
    assert.equal(await found(new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...streams]))), 'unreadable no-credential');
    assert.ok(performance.now() - started < 5000, `${performance.now() - started} ms`);
  });

  it('words that lead a reader in circles: an answer in time all the same', async () => {
    const many = (/** @type {string} */ text, /** @type {number} */ size) => new TextEncoder().encode(`%PDF-1.7\n${text.repeat(size / text.length)}`);
    for (const text of ['stream\n', '1 0 obj << /Type /EmbeddedFile >> stream\n', '/Info 1 0 R ', '1 0 obj << /A (', '1 0 obj << /A 1 0 R /B 1 0 R /Info 1 0 R ', '((((', 'service-academy-seal:', '/Length 99999999 stream\nendstream ']) {
      const started = performance.now();
      assert.match(await found(many(text, 8 << 20)), /^unreadable/);
      assert.ok(performance.now() - started < 5000, `${JSON.stringify(text)}: ${Math.round(performance.now() - started)} ms`);
    }
  });
});
