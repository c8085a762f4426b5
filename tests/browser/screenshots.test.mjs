// A picture of every screen, on a phone and on a desktop, in both languages, for people to look at: build/screenshots/.
// Each must show something, and on the narrowest phone nothing may reach over the edge.

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Learner } from './learner.mjs';
import { inPairs, languages, portalInChromium, root, settled } from './support.mjs';
import { tour } from './tour.mjs';

/** @typedef {import('./support.mjs').Page} Page */

const portal = portalInChromium();
const devices = {
  narrow: { width: 320, height: 640, deviceScaleFactor: 1, mobile: true },
  phone: { width: 390, height: 844, deviceScaleFactor: 2, mobile: true },
  desktop: { width: 1440, height: 900, deviceScaleFactor: 1, mobile: false },
};

/** One page that becomes a phone or a desktop, so that a walk through the course serves for all. @param {Page} page */
async function cameraFor(page) {
  const devtools = await page.context().newCDPSession(page);
  /** @param {typeof devices.phone} device */
  const become = async (device) => {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: device.mobile });
    await devtools.send('Emulation.setDeviceMetricsOverride', device);
    await page.waitForFunction(({ width, deviceScaleFactor }) => innerWidth === width && devicePixelRatio === deviceScaleFactor, device);
    await settled(page);
  };
  return {
    become,
    /** @param {typeof devices.phone} device @param {string} file */
    async photograph(device, file) {
      await become(device);
      // The canvas covers the window, so the window becomes as high as the content.
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      if (whole > device.height) await become({ ...device, height: whole });
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' });
      assert.ok(data.length > 8000, `${file} shows next to nothing`);
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

/** The narrowest screen that is still in use: nothing has to be scrolled sideways. @param {Page} page @param {string} name */
async function fits(page, name) {
  const { width, over } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    over: [...document.querySelectorAll('#page .node:not(.holder)')].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1);
    }).map((node) => node.textContent || node.getAttribute('aria-label')),
  }));
  assert.ok(width <= devices.narrow.width, `${name} is ${width} px wide on a narrow screen`);
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
    it(`every screen in ${language}`, async (t) => {
      const folders = { phone: emptyFolder(`${language}/phone`), desktop: emptyFolder(`${language}/desktop`) };
      const { page } = await portal.open(t, { language, size: 'phone' });
      const camera = await cameraFor(page);
      const seen = await tour(new Learner(page, language), async (name) => {
        await camera.become(devices.narrow);
        await fits(page, name);
        await camera.photograph(devices.desktop, `${folders.desktop}/${name}.png`);
        await camera.photograph(devices.phone, `${folders.phone}/${name}.png`);
        await camera.become(devices.phone);
      });
      assert.ok(seen > 20, `${seen} screens`);
    });
  }

  it('some of them in the dark', async (t) => {
    const folder = emptyFolder('dark');
    const { page } = await portal.open(t, { language: 'zh-CN', size: 'phone', context: { colorScheme: 'dark' } });
    const learner = new Learner(page, 'zh-CN');
    const camera = await cameraFor(page);
    const look = async (/** @type {string} */ name) => {
      await camera.photograph(devices.phone, `${folder}/${name}.png`);
      await camera.become(devices.phone);
    };
    await look('01-home');
    await learner.follow('home.start');
    await learner.takesLesson('L2.1', async ({ step, moment }) => {
      if (['guess-reasons', 'clerk-today', 'closing'].includes(step.id)) await look(`02-${step.id}-${moment}`);
    });
    await learner.goes('#/me');
    await learner.sees(learner.say('nav.me'));
    await look('03-me');
  });
});
