// The description of the API, as a page.

import assert from 'node:assert/strict';
import { fits, isAccessible } from './accessible.js';
import { visit } from './visit.js';

visit('the API is described, and its examples answer', {}, async (page) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'The API of this archive' }).click();
  await page.getByRole('heading', { level: 1, name: 'The API' }).waitFor();
  const examples = await page.locator('.op__try a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(examples.length > 15, `${examples.length} examples`);
  for (const href of examples) {
    const answer = await page.request.get(String(href));
    assert.equal(answer.status(), 200, `${href}: ${await answer.text()}`);
  }
});

visit('an operation opens by the keyboard, or by its address', {}, async (page) => {
  await page.goto('/docs');
  const search = page.locator('#searchQuotes');
  await search.locator('> summary').focus();
  await page.keyboard.press('Enter');
  await search.getByRole('row', { name: /^confidence/ }).waitFor();
  await search.getByText('The quotes that match').click();
  await search.locator('.fields > li').filter({ hasText: /^total/ }).first().waitFor();
  await page.goto('/docs#article');
  await page.reload();
  await page.locator('#article[open]').waitFor();
});

visit('from it the other pages can be reached, whatever its operations are called', {}, async (page) => {
  await page.goto('/docs');
  await page.locator('#verify').first().waitFor();
  await page.getByRole('link', { name: 'Verify', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Was it said?' }).waitFor();
});

for (const dark of [false, true]) {
  visit(`axe finds nothing on it, ${dark ? 'dark' : 'light'}`, { dark }, async (page) => {
    await page.goto('/docs#searchQuotes');
    await page.locator('#searchQuotes[open]').waitFor();
    await isAccessible(page, 'docs');
  });
}

visit('on a phone nothing scrolls sideways', { width: 320, height: 700, touch: true }, async (page) => {
  await page.goto('/docs#searchQuotes');
  await page.locator('#searchQuotes[open]').waitFor();
  await fits(page, 'docs');
});
