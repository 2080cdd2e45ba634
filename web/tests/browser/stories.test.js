// Near-duplicates: shown once, opened in place, listed by themselves, and beside an article.

import assert from 'node:assert/strict';
import { api, shows, total, visit } from './visit.js';

/** A result that the archive has more than once. @param {'articles' | 'quotes'} kind @param {'story' | 'utterance'} group */
async function repeated(kind, group) {
  const { hits } = await api(`/api/${kind}?per_page=100&collapse=${group}`);
  const hit = hits.find((/** @type {any} */ one) => one[group].others > 0 && one[group].sources.length > 0);
  assert.ok(hit, `the sample has ${kind} that are printed twice`);
  return hit;
}

visit('stories can be shown once, and the address keeps it', {}, async (page) => {
  const path = '/api/articles?q=merrow&collapse=story&count=article';
  const { total: found, groups } = await api(path);
  assert.ok(groups < found, 'the sample repeats a story here');
  await page.goto('/?q=merrow');
  await shows(page, found);
  await page.getByRole('switch', { name: 'One per story' }).check();
  await page.waitForURL(/collapse=story/);
  await page.getByText(`in ${groups} stories`).waitFor();
  assert.equal(await total(page), found);
  await page.getByRole('link', { name: /^Quotes/ }).click();
  await page.waitForURL(/collapse=utterance/);
  await page.getByRole('switch', { name: 'Same words once' }).uncheck();
  await page.waitForURL((url) => !url.searchParams.has('collapse'));
});

visit('the copies of a hit open in place and can be listed', {}, async (page) => {
  const hit = await repeated('articles', 'story');
  const outlets = hit.story.sources.length;
  await page.goto(`/?q=${encodeURIComponent(`title:"${hit.title_text}"`)}`);
  const item = page.locator('.hits > li', { hasText: hit.title_text }).first();
  await item.getByText(`Also in ${outlets} outlet`).click();
  await item.locator('.story li').first().waitFor();
  assert.equal(await item.locator('.story li').count(), hit.story.others);
  assert.match(await page.locator('#live').innerText(), /listed$/);
  await item.locator('.story .link').click();
  await shows(page, hit.story.others + 1);
  await page.getByRole('link', { name: 'Remove this story' }).click();
  await shows(page, (await api('/api/articles')).total);
});

visit('the copies of a quote lead to the quote', {}, async (page) => {
  const hit = await repeated('quotes', 'utterance');
  await page.goto(`/quotes?utterance=${hit.utterance.id}&collapse=utterance`);
  await page.locator('.hits .story summary').click();
  await page.locator('.hits .story li a').first().click();
  await page.waitForURL(/\/articles\/.+#quote-\d+$/);
  await page.locator('.q.is-target').first().waitFor();
});

visit('copies that do not come can be tried for again', { allow: /ERR_FAILED/ }, async (page) => {
  const hit = await repeated('articles', 'story');
  await page.goto(`/?story=${hit.story.id}`);
  const summary = page.locator('.hits .story summary').first();
  await summary.waitFor();
  await page.route('**/api/articles?**', (route) => route.abort());
  await summary.click();
  await page.getByText('They could not be loaded.').waitFor();
  await page.unroute('**/api/articles?**');
  await summary.click();
  await summary.click();
  await page.locator('.hits .story li').first().waitFor();
});

visit('beside an article stand its story and articles like it', {}, async (page) => {
  const hit = await repeated('articles', 'story');
  const alike = (await api(`/api/articles/${encodeURIComponent(hit.id)}/similar?limit=5`)).hits;
  await page.goto(`/articles/${encodeURIComponent(hit.id)}`);
  const rail = page.getByRole('complementary', { name: 'About this article' });
  await rail.getByRole('heading', { name: /^Same story in \d+ outlet/ }).waitFor();
  await rail.getByRole('heading', { name: 'Similar articles' }).waitFor();
  assert.equal(await rail.locator('.also').nth(1).locator('li').count(), alike.length);
  await rail.getByRole('link', { name: alike[0].title_text }).click();
  await page.getByRole('heading', { level: 1, name: alike[0].title_text }).waitFor();
});
