// Single keys, the list of them, and the switch that turns them off.

import assert from 'node:assert/strict';
import { api, visit } from './visit.js';

visit('"?" lists the keys, and they can be switched off for good', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('?');
  const layer = page.getByRole('dialog', { name: 'Keys' });
  await layer.getByText('next and previous result').waitFor();
  await layer.getByRole('switch').uncheck();
  await page.keyboard.press('Escape');
  await layer.waitFor({ state: 'detached' });
  await page.keyboard.press('/');
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'q');
  await page.reload();
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('j');
  assert.equal(await page.locator('.is-at').count(), 0);
  await page.goto('/help');
  await page.getByRole('switch', { name: /^Single keys/ }).check();
  await page.keyboard.press('?');
  await layer.waitFor();
});

visit('the arrow keys walk from result to result once one has the focus', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('.hits > li').nth(1).locator('.head a').evaluate((link) => link === document.activeElement));
  await page.keyboard.press('ArrowUp');
  assert.ok(await page.locator('.hits > li').first().locator('.head a').evaluate((link) => link === document.activeElement));
});

visit('"c" copies the chosen quote, and the citation of an article', {}, async (page) => {
  const [hit] = (await api('/api/quotes?q=levy')).hits;
  const words = hit.segments.map((/** @type {{text: string}} */ { text }) => text).join('');
  await page.goto('/quotes?q=levy');
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.getByText('Copied').first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.includes(words.trim()) && copied.includes(hit.article.title), copied);
  await page.keyboard.press('Enter');
  await page.getByText(hit.article.author[0]).first().waitFor();
  const [citation] = (await (await page.request.get(`/api/articles/${encodeURIComponent(hit.article.id)}/citation.txt`)).text()).split('\n');
  await page.locator('.rail .cite', { hasText: citation }).waitFor();
  await page.keyboard.press('c');
  await page.getByText('Copied').first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), citation);
});

visit('every search that the help shows finds something or says why not', {}, async (page) => {
  await page.goto('/help');
  await page.getByRole('row').nth(10).waitFor();
  const links = await page.locator('.help table a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  assert.ok(links.length > 12);
  for (const href of links) {
    const q = new URL(href, 'http://x').searchParams.get('q') ?? '';
    const { query } = await api(`/api/articles?${new URLSearchParams({ q, per_page: '1' })}`);
    assert.deepEqual(query.warnings, [], href);
  }
  await page.locator('.help table a').first().click();
  await page.locator('.hits > li').first().waitFor();
});
