// A person who has nothing but a keyboard: goes from where the focus is, by Tab and arrows, to what is wanted, and uses it there.

import assert from 'node:assert/strict';
import { Learner } from './learner.mjs';

/** @typedef {import('./learner.mjs').Locator} Locator */

export class KeyboardLearner extends Learner {
  /** How many keys were pressed to get anywhere. */
  keys = 0;

  /** @param {Locator} what */
  async reaches(what) {
    await what.waitFor();
    for (let tabs = 0; tabs < 60; tabs++) {
      const where = await what.evaluate((element) => {
        const here = document.activeElement;
        if (here === element) return 'there';
        const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : '';
        return group && here instanceof HTMLInputElement && here.name === group ? 'group' : 'elsewhere';
      });
      if (where === 'there') return;
      this.keys++;
      await this.page.keyboard.press(where === 'group' ? 'ArrowDown' : 'Tab');
    }
    assert.fail(`Tab does not lead to ${what}`);
  }

  /** @param {Locator} what */
  async uses(what) {
    await this.reaches(what);
    const link = await what.evaluate((element) => element instanceof HTMLAnchorElement);
    const chosen = await what.evaluate((element) => element instanceof HTMLInputElement && element.type === 'radio' && element.checked);
    if (!chosen) await this.page.keyboard.press(link ? 'Enter' : 'Space'); // arrows have chosen already
  }

  /** @param {Locator} slider @param {number} value */
  async moves(slider, value) {
    await this.reaches(slider);
    const { least, most, step } = await slider.evaluate((element) => {
      const { min, max, step } = /** @type {HTMLInputElement} */ (element);
      return { least: Number(min), most: Number(max), step: Number(step) };
    });
    const fromEnd = most - value < value - least;
    await this.page.keyboard.press(fromEnd ? 'End' : 'Home');
    const times = Math.round((fromEnd ? most - value : value - least) / step);
    for (let i = 0; i < times; i++) await this.page.keyboard.press(fromEnd ? 'ArrowLeft' : 'ArrowRight');
  }

  /** @param {Locator} field @param {string} words */
  async writes(field, words) {
    await this.reaches(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(words);
  }
}
