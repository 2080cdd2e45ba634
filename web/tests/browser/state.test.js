// The address is the whole state: wherever back, forward and reload lead, the page is as it was left.

import assert from 'node:assert/strict';
import { visit } from './visit.js';

/** @import { Page } from 'playwright-core' */
/** What a reader sees of a list. @typedef {{href: string, title: string, heading: string, chips: string[], hits: string[], scroll: number}} Seen */

/** Low enough to be told from the top, and there on every list of the sample. */
const FAR = 300;

/** @param {Page} page @returns {Promise<Seen>} */
async function seen(page) {
  await page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('.is-busy'));
  return page.evaluate(() => {
    const texts = (/** @type {string} */ query) => [...document.querySelectorAll(query)].map((one) => one.textContent?.trim() ?? '');
    const [heading = ''] = texts('main h1');
    const count = texts('.summary h1, .summary h2').join();
    const hits = texts('.hits [data-slot=link], main ol a, main .text p');
    return { href: location.href, title: document.title, heading: `${heading} ${count}`, chips: texts('.chip'), hits, scroll: scrollY };
  });
}

/** Waits until a step has changed the address and drawn what is there. @param {Page} page @param {() => Promise<unknown>} action */
async function after(page, action) {
  const before = page.url();
  await page.evaluate(() => document.querySelector('main > *')?.setAttribute('data-before', ''));
  await action();
  await page.waitForURL((url) => url.href !== before);
  await page.waitForFunction(() => !document.querySelector('main > [data-before]'));
  return seen(page);
}

/** Scrolls, and waits until the place is remembered. @param {Page} page */
async function scrolled(page) {
  await seen(page);
  await page.evaluate((far) => scrollTo(0, far), FAR);
  await page.waitForFunction(() => Math.abs((history.state?.scroll ?? -1) - scrollY) < 1);
  return seen(page);
}

/** Notes where the page stands when something is done: to do it, the page may have been scrolled. @param {Page} page */
function watchLeaving(page) {
  return page.evaluate(() => {
    for (const event of ['click', 'input']) addEventListener(event, () => Reflect.set(globalThis, 'left', scrollY), true);
  });
}

/** @param {Page} page @param {Seen} wanted @param {string} step */
async function stands(page, wanted, step) {
  await page.waitForFunction(({ scroll }) => Math.abs(scrollY - scroll) < 5, wanted).catch(() => {});
  const found = await seen(page);
  assert.deepEqual({ ...found, scroll: Math.abs(found.scroll - wanted.scroll) < 5 ? wanted.scroll : found.scroll }, wanted, step);
}

/** Asks for the first value of a filter. @param {Page} page @param {string} name */
const tick = (page, name) => page.getByRole('group', { name, exact: true }).getByRole('checkbox').first().check();

/** @param {Page} page @param {string} words @param {string} [box] where it stands */
async function search(page, words, box = '.top [name=q]') {
  await page.locator(box).fill(words);
  await page.waitForURL((url) => url.searchParams.get('q') === words);
  await page.keyboard.press('Enter');
}

/** @param {Page} page @param {string} name */
const follow = (page, name) => page.getByRole('link', { name, exact: true }).click();

/** @param {Page} page */
const openFirst = (page) => page.locator('.hits [data-slot=link]').first().click();

/** @typedef {(page: Page) => Promise<unknown>} Step */
/** What somebody does, from where. @type {Record<string, [string, ...Step[]]>} */
const WALKS = {
  articles: [
    '/?q=',
    (page) => search(page, 'harbour'),
    (page) => follow(page, 'Page 2'),
    (page) => tick(page, 'Source'),
    (page) => page.getByRole('link', { name: /^Quotes \d/ }).click(),
    openFirst,
  ],
  quotes: [
    '/quotes',
    (page) => search(page, 'the'),
    (page) => tick(page, 'Speaker'),
    (page) => page.getByLabel('Sort by').selectOption('oldest'),
    (page) => follow(page, 'Next'),
    openFirst,
  ],
  'one speaker': [
    '/speakers/Tobin%20Okkerley',
    (page) => search(page, 'the', '.box--within input'),
    (page) => follow(page, 'Next'),
    (page) => tick(page, 'Exactness'),
    openFirst,
  ],
  speakers: [
    '/speakers',
    (page) => search(page, 'ma', 'main input'),
    (page) => page.locator('[data-slot=by-name]').click(),
    (page) => page.locator('main ol a').first().click(),
  ],
  trends: [
    '/trends?q=harbour&q=levy',
    (page) => follow(page, 'Share'),
    (page) => page.locator('main').getByRole('link', { name: /^Quotes/ }).click(),
  ],
};

/** @param {Seen[]} steps @param {number} index */
const at = (steps, index) => /** @type {Seen} */ (steps.at(index));

for (const [name, [start, ...walk]] of Object.entries(WALKS)) {
  visit(`${name}: back, forward and reload lead to what was there`, { height: 500 }, async (page) => {
    await page.goto(start);
    const steps = [await seen(page)];
    await watchLeaving(page);
    for (const step of walk) {
      await after(page, () => step(page));
      at(steps, -1).scroll = await page.evaluate(() => Reflect.get(globalThis, 'left'));
      steps.push(await scrolled(page));
    }
    for (const { href, title } of steps) {
      const q = new URL(href).searchParams.get('q') ?? '';
      assert.ok(title.includes(q) || href.includes('/articles/'), `${title} says ${q}`);
    }
    const last = steps.length - 1;
    for (let index = last - 1; index >= 0; index -= 1) {
      await after(page, () => page.goBack());
      await stands(page, at(steps, index), `back to step ${index}`);
    }
    for (let index = 1; index <= last; index += 1) {
      await after(page, () => page.goForward());
      await stands(page, at(steps, index), `forward to step ${index}`);
      await page.reload();
      await stands(page, at(steps, index), `step ${index} loaded anew`);
    }
  });
}
