// The author's side of live preview, in the page: takes over packs that were compiled while the page was open, and shows
// what coursec complains of. Served by web/tools/preview.mjs to this machine only; the finished site does not know it.

/** @typedef {{ packs: Record<string, string>, faults: string[] }} State as web/tools/preview.mjs tells it */

/** The packs that the page has, and the way to hand one to the portal. @returns {{ packs: Map<string, Promise<Uint8Array>>, fetchPack: (name: string) => void }} */
const portal = () => /** @type {any} */ (globalThis).serviceAcademy;

const started = new Promise((ready) => {
  new PerformanceObserver((marks, observer) => {
    if (marks.getEntriesByName('first-screen').length === 0) return;
    observer.disconnect();
    ready(undefined);
  }).observe({ type: 'mark', buffered: true });
});

const note = document.createElement('section');
note.id = 'preview-note';
note.setAttribute('aria-label', '内容检查 · Content check');
const said = document.createElement('div');
said.setAttribute('role', 'alert');
const heading = document.createElement('p');
const list = document.createElement('ul');
said.append(heading, list);
const dismiss = document.createElement('button');
dismiss.type = 'button';
dismiss.textContent = '收起 · Dismiss';
dismiss.addEventListener('click', () => { note.hidden = true; });
note.append(said, dismiss);
note.hidden = true;

/** More than these do not fit beside a lesson; the terminal has them all. */
const mostLines = 6;

/** @param {string[]} faults coursec's lines, its summary last */
function show(faults) {
  note.hidden = faults.length === 0;
  heading.textContent = faults.length === 0 ? '' : '内容有误，屏幕上还是上一次的内容。 The content has faults; what you see is from before.';
  list.replaceChildren(...faults.slice(0, mostLines).map((line) => {
    const item = document.createElement('li');
    item.lang = 'en';
    item.textContent = line;
    return item;
  }));
  if (faults.length > mostLines) list.append(`… ${faults.at(-1)}`);
}

/** What the portal has, or will fetch by itself. @type {Record<string, string> | undefined} */
let known;

/** @param {State} state */
async function follow({ packs, faults }) {
  await started;
  show(faults);
  const changed = Object.keys(packs).filter((name) => known && known[name] !== packs[name]);
  known = packs;
  for (const name of changed) {
    const response = await fetch(`/preview/packs/${name}`);
    if (!response.ok) continue; // compiled once more in between: the next state tells of it
    const { packs: fetched, fetchPack } = portal();
    fetched.set(name, Promise.resolve(new Uint8Array(await response.arrayBuffer())));
    fetchPack(name);
  }
}

document.body.append(note);
/** One after the other, in the order in which they were told. */
let turn = Promise.resolve();
new EventSource('/preview/events').addEventListener('message', (event) => {
  turn = turn.then(() => follow(JSON.parse(event.data))).catch((error) => console.warn('The preview could not follow; reload the page.', error));
});
