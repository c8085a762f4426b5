// The PDF as its readers meet it: names come back, fonts are embedded, nothing overlaps, bad input is refused in words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { CertificateError, makeCertificate, unprintable } from '../../web/certificate.js';
import * as emblem from '../../web/certificate/emblem.js';
import { certificateOf, openFonts, photograph, root, run, textOf, withFile } from './samples.mjs';

/** @type {Awaited<ReturnType<typeof openFonts>>} */
let fonts;
before(async () => { fonts = await openFonts(); });

const shortNames = {
  'han': '王小明', 'rare-han': '欧阳𠮷', 'latin': 'José Álvarez', 'mixed': '王小明 Xiaoming Wang', 'touching': '王小明Ming·Li',
  'vietnamese': 'Nguyễn Thị Ánh', 'middle-dot': '迪丽热巴·迪力木拉提', 'cyrillic': 'Ёлкина Мария', 'greek': 'Γιώργος Παπαδόπουλος', 'kana': '佐藤 さくら',
  'extension-a': '㐂田㼆', 'hangul': '김민준', 'extension-b': '李𠀀𪚥', 'extensions-c-to-f': '王𪜶𫝀𫠝𬺰', 'compatibility': '﨑山', 'formula': '=cmd()', 'markup': '<script>', 'apostrophe': 'Siobhán O’Neill',
};
const longNames = {
  'long-latin': 'Wolfeschlegelsteinhausen-Bergerdorff Šárka Nguyễn Dvořáková',
  'long-han': '尼古拉斯·亚历山德罗维奇·冯·施特劳斯·霍亨索伦·马克西米利安·斐迪南·卡尔·约瑟夫',
};

