// A person at the portal: presses, types and drags what the mirror offers, found by role and name, and waits for what follows.

import assert from 'node:assert/strict';
import { course, courseWords, itemsIn, lessonIn, wordsIn } from './course.mjs';

/** @typedef {import('../../web/node_modules/playwright-core/index.d.ts').Locator} Locator @typedef {import('./support.mjs').Page} Page @typedef {import('./support.mjs').Language} Language */

/** An option's text in the words of an item: an object with `text`, or the text itself. @param {any} said */
const textOf = (said) => /** @type {string} */ (typeof said === 'string' ? said : said.text);

export class Learner {
  /** @param {Page} page @param {Language} language */
  constructor(page, language) {
    this.page = page;
    this.language = language;
    this.say = wordsIn(language);
  }

  /** @param {string} name */
  button(name) { return this.page.getByRole('button', { name, exact: true }); }
  /** @param {string} name */
  link(name) { return this.page.getByRole('main').getByRole('link', { name, exact: true }); }
  /** @param {string} name @param {number} [level] */
  heading(name, level = 1) { return this.page.getByRole('heading', { name, level, exact: true }); }
  /** @param {string} words */
  text(words) { return this.page.getByText(words, { exact: true }); }

  // How a person does things; other people do them otherwise (keyboard.mjs).
  /** @param {Locator} what */
  async uses(what) { await what.click(); }
  /** @param {Locator} slider @param {number} value */
  async moves(slider, value) { await slider.fill(String(value)); }
  /** @param {Locator} field @param {string} words */
  async writes(field, words) { await field.fill(words); }

  /** Presses the button with these interface words. @param {string} key @param {Record<string, string | number>} [values] */
  async press(key, values) { await this.uses(this.button(this.say(key, values))); }
  /** Follows the link with these interface words. @param {string} key @param {Record<string, string | number>} [values] */
  async follow(key, values) { await this.uses(this.link(this.say(key, values))); }
  /** @param {string} name @param {number} [level] */
  async sees(name, level) { await this.heading(name, level).waitFor(); }
  /** @param {string} words */
  async reads(words) { await this.text(words).first().waitFor(); }
  /** @param {string} key @param {Record<string, string | number>} [values] */
  async hears(key, values) { await this.reads(this.say(key, values)); }

  /** Follows the link with these words of the course: a lesson's or an exam's title. @param {string} title */
  async opens(title) { await this.uses(this.link(title)); }
  /** Goes to a lesson from the home page, unfolding its module if need be. @param {string} id */
  async opensLesson(id) {
    const module = course.modules.find((/** @type {any} */ each) => each.lessons.includes(id));
    const name = `“${courseWords(this.language).modules[module.id].title}”`;
    await this.page.getByRole('button', { name }).waitFor();
    const folded = this.page.getByRole('button', { name, expanded: false });
    if (await folded.count() > 0) await this.uses(folded);
    await this.opens(lessonIn(id, this.language).title);
  }

  /** @param {string} hash */
  async goes(hash) { await this.page.evaluate((to) => { location.hash = to; }, hash); }

  // ---- Lessons ----

  /**
   * Takes a lesson from its first step to its end, all of it right.
   * @param {string} id
   * @param {(moment: { step: any, index: number, moment: 'shown' | 'answered' }) => Promise<void>} [watch] called at each step before and after the answer
   */
  async takesLesson(id, watch = async () => {}) {
    const { steps } = lessonIn(id, this.language);
    for (const [index, step] of steps.entries()) {
      await this.sees(step.words.title);
      await watch({ step, index, moment: 'shown' });
      await this.answersStep(step);
      if (step.kind === 'reading') continue; // goes on by itself
      if (step.kind !== 'closing') await this.button(this.say('lesson.nextStep')).waitFor();
      else await this.hears('closing.done');
      await watch({ step, index, moment: 'answered' });
      if (step.kind !== 'closing') await this.press('lesson.nextStep');
    }
  }

  /** @param {any} step */
  async answersStep(step) {
    if (step.kind === 'reading') await this.press('step.continue');
    else if (step.kind === 'closing') await this.press('closing.finish');
    else if (step.kind === 'guess-chart') await this.guesses(step);
    else if (step.kind === 'check') await this.answersItem({ ...step.item, words: step.words.item });
    else if (step.kind === 'sort') await this.sorts(step);
    else if (step.kind === 'rewrite') await this.rewrites(step);
    else assert.fail(`no way to answer a step of kind ${step.kind}`);
  }

  /** @param {any} step */
  bar(step, index = 0) { return this.page.getByRole('slider', { name: step.words.bars[step.bars[index].id].label, exact: true }); }

  /** Draws the truth, bar by bar: each takes from the others, so that only the last ones land by themselves. @param {any} step */
  async guesses(step) {
    await this.moves(this.bar(step), step.bars[0].truth);
    await this.press('guess.reveal');
    await this.reads(step.words.insight);
  }

