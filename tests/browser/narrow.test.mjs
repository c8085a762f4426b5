// The narrowest screen that is still in use: everything fits, nothing has to be scrolled sideways.

import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Learner } from './learner.mjs';
import { languages, portalInChromium, settled } from './support.mjs';
import { tour } from './tour.mjs';

const portal = portalInChromium();

for (const language of languages) {
  it(`320 px wide: no screen scrolls sideways, no button reaches over the edge, in ${language}`, async (t) => {
    const { page } = await portal.open(t, { language, context: { viewport: { width: 320, height: 640 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true } });
    const seen = await tour(new Learner(page, language), async (name) => {
      await settled(page);
      const { width, over } = await page.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        over: [...document.querySelectorAll('#page .node:not(.holder)')].filter((node) => {
          const box = node.getBoundingClientRect();
          return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
        }).map((node) => node.textContent || node.getAttribute('aria-label')),
      }));
      assert.ok(width <= 320, `${name} is ${width} px wide`);
      assert.deepEqual(over, [], `over the edge: ${name}`);
    });
    assert.ok(seen > 20, `${seen} screens`);
  });
}
