// Without network from the second visit on, in a browser whose profile outlives it: as much as was kept works, nothing half is ever served,
// and a newer version comes only to the tab that asks for it.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lessonIn, wordsIn } from './course.mjs';
import { Host, newerSite } from './host.mjs';
import { Learner } from './learner.mjs';
import { comesTrue, openProfile, ready, root, settled } from './support.mjs';

/** @typedef {import('./support.mjs').Page} Page @typedef {import('./support.mjs').BrowserContext} BrowserContext */
/** @typedef {{ after(done: () => Promise<void>): void }} Test */

const say = wordsIn('en');
/** A lesson that nobody opened while there was a network, and which the newer version words otherwise. */
const changed = { file: 'M5/L5.1.en.json', from: lessonIn('L5.1', 'en').steps[0].words.title, to: 'Worded otherwise' };

/** @type {ReturnType<typeof newerSite>} */
let newer;
before(() => { newer = newerSite(changed); });
after(() => newer.remove());

/**
 * A host and a profile of a test's own.
 * @param {Test} test @param {{ under?: string, flags?: string[] }} [options]
 */
async function begin(test, { under, flags } = {}) {
  const host = new Host({ under });
  await host.start();
  const folder = mkdtempSync(join(tmpdir(), 'service academy profile '));
  /** @type {BrowserContext | undefined} */
  let context;
  test.after(async () => {
    await context?.close().catch(() => {}); // it may have been killed
    await host.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  return {
    host,
    /** Opens the browser with what it kept. */
    async browser() {
      context = await openProfile(folder, { viewport: { width: 1440, height: 900 }, locale: 'en', reducedMotion: 'reduce', acceptDownloads: true }, flags);
      context.setDefaultTimeout(30_000);
      return context;
    },
    /** Closes it as people do. */
    async close() { await context?.close(); },
    async stop() {
      await context?.setOffline(true);
      await host.stop();
    },
  };
}

/** @param {BrowserContext} context @param {string} address */
async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return page;
}

/** Waits on Me until all of the course is kept, and comes back to where it was. @param {Page} page */
async function allKept(page) {
  const before = await page.evaluate(() => location.hash);
  const learner = new Learner(page, 'en');
  await learner.goes('#/me');
  await learner.text(say('offline.ready')).waitFor({ timeout: 90_000 });
  await learner.goes(before || '#/');
}

/** Which version a tab runs: the name of its entry. @param {Page} page */
const versionOf = (page) => page.evaluate(() => /** @type {HTMLScriptElement} */ (document.querySelector('script[src]')).src);
/** Has the browser look for a newer version now, and waits until it has all of it. @param {Page} page */
const newerFound = (page) => page.evaluate(async () => {
  const registration = /** @type {ServiceWorkerRegistration} */ (await navigator.serviceWorker.getRegistration());
  await registration.update();
  const next = registration.installing;
  if (next) await new Promise((resolve) => next.addEventListener('statechange', () => { if (next.state === 'installed') resolve(undefined); }));
});
/** Names of what is kept. @param {Page} page @returns {Promise<string[]>} */
const keptNames = (page) => page.evaluate(async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
});

