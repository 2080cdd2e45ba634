import assert from 'node:assert/strict';
import { api, shows, total, visit } from './visit.js';

visit('the first screen says what the archive holds and leads into it', {}, async (page) => {
  const stats = await api('/api/stats');
  await page.goto('/');
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: `${stats.articles}` })
    .waitFor();
  assert.ok(await page.locator('.box--big input').evaluate((box) => box === document.activeElement), 'the box has the focus');
  assert.equal(
    await page
      .locator('.stats')
      .innerText()
      .then((text) => text.includes(`${stats.quotes} quotes`)),
    true,
  );
  await page.locator('.spark rect').first().waitFor({ state: 'attached' });
  for (const link of await page.locator('.tries a').all()) {
    const href = await link.getAttribute('href');
    assert.ok((await api(`/api/articles${href?.slice(1)}`)).total > 0, `${href} finds something`);
  }
  await page.locator('.box--big input').fill('harbour');
  await page.keyboard.press('Enter');
  await shows(page, (await api('/api/articles?q=harbour')).total);
});

visit('a search lists articles with the words marked', {}, async (page) => {
  const answer = await api('/api/articles?q=harbour');
  await page.goto('/?q=harbour');
  await shows(page, answer.total);
  assert.equal(await page.locator('.hits > li').count(), answer.hits.length);
  assert.match(await page.locator('.hits mark').first().innerText(), /harbour/i);
  assert.match(await page.title(), /^harbour · \d+ articles · Quotidian$/);
  assert.match(await page.locator('#live').innerText(), /\d+ articles/);
  assert.equal(
    await page.locator('.tabs [data-slot=quotes-count]').innerText(),
    String((await api('/api/quotes?q=harbour')).total),
  );
});

visit('checking a filter finds as many as it said', {}, async (page) => {
  await page.goto('/?q=harbour');
  const box = page.getByRole('checkbox', { name: /^Port Senna Ledger, \d+ result/ });
  const said = Number((await box.getAttribute('aria-label'))?.match(/(\d+) result/)?.[1]);
  const before = await total(page);
  await box.check();
  await shows(page, said);
  assert.notEqual(said, before);
  assert.equal(new URL(page.url()).searchParams.get('source'), 'Port Senna Ledger');
  assert.ok(
    await page.getByRole('checkbox', { name: /^Port Senna Ledger/ }).evaluate((input) => input === document.activeElement),
    'the focus stays',
  );
  await page.getByRole('link', { name: 'Remove source Port Senna Ledger' }).click();
  await shows(page, before);
});

/** Waits for the other tab's count. @param {import('playwright-core').Page} page */
async function counted(page) {
  await page.waitForFunction(() => document.querySelector('[data-slot=articles-count]')?.textContent);
}

visit('reloading shows the same', {}, async (page) => {
  await page.goto('/quotes?q=levy&-section=Opinion&from=2024&sort=oldest&bars=share');
  const { total: found } = await api('/api/quotes?q=levy&-section=Opinion&from=2024&sort=oldest');
  await shows(page, found);
  await counted(page);
  const before = await page.locator('main').innerText();
  await page.reload();
  await shows(page, found);
  const timeless = (/** @type {string} */ text) => text.replace(/(under )?\d+ ms/, '');
  await counted(page);
  assert.equal(timeless(await page.locator('main').innerText()), timeless(before));
});

visit('while an answer is on its way the old list stays, dimmed', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route('**/api/articles?q=levy*', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('#q').fill('levy');
  await page.keyboard.press('Enter');
  await page.locator('main.is-busy .hits > li').first().waitFor();
  release();
  await shows(page, (await api('/api/articles?q=levy')).total);
});

visit('a server that does not answer is named, and can be tried again', { allow: /ERR_FAILED/ }, async (page) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/?q=harbour');
  await page.locator('.problem', { hasText: 'The server does not answer.' }).waitFor();
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await shows(page, (await api('/api/articles?q=harbour')).total);
});

visit('excluding takes away as many as it said', {}, async (page) => {
  await page.goto('/?q=harbour');
  const box = page.getByRole('checkbox', { name: /^Port Senna Ledger, \d+ result/ });
  const said = Number((await box.getAttribute('aria-label'))?.match(/(\d+) result/)?.[1]);
  const before = await total(page);
  await page.getByRole('button', { name: 'Exclude Port Senna Ledger' }).click();
  await shows(page, before - said);
  assert.equal(
    await page
      .locator('.chip--not')
      .innerText()
      .then((text) => text.includes('Port Senna Ledger')),
    true,
  );
});

visit('pages are links, and back returns to the one before', {}, async (page) => {
  await page.goto('/?q=harbour');
  const first = await page.locator('.head').first().innerText();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL(/page=2/);
  await page.locator('.pager [aria-current]', { hasText: '2' }).waitFor();
  assert.notEqual(await page.locator('.head').first().innerText(), first);
  await page.goBack();
  await page.locator('.head', { hasText: first }).first().waitFor();
});

visit('the tab of quotes keeps the search', {}, async (page) => {
  await page.goto('/?q=levy');
  await page.getByRole('link', { name: /^Quotes/ }).click();
  await shows(page, (await api('/api/quotes?q=levy')).total);
  assert.equal(new URL(page.url()).pathname, '/quotes');
  await page.locator('.said').first().waitFor();
  assert.match(await page.locator('.sure').first().innerText(), /\d+\s%\ssure/);
  await page.getByRole('button', { name: 'Copy quote' }).first().click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /\(.+\)\n.+\.\nhttp.+\?hash=[0-9a-f]{16}#quote-\d+$/);
});

visit('nothing found says what to leave out, with counts that hold', {}, async (page) => {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  await page.goto(`/quotes?q=zzyzx&speaker=${encodeURIComponent(speaker.name)}`);
  await page.getByRole('heading', { name: 'No quotes match all of this' }).waitFor();
  const way = page.locator('.outs a').first();
  const said = Number((await way.locator('.num').innerText()).replace(/[^\d]/g, ''));
  await way.click();
  await shows(page, said);
  assert.equal(said, speaker.quotes);
});

visit('a broken query is repaired in the open', {}, async (page) => {
  await page.goto(`/?q=${encodeURIComponent('harbour (levy')}`);
  await page.getByText('You typed').waitFor();
  await page.getByRole('link', { name: 'Use the repaired search' }).click();
  await page.getByText('You typed').waitFor({ state: 'detached' });
  assert.ok((await total(page)) > 0);
});

visit('a wrong parameter is answered in one sentence', { allow: /400/ }, async (page) => {
  await page.goto('/?q=harbour&from=sometime');
  await page.getByRole('heading', { name: 'This address cannot be read' }).waitFor();
  assert.match(await page.locator('.problem p').first().innerText(), /\S+ .+[.?]$/);
});
