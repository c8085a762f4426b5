// What axe-core, the accessibility checker, says of the page as it stands.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { root } from './support.mjs';

const source = readFileSync(`${root}web/node_modules/axe-core/axe.min.js`, 'utf8');

/**
 * Fails with every violation; and when the mirror is empty, where there would be nothing to find.
 * @param {import('./support.mjs').Page} page @param {string} where
 * @param {{ contrast?: boolean }} [what] contrast: also of the page's own words, which are only visible where it is plain
 */
export async function axeFindsNothing(page, where, { contrast = false } = {}) {
  await page.evaluate(`if (!globalThis.axe) { ${source} }`);
  const { violations, checked, named } = await page.evaluate(async (withContrast) => {
    // Words over the drawing are transparent on purpose; the colours that are drawn are tested where they are defined.
    const rules = { 'color-contrast': { enabled: withContrast } };
    const run = await /** @type {any} */ (globalThis).axe.run(document, { rules, resultTypes: ['violations'] });
    const nodes = [...document.querySelectorAll('#page .node:not(.holder, .gridCell)')];
    return {
      violations: run.violations.map((/** @type {any} */ one) => `${one.id}: ${one.help}\n  ${one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 200)).join('\n  ')}`),
      checked: nodes.length,
      named: nodes.filter((node) => (node.textContent || node.getAttribute('aria-label') || '').trim()).length,
    };
  }, contrast);
  assert.deepEqual(violations, [], `axe at ${where}`);
  assert.ok(checked >= 6, `${where}: ${checked} nodes in the mirror`);
  assert.equal(named, checked, `${where}: a node without a name`);
}
