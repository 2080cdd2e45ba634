// Without JavaScript, and on paper.

import assert from 'node:assert/strict';
import { api, visit } from './visit.js';

visit('without JavaScript the page says what it needs, and what needs none', {}, async (page) => {
  const html = await (await page.request.get('/?q=harbour')).text();
  const [words, href] = await page.evaluate((text) => {
    const note = new DOMParser().parseFromString(text, 'text/html').querySelector('main noscript');
    return [note?.textContent ?? '', note?.querySelector('a')?.getAttribute('href') ?? ''];
  }, html);
  assert.match(words, /JavaScript, which is switched off here/);
  assert.equal((await page.request.get(href)).status(), 200);
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
