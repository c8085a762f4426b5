// Learning what one needs: a path chosen with the keyboard, a known module skipped, a plan saved as a file.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { course, courseWords, itemsIn, lessonIn } from './course.mjs';
import { downloaded, textOfPdf } from './journey.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, ready } from './support.mjs';

const portal = portalInChromium();

/** Modules whose headings are on the page, in their order. @param {Learner} learner */
const modulesShown = async (learner) => {
  const { modules } = courseWords(learner.language);
  const headings = await learner.page.getByRole('heading', { level: 2 }).allInnerTexts();
  return headings.map((heading) => Object.keys(modules).find((id) => modules[id].title === heading.trim())).filter(Boolean);
};

describe('what one needs', inPairs, () => {
  it('a path is chosen with the arrow keys, orders home, and holds after a reload', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/path' });
    const learner = new Learner(page, 'zh-CN');
    await learner.sees(learner.say('path.title'));
    const all = page.getByRole('radio', { name: learner.say('path.all'), exact: true });
    await all.focus();
    await page.keyboard.press('ArrowUp');
    const path = course.paths.at(-1);
    const radio = page.getByRole('radio', { name: courseWords('zh-CN').paths[path.id].title, exact: true });
    await page.waitForFunction((element) => element?.getAttribute('aria-checked') === 'true' || /** @type {HTMLInputElement | null} */ (element)?.checked, await radio.elementHandle());
    await learner.follow('path.go');
    await learner.sees(learner.say('home.welcomeBack'));
    assert.deepEqual(await modulesShown(learner), path.modules);
    await page.reload();
    await ready(page);
    await learner.sees(learner.say('home.welcomeBack'));
    assert.deepEqual(await modulesShown(learner), path.modules);
    await learner.press('home.others', { count: course.modules.length - path.modules.length });
    await learner.sees(courseWords('zh-CN').modules[course.modules.find((/** @type {any} */ module) => !path.modules.includes(module.id)).id].title, 2);
    assert.equal((await modulesShown(learner)).length, course.modules.length);
  });

  it('an entry test is left, gone on with after a reload, and what is known is skipped and taken back', async (t) => {
    const { page } = await portal.open(t);
    const learner = new Learner(page, 'en');
    await learner.sees(learner.say('home.welcome'));
    const title = courseWords('en').modules.M1.title;
    const count = course.modules[0].objectives.length;
    await learner.goes('#/exam/entry-M1');
    await learner.sees(learner.say('entry.of', { title }));
    await learner.press('exam.start');
    const items = itemsIn('en');
    for (let at = 1; at <= count; at++) {
      await learner.sees(learner.say('exam.progress', { at, count }));
      const item = await learner.itemShown();
      assert.ok(items.some(({ id }) => id === item.id));
      await learner.marksItem(item, true);
      await learner.press('exam.saveNext');
      if (at !== 2) continue;
      await learner.sees(learner.say('exam.progress', { at: 3, count }));
      await page.reload();
      await ready(page);
    }
    await learner.handsIn();
    await learner.sees(learner.say('entry.knownTitle'));
    await learner.press('entry.skip');
    await learner.hears('entry.skippedBody');
    await learner.goes('#/');
    await learner.follow('entry.skipped');
    await learner.press('entry.unskip');
    await learner.hears('entry.knownBody');
  });

  it('a plan that was written and rated is saved as a PDF with real text', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L16.2/your-project' });
    const learner = new Learner(page, 'zh-CN');
    const { steps } = lessonIn('L16.2', 'zh-CN');
    const note = '第一位：桥头那家店，九月初。她说：“我就想别再漏。”';
    await learner.writes(page.getByLabel(learner.say('reflect.field'), { exact: true }), note);
    await learner.press('reflect.keep');
    await learner.hears('reflect.yours');
    await learner.goes('#/lesson/L16.2/rubric');
    const rubric = steps.find((/** @type {any} */ step) => step.id === 'rubric');
    for (const { id } of rubric.statements) {
      await learner.uses(page.getByRole('group', { name: rubric.words.statements[id].text, exact: true }).getByRole('radio').last());
    }
    await learner.press('likert.see');
    const file = await downloaded(learner, 'plan.save');
    assert.match(file.name, /\.pdf$/);
    const text = textOfPdf(file.path).replace(/\s+/g, '');
    assert.ok(text.includes(note), text);
    for (const { id } of rubric.statements) assert.ok(text.includes(rubric.words.statements[id].text.replace(/\s+/g, '')), id);
    await learner.hears('plan.doneTitle');
  });
});
