// Names as people have them and as mischief makes them: shown safely, told when they cannot be printed, and never lost.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsIn } from './course.mjs';
import { downloaded, rowsOfCsv, takeFinalQuiz, textOfPdf, typeName } from './journey.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, settled } from './support.mjs';

const portal = portalInChromium();
const say = wordsIn('en');

const names = {
  'emoji': '👩🏽‍🚒 Ana 🎓',
  'Arabic, from right to left': 'عبد الرحمن بن محمد',
  'a formula': '=HYPERLINK("http://example.org","x")',
  'markup': '<img src=x onerror=alert(1)>',
  'accents put together': 'Jose\u0301 A\u0301lvarez',
  'rare Han': '欧阳𠮷',
};

describe('a name on the page, after a reload, in the records and in their file', inPairs, () => {
  for (const [what, name] of Object.entries(names)) {
    it(what, async (t) => {
      const { page } = await portal.open(t, { hash: '#/me' });
      const learner = new Learner(page, 'en');
      await typeName(learner, name);
      await learner.press('me.saveName');
      await learner.hears('saved.done');
      await page.reload();
      await learner.sees(say('nav.me'));
      const kept = await page.getByLabel(say('certificate.nameLabel'), { exact: true }).inputValue();
      assert.equal(kept.normalize('NFC'), name.normalize('NFC'));
      await learner.goes('#/records');
      await learner.reads(kept);
      const csv = await downloaded(learner, 'records.download');
      const [head, row] = rowsOfCsv(csv.bytes.subarray(3).toString('utf8'));
      const field = row[head.indexOf(say('csv.learner'))];
      assert.equal(field.replace(/^'/, ''), kept);
      assert.ok(!/^[=+\-@\t]/.test(field), `a spreadsheet would compute ${field}`);
    });
  }
});

describe('a name that is too long', inPairs, () => {
  const long = '王'.repeat(10_000);

  it('10,000 characters: said at once, still there to be shortened, and nothing hangs', async (t) => {
    const { page } = await portal.open(t, { hash: '#/me' });
    const learner = new Learner(page, 'en');
    const since = Date.now();
    await typeName(learner, long);
    const field = page.getByLabel(say('certificate.nameLabel'), { exact: true });
    await page.waitForFunction(() => document.querySelector('input[aria-invalid="true"]'));
    await settled(page);
    t.diagnostic(`said after ${Date.now() - since} ms`);
    assert.equal(await field.getAttribute('aria-description'), say('certificate.nameTooLong'));
    assert.equal((await field.inputValue()).length, 10_000);
    assert.equal(await learner.button(say('me.saveName')).getAttribute('aria-disabled'), 'true');
    await page.getByRole('button', { name: '中文', exact: true }).click();
    await page.getByText(wordsIn('zh-CN')('me.kept')).waitFor();
    assert.equal((await page.getByLabel(wordsIn('zh-CN')('certificate.nameLabel'), { exact: true }).inputValue()).length, 10_000);
  });

  it('as a new learner: told, and 120 characters are taken and listed', async (t) => {
    const { page } = await portal.open(t, { hash: '#/people' });
    const learner = new Learner(page, 'en');
    const field = page.getByLabel(say('me.newName'), { exact: true });
    await field.fill(long);
    await page.waitForFunction(() => document.querySelector('input[aria-invalid="true"]'));
    assert.equal(await learner.button(say('me.add')).getAttribute('aria-disabled'), 'true');
    assert.equal((await field.inputValue()).length, 10_000);
    await field.fill('x'.repeat(120));
    await learner.press('me.add');
    await learner.sees(say('home.welcomeBack'));
    await learner.goes('#/records');
    await learner.reads('x'.repeat(120));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

it('on the certificate: too long, unprintable and missing names are each told, what is typed stays, and a good one works after all', async (t) => {
  const { page } = await portal.open(t);
  const learner = new Learner(page, 'en');
  await takeFinalQuiz(learner);
  await learner.follow('home.getCertificate');
  const field = page.getByLabel(say('certificate.nameLabel'), { exact: true });

  await learner.press('certificate.save');
  await learner.hears('certificate.nameMissing');

  await typeName(learner, '长'.repeat(10_000));
  await page.waitForFunction(() => document.querySelector('input[aria-invalid="true"]'));
  await learner.press('certificate.save');
  await learner.hears('certificate.nameTooLong');
  assert.equal((await field.inputValue()).length, 10_000);

  await typeName(learner, 'Ana 🎓 عبد');
  await learner.press('certificate.save');
  await learner.hears('certificate.failedTitle');
  const told = await page.getByText(say('certificate.unprintable', { detail: '\u0000' }).split('\u0000')[0]).innerText();
  for (const letter of ['🎓', 'ع', 'ب', 'د']) assert.ok(told.includes(letter), `${letter} is not named: ${told}`);
  assert.equal(await field.inputValue(), 'Ana 🎓 عبد');

  await typeName(learner, '=1+1 Müller');
  const pdf = await downloaded(learner, 'certificate.save');
  await learner.hears('certificate.doneTitle');
  assert.ok(textOfPdf(pdf.path).includes('=1+1 Müller'));
});