describe('without network, from the second visit on', () => {
  for (const under of ['', '/academy']) {
    it(`home, lessons, an exam and the other language, with the site ${under ? `under ${under}` : 'at the root'}`, async (t) => {
      const { host, browser, close, stop } = await begin(t, { under });
      await allKept(await visit(await browser(), host.address));
      await close();
      await host.stop();

      const context = await browser();
      await context.setOffline(true);
      const page = await visit(context, host.address);
      const learner = new Learner(page, 'en');
      await learner.opensLesson('L5.1');
      await learner.sees(changed.from);
      await learner.press('step.continue');
      await learner.hears('saved.done');
      await page.goto(`${host.address}index.html#/exam/M4`);
      await learner.press('exam.start');
      await learner.press('exam.skip');
      await learner.goes('#/me');
      await learner.hears('offline.ready');
      await page.goto(`${host.address}notices.html`);
      await page.getByText('workbox-core').waitFor();
      await page.goto(`${host.address}#/`);
      await learner.button('中文').click();
      await page.getByText(wordsIn('zh-CN')('home.welcomeBack'), { exact: true }).waitFor();
      await stop();
    });
  }

  it('what a first visit waits for comes before anything is fetched for later', async (t) => {
    const { host, browser } = await begin(t);
    const page = await visit(await browser(), host.address);
    const learner = new Learner(page, 'en');
    await learner.goes('#/lesson/L4.1');
    await learner.sees(lessonIn('L4.1', 'en').steps[0].words.title);
    const first = [...host.asked];
    assert.deepEqual(first.filter((path) => /service-worker|offline|M(?!4)\d|zh-CN\.\w+\.pack/.test(path)), []);
    await allKept(page);
    const later = host.asked.slice(first.length);
    assert.ok(later.includes('/service-worker.js'));
    assert.deepEqual(later.filter((path) => /\/portal\.|\/page\.|\/course\.en\./.test(path)), [], 'what came is not fetched twice');
    assert.deepEqual(later.filter((path) => /\/M\d+\.zh-CN\.|\/fonts\/|\/certificate\./.test(path)), [], 'nor what nobody has asked for');
  });

  it('the other language is kept as soon as it is in use', async (t) => {
    const { host, browser, stop } = await begin(t);
    const page = await visit(await browser(), host.address);
    await allKept(page);
    await page.getByRole('button', { name: '中文', exact: true }).click();
    const learner = new Learner(page, 'zh-CN');
    await learner.goes('#/me');
    await learner.text(wordsIn('zh-CN')('offline.ready')).waitFor({ timeout: 90_000 });
    assert.match(await page.evaluate(() => /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=manifest]')).href), /manifest\.zh-CN\.webmanifest$/);
    await stop();
    await learner.goes('#/lesson/L5.1');
    await learner.sees(lessonIn('L5.1', 'zh-CN').steps[0].words.title);
  });

  it('of the certificate, what was used once', async (t) => {
    const { host, browser, stop } = await begin(t);
    const page = await visit(await browser(), host.address);
    await allKept(page);
    await page.reload(); // so that the worker stands between
    await ready(page);
    const index = `fonts/${readdirSync(`${root}build/site/fonts`).find((name) => /^index\.[0-9a-f]{10}\.json$/.test(name))}`;
    const [used, unused] = await page.evaluate(async (path) => {
      const text = await (await fetch(path)).text();
      return [...text.matchAll(/[\w-]+\.[0-9a-f]{10}\.otf/g)].map(([file]) => `fonts/${file}`);
    }, index);
    const had = (/** @type {string} */ path) => page.evaluate((of) => fetch(of).then((answer) => answer.ok, () => false), path);
    assert.ok(await had(used));
    await comesTrue(page, async (path) => await caches.match(path) !== undefined, used);
    await stop();
    assert.deepEqual([await had(index), await had(used), await had(unused)], [true, true, false]);
  });
});

describe('what came half, or from somebody else', () => {
  it('a first visit that is killed half-way: nothing of it is served, and the next one completes it', async (t) => {
    const { host, browser } = await begin(t);
    host.stuck = /\/course\.zh-CN\./; // the last that the worker has to bring, the page does not want it
    const context = await browser();
    const page = await visit(context, host.address);
    await comesTrue(page, async () => (await navigator.serviceWorker.getRegistration())?.installing instanceof ServiceWorker, undefined);
    await comesTrue(page, async () => {
      const names = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
      return names.some(({ url }) => url.endsWith('.wasm'));
    }, undefined);
    const devtools = await context.browser()?.newBrowserCDPSession();
    assert.ok(devtools);
    const gone = new Promise((closed) => context.once('close', () => closed(undefined)));
    void devtools.send('Browser.crash').catch(() => {}); // nobody is left to answer
    await gone;

    await host.stop();
    const dark = await browser();
    await assert.rejects((await dark.newPage()).goto(host.address), /ERR_CONNECTION_REFUSED/);
    await dark.close();

    host.stuck = null;
    await host.start();
    const again = await visit(await browser(), host.address);
    await allKept(again);
    await host.stop();
    await again.reload();
    await ready(again);
  });

  it('a sign-in page in place of a module is not kept; the next visit fetches what is missing', async (t) => {
    const { host, browser, stop } = await begin(t);
    host.captured = /\/M7\.en\./;
    const context = await browser();
    const page = await visit(context, host.address);
    await comesTrue(page, async () => {
      const kept = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => url);
      return ['/M9.en.', '/lab.en.'].every((pack) => kept.some((url) => url.includes(pack))); // those after it
    }, undefined, 90_000);
    assert.ok(!(await keptNames(page)).some((name) => name.startsWith('M7.en.')));
    const learner = new Learner(page, 'en');
    await learner.goes('#/me');
    await learner.hears('offline.preparing');
    host.captured = null;
    await page.reload();
    await learner.text(say('offline.ready')).waitFor({ timeout: 90_000 });
    await stop();
    await learner.goes('#/lesson/L7.1');
    await learner.sees(lessonIn('L7.1', 'en').steps[0].words.title);
  });

  it('a kept file that has gone bad is fetched anew when the person tries again', async (t) => {
    const { host, browser } = await begin(t);
    const page = await visit(await browser(), host.address);
    await allKept(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (request.url.includes('/M5.en.')) await cache.put(request, new Response('bad sector'));
        }
      }
    });
    const learner = new Learner(page, 'en');
    await learner.goes('#/lesson/L5.1');
    await learner.hears('pack.failed');
    await learner.press('pack.retry');
    await learner.sees(changed.from);
  });
});

