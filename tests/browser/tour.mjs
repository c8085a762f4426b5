// Every screen of the portal in the order in which a person meets it, for whoever wants to look at each. Knows no picture.

import { course, courseWords, itemsIn, lessonIn } from './course.mjs';
import { typeName } from './journey.mjs';

/** @typedef {import('./learner.mjs').Learner} Learner */

/** @param {any} step */
const asItem = (step) => ({ ...step.item, words: step.words.item });

/**
 * @param {Learner} learner at home, with nothing learned yet
 * @param {(name: string) => Promise<void>} look called at each screen, with a name that sorts
 * @returns {Promise<number>} how many there were
 */
export async function tour(learner, look) {
  const { say, page, language } = learner;
  let count = 0;
  const at = async (/** @type {string} */ name) => look(`${String(++count).padStart(2, '0')}-${name}`);

  await learner.sees(say('home.welcome'));
  await at('home-new');
  await learner.goes('#/records');
  await learner.hears('records.emptyTitle');
  await at('records-empty');
  await learner.goes('#/certificate');
  await learner.hears('certificate.notYetTitle');
  await at('certificate-not-yet');
  await learner.goes('#/verify');
  await learner.sees(say('verify.title'));
  await at('verify-empty');
  await learner.goes('#/entry');
  await learner.sees(say('entry.title'));
  await at('entry-new');
  await learner.goes('#/path');
  await learner.sees(say('path.title'));
  await at('path-none');
  await learner.goes('#/nowhere');
  await learner.sees(say('unknown.title'));
  await at('unknown');

  await tourOfLessons(learner, at);
  await learner.goes('#/');
  await learner.sees(say('home.welcomeBack'));
  await at('home-lessons-done');
  await tourOfReview(learner, at);

  await tourOfEntry(learner, at);

  await learner.goes('#/lab');
  await learner.sees(say('lab.title'));
  await learner.writes(page.getByLabel(say('lab.field'), { exact: true }), language === 'en' ? 'Why didn’t you read the instructions?' : '你怎么不先看说明书？');
  await page.getByRole('main').getByText(/[“”]/).first().waitFor();
  await at('lab');

  await learner.goes('#/glossary');
  await learner.sees(say('glossary.title'));
  await at('glossary');
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
  await learner.writes(page.getByLabel(say('glossary.field'), { exact: true }), language === 'en' ? 'question' : 'wt');
  await at('glossary-searched');

  await learner.goes('#/exam/final');
  await learner.button(say('exam.start')).waitFor();
  await at('exam-start');
  await tourOfQuestions(learner, at);
  await at('result-failed');
  await learner.press('exam.again');
  await learner.takesQuiz();
  await learner.sees(say('exam.passedTitle'));
  await at('result-passed');

  await learner.follow('home.getCertificate');
  await learner.sees(say('certificate.title'));
  await at('certificate-nameless');
  await typeName(learner, language === 'en' ? 'José Álvarez' : '欧阳𠮷');
  await page.waitForFunction(() => document.querySelector('main .personText'));
  await at('certificate-named');
  const saved = page.waitForEvent('download');
  await learner.press('certificate.save');
  const certificate = await saved;
  await learner.hears('certificate.doneTitle');
  await at('certificate-saved');
  await learner.follow('verify.link');
  const chooser = page.waitForEvent('filechooser');
  await learner.press('verify.choose');
  await (await chooser).setFiles(await certificate.path());
  await learner.hears('verdict.self-issued');
  await at('verify-self-issued');
  await learner.goes('#/');
  await learner.sees(say('home.welcomeBack'));
  await at('home-passed');
  await learner.goes('#/me');
  await learner.sees(say('nav.me'));
  await at('me');
  await learner.press('me.looks');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await at('display-settings');
  await learner.press('display.done');
  await dialog.waitFor({ state: 'detached' });
  await learner.follow('people.change');
  await learner.sees(say('people.title'));
  await page.getByLabel(say('me.newName'), { exact: true }).fill(language === 'en' ? 'عبد الرحمن 🎓' : '王小明');
  await learner.press('me.add');
  await learner.sees(say('home.welcomeBack'));
  await learner.goes('#/people');
  await learner.page.getByRole('button', { pressed: true }).waitFor();
  await at('people-two-learners');
  await learner.goes('#/records');
  await learner.sees(say('records.title'));
  await learner.button(say('records.download')).waitFor();
  await at('records');
  for (const [field, words] of [['issuing.name', language === 'en' ? 'Spruce Ltd, Training' : '云杉公司培训部'], ['issuing.passphrase', 'evergreen spruce'], ['issuing.again', 'evergreen spruce']]) {
    await page.getByLabel(say(field), { exact: true }).fill(words);
  }
  await learner.press('issuing.make');
  await learner.hears('issuerSaid.made');
  await at('records-issuing');
  await learner.press('issuing.countersign');
  await page.getByRole('dialog').waitFor();
  await at('countersign');
  await learner.press('dialog.cancel');
  return count;
}

