// Chips with counts, other words, lists of filters, downloads.

import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

visit('a chip says how many its words find by themselves', {}, async (page) => {
  const { query } = await api('/api/articles?q=harbour+-levy');
  await page.goto('/?q=harbour+-levy');
  const chips = page.locator('.chip');
  await chips.first().waitFor();
  assert.deepEqual(await chips.locator('.num').allInnerTexts(), [`${query.clauses[0].count}`, `−${query.clauses[1].count}`]);
  assert.equal(await chips.nth(0).getAttribute('title'), `harbour: finds ${query.clauses[0].count} articles by itself`);
  assert.equal(await chips.nth(1).getAttribute('title'), `levy: excludes ${query.clauses[1].count} articles`);
});

visit('words that the archive has not are answered with words that it has', {}, async (page) => {
  const { query } = await api('/api/articles?q=levy+OR+harbuor');
  assert.ok(query.did_you_mean);
  await page.goto('/?q=levy+OR+harbuor');
  await page.locator('.hits > li').first().waitFor();
  await page.locator('.mean', { hasText: 'Did you mean' }).getByRole('link', { name: query.did_you_mean }).click();
  await shows(page, (await api(`/api/articles?q=${encodeURIComponent(query.did_you_mean)}`)).total);
  assert.equal(await page.locator('.mean').count(), 0);
});

visit('what was not looked for in full is said, without a column', {}, async (page) => {
  await page.route('**/api/articles?q=har**', async (route) => {
    const answer = await (await route.fetch()).json();
    answer.query.warnings = [{ reason: '`har*` stands for more words than are looked for; the 2 most frequent were' }];
    await route.fulfill({ json: answer });
  });
  await page.goto('/?q=har*');
  await page.locator('.note', { hasText: 'har* stands for more words than are looked for; the 2 most frequent were.' }).waitFor();
  assert.equal(await page.getByText('You typed').count(), 0);
});

visit('each way out of nothing found leads to as many as it says', {}, async (page) => {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const name = encodeURIComponent(speaker.name);
  for (const path of [`/speakers/${name}?q=ferry&from=2024`, `/quotes?q=ferry&speaker=${name}&collapse=utterance`]) {
    await page.goto(path);
    const ways = page.locator('.outs a', { hasText: 'without' });
    await ways.nth(1).waitFor();
    for (const index of [0, 1]) {
      const said = Number((await ways.nth(index).locator('.num').innerText()).replace(/[^\d]/g, ''));
      await ways.nth(index).click();
      await shows(page, said);
      await page.goBack();
      await ways.nth(1).waitFor();
    }
  }
});

visit('a filter can be looked for, and asked for, in a long list', {}, async (page) => {
  const { values } = await api('/api/facets/speaker?q=mar&per_page=6');
  assert.ok(values.length);
  await page.goto('/?q=');
  const list = page.getByRole('group', { name: 'Speaker' });
  await list.getByRole('searchbox').fill('mar');
  await page.waitForFunction(
    ([names]) =>
      [...document.querySelectorAll('.facet')].some(
        (one) => one.textContent?.includes('Speaker') && one.querySelectorAll('[data-value]').length === names,
      ),
    [values.length],
  );
  const box = list.getByRole('checkbox').first();
  assert.equal(await box.getAttribute('data-value'), values[0].value);
  await box.check();
  await shows(page, values[0].count);
  assert.equal(await list.getByRole('searchbox').inputValue(), 'mar', 'the list stays as it was');
  await list.getByRole('searchbox').fill('zzzz');
  await list.getByText('Nothing begins with “zzzz”').waitFor();
});

visit('a list of filters can be sorted, and opened further', {}, async (page) => {
  const { values } = await api('/api/facets/speaker?sort=name&per_page=30');
  await page.goto('/?q=');
  const list = page.getByRole('group', { name: 'Speaker' });
  await list.getByRole('button', { name: 'A–Z' }).click();
  await list.getByRole('button', { name: 'By count' }).waitFor();
  await list.locator(`[data-value="${values[0].value}"]`).waitFor();
  await list.getByRole('button', { name: 'Show more' }).click();
  await list.locator('.opt').nth(20).waitFor();
  const shown = await list.locator('[data-value]').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-value')));
  assert.deepEqual(
    shown,
    values.map((/** @type {{value: string}} */ { value }) => value),
  );
  assert.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('data-value')),
    values[6].value,
    'the first new one has the focus',
  );
});

visit('years are a filter', {}, async (page) => {
  const { facets } = await api('/api/articles?q=harbour&facets=year');
  const [{ value, count }] = facets[0].values;
  await page.goto('/?q=harbour');
  await page
    .getByRole('group', { name: 'Year' })
    .getByRole('checkbox', { name: new RegExp(`^${value}, `) })
    .check();
  await shows(page, count);
});

visit('all results can be had as files', {}, async (page) => {
  await page.goto('/?q=harbour&sort=oldest&page=2&collapse=story');
  await page.getByText('Download', { exact: true }).click();
  const links = page.locator('.menu a');
  assert.equal(await links.count(), 7);
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
    const answer = await page.request.get(href ?? '');
    assert.equal(answer.status(), 200, `${href}`);
  }
  const started = page.waitForEvent('download');
  await links.filter({ hasText: 'CSV' }).click();
  assert.match((await started).suggestedFilename(), /\.csv$/);
  await page.getByText('Download', { exact: true }).focus();
  await page.keyboard.press('Escape');
  assert.equal(await links.first().isVisible(), false);
});

visit('where page numbers end, the list goes on', {}, async (page) => {
  await page.route('**/api/articles?q*', async (route) => {
    const url = new URL(route.request().url());
    const isBehind = url.searchParams.get('cursor') === 'newest-1f-2';
    const answer = await (await route.fetch({ url: url.href.replace(/&?cursor=[^&]*/, isBehind ? '&page=2' : '') })).json();
    const next = isBehind ? undefined : '/api/articles?cursor=newest-1f-2';
    await route.fulfill({ json: { ...answer, page: 1, pages: 1, next } });
  });
  await page.goto('/?q=harbour&sort=newest');
  const first = await page.locator('.head').first().innerText();
  await page.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL(/cursor=newest-1f-2/);
  await page.getByText(/^\d+ more of \d+ articles$/).waitFor();
  assert.notEqual(await page.locator('.head').first().innerText(), first);
  assert.equal(await page.getByRole('link', { name: 'Next' }).count(), 0);
  await page.getByRole('link', { name: 'First page' }).click();
  await page.locator('.head', { hasText: first }).first().waitFor();
});
