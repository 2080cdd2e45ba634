// From the first screen to a citation in the clipboard: a speaker, a month, a quote, its article. Only keys are pressed.

import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

/** The most quoted speaker, and a month with some of the quotes. */
async function task() {
  const [{ name }] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const { timeline } = await api(`/api/quotes?${new URLSearchParams({ speaker: name, interval: 'month', per_page: '1' })}`);
  const counts = timeline.buckets.map((/** @type {{count: number}} */ { count }) => count);
  const { from } = timeline.buckets[counts.indexOf(Math.max(...counts))];
  const month = from.slice(0, 7);
  const asked = { speaker: name, from: month, to: month };
  return { name, month, found: await api(`/api/quotes?${new URLSearchParams(asked)}`) };
}

/** What the focus is on, as it is called. @param {Page} page */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement)) return '';
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.innerText : undefined;
    return (at.getAttribute('aria-label') ?? label ?? at.innerText).trim();
  });
}

/** Presses Tab until the focus is there. @param {Page} page @param {string} name @returns {Promise<number>} how often */
async function tabTo(page, name) {
  const passed = [];
  for (let count = 1; count <= 60; count += 1) {
    await page.keyboard.press('Tab');
    passed.push(await focused(page));
    if (passed.at(-1) === name) return count;
  }
  assert.fail(`Tab does not lead to ${name}: ${passed.join(', ')}`);
}

/** From the first screen to the speaker's quotes of the month.
 * @param {Page} page @param {Awaited<ReturnType<typeof task>>} wanted @returns {Promise<number>} how many tabs it takes */
async function find(page, { name, month, found }) {
  await page.goto('/');
  await page.locator('.box--big :focus').waitFor();
  await page.keyboard.type(name.split(' ').at(-1)?.slice(0, 5).toLowerCase() ?? '');
  await page.getByRole('group', { name: 'Quotes by' }).getByRole('option', { name }).waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = await page.locator(':focus').getAttribute('aria-activedescendant');
  assert.ok((await page.locator(`[id="${chosen}"]`).innerText()).includes(name), 'the name is the first that is offered');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  const toFrom = await tabTo(page, 'From');
  await page.keyboard.type(month);
  const toTo = await tabTo(page, 'to');
  await page.keyboard.type(month);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('from') === month && url.searchParams.get('to') === month);
  await shows(page, found.total);
  return toFrom + toTo;
}

/** The citation that was copied. @param {Page} page */
async function copied(page) {
  await page.getByText('Copied', { exact: true }).first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {{article: {id: string}}} hit @returns {Promise<string>} */
async function citationOf({ article }) {
  const answer = await fetch(`${process.env.QUOTIDIAN_URL}/api/articles/${encodeURIComponent(article.id)}/citation.txt`);
  return (await answer.text()).split('\n')[0] ?? '';
}

visit('with the single keys it takes a few tabs', {}, async (page) => {
  const wanted = await task();
  const [hit] = wanted.found.hits;
  const tabs = await find(page, wanted);
  await page.keyboard.press('Tab');
  await page.keyboard.press('j');
  assert.equal(await focused(page), hit.article.title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: hit.article.title }).waitFor();
  assert.ok(await page.locator(`#quote-${hit.number}.is-target`).isVisible());
  await page.keyboard.press('c');
  assert.equal(await copied(page), await citationOf(hit));
  assert.ok(tabs < 16, `${tabs} tabs`);
});

visit('without them it takes some more', {}, async (page) => {
  const wanted = await task();
  const [hit] = wanted.found.hits;
  let tabs = await find(page, wanted);
  tabs += await tabTo(page, 'Skip to the results');
  await page.keyboard.press('Enter');
  tabs += await tabTo(page, hit.article.title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: hit.article.title }).waitFor();
  assert.ok(await page.locator(`#quote-${hit.number}.is-target`).isVisible());
  tabs += await tabTo(page, 'Copy citation');
  await page.keyboard.press('Enter');
  assert.equal(await copied(page), await citationOf(hit));
  // Half of them are the names and quotes between the quote and the citation of the article that comes first.
  assert.ok(tabs < 64, `${tabs} tabs`);
});