/** @param {Learner} learner @param {(name: string) => Promise<void>} at */
async function tourOfLessons(learner, at) {
  const { say } = learner;
  const [chart, check, , , sort] = lessonIn('L2.1', learner.language).steps.slice(1);
  await learner.goes('#/lesson/L2.1');
  await learner.takesLesson('L2.1', async ({ step, moment }) => {
    if (step.id === 'opening') await at('lesson-reading');
    if (step.id === chart.id && moment === 'shown') {
      await at('guess-before');
      await learner.press('step.hint');
      await at('guess-hint-open');
      await learner.bar(chart, 2).fill('55');
    }
    if (step.id === chart.id && moment === 'answered') {
      await at('guess-after');
      await learner.press('step.note');
      await learner.reads(chart.words.note);
      await at('guess-note-open');
    }
    if (step.id === check.id && moment === 'shown') {
      await learner.marksItem(asItem(check), false);
      await at('check-marked');
    }
    if (step.id === check.id && moment === 'answered') await at('check-right');
    if (step.id === sort.id && moment === 'shown') {
      const [card] = sort.cards;
      await at('sort-card');
      const wrong = sort.bins.find((/** @type {any} */ bin) => bin.id !== card.bin);
      await learner.page.getByRole('button', { name: sort.words.bins[wrong.id].label, exact: true }).click();
      await learner.reads(sort.words.cards[card.id].why);
      await at('sort-card-wrong');
      await learner.press('sort.next');
      await learner.sees(sort.words.cards[sort.cards[1].id].text, 2);
      step.cards = sort.cards.slice(1); // the rest is sorted as any learner sorts it
    }
    if (step.id === sort.id && moment === 'answered') await at('sort-overview');
    if (step.kind === 'closing') await at(moment === 'shown' ? 'closing' : 'closing-done');
  });
  await learner.goes('#/');
  await learner.sees(say('home.welcomeBack'));
  await at('home-in-progress');

  const rewrite = lessonIn('L4.1', learner.language).steps.find((/** @type {any} */ step) => step.kind === 'rewrite');
  await learner.goes('#/lesson/L4.1');
  await learner.takesLesson('L4.1', async ({ step, moment }) => {
    if (step.kind !== 'rewrite') return;
    if (moment === 'answered') return at('rewrite-overview');
    await at('rewrite-empty');
    const [prompt] = rewrite.prompts;
    await learner.page.getByLabel(say('rewrite.field'), { exact: true }).fill(rewrite.words.prompts[prompt.id].original);
    await learner.press('rewrite.check');
    await learner.hears('rewrite.model');
    await at('rewrite-not-as-asked');
  });
}

