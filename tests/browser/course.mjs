// The course as its authors wrote it, so that a test names things by id and finds them on screen by their words of today.
// Knows no browser.

import { readFileSync } from 'node:fs';
import { root } from './support.mjs';

/** @typedef {import('./support.mjs').Language} Language */

const cache = new Map();
/** @param {string} path below content/ @returns {any} */
function read(path) {
  if (!cache.has(path)) cache.set(path, JSON.parse(readFileSync(`${root}content/${path}`, 'utf8')));
  return cache.get(path);
}

/** The interface's words with their places filled. @param {Language} language */
export const wordsIn = (language) => (/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) => {
  const sentence = read(`interface/${language}.json`)[key] ?? read(`interface/rest.${language}.json`)[key];
  if (sentence === undefined) throw new Error(`There are no words for ${key}.`);
  return /** @type {string} */ (sentence.replace(/\{(\w+)\}/g, (/** @type {string} */ place, /** @type {string} */ name) => String(values[name] ?? place)));
};

export const course = read('course.json');
/** @param {Language} language */
export const courseWords = (language) => read(`course.${language}.json`);

/** @param {string} id such as L2.1 */
const moduleOf = (id) => `M${id.slice(1, id.indexOf('.'))}`;

/** A lesson's steps: structure, with the words beside it as `words`. @param {string} id @param {Language} language */
export function lessonIn(id, language) {
  const words = read(`${moduleOf(id)}/${id}.${language}.json`);
  return {
    title: /** @type {string} */ (words.title),
    steps: read(`${moduleOf(id)}/${id}.json`).steps.map((/** @type {any} */ step) => ({ ...step, words: words.steps[step.id] })),
  };
}

/** Every item that the final quiz may draw. @param {Language} language @returns {any[]} */
export function itemsIn(language) {
  return course.modules.flatMap((/** @type {any} */ { id: module }) => {
    const words = read(`${module}/items.${language}.json`);
    const texts = words.items ?? words;
    return read(`${module}/items.json`).items.map((/** @type {any} */ item) => ({ ...item, words: texts[item.id] }));
  });
}
