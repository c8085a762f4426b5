// The main job from end to end, as one person: lessons, quiz, certificate, record; with a reload in the middle of each.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lessonIn } from './course.mjs';
import { downloaded, rowsOfCsv, textOfPdf, typeName } from './journey.mjs';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium } from './support.mjs';

const portal = portalInChromium();
const names = { 'zh-CN': ['王小明', '欧阳𠮷'], 'en': ['José Álvarez'] };

describe('the whole path', inPairs, () => {
  for (const language of languages) {
    it(`from home over two lessons and the quiz to a certificate and a record, in ${language}`, async (t) => {
      const { page } = await portal.open(t, { language });
      const learner = new Learner(page, language);
      const { say } = learner;
      await learner.sees(say('home.welcome'));
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);

      await learner.opensLesson('L2.1');
      const { steps } = lessonIn('L2.1', language);
      await learner.takesLesson('L2.1', async ({ step, index, moment }) => {
        if (step.id === 'guess-switching' && moment === 'shown') await reloadedInLesson(learner, step.words.title, steps[index - 1]);
      });
      await learner.follow('lesson.home');
      await learner.opensLesson('L4.1');
      await learner.takesLesson('L4.1');
      await learner.follow('lesson.home');
      await learner.opens(learner.examTitle);

      await learner.press('exam.start');
      const items = await learner.takesQuiz({ to: 5 });
      await reloadedInQuiz(learner, 6);
      items.push(...await learner.takesQuiz({ from: 6 }));
      assert.equal(new Set(items.map((item) => item.id)).size, learner.questions, 'no question comes twice');
      await learner.sees(say('exam.passedTitle'));
      await page.getByText(/^100%/).first().waitFor();

      await learner.follow('home.getCertificate');
      for (const name of names[language]) {
        await typeName(learner, name);
        const pdf = await downloaded(learner, 'certificate.save');
        await learner.hears('certificate.doneTitle');
        assert.match(pdf.name, /\.pdf$/);
        const text = textOfPdf(pdf.path);
        for (const words of [name, say('certificate.heading'), '100']) assert.ok(text.includes(words), `“${words}” is not in the certificate:\n${text}`);
      }

      const name = names[language][names[language].length - 1];
      await page.getByRole('link', { name: say('nav.records'), exact: true }).click();
      await learner.reads(name);
      const csv = await downloaded(learner, 'records.download');
      assert.match(csv.name, /^completion-records-\d{4}-\d\d-\d\d\.csv$/);
      assert.equal(csv.bytes.subarray(0, 3).toString('hex'), 'efbbbf', 'Excel needs the byte order mark');
      const [head, ...rows] = rowsOfCsv(csv.bytes.subarray(3).toString('utf8'));
      assert.equal(rows.length, 1);
      const field = (/** @type {string} */ key) => rows[0][head.indexOf(say(`csv.${key}`))];
      assert.deepEqual([field('learner'), field('status'), field('score'), field('lessonsFinished')], [name, say('csv.done'), '100', '2']);
      assert.ok(!/[^\r]\n/.test(csv.bytes.toString('utf8')), 'lines end with CR LF');
    });
  }
});

/** A reload lands on the same step, with everything before it answered as it was. @param {Learner} learner @param {string} title @param {any} before the step before */
async function reloadedInLesson(learner, title, before) {
  await learner.hears('saved.done');
  await learner.page.reload();
  await learner.sees(title);
  await learner.press('lesson.previousStep');
  await learner.sees(before.words.title);
  const [answer] = before.item.key;
  const option = learner.page.getByRole('radio', { name: before.words.item.options[answer].text, exact: true });
  assert.ok(await option.isChecked(), 'the answer is kept');
  await learner.press('lesson.nextStep');
  await learner.sees(title);
}

/** A reload in the quiz lands on the same question. @param {Learner} learner @param {number} at */
async function reloadedInQuiz(learner, at) {
  const place = learner.say('exam.progress', { at, count: learner.questions });
  await learner.sees(place);
  const item = await learner.itemShown();
  await learner.hears('saved.done');
  await learner.page.reload();
  await learner.sees(place);
  assert.equal((await learner.itemShown()).id, item.id);
}
