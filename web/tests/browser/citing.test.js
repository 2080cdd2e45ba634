// Citations and permalinks.

import assert from 'node:assert/strict';
import { api, visit } from './visit.js';

visit('a quote is cited as text, BibTeX and RIS, and its link copied', {}, async (page) => {
  const [hit] = (await api('/api/quotes?q=levy')).hits;
  const own = `/api/quotes/${encodeURIComponent(hit.id)}/citation`;
  await page.goto('/quotes?q=levy');
  const card = page.locator('.hits > li').first();
  await card.getByRole('button', { name: 'Cite' }).click();
  for (const [name, suffix] of [
    ['Text', 'txt'],
    ['BibTeX', 'bib'],
    ['RIS', 'ris'],
  ]) {
    const wanted = (await (await page.request.get(`${own}.${suffix}`)).text()).trim();
    await card.getByRole('button', { name }).click();
    await page.waitForFunction((text) => document.querySelector('.cite blockquote')?.textContent === text, wanted);
    await card.getByRole('button', { name: 'Copy citation' }).click();
    await card.getByText('Copied').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), wanted);
    await card.getByRole('button', { name: 'Copy citation' }).waitFor();
  }
  await card.getByRole('button', { name: 'Copy link' }).click();
  await card.getByText('Copied').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(link.pathname + link.search + link.hash, hit.permalink);
});

visit('a citation that is still on its way is copied when it is there', {}, async (page) => {
  const [hit] = (await api('/api/quotes?q=levy')).hits;
  await page.route('**/citation.txt', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(`/articles/${encodeURIComponent(hit.article.id)}`);
  await page.getByRole('button', { name: 'Copy citation' }).click();
  await page.getByText('Copied', { exact: true }).first().waitFor();
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(hit.article.title));
});

visit('a permalink follows its words, and says when they are gone', {}, async (page) => {
  const [hit] = (await api('/api/quotes?q=levy')).hits;
  const { quotes } = await api(`/api/articles/${encodeURIComponent(hit.article.id)}`);
  const other = quotes.find((/** @type {{number: number}} */ { number }) => number !== hit.number);
  const path = `/articles/${encodeURIComponent(hit.article.id)}`;
  await page.goto(hit.permalink);
  await page.locator(`#quote-${hit.number}.is-target`).waitFor();
  assert.equal(await page.getByText('no longer in the article').count(), 0);
  await page.goto(`${path}?hash=${hit.hash}#quote-${other.number}`);
  await page.locator(`#quote-${hit.number}.is-target`).waitFor();
  await page.goto(`${path}?hash=0123456789abcdef#quote-${hit.number}`);
  await page.getByText('no longer in the article').waitFor();
});
