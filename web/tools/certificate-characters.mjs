// Collects the characters of a certificate's fixed words from the content, so that the fonts' first slices hold them.
// Knows only that content is JSON with words in it; must not know fonts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Figures, dates and signs that every certificate may print, whatever the content says. */
const always = '≥0123456789%/·．：，。、；（）《》「」“”‘’—…年月日时分至编号版本';

/** @param {unknown} value @param {(text: string) => void} take */
function eachText(value, take) {
  if (typeof value === 'string') take(value);
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) eachText(inner, take);
}

/** Calls take for every text below a key that wanted accepts. */
function textsUnder(value, wanted, take) {
  if (!value || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (wanted(key)) eachText(inner, take);
    else textsUnder(inner, wanted, take);
  }
}

function jsonFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * Characters of the interface's words for certificates and of every title in the content.
 * @param {string} contentFolder
 * @returns {Set<string>}
 */
export function certificateCharacters(contentFolder) {
  const characters = new Set(always);
  const take = (text) => {
    for (const character of text) characters.add(character);
  };
  const interfaceFolder = join(contentFolder, 'interface');
  for (const file of jsonFiles(contentFolder)) {
    const wanted = file.startsWith(interfaceFolder)
      ? (key) => /^certificate/i.test(key)
      : (key) => /^(title|name)s?$/i.test(key);
    // A file that is no JSON is the content checker's to report, with line and column.
    let content;
    try {
      content = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      continue;
    }
    textsUnder(content, wanted, take);
  }
  return characters;
}