  /** @param {any} step @param {(moment: { card: any, index: number, moment: 'shown' | 'placed' }) => Promise<void>} [watch] */
  async sorts(step, watch = async () => {}) {
    for (const [index, card] of step.cards.entries()) {
      await this.sees(step.words.cards[card.id].text, 2);
      await watch({ card, index, moment: 'shown' });
      await this.uses(this.button(step.words.bins[card.bin].label));
      await this.reads(step.words.cards[card.id].why);
      await watch({ card, index, moment: 'placed' });
      await this.press(index + 1 === step.cards.length ? 'sort.overview' : 'sort.next');
    }
    await this.reads(step.words.insight);
  }

  /** @param {any} step @param {(prompt: any) => string} [wording] what to write; the model sentence when not said */
  async rewrites(step, wording = (prompt) => step.words.prompts[prompt.id].model) {
    for (const [index, prompt] of step.prompts.entries()) {
      await this.sees(step.words.prompts[prompt.id].original, 2);
      await this.writes(this.page.getByLabel(this.say('rewrite.field'), { exact: true }), wording(prompt));
      await this.press('rewrite.check');
      await this.hears('rewrite.model');
      await this.press(index + 1 === step.prompts.length ? 'rewrite.done' : 'sort.next');
    }
    await this.reads(step.words.insight);
  }

  // ---- Questions ----

  /** Answers the question of a lesson, rightly or plainly wrongly. @param {any} item @param {boolean} [right] */
  async answersItem(item, right = true) {
    const { page } = this;
    await this.marksItem(item, right);
    await this.press('answer.submit');
    await page.getByText(item.words.rationale, { exact: true }).waitFor();
  }

  /** Marks an answer without handing it in. @param {any} item @param {boolean} [right] */
  async marksItem(item, right = true) {
    const { page } = this;
    if (item.kind === 'single-choice') {
      const option = item.options.find((/** @type {any} */ each) => item.key.includes(each.id) === right);
      await this.uses(page.getByRole('radio', { name: textOf(item.words.options[option.id]), exact: true }));
    } else if (item.kind === 'multiple-choice') {
      for (const option of item.options.filter((/** @type {any} */ each) => item.key.includes(each.id) === right)) {
        await this.uses(page.getByRole('checkbox', { name: textOf(item.words.options[option.id]), exact: true }));
      }
    } else if (item.kind === 'ordering') {
      const entries = right ? item.entries : [...item.entries].reverse();
      for (const entry of entries) await this.uses(this.button(textOf(item.words.entries[entry.id])));
    } else {
      const far = item.truth - item.least > item.most - item.truth ? item.least : item.most;
      if (right) await this.moves(page.getByRole('slider'), far); // the right place may be where it stands
      const stop = item.least + Math.round((item.truth - item.least) / (item.step ?? 1)) * (item.step ?? 1); // what can be set need not be the very number
      await this.moves(page.getByRole('slider'), right ? stop : far);
    }
  }

  /** The item of the bank whose question stands on the screen. */
  async itemShown() {
    const stem = (await this.page.getByRole('main').getByRole('heading', { level: 2 }).innerText()).trim();
    const item = itemsIn(this.language).find((each) => each.words.stem === stem);
    assert.ok(item, `no item asks “${stem}”`);
    return item;
  }

  /** Hands in the quiz whose questions are all shown, answered or not. */
  async handsIn() {
    await this.sees(this.say('exam.overview'));
    const all = this.button(this.say('exam.handIn'));
    await this.uses((await all.count()) > 0 ? all : this.button(this.say('exam.handInOpen')));
  }

  /** How many questions the final quiz has. */
  get questions() { return course.exams.find((/** @type {any} */ exam) => exam.id === course.completionExam).draws.reduce((/** @type {number} */ sum, /** @type {any} */ draw) => sum + draw.count, 0); }
  get examTitle() { return /** @type {string} */ (courseWords(this.language).exams[course.completionExam].title); }

  /**
   * Takes the quiz that is open from question `from` on, to the result.
   * @param {{ from?: number, to?: number, right?: (index: number) => boolean, watch?: (moment: { item: any, index: number, moment: 'shown' | 'marked' }) => Promise<void> }} [how]
   */
  async takesQuiz({ from = 1, to = this.questions, right = () => true, watch = async () => {} } = {}) {
    /** @type {any[]} */
    const items = [];
    for (let index = from; index <= to; index++) {
      await this.sees(this.say('exam.progress', { at: index, count: this.questions }));
      const item = await this.itemShown();
      items.push(item);
      await watch({ item, index, moment: 'shown' });
      await this.marksItem(item, right(index));
      await watch({ item, index, moment: 'marked' });
      await this.press('exam.saveNext');
    }
    if (to === this.questions) await this.handsIn();
    return items;
  }
}
