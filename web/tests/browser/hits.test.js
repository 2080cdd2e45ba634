// What was searched for, marked in the article that was found.

import assert from 'node:assert/strict';
import { api, visit } from './visit.js';

const Q = 'harbour levy';

/** The first article of a search that the tests follow. @returns {Promise<{id: string, marks: any[], body: string}>} */
async function found() {
  const [hit] = (await api(`/api/articles?q=${encodeURIComponent(Q)}`)).hits;
  return api(`/api/articles/${encodeURIComponent(hit.id)}?q=${encodeURIComponent(Q)}`);
}

visit('a hit leads to an article with its words marked', {}, async (page) => {
  const { marks, body } = await found();
  assert.ok(marks.length > 1);
  await page.goto(`/?q=${encodeURIComponent(Q)}`);
  await page.locator('.hits .head a').first().click();
  await page.locator('.text mark').first().waitFor();
  assert.equal(await page.locator('#q').inputValue(), Q, 'the box keeps the words');
  const letters = Array.from(body);
  for (const [index, { start, end }] of marks.entries()) {
    const pieces = await page.locator(`mark[data-hit="${index}"]`).allInnerTexts();
    assert.equal(pieces.join(''), letters.slice(start, end).join(''));
  }
});

visit('n and N step through the hits, and say where they are', {}, async (page) => {
  const { id, marks } = await found();
  await page.goto(`/articles/${encodeURIComponent(id)}?q=${encodeURIComponent(Q)}`);
  await page.getByText(`${marks.length} hits`).waitFor();
  await page.keyboard.press('n');
  await page.getByText(`1 of ${marks.length} hits`).first().waitFor();
  assert.equal(await page.locator('mark.is-at').first().getAttribute('data-hit'), '0');
  assert.equal(await page.locator('#live').innerText(), `1 of ${marks.length} hits`);
  await page.keyboard.press('N');
  assert.equal(await page.locator('mark.is-at').first().getAttribute('data-hit'), String(marks.length - 1));
  await page.getByRole('button', { name: 'Next hit' }).click();
  assert.equal(await page.locator('mark.is-at').first().getAttribute('data-hit'), '0');
  await page.locator('#q').focus();
  await page.keyboard.type('n');
  assert.equal(await page.locator('mark.is-at').first().getAttribute('data-hit'), '0', 'while typing it is a letter');
});

visit('without a query there are no hits, and n steps through the quotes', {}, async (page) => {
  const { id } = await found();
  await page.goto(`/articles/${encodeURIComponent(id)}`);
  await page.locator('.text p').first().waitFor();
  assert.equal(await page.locator('mark, [data-slot=hit-step]').count(), 0);
  await page.keyboard.press('n');
  await page.locator('#quote-1.is-target').waitFor();
});
