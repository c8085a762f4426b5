// Live preview, as an author meets it: a file of the content is saved, and the lesson that is open follows at its step, or
// says what is wrong. Works on a copy of the content.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { createPreview } from '../../web/tools/preview.mjs';
import { lessonIn, wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { portalInChromium, ready, root } from './support.mjs';

const folder = mkdtempSync(join(tmpdir(), 'service academy '));
const paths = { coursec: join(root, 'build/native/coursec'), content: join(folder, 'content'), packs: join(folder, 'packs') };
assert.ok(existsSync(paths.coursec), 'The course compiler is not built; web/serve --build-only builds it.');
cpSync(join(root, 'content'), paths.content, { recursive: true });
assert.equal(spawnSync(paths.coursec, [paths.content, paths.packs]).status, 0);
const preview = createPreview(paths);
after(() => {
  preview.close();
  rmSync(folder, { recursive: true, force: true });
});

const portal = portalInChromium({ preview });
const say = wordsIn('en');
const lesson = lessonIn('L2.2', 'en');
const [opening, question] = lesson.steps;
const wordsFile = join(paths.content, 'M2/L2.2.en.json');
const written = readFileSync(wordsFile, 'utf8');

/** Saves the lesson's words with one text in place of another. @param {string} from @param {string} to */
function save(from, to) {
  assert.ok(written.includes(from), from);
  writeFileSync(wordsFile, written.replace(from, () => to));
}

/** At the second step, with an answer begun. @param {{ after(done: () => Promise<void>): void }} t */
async function atTheQuestion(t) {
  writeFileSync(wordsFile, written);
  const { page, requests } = await portal.open(t, { hash: '#/lesson/L2.2' });
  const learner = new Learner(page, 'en');
  await learner.sees(opening.words.title);
  await learner.press('step.continue');
  await learner.sees(question.words.title);
  const slider = page.getByRole('slider').first();
  await slider.fill('17');
  return { page, learner, slider, requests };
}

it('a title that is saved shows at the open step, and what was begun there stays', async (t) => {
  const { page, learner, slider } = await atTheQuestion(t);
  await page.evaluate(() => Object.assign(globalThis, { sameVisit: true }));
  const since = Date.now();
  save(`"${question.words.title}"`, '"Under the waterline"');
  await learner.sees('Under the waterline');
  t.diagnostic(`shown after ${Date.now() - since} ms`); // within a second on a machine that is at rest
  assert.equal(await slider.inputValue(), '17');
  assert.ok(await page.evaluate(() => 'sameVisit' in globalThis), 'without loading the page again');
  await page.reload();
  await ready(page);
  await learner.sees('Under the waterline');
});

it('a file that cannot be read is told in the page, and mending it takes the message away', async (t) => {
  const { page, learner } = await atTheQuestion(t);
  const alert = page.getByRole('alert').filter({ hasText: 'The content has faults' });
  save(`"${question.words.title}",`, `"${question.words.title}"`);
  await alert.waitFor();
  assert.match(await alert.innerText(), /M2\/L2\.2\.en\.json:\d+:\d+: This is not JSON/);
  await learner.sees(question.words.title);

  await page.getByRole('button', { name: 'Dismiss' }).click();
  await alert.waitFor({ state: 'hidden' });
  save('"note"', '"nota"');
  await alert.waitFor();
  assert.match(await alert.innerText(), /#\/steps\/behind-it\/nota: "nota" is not part of the format\. .* Did you mean "note"\?/);
  await page.reload();
  await ready(page);
  await alert.waitFor();

  writeFileSync(wordsFile, written);
  await alert.waitFor({ state: 'hidden' });
  await learner.sees(question.words.title);
});

it('a step that is taken out while it is open gives way to the next', async (t) => {
  const { page, learner } = await atTheQuestion(t);
  const structureFile = join(paths.content, 'M2/L2.2.json');
  const structure = readFileSync(structureFile, 'utf8');
  const less = JSON.parse(structure);
  less.steps = less.steps.filter((/** @type {{ id: string }} */ step) => step.id !== question.id);
  const lessWords = JSON.parse(written);
  const chinese = join(paths.content, 'M2/L2.2.zh-CN.json');
  const chineseWritten = readFileSync(chinese, 'utf8');
  const lessChinese = JSON.parse(chineseWritten);
  delete lessWords.steps[question.id];
  delete lessChinese.steps[question.id];
  writeFileSync(structureFile, JSON.stringify(less));
  writeFileSync(wordsFile, JSON.stringify(lessWords));
  writeFileSync(chinese, JSON.stringify(lessChinese));
  await learner.sees(lesson.steps[2].words.title);
  writeFileSync(structureFile, structure);
  writeFileSync(chinese, chineseWritten);
  writeFileSync(wordsFile, written);
  await page.getByRole('alert').filter({ hasText: 'The content has faults' }).waitFor({ state: 'hidden' });
});

it('only browsers on this machine get it, and a site without it knows nothing of it', async () => {
  const html = readFileSync(join(root, 'build/site/index.html'), 'utf8');
  assert.ok(!html.includes('preview'));
  const far = /** @type {any} */ ({ url: '/', socket: { remoteAddress: '192.168.1.7' } });
  assert.equal(preview.answer(far, /** @type {any} */ (null), join(root, 'build/site')), false);
});

it('the words of the interface follow as well', async (t) => {
  const file = join(paths.content, 'interface/en.json');
  const words = readFileSync(file, 'utf8');
  const { page } = await portal.open(t, { hash: '#/' });
  await page.getByRole('heading', { name: say('home.welcome'), level: 1 }).waitFor();
  writeFileSync(file, words.replace(`"home.welcome": ${JSON.stringify(say('home.welcome'))}`, '"home.welcome": "Good morning"'));
  await page.getByRole('heading', { name: 'Good morning', level: 1 }).waitFor();
  writeFileSync(file, words);
  await page.getByRole('heading', { name: say('home.welcome'), level: 1 }).waitFor();
});
