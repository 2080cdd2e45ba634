// Checking a quotation: the verdict, what differs, and where to look next.

import assert from 'node:assert/strict';
import { isAccessible } from './accessible.js';
import { settled } from './settled.js';
import { api, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

const CLOSE = 'We will never tax the tides or the people who live by them.';
const SAME = 'We will not tax the tide';
const CUT = 'We will … tax the tide';
const NONE = 'Herring levy of an election that nobody remembers';

/** @param {string} text @param {string} [speaker] */
const at = (text, speaker) => `/verify?${new URLSearchParams({ text, ...(speaker ? { speaker } : {}) })}`;

/** @param {Page} page @param {string} verdict */
const verdict = (page, verdict) => page.getByRole('heading', { level: 2, name: verdict, exact: true }).waitFor();

visit('words as they were printed', {}, async (page) => {
  await page.goto('/verify');
  await page.getByLabel('The quotation').fill(SAME);
  await page.getByRole('button', { name: 'Check' }).click();
  await verdict(page, 'Word for word');
  const answer = await api(`/api/verify?${new URLSearchParams({ text: SAME })}`);
  assert.equal(await page.locator('.hits > li').count(), answer.matches.length);
  assert.equal(new URL(page.url()).searchParams.get('text'), SAME);
  assert.equal(new URL(page.url()).searchParams.get('speaker'), null);
  assert.equal(await page.title(), `Word for word: “${SAME}” · Quotidian`);
  assert.match(await page.locator('#live').innerText(), /^Word for word\. Printed exactly so in \d+ articles/);
  assert.equal(await page.locator('.verdict > div > .diff').count(), 0, 'there is nothing to compare');
  assert.equal(await page.locator('.hits mark').first().innerText(), SAME);
  const link = page.locator('.hits [data-slot=link]').first();
  assert.match((await link.getAttribute('href')) ?? '', /^\/articles\/.+#quote-\d+$/);
  await link.click();
  await page.locator('.q.is-target mark', { hasText: SAME }).first().waitFor();
});

visit('close words: what differs, and who said them', {}, async (page) => {
  await page.goto(at(CLOSE, 'Tobin Okkerley'));
  await verdict(page, 'Close, not the same');
  assert.deepEqual(await page.locator('.verdict > div > .diff del').allTextContents(), [
    '[not printed: never]',
    '[not printed: the tides or]',
    '[not printed: them]',
  ]);
  assert.deepEqual(await page.locator('.verdict > div > .diff ins').allTextContents(), [
    '[only printed: not]',
    '[only printed: it]',
  ]);
  const about = page.locator('.verdict__v');
  await about.getByText('5 words differ from the closest printing, of the 13 given.').waitFor();
  await about.getByText('The speaker does not agree: attributed to Ilse Maravant.').waitFor();
  const second = page.locator('.hits > li').nth(1);
  await second.getByText('5 words differ from yours').click();
  await second.locator('del', { hasText: 'the tides or' }).waitFor();
  assert.equal(await page.locator('.hits > li').first().locator('details').count(), 0, 'its diff stands above');
  await about.getByRole('link', { name: 'Ilse Maravant' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ilse Maravant' }).waitFor();
});

visit('a negation behind an ellipsis is warned of, and passages stand beside quotes', {}, async (page) => {
  await page.goto(at(CUT, 'Maravant'));
  await verdict(page, 'Word for word');
  const about = page.locator('.verdict__v');
  await about.getByText('Check: the sentence printed has a “not” that the words given leave out.').waitFor();
  await about.getByText('The speaker agrees: Ilse Maravant.').waitFor();
  assert.deepEqual(await page.locator('.verdict > div > .diff .edited').allTextContents(), [
    '[edited: …]',
    '[edited: not]',
    'Dotted',
  ]);
  const passage = page.locator('.hits > li', { hasText: 'Outside of any quote' });
  assert.match(await passage.locator('mark').innerText(), /^We will not tax the tide/);
  assert.match((await passage.locator('[data-slot=link]').getAttribute('href')) ?? '', /\?q=%22We\+will\+not/);
});

visit('words that are not there: what it means, and searches that find something', {}, async (page) => {
  await page.goto(at(NONE, 'Tobin Okkerley'));
  await verdict(page, 'Not in this archive');
  const { articles } = await api('/api/stats');
  await page.getByText(`None of ${articles} articles`).waitFor();
  await page.getByText('does not say that it was not said').first().waitFor();
  const ways = page.locator('.outs a');
  for (const way of await ways.all()) {
    const url = new URL((await way.getAttribute('href')) ?? '', 'http://archive.example');
    const kind = url.pathname === '/quotes' ? 'quotes' : 'articles';
    const { total } = await api(`/api/${kind}${url.search}`);
    assert.ok(total > 0);
    assert.equal(await way.locator('.num').innerText(), `${total} ${total === 1 ? kind.slice(0, -1) : kind}`);
  }
  assert.ok((await ways.count()) >= 2);
});

visit('the keyboard alone: Enter is a line, Control and Enter check', {}, async (page) => {
  await page.goto('/verify');
  await page.getByLabel('The quotation').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'quotation', 'one can type at once');
  await page.keyboard.type('We will not');
  await page.keyboard.press('Enter');
  await page.keyboard.type('tax the tide');
  await page.keyboard.press('Control+Enter');
  await verdict(page, 'Word for word');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'quotation', 'the focus stays');
  assert.equal(await page.getByLabel('The quotation').inputValue(), 'We will not\ntax the tide');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Okkerley');
  await page.keyboard.press('Enter');
  await page.locator('.verdict').getByText('The speaker does not agree').waitFor();
  assert.equal(new URL(page.url()).searchParams.get('speaker'), 'Okkerley');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'said-by');
});

visit('back, forward and reload show what was asked', {}, async (page) => {
  await page.goto('/verify');
  await page.getByRole('link', { name: 'As it was printed' }).click();
  await verdict(page, 'Word for word');
  const first = await page.getByLabel('The quotation').inputValue();
  await page.getByLabel('The quotation').fill(CLOSE);
  await page.getByRole('button', { name: 'Check' }).click();
  await verdict(page, 'Close, not the same');
  await page.goBack();
  await verdict(page, 'Word for word');
  assert.equal(await page.getByLabel('The quotation').inputValue(), first);
  await page.goForward();
  await verdict(page, 'Close, not the same');
  await page.reload();
  await verdict(page, 'Close, not the same');
  assert.equal(await page.getByLabel('The quotation').inputValue(), CLOSE);
});

visit('the examples are what they say', {}, async (page) => {
  for (const [name, words] of [
    ['As it was printed', 'Word for word'],
    ['The same with a word changed', 'Close, not the same'],
    ['The same, as if', 'Word for word'],
  ]) {
    await page.goto('/verify');
    await page.getByRole('link', { name }).click();
    await verdict(page, words ?? '');
  }
  await page.locator('.verdict').getByText('The speaker does not agree').waitFor();
});

visit('a long list goes on, and the focus with it', {}, async (page) => {
  await page.goto(at('said'));
  await verdict(page, 'Word for word');
  const { total } = await api('/api/verify?text=said');
  await page.getByText(`10 of ${total} articles shown`).waitFor();
  await page.getByRole('link', { name: 'Show 48' }).press('Enter');
  await page.getByText(`48 of ${total} articles shown`).waitFor();
  assert.equal(await page.locator('.hits > li').count(), 48);
  assert.ok(
    await page
      .locator('.hits > li')
      .nth(10)
      .locator('[data-slot=link]')
      .evaluate((link) => link === document.activeElement),
  );
});

visit('HTML is text', {}, async (page) => {
  const text = 'We will not tax the tide, and <img src=x> not tax the people who live by it';
  await page.goto(at(text, '<i>Maravant</i>'));
  await page.locator('.verdict').waitFor();
  assert.equal(await page.getByLabel('The quotation').inputValue(), text);
  assert.equal(await page.locator('main :is(img, b, i)').count(), 0);
  await page.locator('.diff', { hasText: 'img src=x' }).first().waitFor();
});

visit('what cannot be checked is said, and stays in the form', { allow: /40[04]|414/ }, async (page) => {
  await page.goto(at('…'));
  await page.locator('.note').getByText('This cannot be checked: there is no word in it to look for.').waitFor();
  await page.goto(at('a'.repeat(5001)));
  await page.locator('.note').getByText('This cannot be checked: a text has at most 5000 characters.').waitFor();
  assert.equal((await page.getByLabel('The quotation').inputValue()).length, 5001);
});

visit('on a phone the verdict comes into view', { width: 390, height: 600, touch: true }, async (page) => {
  await page.goto('/verify');
  await page.getByLabel('The quotation').fill(CLOSE);
  await page.getByRole('button', { name: 'Check' }).click();
  await verdict(page, 'Close, not the same');
  await page.waitForFunction(() => {
    const top = document.querySelector('.verdict h2')?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < innerHeight / 2;
  });
});

for (const [width, dark] of /** @type {[number, boolean][]} */ ([
  [1280, false],
  [320, true],
])) {
  visit(`axe finds nothing at ${width} px, ${dark ? 'dark' : 'light'}`, { width, dark, touch: width < 720 }, async (page) => {
    for (const path of ['/verify', at(CLOSE, 'Okkerley'), at(CUT), at(NONE, 'Tobin Okkerley')]) {
      await page.goto(path);
      await settled(page);
      for (const summary of await page.locator('.verdict summary').all()) await summary.click();
      await isAccessible(page, path);
    }
  });
}