/** Each line's box on the page: left, top, right, bottom, in points. @param {Uint8Array} pdf @returns {number[][]} */
function boxes(pdf) {
  const layout = withFile(pdf, (file) => run('pdftotext', '-bbox-layout', file, '-'));
  return [...layout.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
}

for (const language of /** @type {const} */ (['zh-CN', 'en'])) {
  describe(`certificate in ${language}`, () => {
    for (const [key, name] of Object.entries({ ...shortNames, ...longNames })) {
      it(`gives back ${name}`, async () => {
        const pdf = await makeCertificate(certificateOf(language, name), fonts);
        const text = textOf(pdf);
        if (key in shortNames) assert.ok(text.split('\n').includes(name), `not a line of its own in:\n${text}`);
        else assert.ok(text.replace(/\s+/g, '').includes(name.replace(/\s+/g, '')), text);
        assert.ok(pdf.length < 200_000, `${pdf.length} bytes`);
        withFile(pdf, (file) => {
          const rows = run('pdffonts', file).trim().split('\n').slice(2);
          assert.ok(rows.length > 0);
          for (const row of rows) assert.match(row, /Identity-H\s+yes yes yes/, row);
          run('qpdf', '--check', file);
        });
        for (const [left, , right] of boxes(pdf)) assert.ok(left > 50 && right < 842 - 50, 'a line runs into the frame');
        photograph(pdf, `certificate-${language}-${key}`);
      });
    }

    it('says what it is: size, tags, language, title, dates', async () => {
      const certificate = certificateOf(language, '王小明');
      const pdf = await makeCertificate(certificate, fonts);
      withFile(pdf, (file) => {
        const info = run('pdfinfo', file);
        assert.match(info, /Page size:\s+841\.89 x 595\.28 pts \(A4\)/);
        assert.match(info, /Tagged:\s+yes/);
        assert.match(info, /Pages:\s+1\n/);
        assert.ok(info.includes(`${certificate.lines.heading} · ${certificate.courseTitle} · 王小明`), info);
        assert.ok(info.includes(certificate.lines.issuer) && info.includes(certificate.serial));
        const tags = run('pdfinfo', '-struct-text', file);
        assert.match(tags, /Document\n[\s\S]*H1[\s\S]*P/);
        for (const text of [certificate.lines.heading, '王小明', certificate.courseTitle, certificate.serial]) assert.ok(tags.includes(text), tags);
      });
      const raw = Buffer.from(pdf).toString('latin1');
      assert.match(raw, new RegExp(`/Lang \\(${language}\\)`));
      assert.match(raw, /\/DisplayDocTitle true/);
    });

    it('prints every word it is given', async () => {
      const certificate = certificateOf(language, '王小明');
      const squeezed = textOf(await makeCertificate(certificate, fonts)).replace(/\s+/g, '');
      for (const text of [...Object.values(certificate.lines), certificate.courseTitle, certificate.finishedOn, certificate.serial, certificate.contentVersion, '92%', '≥80%']) {
        assert.ok(squeezed.includes(text.replace(/\s+/g, '')), `${text} is missing`);
      }
    });

    it('keeps its lines apart', async () => {
      for (const name of ['王小明', ...Object.values(longNames)]) {
        const lines = boxes(await makeCertificate(certificateOf(language, name), fonts));
        for (const [at, one] of lines.entries()) {
          for (const other of lines.slice(at + 1)) {
            const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
            const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
            const least = Math.min(one[3] - one[1], other[3] - other[1]);
            assert.ok(across <= 0 || down < least * 0.35, `lines overlap: ${one} and ${other}`);
          }
        }
      }
    });
  });
}

describe('the same input', () => {
  it('gives the same bytes', async () => {
    const first = await makeCertificate(certificateOf('zh-CN', '欧阳𠮷'), fonts);
    const second = await makeCertificate(certificateOf('zh-CN', '欧阳𠮷'), fonts);
    assert.deepEqual(first, second);
  });

  it('reads decomposed letters as composed ones', async () => {
    const text = textOf(await makeCertificate(certificateOf('en', 'José Álvarez'.normalize('NFD')), fonts));
    assert.ok(text.includes('José Álvarez'));
  });

  it('tells two characters apart that share a glyph', async () => {
    const name = '文⽂豈岂';
    assert.ok(textOf(await makeCertificate(certificateOf('zh-CN', name), fonts)).includes(name.normalize('NFC')));
  });
});

describe('what cannot be printed', () => {
  const refused = async (/** @type {any} */ certificate) => {
    try {
      await makeCertificate(certificate, fonts);
    } catch (error) {
      assert.ok(error instanceof CertificateError, String(error));
      return error;
    }
    return assert.fail('a certificate was made');
  };

  it('is named before a certificate is asked for', () => {
    assert.deepEqual(unprintable('محمد', fonts.index), ['م', 'ح', 'د']);
    assert.deepEqual(unprintable('王😀小明👩‍👧', fonts.index), ['😀', '👩‍👧']);
    assert.deepEqual(unprintable('王\n小\u202e明\t', fonts.index), ['\n', '\u202e', '\t']);
    for (const name of [...Object.values(shortNames), ...Object.values(longNames)]) assert.deepEqual(unprintable(name, fonts.index), [], name);
  });

  it('is refused with its characters', async () => {
    const error = await refused(certificateOf('en', 'Layla ليلى'));
    assert.equal(error.code, 'unprintable');
    assert.equal(error.field, 'learnerName');
    assert.deepEqual(error.characters, ['ل', 'ي', 'ى']);
  });

  it('is refused when it is too long, at once and without loading fonts', async () => {
    for (const name of ['王'.repeat(10_000), 'i'.repeat(10_000), `e${'\u0301'.repeat(10_000)}`]) {
      fonts.loaded.length = 0;
      const started = performance.now();
      assert.equal((await refused(certificateOf('zh-CN', name))).code, 'too-long');
      assert.ok(performance.now() - started < 500);
      assert.equal(fonts.loaded.length, 0);
    }
    for (const name of ['W'.repeat(150), '王'.repeat(300), 'Anna '.repeat(60)]) {
      const error = await refused(certificateOf('en', name));
      assert.equal(error.code, 'too-long');
      assert.equal(error.field, 'learnerName');
    }
  });

  it('is refused when a part is missing', async () => {
    assert.equal((await refused({ ...certificateOf('en', 'Ann'), learnerName: ' ' })).field, 'learnerName');
    assert.equal((await refused({ ...certificateOf('en', 'Ann'), finishedAtIso: 'soon' })).field, 'finishedAtIso');
    assert.equal((await refused({ ...certificateOf('en', 'Ann'), score: NaN })).field, 'score');
    assert.equal((await refused({ ...certificateOf('en', 'Ann'), lines: { heading: 'x' } })).field, 'lines.presentedTo');
  });

  it('says so when a font does not come', async () => {
    const load = async () => { throw new TypeError('Failed to fetch'); };
    await assert.rejects(makeCertificate(certificateOf('en', 'Ann'), { index: fonts.index, load }), (/** @type {any} */ error) => error.code === 'fonts-unavailable' && error.cause instanceof TypeError);
  });
});

describe('fonts', () => {
  it('loads only the slices of the name and the fixed words', async () => {
    fonts.loaded.length = 0;
    await makeCertificate(certificateOf('en', 'José Álvarez'), fonts);
    assert.ok(fonts.loaded.length <= 4, fonts.loaded.join(' '));
  });

  it('has every common Han character, and slices of at most 160 KB', () => {
    for (const sample of ['的一是了', '㐀', '龥', '𠮷']) assert.deepEqual(unprintable(sample, fonts.index), []);
    const decoder = new TextDecoder('gb18030');
    let everyName = '';
    for (let high = 0xb0; high <= 0xf7; high += 1) for (let low = 0xa1; low <= 0xfe; low += 1) if (!(high === 0xd7 && low > 0xf9)) everyName += decoder.decode(Uint8Array.of(high, low));
    assert.deepEqual(unprintable(everyName, fonts.index), [], 'GB 2312 is whole');
    for (const [block, from, to] of /** @type {const} */ ([['A', 0x3400, 0x4db5], ['B', 0x20000, 0x2a6d6], ['C', 0x2a700, 0x2b734], ['D', 0x2b740, 0x2b81d], ['E', 0x2b820, 0x2cea1], ['F', 0x2ceb0, 0x2ebe0]])) {
      const all = Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
      assert.deepEqual(unprintable(all, fonts.index), [], `extension ${block} is whole`);
    }
    for (const slice of fonts.index.slices) assert.ok(slice.bytes <= 160_000 || slice.file.includes('-core'), slice.file);
  });
});

it('wears the same sign as the icon', () => {
  const icon = readFileSync(join(root, 'assets/icon.svg'), 'utf8');
  for (const path of Object.values(emblem)) assert.ok(icon.includes(`d="${path}"`), path);
});
