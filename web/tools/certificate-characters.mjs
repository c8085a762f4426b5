// Collects the characters of a certificate's fixed words from the content, so that the fonts' first slices hold them.
// Knows only that content is JSON with words in it; must not know fonts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Figures, dates, signs, and what sentences on certificates are made of: a sentence that an organisation rewrites keeps
 * its typeface even before the fonts are sliced again.
 */
const always = [
  '0123456789%≥/·．：，。、；（）《》「」“”‘’—…',
  '年月日时分至编号版本期有效完成绩得测验考试核及合格通过优秀等级线达到以上',
  '兹证明书特此颁授予学员习满全部内容课程培训模块单元结业毕修已并在中之下的于为由与和其该本人同志女士先生',
  '客户服务苑院公司机构部门人力资源签发认可盖章联署记录保存',
  '所用浏览器自行只能说导出后未被改动不答题者是谁也尚无担任何登它',
].join('');

/** @param {unknown} value @param {(text: string) => void} take */
function eachText(value, take) {
  if (typeof value === 'string') take(value);
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) eachText(inner, take);
}

/**
 * Calls take for every text below a key that wanted accepts.
 * @param {unknown} value @param {(key: string) => boolean} wanted @param {(text: string) => void} take
 */
function textsUnder(value, wanted, take) {
  if (!value || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (wanted(key)) eachText(inner, take);
    else textsUnder(inner, wanted, take);
  }
}

/** @param {string} folder @returns {string[]} */
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
  const take = (/** @type {string} */ text) => {
    for (const character of text) characters.add(character);
  };
  const interfaceFolder = join(contentFolder, 'interface');
  for (const file of jsonFiles(contentFolder)) {
    const wanted = file.startsWith(interfaceFolder)
      ? (/** @type {string} */ key) => /^certificate/i.test(key)
      : (/** @type {string} */ key) => /^(title|name)s?$/i.test(key);
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

/** The 3,755 characters of GB 2312's first level: what ordinary sentences are written with. @returns {Set<string>} */
export function commonHan() {
  const decoder = new TextDecoder('gb18030');
  const characters = new Set();
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell += 1) characters.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}
