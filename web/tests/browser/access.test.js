// Keyboard, phone, and what axe finds.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

visit('"/" goes to the box, "j" and "k" walk the results, Enter opens', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
  await page.keyboard.type('/');
  assert.equal(await page.locator('#q').inputValue(), '/', 'while typing it is a letter');
  await page.locator('#q').blur();
  for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
  const title = await page.locator('.hits > li').nth(1).locator('.head').innerText();
  assert.ok(
    await page
      .locator('.hits > li')
      .nth(1)
      .evaluate((item) => item.classList.contains('is-at')),
  );
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

visit('on a phone the filters are a sheet that counts along', { width: 390, height: 844, touch: true }, async (page) => {
  await page.goto('/?q=harbour');
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const box = sheet.getByRole('checkbox', { name: /^Port Senna Ledger, \d+ result/ });
  const said = Number((await box.getAttribute('aria-label'))?.match(/(\d+) result/)?.[1]);
  await box.check();
  await sheet.getByRole('button', { name: `Show ${said} article` }).click();
  await sheet.waitFor({ state: 'hidden' });
  await shows(page, said);
  await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
});

visit('the theme can be chosen and is remembered', {}, async (page) => {
  await page.goto('/?q=harbour');
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await button.click();
  await page.reload();
  await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 23, 26)');
});

/** Every kind of page. */
async function pages() {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const [hit] = (await api(`/api/quotes?speaker=${encodeURIComponent(speaker.name)}`)).hits;
  return [
    '/',
    '/?q=harbour&-section=Coast&from=2024-01',
    '/quotes?q=levy',
    '/quotes?q=zzyzx+levy',
    '/?q=merrow+maid+harbuor&collapse=story',
    '/?q=merrow+maid&collapse=story',
    `/speakers/${encodeURIComponent(speaker.name)}`,
    `/articles/${encodeURIComponent(hit.article.id)}#quote-${hit.number}`,
    `/articles/${encodeURIComponent(hit.article.id)}?q=levy+harbour`,
  ];
}

/** @param {Page} page @param {string} path */
async function inspect(page, path) {
  await page.goto(path, { waitUntil: 'networkidle' });
  for (const kind of ['.story', '.menu'])
    for (const summary of await page.locator(`${kind} summary`).all()) await summary.click();
  if (path.startsWith('/articles')) await page.keyboard.press('n');
  await page.waitForLoadState('networkidle');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(sideways <= 0, `${path} scrolls sideways by ${sideways}`);
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => Reflect.get(globalThis, 'axe').run());
  const grave = found.violations.filter(({ impact = '' }) => ['serious', 'critical'].includes(impact));
  assert.deepEqual(
    grave.map((/** @type {any} */ { id, nodes }) => `${path} ${id}: ${nodes[0].html} ${nodes[0].failureSummary}`),
    [],
  );
}

for (const [width, dark] of /** @type {[number, boolean][]} */ ([
  [1280, true],
  [1280, false],
  [320, true],
  [320, false],
])) {
  visit(
    `axe finds nothing serious at ${width} px, ${dark ? 'dark' : 'light'}`,
    { width, dark, touch: width < 720 },
    async (page) => {
      for (const path of await pages()) await inspect(page, path);
    },
  );
}
