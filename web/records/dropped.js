// Files that a person drops on the page, also a whole folder of them, or chooses.

/** Folders are walked through; what is hidden in them (".DS_Store") is left out. @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function filesIn(entry) {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) return [await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))];
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (;;) { // a folder is handed out in parts
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const nested = [];
  for (const each of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) nested.push(...await filesIn(each));
  return nested;
}

/**
 * From now on files may be dropped on the page.
 * @param {() => boolean} wanted whether this is the moment
 * @param {(files: File[]) => void} take
 */
export function takeDrops(wanted, take) {
  const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') && wanted();
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault(); // else the browser would open the file in place of the portal
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', async (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    const items = [...event.dataTransfer?.items ?? []];
    const entries = items.map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined);
    const plain = [...event.dataTransfer?.files ?? []];
    const files = [];
    for (const entry of entries) files.push(...await filesIn(entry));
    take(entries.length > 0 ? files : plain);
  });
}

const recordFiles = '.json,.jsonl,.ndjson,.csv,.txt,.tsv,application/json,text/csv,text/plain';

/**
 * Must be called while a press is fresh.
 * @param {(files: File[]) => void} take not called when the person thinks better of it @param {string} [accept] @param {boolean} [multiple]
 */
export function askForFiles(take, accept = recordFiles, multiple = true) {
  const input = Object.assign(document.createElement('input'), { type: 'file', multiple, accept });
  input.addEventListener('change', () => take([...input.files ?? []]));
  input.click();
}