/** What the lessons asked, forty days later. @param {Learner} learner @param {(name: string) => Promise<void>} at */
async function tourOfReview(learner, at) {
  const { say, page } = learner;
  await learner.goes('#/review');
  await learner.sees(say('review.nothing'));
  await at('review-nothing-due');
  await page.clock.setFixedTime(Date.now() + 40 * 24 * 60 * 60 * 1000);
  await learner.goes('#/');
  await learner.link(say('review.start')).waitFor();
  await at('home-review-due');
  await learner.follow('review.start');
  await learner.button(say('review.start')).waitFor();
  await at('review-start');
  await learner.press('review.start');
  await page.getByRole('progressbar').first().waitFor();
  await at('review-question');
}

/** A path, and two entry tests on it: one module is known and skipped, one is worth taking. @param {Learner} learner @param {(name: string) => Promise<void>} at */
async function tourOfEntry(learner, at) {
  const { say, page } = learner;
  const { paths, modules } = courseWords(learner.language);
  await learner.goes('#/path');
  await learner.sees(say('path.title'));
  await learner.uses(page.getByRole('radio', { name: paths.supervisor.title, exact: true }));
  await at('path-chosen');
  for (const [module, right] of /** @type {const} */ ([['M6', true], ['M9', false]])) {
    await learner.goes(`#/exam/entry-${module}`);
    await learner.sees(say('entry.of', { title: modules[module].title }));
    if (right) await at('entry-start');
    const count = course.modules.find((/** @type {any} */ each) => each.id === module).objectives.length;
    await learner.press('exam.start');
    for (let index = 1; index <= count; index++) {
      await learner.sees(say('exam.progress', { at: index, count }));
      if (right) await learner.marksItem(await learner.itemShown(), true);
      await learner.press(right ? 'exam.saveNext' : 'exam.skip');
    }
    await learner.handsIn();
    await learner.sees(say(right ? 'entry.knownTitle' : 'entry.worthTitle'));
    await at(right ? 'entry-known' : 'entry-worth');
    if (right) {
      await learner.press('entry.skip');
      await learner.hears('entry.skippedBody');
      await at('entry-skipped');
    }
  }
  await learner.goes('#/entry');
  await learner.sees(say('entry.title'));
  await at('entry-tried');
  await learner.goes('#/');
  await learner.sees(say('home.welcomeBack'));
  await at('home-on-a-path');

  await learner.goes('#/lesson/L16.2/your-project');
  await learner.writes(page.getByLabel(say('reflect.field'), { exact: true }), learner.language === 'en' ? 'The shop by the bridge, in September.' : '桥头那家店，九月初。');
  await learner.press('reflect.keep');
  await learner.hears('reflect.yours');
  await learner.goes('#/lesson/L16.2/rubric');
  const rubric = lessonIn('L16.2', learner.language).steps.find((/** @type {any} */ step) => step.id === 'rubric');
  for (const { id } of rubric.statements) {
    await learner.uses(page.getByRole('group', { name: rubric.words.statements[id].text, exact: true }).getByRole('radio').last());
  }
  await learner.press('likert.see');
  await learner.button(say('plan.save')).waitFor();
  await at('plan');
}

/** A quiz failed on purpose, with a look at the first of each kind, before and marked, and at all questions. @param {Learner} learner @param {(name: string) => Promise<void>} at */
async function tourOfQuestions(learner, at) {
  const { say } = learner;
  /** @type {Map<string, number>} */
  const seen = new Map();
  await learner.press('exam.start');
  await learner.takesQuiz({
    to: learner.questions - 1,
    right: (index) => index % 3 === 0,
    watch: async ({ item, index, moment }) => {
      const key = `item-${item.kind}-${moment === 'shown' ? 'before' : 'marked'}`;
      if (seen.has(key)) return;
      seen.set(key, index);
      await at(key);
    },
  });
  await learner.press('exam.skip');
  await learner.sees(say('exam.overview'));
  await at('exam-overview');
  await learner.handsIn();
  await learner.sees(say('exam.failedTitle'));
  for (const kind of new Set(itemsIn(learner.language).map((item) => item.kind))) {
    if (!seen.has(`item-${kind}-before`)) await at(`item-${kind}-not-drawn-this-time`);
  }
}
