import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

/** An attributed quotation of the most quoted speaker. */
async function someQuote() {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const answer = await api(`/api/quotes?speaker=${encodeURIComponent(speaker.name)}`);
  return { speaker, hit: answer.hits[0] };
}

visit('an article shows its quotes with bar and speaker, and back restores the results', {}, async (page) => {
  const { speaker, hit } = await someQuote();
  await page.goto(`/quotes?speaker=${encodeURIComponent(speaker.name)}`);
  await page.locator('.hits > li').first().waitFor();
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForTimeout(300);
  await page.locator('.prov a').first().click();
  await page.getByRole('heading', { level: 1, name: hit.article.title }).waitFor();
  assert.equal(new URL(page.url()).hash, `#quote-${hit.number}`);
  const target = page.locator('.q.is-target').first();
  const place = await target.boundingBox();
  assert.ok(place && place.y > 0 && place.y < 900, 'the quote is in sight');
  assert.ok(await page.locator('.m-bar').first().isVisible());
  assert.ok(await page.locator('.m-name', { hasText: speaker.name }).first().isVisible());
  assert.ok(await page.getByRole('link', { name: `${speaker.quotes} quote` }).isVisible(), 'the way back names what it leads to');
  await page.goBack();
  await shows(page, speaker.quotes);
  await page.waitForFunction(() => Math.abs(scrollY - 400) < 5);
});

visit('the marked words are the words of the quote', {}, async (page) => {
  const { hit } = await someQuote();
  const article = await api(`/api/articles/${encodeURIComponent(hit.article.id)}`);
  await page.goto(`/articles/${encodeURIComponent(hit.article.id)}`);
  await page.locator('.text p').first().waitFor();
  const letters = Array.from(article.body);
  for (const quote of article.quotes) {
    const pieces = await page.locator(`.q[data-id="${quote.id}"]`).allInnerTexts();
    const wanted = letters.slice(quote.start, quote.end).join('').replace(/\s+/g, '');
    assert.ok(pieces.join('').replace(/\s+/g, '').includes(wanted), `${quote.id}: ${pieces} has ${wanted}`);
  }
});

visit('names and quotes can be switched off, and quotes stepped through', {}, async (page) => {
  const { hit } = await someQuote();
  await page.goto(`/articles/${encodeURIComponent(hit.article.id)}`);
  await page.getByRole('switch', { name: 'Quotes' }).uncheck();
  assert.equal(await page.locator('.m-bar:visible').count(), 0);
  await page.getByRole('switch', { name: 'Quotes' }).check();
  await page.getByRole('button', { name: 'Next quote' }).click();
  assert.ok(await page.locator('#quote-1.is-target').isVisible());
  await page.getByRole('button', { name: 'Copy citation' }).click();
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(hit.article.title));
});

visit('a speaker has a page, with search inside', {}, async (page) => {
  const { speaker, hit } = await someQuote();
  await page.goto(`/speakers/${encodeURIComponent(speaker.name)}`);
  await page.getByRole('heading', { level: 1, name: speaker.name }).waitFor();
  await shows(page, speaker.quotes);
  const word = /** @type {string[]} */ (
    hit.segments
      .map((/** @type {{text: string}} */ { text }) => text)
      .join('')
      .match(/\p{L}{4,}/gu)
  )[0];
  await page.getByPlaceholder(`Search in what ${speaker.name} said`).fill(`"${word}"`);
  await page.keyboard.press('Enter');
  await shows(page, (await api(`/api/quotes?${new URLSearchParams({ speaker: speaker.name, q: `"${word}"` })}`)).total);
  await page.locator('.said mark').first().waitFor();
});

visit('an article that is not there is said not to be', { allow: /404/ }, async (page) => {
  await page.goto('/articles/no-such-article');
  await page.getByRole('heading', { name: 'Not in this archive' }).waitFor();
});
