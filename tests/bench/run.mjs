// Measures the finished site and says whether its limits hold: node tests/bench/run.mjs (tests/run bench builds first).
// Bytes and rest have limits; times are reported and never judged, since they belong to the machine.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { firstVisit, frameInBrowser, timeToFirstScreen, withBrowser, workAtRest } from './browser.mjs';
import { countersignatures } from './countersign.mjs';
import { handingOut } from './handing_out.mjs';
import { killWhileWriting } from '../browser/kills.mjs';
import { mirrorUpdate, pressToPaint, writesAtRest } from './interaction.mjs';
import { appendToConfirmed, manyEvents, startWithManyEvents } from './journal.mjs';
import { builds, framesNatively, machine, noise } from './machine.mjs';
import { manyRecords } from './records.mjs';
import { table } from './report.mjs';

/** @typedef {Awaited<ReturnType<typeof measure>>} Figures */

const limits = { firstVisitBytes: 330_000, fonts: 0, framesAtRest: 0, drawsAtRest: 0, writesAtRest: 0 };
const framesMeasured = 300;
const loads = 7;
const kills = 1000;

async function measure() {
  const before = noise();
  const native = framesNatively();
  const many = manyEvents();
  const records = manyRecords();
  const issuing = await countersignatures();
  const handed = handingOut();
  const inBrowser = await withBrowser(async (browser, origin) => {
    /** @type {Record<string, Record<string, number>>} */
    const frames = {};
    for (const screen of Object.keys(native)) frames[screen] = await frameInBrowser(browser, origin, screen, framesMeasured);
    return {
      firstVisit: { 'zh-CN': await firstVisit(browser, origin, 'zh-CN'), en: await firstVisit(browser, origin, 'en') },
      firstScreen: { full: await timeToFirstScreen(browser, origin, 1, loads), quarter: await timeToFirstScreen(browser, origin, 4, loads) },
      rest: await workAtRest(browser, origin),
      writes: await writesAtRest(browser, origin),
      press: await pressToPaint(browser, origin),
      mirror: await mirrorUpdate(browser),
      append: await appendToConfirmed(browser, origin),
      start: await startWithManyEvents(browser, origin),
      frames,
    };
  });
  const { rest } = inBrowser;
  const killed = await killWhileWriting(kills);
  const visits = Object.values(inBrowser.firstVisit);
  return {
    machine: machine(),
    noise: { before, after: noise() },
    limits,
    firstVisit: inBrowser.firstVisit,
    firstScreen: inBrowser.firstScreen,
    rest,
    writes: inBrowser.writes,
    press: inBrowser.press,
    mirror: inBrowser.mirror,
    journal: { ...many, append: inBrowser.append, start: inBrowser.start, killed },
    records,
    issuing,
    handed,
    frames: Object.fromEntries(Object.entries(native).map(([screen, figure]) => [screen, { native: figure, browser: inBrowser.frames[screen] }])),
    builds: /** @type {ReturnType<typeof builds> | null} */ (null),
    verdicts: [
      { what: `a first visit takes no more than ${limits.firstVisitBytes / 1000} KB, in either language`, held: visits.every(({ bytes }) => bytes > 0 && bytes <= limits.firstVisitBytes) },
      { what: 'and no font', held: visits.every(({ fonts }) => fonts === limits.fonts) },
      { what: 'no frame and no draw call at rest', held: rest.frames === limits.framesAtRest && rest.draws === limits.drawsAtRest && rest.framesUntilRest > 0 },
      { what: `${kills} kills while events are written: none that was confirmed is lost, none unreadable`, held: killed.kills === kills && killed.lost === 0 && killed.unreadable === 0 },
      { what: 'no DOM write in frames that changed nothing', held: inBrowser.writes === limits.writesAtRest },
    ],
  };
}

/** @param {Figures} figures */
function write(figures) {
  const folder = fileURLToPath(new URL('../../build/bench/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}result.json`, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(`${folder}result.txt`, table(figures));
}

const figures = await measure();
write(figures); // building takes minutes, and what is measured should not be lost by then
figures.builds = builds();
write(figures);
console.log(table(figures));
process.exitCode = figures.verdicts.every(({ held }) => held) ? 0 : 1;
