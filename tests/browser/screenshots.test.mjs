// A picture of every screen in both languages, for people to look at: build/screenshots/. Each must show something, axe-core must find
// nothing, and on the narrowest phone nothing may reach over the edge.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { axeFindsNothing } from './axe.mjs';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium, root, settled } from './support.mjs';
import { tour } from './tour.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const portal = portalInChromium();
/** A picture's height at most: a list of hundreds is not higher for being long, and a canvas of 40,000 px is lost to the driver. */
const highest = 4096;
/** The narrowest screen that is still in use. */
const narrow = { width: 320, height: 640, mobile: true };
const devices = {
  phone: { width: 360, height: 740, mobile: true },
  tablet: { width: 820, height: 1180, mobile: true },
  desktop: { width: 1440, height: 900, mobile: false },
};
/** `tests/run gallery` asks for all of them, and finely, which takes its time; otherwise a phone and a desktop, in the light. */
const whole = process.env.PORTAL_GALLERY === 'whole';
const deviceScaleFactor = whole ? 1.5 : 1;
const shown = /** @type {(keyof typeof devices)[]} */ (whole ? ['phone', 'tablet', 'desktop'] : ['phone', 'desktop']);
const themes = /** @type {('light' | 'dark')[]} */ (whole ? ['light', 'dark'] : ['light']);

/** One page that becomes a phone or a desktop, so that a walk through the course serves for all. @param {Page} page */
async function cameraFor(page) {
  const devtools = await page.context().newCDPSession(page);
  /** @param {typeof devices.phone} device */
  const become = async (device) => {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: device.mobile });
    await devtools.send('Emulation.setDeviceMetricsOverride', { ...device, deviceScaleFactor });
    await page.waitForFunction(([width, height, density]) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      const box = canvas.getBoundingClientRect();
      return innerWidth === width && innerHeight === height && devicePixelRatio === density &&
        Math.abs(canvas.width - box.width * density) <= 1 && Math.abs(canvas.height - box.height * density) <= 1; // drawn in this size
    }, [device.width, device.height, deviceScaleFactor]);
    await settled(page);
  };
  return {
    become,
    /** @param {'light' | 'dark'} theme what the system prefers */
    async prefer(theme) {
      await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }, { name: 'prefers-reduced-motion', value: 'reduce' }] });
      await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
      await settled(page);
    },
    /** @param {typeof devices.phone} device @param {string} file */
    async photograph(device, file) {
      await become(device);
      // The canvas covers the window, so the window becomes as high as the content, within what WebGL draws everywhere.
      const whole = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), highest);
      if (whole > device.height) await become({ ...device, height: whole });
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
      assert.ok(data.length > 8000, `${file} shows next to nothing`);
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

/** Nothing has to be scrolled sideways on the narrowest screen. @param {Page} page @param {string} name */
async function fits(page, name) {
  const { width, over } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    over: [...document.querySelectorAll('#page .node:not(.holder)')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    }).map((node) => node.textContent || node.getAttribute('aria-label')),
  }));
  assert.ok(width <= narrow.width, `${name} is ${width} px wide on a narrow screen`);
  assert.deepEqual(over, [], `over the edge: ${name}`);
}

/** @param {string} name below build/screenshots/ */
function emptyFolder(name) {
  const folder = `${root}build/screenshots/${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

describe('pictures', inPairs, () => {
  for (const language of languages) {
    it(`every screen in ${language}: axe finds nothing, nothing reaches over a narrow edge, and a picture of each`, async (t) => {
      const folder = emptyFolder(language);
      const { page } = await portal.open(t, { language, size: 'phone' });
      const camera = await cameraFor(page);
      const seen = await tour(new Learner(page, language), async (name) => {
        await axeFindsNothing(page, name);
        await camera.become(narrow);
        await fits(page, name);
        for (const theme of themes) {
          if (whole) await camera.prefer(theme);
          for (const device of shown) {
            mkdirSync(`${folder}/${device}-${theme}`, { recursive: true });
            await camera.photograph(devices[device], `${folder}/${device}-${theme}/${name}.png`);
          }
        }
        if (whole) await camera.prefer('light');
        await camera.become(devices.phone);
      });
      assert.ok(seen > 20, `${seen} screens`);
    });
  }
});
