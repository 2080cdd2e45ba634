// What the search box offers while somebody types: an editable combobox with list autocomplete.

import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

/** The most quoted speaker, and the beginning of the last word of the name. */
async function somebody() {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  return { ...speaker, begun: speaker.name.split(' ').at(-1).slice(0, 4).toLowerCase() };
}

/** The offer that the box points at. @param {Page} page */
function active(page) {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id ? document.getElementById(id)?.innerText.replace(/\s+/g, ' ').trim() : null;
  });
}

visit('a name that is typed offers quotes by, and articles about', {}, async (page) => {
  const { name, quotes, begun } = await somebody();
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.pressSequentially(begun);
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  const by = list.getByRole('group', { name: 'Quotes by' }).getByRole('option', { name: `${name} ${quotes} quotes` });
  await by.waitFor();
  await list.getByRole('group', { name: 'Articles about' }).getByRole('option', { name }).first().waitFor();
  assert.equal((await by.locator('b').allInnerTexts()).join('').toLowerCase(), begun, 'what was typed is marked');
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await by.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

visit('the arrows choose, Enter opens, Escape closes, and nothing is chosen by itself', {}, async (page) => {
  const { name, begun } = await somebody();
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.pressSequentially(begun);
  const options = page.getByRole('option');
  await options.first().waitFor();
  assert.equal(await active(page), null);
  await page.keyboard.press('ArrowDown');
  assert.ok((await active(page))?.startsWith(name), `${await active(page)}`);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), null, 'above the first the box itself is chosen');
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page), (await options.last().innerText()).replace(/\s+/g, ' ').trim());
  await page.keyboard.press('Escape');
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  assert.equal(await box.inputValue(), begun, 'the words stay');
  await page.keyboard.press('ArrowDown');
  await options.first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

visit('Enter without a choice searches for the words', {}, async (page) => {
  const { begun } = await somebody();
  await page.goto('/');
  await page.getByRole('combobox', { name: 'Search the archive' }).pressSequentially(begun);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/\\?q=${begun}$`));
  await shows(page, (await api(`/api/articles?q=${begun}`)).total);
});

visit('a field that is typed is completed in the box, and searched', {}, async (page) => {
  const { name, begun } = await somebody();
  await page.goto('/quotes?q=the');
  await page.locator('.hits > li').first().waitFor();
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.press('End');
  await box.pressSequentially(` speaker:${begun}`);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  assert.equal(await box.inputValue(), `the speaker:"${name}" `);
  await shows(page, (await api(`/api/quotes?${new URLSearchParams({ q: `the speaker:"${name}"` })}`)).total);
});

visit('an answer that comes late does not take away what was chosen', {}, async (page) => {
  const { name, begun } = await somebody();
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await page.route(`**/api/suggest?q=${begun}&*`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await box.pressSequentially(begun.slice(0, -1));
  await page.getByRole('option', { name }).first().waitFor();
  const late = page.waitForResponse((response) => response.url().includes(`suggest?q=${begun}&`));
  await box.pressSequentially(begun.slice(-1));
  await page.keyboard.press('ArrowDown');
  await late;
  await page.waitForTimeout(100);
  assert.ok((await active(page))?.startsWith(name), `${await active(page)}`);
});

visit('an answer that comes late does not show', {}, async (page) => {
  const { begun } = await somebody();
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await page.route(`**/api/suggest?q=${begun.slice(0, 1)}&*`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue().catch(() => {});
  });
  await box.pressSequentially(begun.slice(0, 1));
  await box.pressSequentially('zzzz');
  await page.waitForTimeout(900);
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
});
