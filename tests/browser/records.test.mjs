// HR at the console: brings in files with and without faults, finds people, takes the records out, and finds all again another day.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Ajv2020 from '../../web/node_modules/ajv/dist/2020.js';
import { axeFindsNothing } from './axe.mjs';
import { wordsIn } from './course.mjs';
import { Learner } from './learner.mjs';
import { recordOf } from './records.mjs';
import { xlsx } from '../records/spreadsheet.mjs';
import { inPairs, portalInChromium, ready, root, settled } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const portal = portalInChromium();

const people = [
  recordOf(1, '王小明', { score: 92 }),
  recordOf(2, '李芳', { department: '客服二部', status: 'in-progress', score: 60, day: '2026-11-02' }),
  recordOf(3, '单雪', { department: '客服二部', day: '2026-09-01', score: 85 }),
  recordOf(4, 'José Álvarez', { status: 'not-started' }),
  recordOf(5, '👩‍🏫 =cmd()', { score: 100, day: '2026-11-11' }),
];
const lines = (/** @type {unknown[]} */ records) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
const file = (/** @type {string} */ name, /** @type {string} */ text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** @param {Learner} clerk @param {{ name: string, mimeType: string, buffer: Buffer }[]} files */
async function brings(clerk, files) {
  const chooser = clerk.page.waitForEvent('filechooser');
  await clerk.press('records.bring');
  await (await chooser).setFiles(files);
}

/** @param {Learner} clerk */
const grid = (clerk) => clerk.page.getByRole('grid', { name: clerk.say('records.title'), exact: true });
/** Names in the table, from above. @param {Learner} clerk */
const names = async (clerk) => { await settled(clerk.page); return (await grid(clerk).getByRole('rowheader').allInnerTexts()).map((name) => name.trim()); };

/** @param {Learner} clerk @param {() => Promise<void>} press @returns {Promise<{ name: string, bytes: Buffer, text: string }>} */
async function saved(clerk, press) {
  const [download] = await Promise.all([clerk.page.waitForEvent('download'), press()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

describe('HR at the console', inPairs, () => {
  it('three files, two of them with faults: the good one counts, each fault is a line, and nothing is lost at a reload', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/records' });
    const clerk = new Learner(page, 'zh-CN');
    const { say } = clerk;
    await clerk.hears('records.emptyTitle');
    const broken = lines(people.slice(0, 2)).replace('"status":"in-progress"', '"status":"almost"');
    await brings(clerk, [file('好的.jsonl', lines(people)), file('坏的.jsonl', broken), file('名单.csv', '工号,截止日期\nK2,下周五\n')]);
    await clerk.hears('report.someTitle', { count: '3', taken: '1' });
    await clerk.reads(say('report.line', { file: '坏的.jsonl', line: '2', what: say('remark.wrong', { about: '/course/status' }) }));
    await clerk.reads(say('report.line', { file: '名单.csv', line: '2', what: say('remark.noDay') }));
    assert.equal((await names(clerk)).length, 5);
    await axeFindsNothing(page, 'the console after an import');

    await page.reload();
    await ready(page);
    await grid(clerk).waitFor();
    assert.equal((await names(clerk)).length, 5);
    assert.equal(await page.getByText(say('report.someTitle', { count: '3', taken: '1' })).count(), 0, 'what was told is not told again');
  });

  it('finds people by initials, by a piece of a name, by department and status', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', hash: '#/records' });
    const clerk = new Learner(page, 'zh-CN');
    const { say } = clerk;
    await brings(clerk, [file('a.jsonl', lines(people))]);
    const search = page.getByLabel(say('filter.search'), { exact: true });
    await search.fill('wxm');
    await page.waitForFunction(() => document.querySelectorAll('.gridRow').length === 1);
    assert.deepEqual(await names(clerk), ['王小明']);
    for (const [typed, found] of [['sx', ['单雪']], ['álv', ['José Álvarez']], ['K5', ['👩‍🏫 =cmd()']], ['芳', ['李芳']]]) {
      await search.fill(/** @type {string} */ (typed));
      await settled(page);
      assert.deepEqual(await names(clerk), found, String(typed));
    }
    await search.fill('');
    await page.getByRole('combobox', { name: say('csv.department'), exact: true }).selectOption('客服二部');
    assert.deepEqual((await names(clerk)).sort(), ['单雪', '李芳'].sort());
    await page.getByRole('combobox', { name: say('csv.status'), exact: true }).selectOption(say('csv.done'));
    assert.deepEqual(await names(clerk), ['单雪']);
    await search.fill('nobody');
    await clerk.hears('records.noneTitle');
    await clerk.press('filter.reset');
    await grid(clerk).waitFor();
  });

  it('sorts by a header, walks the table with the keys, opens a person', async (t) => {
    const { page } = await portal.open(t, { hash: '#/records' });
    const clerk = new Learner(page, 'en');
    const { say } = clerk;
    await brings(clerk, [file('a.jsonl', lines(people))]);
    await grid(clerk).waitFor();
    const header = grid(clerk).getByRole('columnheader').filter({ hasText: say('csv.score') });
    await header.getByRole('button').click();
    await header.getByRole('button').click();
    await settled(page);
    assert.equal(await header.getAttribute('aria-sort'), 'descending');
    assert.equal((await names(clerk))[0], '👩‍🏫 =cmd()');
    assert.equal(await grid(clerk).getAttribute('aria-rowcount'), '6');
    await grid(clerk).focus();
    const active = () => page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
    await page.keyboard.press('ArrowDown');
    await settled(page);
    assert.equal(await active(), '王小明');
    await page.keyboard.press('ArrowRight');
    await settled(page);
    assert.equal(await active(), 'K1');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: say('person.title', { name: '王小明' }) });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: say('group.label'), exact: true }).selectOption(say('group.department'));
    const groups = page.getByRole('grid', { name: say('group.title') });
    await groups.getByText('客服二部').click();
    assert.equal((await names(clerk)).length, 2);
  });

  it('takes the records out: CSV and a workbook without formulas, records that another console reads, statements for a record store', async (t) => {
    const { page } = await portal.open(t, { hash: '#/records' });
    const clerk = new Learner(page, 'en');
    const { say } = clerk;
    await brings(clerk, [file('a.json', JSON.stringify(people, null, 2))]);
    await grid(clerk).waitFor();
    const csv = await saved(clerk, () => clerk.press('records.download'));
    assert.equal(csv.text.charCodeAt(0), 0xfeff);
    assert.equal(csv.text.trimEnd().split('\r\n').length, 6);
    assert.ok(csv.text.includes('👩‍🏫 =cmd()'));

    const out = async (/** @type {string} */ form) => saved(clerk, async () => {
      await clerk.press('records.outMore');
      await page.getByRole('radio', { name: say(form), exact: true }).check();
      await clerk.press('out.save');
    });
    const workbook = await out('out.sheet');
    assert.match(workbook.name, /\.xlsx$/);
    const { SheetNames, Sheets } = xlsx.read(workbook.bytes, { cellFormula: true });
    const rows = xlsx.utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 });
    assert.deepEqual(rows[0], csv.text.slice(1).split('\r\n')[0].split(','));
    assert.deepEqual(rows.slice(1).map((/** @type {any} */ [name]) => name).sort(), people.map(({ learner }) => learner.name).sort());
    assert.ok(Object.values(Sheets[SheetNames[0]]).every((cell) => cell.f === undefined), 'nothing in it is a formula');

    const records = await out('out.json');
    assert.match(records.name, /\.jsonl$/);
    const schema = JSON.parse(readFileSync(`${root}app/records/completion-record.schema.json`, 'utf8'));
    const accepts = new /** @type {any} */ (Ajv2020).default({ strict: false, validateFormats: false }).compile(schema);
    // Records of several lines go out as they came; read as one list they are what was brought.
    const again = JSON.parse(`[${records.text.trim().replace(/\}\n\{/g, '},{')}]`);
    assert.equal(again.length, 5);
    for (const record of again) assert.ok(accepts(record), JSON.stringify(accepts.errors));
    const statements = JSON.parse((await out('out.xapi')).text);
    assert.equal(new Set(statements.map((/** @type {any} */ each) => each.id)).size, statements.length);
    assert.ok(statements.every((/** @type {any} */ each) => each.actor.account.homePage.startsWith(portal.origin)));

    await brings(clerk, [file('again.jsonl', records.text)]);
    await clerk.hears('report.same', { file: 'again.jsonl', count: '5' });
    assert.equal((await names(clerk)).length, 5);
  });

  it('on a phone and with the plain page the same people stand there', async (t) => {
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', hash: '#/records' });
    const clerk = new Learner(page, 'zh-CN');
    await brings(clerk, [file('a.jsonl', lines(people))]);
    await grid(clerk).waitFor();
    assert.equal((await names(clerk)).length, 5);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await axeFindsNothing(page, 'the console on a phone');
  });
});

it('a file that is dropped on the page is read, and one that a person thinks better of leaves no trace', async (t) => {
  const { page } = await portal.open(t, { hash: '#/records' });
  const clerk = new Learner(page, 'en');
  await clerk.hears('records.emptyTitle');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.jsonl'));
    document.body.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, lines(people));
  await grid(clerk).waitFor();
  assert.equal((await names(clerk)).length, 5);
  await clerk.press('records.forget');
  await clerk.press('forget.yes');
  await clerk.hears('records.emptyTitle');
  await page.reload();
  await ready(page);
  await page.getByText(wordsIn('en')('records.emptyTitle')).first().waitFor();
});
