// The figures as a table that reads well on a screen of eighty columns. Knows nothing of how they were measured.

/** @param {number} value @param {number} [digits] */
const number = (value, digits = 0) => (Number.isFinite(value) ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : '–');

/** @param {string} left @param {string} right */
const line = (left, right) => `  ${left.padEnd(50)}${right.padStart(26)}`;

/** @param {import('./browser.mjs').Spread} times @param {number} digits @param {string} unit */
const range = (times, digits, unit) => `${number(times.median, digits)} ${unit} (${number(times.least, digits)}–${number(times.most, digits)})`;

/** @param {import('./records.mjs').Compared} figure */
const compared = ({ table: time, ratio }) => `${number(time, 1)} ms; ${number(ratio, 1)}`;

/** @param {import('./run.mjs').Figures} figures */
export function table({ machine, noise, firstVisit, firstScreen, rest, writes, press, mirror, journal, records, issuing, handed, frames, builds, limits, verdicts }) {
  const out = [
    `Service Academy, measured at ${machine.commit}`,
    '',
    'The machine',
    line('processor', machine.processor),
    line('cores; load at the beginning and at the end', `${machine.cores}; ${number(noise.before.load, 1)} and ${number(noise.after.load, 1)}`),
    line('browser', machine.chromium.replace(/ built on.*| Debian.*/i, '')),
    line('a fixed sum, 15 times, at the beginning', range(noise.before, 0, 'ms')),
    line('and at the end: times below are as noisy', range(noise.after, 0, 'ms')),
    '',
    'A first visit in Chinese, over the wire, headers included',
    ...firstVisit['zh-CN'].files.map((file) => line(file.path, `${number(file.bytes)} B ${file.coding === 'none' ? '  ' : file.coding}`)),
    line(`in all (limit ${number(limits.firstVisitBytes)})`, `${number(firstVisit['zh-CN'].bytes)} B   `),
    line('the same in English', `${number(firstVisit.en.bytes)} B   `),
    line('fonts among them', `${firstVisit['zh-CN'].fonts}     `),
    '',
    `Until the first screen is drawn, from an empty cache, median of ${firstScreen.full.runs} (least–most)`,
    line('as fast as this machine is', range(firstScreen.full, 0, 'ms')),
    line('processor slowed down to a quarter', range(firstScreen.quarter, 0, 'ms')),
    '',
    'Five seconds, after five seconds of rest',
    line('frames; draw calls; animation callbacks', `${rest.frames}; ${rest.draws}; ${rest.callbacks}`),
    line('frames from opening the page to its rest', number(rest.framesUntilRest)),
    '',
    'A person presses, processor slowed down to a quarter',
    line(`from the press to the painted answer, ${press.runs} times`, range(press, 0, 'ms')),
    line('the mirror: an update of a screen of 500 nodes', range(mirror.updating, 2, 'ms')),
    line('building it; DOM writes in 60 unchanged frames', `${number(mirror.building, 0)} ms; ${writes}`),
    '',
    'Keeping what people do',
    line(`from handing an event over to its confirmation, ${journal.append.runs} times`, range(journal.append, 1, 'ms')),
    line('the fold of 100,000 events, natively; as WebAssembly', `${number(journal.native.fold)} ms; ${number(journal.wasm.fold)} ms`),
    line('reading and checking their lines', `${number(journal.native.load)} ms; ${number(journal.wasm.load)} ms`),
    line('bytes of an event', number(journal.native.bytesPerEvent)),
    line('beginning from a snapshot in place of that', `${number(journal.native.begin)} ms; ${number(journal.wasm.begin)} ms`),
    line('bytes of that snapshot, of twenty learners', number(journal.native.snapshotBytes)),
    line('until the first screen, with one event in the store', range(journal.start.few, 0, 'ms')),
    line('and with 100,000, begun from a snapshot', range(journal.start.many, 0, 'ms')),
    line('that is more by; times as long', `${number(journal.start.many.median - journal.start.few.median)} ms; ${number(journal.start.ratio, 2)}`),
    line('the first time, when all of them are read', `${number(journal.start.whole)} ms`),
    line('after such a start: longest task; until all is read', `${number(journal.start.afterwards.longest)} ms; ${number(journal.start.afterwards.until)} ms`),
    line(`${journal.killed.kills} kills: confirmed; lost; unreadable`, `${number(journal.killed.confirmed)}; ${journal.killed.lost}; ${journal.killed.unreadable}`),
    line('a kill and the start after it', `${number(journal.killed.milliseconds / journal.killed.kills)} ms`),
    '',
    `A table of ${number(records.rows)} completion records, natively`,
    line('reading one from JSON, checks included', `${number(records.microsecondsToReadOne, 1)} µs`),
    line('taking them in, and making the table of them', `${number(records.takingIn)} and ${number(records.finishing)} ms`),
    ...Object.entries(records.sort).map(([column, figure]) => line(`sorting by ${column}; times as quick as structs`, compared(figure))),
    line('filtering by three conditions', compared(records.filter)),
    line('searching a piece of a name', compared(records.searchHan)),
    line('searching initials; a plain search finds none', compared(records.searchInitials)),
    line('counting by department', compared(records.group)),
    line('difficulty and discrimination of every question', `${number(records.itemFigures)} ms`),
    line('out as CSV; as xAPI statements', `${number(records.out.csv)} ms; ${number(records.out.statements)} ms`),
    line(`${number(issuing.count)} countersignatures; jose; ours to jose's`, `${number(issuing.ours)} ms; ${number(issuing.jose)} ms; ${number(issuing.ours / issuing.jose, 2)}`),
    line('the links that they are verified at', `${number(issuing.links)} ms`),
    line(`${number(handed.rows)} records as CSV, in WebAssembly; papaparse`, `${number(handed.csv.ours)} ms; ${number(handed.csv.papaparse)} ms`),
    line('as a workbook: the program and the ZIP; xlsx', `${number(handed.workbook.sheet)} + ${number(handed.workbook.zip)} ms; ${number(handed.workbook.xlsx)} ms`),
    line('bytes of that workbook; of the one by xlsx', `${number(handed.workbook.bytes.ours)}; ${number(handed.workbook.bytes.xlsx)}`),
    '',
    'Processor time of one frame, µs',
    '  screen                     change        native   in Chromium      ratio',
  ];
  for (const [screen, figure] of Object.entries(frames)) {
    for (const change of /** @type {const} */ (['unchanged', 'scrolled', 'resized'])) {
      const inBrowser = figure.browser?.[change] ?? NaN;
      out.push(`  ${(change === 'unchanged' ? screen : '').padEnd(27)}${change.padEnd(12)}${number(figure.native[change]).padStart(8)}${number(inBrowser).padStart(14)}${number(inBrowser / figure.native[change], 1).padStart(11)}`);
    }
  }
  out.push(
    '  native: median, building the frame only; Chromium: mean of the main thread, with',
    '  its WebGL calls and the page around it; resized: every line is broken anew.',
    '',
    'Building, library sources and npm packages at hand',
    ...(builds ? [line('from nothing', `${number(builds.clean)} s`), line('nothing changed', range(builds.unchanged, 2, 's'))] : [line('not measured yet', '')]),
    '',
    ...verdicts.map(({ what, held }) => `  ${held ? 'held  ' : 'MISSED'}  ${what}`),
  );
  return `${out.join('\n')}\n`;
}
