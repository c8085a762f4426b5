// A hundred names through the PDF and the picture: each comes back from the page, from the credential and from the code, letter by letter; or
// it is refused with the very characters that no font has.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { CertificateError, makeCertificate } from '../../web/certificate.js';
import { judgeFile, judgeText } from '../../web/trust/files.js';
import { linkOf } from '../../web/trust/link.js';
import { newKey } from '../../web/trust/keys.js';
import { baked, sealedPng } from '../../web/trust/png.js';
import { sealOf } from '../../web/trust/seal.js';
import { selfIssued } from '../../web/trust/token.js';
import { certificateOf, openFonts, run, textOf, withFile } from '../certificate/samples.mjs';
import { context, credentialFor, picture } from './samples.mjs';

const printable = [
  ...'王小明 欧阳𠮷 单于雪 仇颖 区杰 查良镛 曾子墨 解晓东 尉迟恭 万俟卨 𡈽屋 髙橋 﨑山 㐂田㼆 龘靐齉 丨亅 朱镕基 犇骉 喆 燚 垚 淼淼 鑫森 㛃 䶮 𬱖 𬍛 𫍽 𠀀𠁀 王𪚥 佐藤さくら 渡邊 渡邉 김민준 이서연'.split(' '),
  '迪丽热巴·迪力木拉提', '阿卜杜热依木·阿卜杜热合曼', '尼古拉斯·亚历山德罗维奇·冯·施特劳斯·霍亨索伦·马克西米利安·斐迪南', '王'.repeat(40), '𠮷'.repeat(40), '王小明 Xiaoming Wang', '王小明Ming·Li', 'Li Ming 李明',
  'José Álvarez', 'Zoë Brontë', 'Nguyễn Thị Ánh', 'Trần Đức Lương', 'Siobhán O’Neill', 'Łukasz Żółć', 'Šárka Dvořáková', 'Þórður Ægisson', 'Çağrı Şimşek', 'İbrahim Işık', 'Måns Öberg', 'François Lœwe',
  'Ðặng Hữu Phước', 'Ħal Għargħur', 'Ş̧ahin', 'Ǩabač', 'João Gonçalves', 'Ñuñez Ibáñez', 'Gößmann', 'GÖẞMANN', 'Ŵyn Ŷork', 'Āryabhaṭa Ṛṣi', 'Māori Tāmaki', 'ʻOkina Kaʻiulani',
  'Ёлкина Мария', 'Українка Леся', 'Ђорђе Њивић', 'Γιώργος Παπαδόπουλος', 'Ἀριστοτέλης', '=cmd()', '=1+1', '+49 170', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x","y")', '<script>', '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '&amp; &lt;', '"quoted"', "O'Brien", '\\0 \\n', '%PDF-1.7', 'stream', '(((', '))) endobj', '/Seal (x)', '{"name":"x"}', '${7*7}', '../../etc', 'null', 'NaN', 'x'.repeat(40),
  'Wolfeschlegelsteinhausen-Bergerdorff', 'Anna Maria Luisa von und zu der Hohen Tann', 'A', '1', '№ 5', 'Jr.',
];
const unprintable = { '王𰀀': '𰀀', 'محمد علي': 'م', 'עברית': 'ע', '王😀小明': '😀', '👩‍🏫 Ana': '👩‍🏫', 'สมชาย': 'ส', 'नेहा': 'ने' };

const squeezed = (/** @type {string} */ text) => text.normalize('NFC').replace(/\s+/g, '');

describe('a hundred names', () => {
  /** @type {Awaited<ReturnType<typeof openFonts>>} */
  let fonts;
  /** @type {Awaited<ReturnType<typeof newKey>>} */
  let key;
  before(async () => { [fonts, key] = [await openFonts(), await newKey()]; });

  it('are a hundred, all different', () => {
    const all = [...printable, ...Object.keys(unprintable)];
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length >= 100, `${all.length}`);
  });

  for (const name of printable) {
    it(name, async () => {
      const certificate = certificateOf('zh-CN', name);
      const credential = credentialFor(name);
      Object.assign(credential.credentialSubject, { licenseNumber: certificate.serial, activityEndDate: new Date(certificate.finishedAtIso).toISOString() });
      Object.assign(credential.credentialSubject.achievement, { version: certificate.contentVersion, name: certificate.courseTitle });
      const token = await selfIssued(credential, key);
      const seal = (/** @type {Uint8Array} */ rest) => sealOf(credential.id, rest, key.privateKey);
      const link = linkOf('https://academy.example/', token);
      const pdf = await makeCertificate(certificate, fonts, { issued: { token, link, seal } });
      assert.ok(squeezed(textOf(pdf)).includes(squeezed(name)), textOf(pdf));
      assert.ok(pdf.length < 200_000, `${pdf.length} bytes`);
      withFile(pdf, (file) => {
        run('qpdf', '--check', file);
        for (const row of run('pdffonts', file).trim().split('\n').slice(2)) assert.match(row, /Identity-H\s+yes yes yes/, row);
      });
      const png = await sealedPng(baked(picture(), token), seal);
      for (const file of [pdf, png]) {
        const { verdict, reason, signed } = await judgeFile(new Blob([/** @type {BlobPart} */ (file)]), context());
        assert.deepEqual([verdict, reason, signed.get('name')], ['self-issued', '', name.normalize('NFC')]);
      }
      assert.equal((await judgeText(link, context())).signed.get('name'), name.normalize('NFC'));
    });
  }

  for (const [name, first] of Object.entries(unprintable)) {
    it(`${name} is refused with its characters, and what is signed of it can be verified all the same`, async () => {
      await assert.rejects(makeCertificate(certificateOf('zh-CN', name), fonts), (error) => error instanceof CertificateError && error.characters[0] === first);
      const token = await selfIssued(credentialFor(name), key);
      assert.equal((await judgeText(linkOf('https://academy.example/', token), context())).signed.get('name'), name.normalize('NFC'));
    });
  }
});