describe('a newer version', () => {
  it('is offered, not forced; not while an exam is open; and taken with one press', async (t) => {
    const { host, browser } = await begin(t);
    const page = await visit(await browser(), host.address);
    await allKept(page);
    const old = await versionOf(page);
    const learner = new Learner(page, 'en');
    await learner.goes('#/exam/M4');
    await learner.press('exam.start');
    host.serve(newer.site);
    await newerFound(page);
    const questions = await openQuestions(learner);
    await learner.goes('#/');
    await learner.sees(say('home.welcomeBack'));
    await settled(page);
    assert.equal(await learner.text(say('newer.title')).count(), 0, 'an exam is open');
    await learner.goes('#/exam/M4');
    for (let left = questions; left > 0; left--) await learner.press('exam.skip');
    await learner.handsIn();
    await learner.button(say('exam.again')).waitFor();
    await learner.goes('#/');
    await learner.hears('newer.title');
    assert.equal(await versionOf(page), old, 'nothing happens by itself');
    await page.reload();
    await ready(page);
    assert.equal(await versionOf(page), old, 'not even when the page is loaded again');
    await allKept(page); // a worker that is still busy with files lets the next one wait
    await learner.hears('newer.title');
    await learner.press('newer.take');
    await page.waitForFunction((was) => /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src]'))?.src !== was, old, { timeout: 60_000 });
    await ready(page);
    await learner.goes('#/lesson/L5.1');
    await learner.sees(changed.to);
  });

  it('is taken while files are still being kept for use without network: what keeps them gives way', async (t) => {
    const { host, browser } = await begin(t);
    host.stuck = /\/M9\.en\./; // a download that does not end
    const page = await visit(await browser(), host.address);
    const old = await versionOf(page);
    await comesTrue(page, async () => {
      const names = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
      return names.some(({ url }) => url.includes('/M8.en.'));
    }, undefined, 90_000);
    while (!host.asked.some((path) => path.includes('/M9.en.'))) await page.waitForTimeout(20);
    host.serve(newer.site);
    await newerFound(page);
    const learner = new Learner(page, 'en');
    await learner.press('newer.take');
    await page.waitForFunction((was) => /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src]'))?.src !== was, old);
    await ready(page);
    await learner.goes('#/lesson/L5.1');
    await learner.sees(changed.to);
  });

  it('taken in one of two tabs leaves the other as it is, with all of its files, until it is loaded again', async (t) => {
    const { host, browser } = await begin(t);
    const context = await browser();
    const one = await visit(context, host.address);
    await allKept(one);
    const other = await visit(context, host.address);
    await allKept(other);
    const old = await versionOf(other);
    await other.evaluate(() => Object.assign(globalThis, { sameVisit: true }));
    host.serve(newer.site);
    await newerFound(one);
    await new Learner(one, 'en').press('newer.take');
    await one.waitForFunction((was) => /** @type {HTMLScriptElement | null} */ (document.querySelector('script[src]'))?.src !== was, old, { timeout: 60_000 });
    await ready(one);
    await allKept(one);

    const learner = new Learner(other, 'en');
    await learner.hears('newer.title');
    await learner.opensLesson('L5.1');
    await learner.sees(changed.from); // the host has that file no more
    assert.equal(await other.evaluate(() => /** @type {any} */ (globalThis).sameVisit), true);
    const ofM5 = async () => (await keptNames(one)).filter((name) => name.startsWith('M5.en.')).length;
    assert.equal(await ofM5(), 2, 'both versions are kept');

    await other.reload();
    await learner.sees(changed.to);
    assert.notEqual(await versionOf(other), old);
    await comesTrue(one, async () => {
      const names = (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat();
      return names.filter(({ url }) => url.includes('/M5.en.')).length === 1;
    }, undefined, 30_000);
  });

  it('has taken away a file that an older page needs: said so, and one press goes over to it', async (t) => {
    const { host, browser } = await begin(t);
    const context = await browser();
    await context.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'); });
    const page = await visit(context, host.address);
    const learner = new Learner(page, 'en');
    await learner.goes('#/me');
    await learner.hears('offline.refused'); // and so the module that knows of versions is here
    host.serve(newer.site);
    await learner.goes('#/lesson/L5.1');
    await learner.hears('pack.newer');
    await learner.press('newer.take');
    await learner.sees(changed.to);
  });

  it('is not blamed when the network is down', async (t) => {
    const { host, browser } = await begin(t);
    const context = await browser();
    await context.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'); });
    const page = await visit(context, host.address);
    await host.stop();
    const learner = new Learner(page, 'en');
    await learner.goes('#/lesson/L5.1');
    await learner.hears('pack.failed');
    await settled(page);
    assert.equal(await learner.text(say('pack.newer')).count(), 0);
  });
});

describe('installing', () => {
  it('Chromium finds nothing that stands against it, in both languages', async (t) => {
    const { host, browser } = await begin(t);
    const context = await browser();
    const page = await visit(context, host.address);
    await allKept(page);
    const devtools = await context.newCDPSession(page);
    for (const [language, name] of [['en', 'Service Academy'], ['zh-CN', '服务学苑']]) {
      if (language === 'zh-CN') await page.getByRole('button', { name: '中文', exact: true }).click();
      await page.waitForFunction((of) => /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=manifest]')).href.includes(`.${of}.`), language);
      const { url, errors, data } = await devtools.send('Page.getAppManifest');
      assert.equal(url, `${host.address}manifest.${language}.webmanifest`);
      assert.deepEqual(errors, []);
      const manifest = JSON.parse(data ?? '');
      assert.equal(manifest.name, name);
      for (const { src } of manifest.icons) assert.equal((await page.request.get(host.address + src)).headers()['content-type'], 'image/png');
      assert.deepEqual((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors, []);
    }
  });

  it('a training room without https: said why there is nothing to keep, and all else works', async (t) => {
    const { host, browser } = await begin(t, { flags: ['--host-resolver-rules=MAP training.room 127.0.0.1'] });
    const page = await visit(await browser(), host.address.replace('127.0.0.1', 'training.room'));
    assert.equal(await page.evaluate(() => isSecureContext), false);
    const learner = new Learner(page, 'en');
    await learner.goes('#/me');
    await learner.hears('offline.insecure');
    await learner.goes('#/lesson/L5.1');
    await learner.sees(changed.from);
    await learner.press('step.continue');
    await learner.hears('saved.done');
    assert.ok(!host.asked.includes('/service-worker.js'));
  });
});

/** How many questions the exam on the screen has, from its progress in words. @param {Learner} learner */
async function openQuestions(learner) {
  const [before, after] = say('exam.progress', { at: 1 }).split('{count}');
  const said = await learner.page.getByText(before).first().innerText();
  return Number(said.slice(said.indexOf(before) + before.length).replace(after, ''));
}
