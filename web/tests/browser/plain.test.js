// Without JavaScript, and on paper.

import assert from 'node:assert/strict';
import { api, visit } from './visit.js';

visit('without JavaScript the page says what it needs, and what needs none', { script: false }, async (page) => {
  const answer = await page.goto('/?q=harbour');
  assert.equal(answer?.status(), 200);
  await page.getByText('switched off here').waitFor();
  const way = await page.getByRole('link', { name: 'JSON API' }).getAttribute('href');
  assert.equal((await page.request.get(String(way))).status(), 200);
});

visit('on paper an article is its text, its speakers and its citation', {}, async (page) => {
  const [hit] = (await api('/api/quotes?q=levy')).hits;
  await page.goto(`/articles/${encodeURIComponent(hit.article.id)}`);
  await page.locator('.rail .cite blockquote', { hasText: hit.article.title }).waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['h1', '.text p', '.text .q-name', '.cite blockquote'])
    assert.ok(await page.locator(shown).first().isVisible(), `${shown} is printed`);
  for (const hidden of ['.top', '.bottom', '.tools', '.m-name', '.cite .btn', '.rail__more'])
    assert.equal(await page.locator(hidden).locator('visible=true').count(), 0, `${hidden} is not printed`);
});
