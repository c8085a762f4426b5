// A person's plan as PDF: everything that was typed comes back, on as many pages as it takes; what no font has is replaced and said.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { makePlan } from '../../web/certificate.js';
import { openFonts, photograph, run, textOf, withFile } from './samples.mjs';

/** @type {Awaited<ReturnType<typeof openFonts>>} */
let fonts;
before(async () => { fonts = await openFonts(); });

const notes = {
  'zh-CN': '第一位：楼下的邻居，九月初，桥头那家店。洗衣机修了两回才好。\n她说：“我就想别再漏。”\n\n承诺：订了湖景没住上，当晚免单，前台当场办。',
  en: 'First: a neighbour, early in September, the shop by the bridge. The machine was repaired twice.\n“I just wanted it not to leak.”\n\nGuarantee: no lake room, no bill that night; the desk sees to it at once.',
};

/** @param {'zh-CN' | 'en'} language @param {string} [text] */
const planOf = (language, text = notes[language]) => ({
  language,
  title: language === 'en' ? 'The capstone' : '结业项目',
  issuer: language === 'en' ? 'Service Academy' : '服务学苑',
  about: language === 'en' ? 'José Álvarez · 22 November 2026' : '王小明 · 2026年11月22日',
  atIso: '2026-11-22T10:00:00Z',
  parts: [
    { heading: language === 'en' ? 'Your project' : '你的项目', text },
    {
      heading: language === 'en' ? 'Marking yourself' : '给自己打分',
      rows: [
        { text: language === 'en' ? 'Says who, where and when' : '写明了谁、在哪里、什么时候', value: '3/3' },
        { text: language === 'en' ? 'The guarantee passes the four tests' : '承诺过得了四关', value: '2/3' },
      ],
      sum: language === 'en' ? '5 of 6' : '5 / 6',
      remark: language === 'en' ? 'Passed' : '通过',
    },
  ],
  foot: language === 'en' ? 'Written and marked by the learner.' : '由学习者自己写、自己打分。',
  replaced: language === 'en' ? 'Characters replaced by 〓: {count}.' : '有{count}个字符印不出来，用〓代替。',
});

const squeezed = (/** @type {string} */ text) => text.replace(/\s+/g, '');

for (const language of /** @type {const} */ (['zh-CN', 'en'])) {
  describe(`a plan in ${language}`, () => {
    it('gives back every word, in embedded fonts, tagged, on a page of A4', async () => {
      const plan = planOf(language);
      const pdf = await makePlan(plan, fonts);
      const text = squeezed(textOf(pdf));
      for (const word of [plan.title, plan.issuer, plan.about, plan.foot, ...notes[language].split('\n'), ...plan.parts.flatMap((part) => [part.heading, ...(part.rows ?? []).flatMap((row) => [row.text, row.value])])]) {
        assert.ok(text.includes(squeezed(word)), `${word} is missing in ${text}`);
      }
      assert.ok(!text.includes('〓'));
      withFile(pdf, (file) => {
        const info = run('pdfinfo', file);
        assert.match(info, /Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
        assert.match(info, /Tagged:\s+yes/);
        assert.match(info, /Pages:\s+1\n/);
        for (const row of run('pdffonts', file).trim().split('\n').slice(2)) assert.match(row, /Identity-H\s+yes yes yes/, row);
        run('qpdf', '--check', file);
        assert.match(run('pdfinfo', '-struct-text', file), /Document\n[\s\S]*H1[\s\S]*H2[\s\S]*P/);
      });
      photograph(pdf, `plan-${language}`);
    });

    it('goes over to further pages, and nothing runs over an edge', async () => {
      const long = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${notes[language].replace(/\n+/g, ' ')}`).join('\n');
      const pdf = await makePlan(planOf(language, long), fonts);
      const text = squeezed(textOf(pdf));
      assert.ok(text.includes(squeezed(`60. ${notes[language].replace(/\n+/g, ' ')}`).slice(0, 30)));
      withFile(pdf, (file) => {
        const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1]);
        assert.ok(pages > 2, `${pages} pages`);
        const layout = run('pdftotext', '-bbox-layout', file, '-');
        const boxes = [...layout.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
        assert.ok(boxes.length > 60);
        for (const [left, top, right, bottom] of boxes) assert.ok(left > 60 && top > 40 && right < 595.28 - 60 && bottom < 841.89 - 24, `${[left, top, right, bottom]}`);
        run('qpdf', '--check', file);
      });
    });

    it('replaces what no font has, and says how often', async () => {
      const plan = planOf(language, `${notes[language]} 😀😀`);
      const text = textOf(await makePlan(plan, fonts));
      assert.equal([...text].filter((each) => each === '〓').length, 3, 'twice in the note, once where it is said');
      assert.ok(squeezed(text).includes(squeezed(plan.replaced.replace('{count}', '2'))), text);
    });
  });
}

it('fonts that cannot be had are named as what they are', async () => {
  await assert.rejects(makePlan(planOf('en'), { index: fonts.index, load: async () => { throw new TypeError('offline'); } }), (/** @type {any} */ error) => error.code === 'fonts-unavailable');
});
