// The main job, done by people who do not see the drawing or do not point at it: with the keyboard alone, and where nothing can be drawn.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { axeFindsNothing } from './axe.mjs';
import { lessonIn } from './course.mjs';
import { downloaded, textOfPdf, typeName } from './journey.mjs';
import { KeyboardLearner } from './keyboard.mjs';
import { Learner } from './learner.mjs';
import { inPairs, portalInChromium, settled } from './support.mjs';

/** From home over two lessons and the quiz to the certificate. @param {Learner} learner @param {string} name @param {() => Promise<void>} [look] at each stage */
async function mainPath(learner, name, look = async () => {}) {
  const { say } = learner;
  await learner.sees(say('home.welcome'));
  await look();
  await learner.opensLesson('L2.1');
  await learner.takesLesson('L2.1', async ({ moment }) => { if (moment === 'answered') await look(); });
  await learner.follow('lesson.home');
  await learner.opensLesson('L4.1');
  await learner.takesLesson('L4.1');
  await learner.follow('lesson.home');
  await learner.opens(learner.examTitle);
  await learner.press('exam.start');
  await learner.takesQuiz();
  await learner.sees(say('exam.passedTitle'));
  await look();
  await learner.follow('home.getCertificate');
  await typeName(learner, name);
  const pdf = await downloaded(learner, 'certificate.save');
  assert.ok(textOfPdf(pdf.path).includes(name));
  await look();
  await learner.uses(learner.page.getByRole('link', { name: say('nav.records'), exact: true }));
  await learner.reads(name);
  await look();
}

describe('with the keyboard alone', () => {
  const portal = portalInChromium();

  it('the whole main path, and the focus is never lost', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', context: { viewport: { width: 640, height: 600 } } });
    // Whenever the focus falls back to the page's start, somebody who sees nothing is lost.
    await page.evaluate(() => {
      Object.assign(globalThis, { lost: [] });
      document.addEventListener('focusout', () => setTimeout(() => {
        if (document.activeElement === document.body && document.hasFocus()) /** @type {any} */ (globalThis).lost.push(document.querySelector('h1')?.textContent);
      }, 50), true);
    });
    const learner = new KeyboardLearner(page, 'zh-CN');
    await page.keyboard.press('Tab');
    await mainPath(learner, '欧阳小明');
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).lost), [], 'the focus fell to the page');
    t.diagnostic(`${learner.keys} keys to get around`);
  });

  it('display settings: the dialog takes the focus, keeps it, and gives it back at Escape', async (t) => {
    const { page } = await portal.open(t, { language: 'en' });
    const learner = new KeyboardLearner(page, 'en');
    const opener = learner.button(learner.say('me.looks'));
    await learner.uses(opener);
    const dialog = page.getByRole('dialog', { name: learner.say('me.looks') });
    await dialog.waitFor();
    for (let i = 0; i < 12; i++) {
      assert.ok(await page.evaluate(() => !!document.activeElement?.closest('dialog') || document.activeElement === document.body), 'Tab left the dialog');
      await page.keyboard.press('Tab');
    }
    await learner.uses(dialog.getByRole('radio', { name: learner.say('me.dark'), exact: true }));
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.ok(await opener.evaluate((element) => element === document.activeElement), 'the focus is back');
  });
});

describe('where nothing can be drawn', inPairs, () => {
  const portal = portalInChromium({ flags: ['--disable-3d-apis'] });

  it('the page itself is the portal: the whole main path, and axe finds nothing, contrast included', async (t) => {
    const { page } = await portal.open(t, { language: 'en' });
    assert.equal(await page.evaluate(() => document.createElement('canvas').getContext('webgl2')), null, 'this browser draws');
    assert.ok(await page.evaluate(() => document.documentElement.hasAttribute('data-plain')));
    let stage = 0;
    await mainPath(new Learner(page, 'en'), 'José Álvarez', async () => axeFindsNothing(page, `stage ${++stage}`, { contrast: true }));
    assert.ok(stage > 6);
  });

  it('its words are visible, in a column that fits the narrowest phone', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', context: { viewport: { width: 320, height: 640 } } });
    const learner = new Learner(page, 'zh-CN');
    for (const hash of ['#/', '#/lesson/L2.1', '#/records', '#/me']) {
      await learner.goes(hash);
      await settled(page);
      const shown = await page.waitForFunction((to) => { // a screen that is still on its way has no heading
        const heading = document.querySelector('main h1');
        return location.hash === to && heading && { colour: getComputedStyle(heading).color, wide: document.documentElement.scrollWidth };
      }, hash);
      const { colour, wide } = /** @type {{ colour: string, wide: number }} */ (await shown.jsonValue());
      assert.notEqual(colour, 'rgba(0, 0, 0, 0)');
      assert.ok(wide <= 320, `${hash} is ${wide} px wide`);
    }
  });
});

describe('who asks for it', inPairs, () => {
  const portal = portalInChromium();

  it('gets the plain page, and the drawn one back', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/me' });
    const learner = new Learner(page, 'zh-CN');
    const plain = page.getByRole('checkbox', { name: learner.say('me.plain'), exact: true });
    await plain.check();
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-plain'));
    await page.reload();
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-plain'));
    await learner.sees(learner.say('nav.me'));
    await plain.uncheck();
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-plain'));
  });

  it('reads a translation: what the browser writes is shown, and stays', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L2.1' });
    const translated = 'Translated by the browser';
    await page.evaluate((words) => {
      document.documentElement.classList.add('translated-ltr');
      const paragraph = /** @type {Element} */ (document.querySelector('main p'));
      paragraph.innerHTML = `<font><font>${words}</font></font>`;
    }, translated);
    await page.waitForFunction(() => document.documentElement.hasAttribute('data-plain'));
    const shown = page.getByText(translated);
    assert.notEqual(await shown.evaluate((element) => getComputedStyle(element).color), 'rgba(0, 0, 0, 0)');
    assert.ok(await shown.isVisible());
  });

  it('selects and copies words as they were written, and finds them in the page', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/lesson/L2.1', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    const words = lessonIn('L2.1', 'zh-CN').steps[0].words.paragraphs[0];
    const paragraph = page.getByText(words, { exact: true });
    const box = await paragraph.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + 20, box.y + 10, { clickCount: 3 });
    await page.keyboard.press('Control+C');
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim(), words);
    assert.ok(await page.evaluate((text) => /** @type {any} */ (window).find(text, false, false, true), words.slice(0, 8)), 'find in page');
  });

  it('sees the system\'s own colours where they are forced', async (t) => {
    const { page } = await portal.open(t, { language: 'en', context: { forcedColors: 'active' } });
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'forced');
  });
});
