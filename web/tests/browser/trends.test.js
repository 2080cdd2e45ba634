import assert from 'node:assert/strict';
import { isAccessible } from './accessible.js';
import { api, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */
/** @import { Trends } from '../../types/wire.js' */

const TWO = 'q=levy&q=ferry';

/** @param {string} query @returns {Promise<Trends>} */
const trends = (query) => api(`/api/trends?${query}`);

/** Waits until the rows are of these queries and totals, as an answer has them. @param {Page} page @param {Trends} answer */
async function shows(page, { subject, series }) {
  const noun = subject === 'quotes' ? 'quote' : 'article';
  const wanted = series.map(({ query, total }) => [query.text, `${total} ${noun}${total === 1 ? '' : 's'}`]);
  await page.waitForFunction((rows) => {
    const shown = [...document.querySelectorAll('.trend__query')].map((row) =>
      ['a', 'b'].map((name) => row.querySelector(name)?.textContent),
    );
    return JSON.stringify(shown) === JSON.stringify(rows) && !document.querySelector('.is-busy');
  }, wanted);
}

/** The queries in the inputs. @param {Page} page */
function inputs(page) {
  return page.locator('.compare input').evaluateAll((all) => all.map((input) => Reflect.get(input, 'value')));
}

/** A point over the bars, in the middle of a period. @param {Page} page @param {number} index @param {number} count */
async function middle(page, index, count) {
  const plot = await page.locator('.trend__plot').boundingBox();
  assert.ok(plot);
  return { x: plot.x + (plot.width * (index + 0.5)) / count, y: plot.y + plot.height / 2 };
}

/** The heights of the bars, row by row. @param {Page} page */
function heights(page) {
  return page
    .locator('.trend__bars svg')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((bar) => Number(bar.getAttribute('height')))));
}

visit('queries are compared on one axis and one scale', {}, async (page) => {
  const answer = await trends(TWO);
  await page.goto('/trends');
  await page.getByLabel('Query 1', { exact: true }).fill('levy');
  await page.getByLabel('Query 2', { exact: true }).fill('ferry');
  await page.getByRole('button', { name: 'Compare' }).click();
  await shows(page, answer);
  assert.equal(new URL(page.url()).search, `?${TWO}`);
  const most = Math.max(...answer.series.flatMap(({ counts }) => counts));
  const expected = answer.series.map(({ counts }) => counts.map((count) => count && Math.max((count / most) * 100, 1.5)));
  assert.deepEqual(await heights(page), expected);
  await page.getByText(`${most} articles a month, the top of each row`).waitFor();
  assert.equal(await page.title(), `levy, ferry · ${answer.series.map(({ total }) => total).join(' and ')} articles · Quotidian`);
  const levy = page.getByRole('heading', { name: 'levy' }).getByRole('link');
  assert.equal(await levy.getAttribute('href'), '/?q=levy');
});

visit('each row can have a scale of its own, which it tells', {}, async (page) => {
  const { series } = await trends(TWO);
  await page.goto(`/trends?${TWO}`);
  await page.getByRole('link', { name: 'Give each row its own scale' }).click();
  const ferry = Math.max(...(series[1]?.counts ?? []));
  await page.getByText(`Top: ${ferry} article`).waitFor();
  assert.deepEqual(
    (await heights(page)).map((row) => Math.max(...row)),
    [100, 100],
  );
});

visit('queries are added and removed, one step of the history each', {}, async (page) => {
  await page.goto(`/trends?${TWO}`);
  await page.getByRole('button', { name: 'Add a query' }).click();
  await page.keyboard.type('harbour');
  await page.keyboard.press('Enter');
  await shows(page, await trends(`${TWO}&q=harbour`));
  await page.getByRole('button', { name: 'Remove query 1' }).click();
  await shows(page, await trends('q=ferry&q=harbour'));
  assert.deepEqual(await inputs(page), ['ferry', 'harbour']);
  const add = page.getByRole('button', { name: 'Add a query' });
  assert.ok(await add.evaluate((node) => node === document.activeElement), 'the focus is not lost');
  await page.goBack();
  await shows(page, await trends(`${TWO}&q=harbour`));
  await page.goBack();
  await shows(page, await trends(TWO));
  assert.deepEqual(await inputs(page), ['levy', 'ferry']);
  await page.goForward();
  await page.reload();
  await shows(page, await trends(`${TWO}&q=harbour`));
});

visit('five at most: no sixth can be added, and an address with more says what is left out', {}, async (page) => {
  await page.goto('/trends?q=levy&q=ferry&q=tide&q=harbour');
  await page.getByRole('button', { name: 'Add a query' }).click();
  assert.equal(await page.locator('.compare input').count(), 5);
  await page.getByText('Five at most').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add a query' }).isVisible(), false);
  await page.goto('/trends?q=levy&q=ferry&q=tide&q=harbour&q=toll&q=crane&q=quay');
  await page.getByText('5 queries can be compared. Left out: crane, quay').waitFor();
  await shows(page, await trends('q=levy&q=ferry&q=tide&q=harbour&q=toll'));
});

visit('quotes and shares are a click away, and in the address', {}, async (page) => {
  await page.goto(`/trends?${TWO}`);
  await page.getByRole('link', { name: 'Quotes', exact: true }).click();
  const answer = await trends(`${TWO}&subject=quotes`);
  await shows(page, answer);
  await page.getByRole('link', { name: 'Share', exact: true }).click();
  await page.getByText('% of quotes, the top of each row').waitFor();
  assert.equal(new URL(page.url()).search, `?${TWO}&subject=quotes&bars=share`);
  const most = Math.max(...answer.series.flatMap(({ shares }) => shares));
  const drawn = await heights(page);
  answer.series.forEach(({ shares }, row) =>
    shares.forEach((share, bar) => {
      const height = share && Math.max((share / most) * 100, 1.5);
      assert.ok(Math.abs((drawn[row]?.[bar] ?? -1) - height) < 0.01, `row ${row}, bar ${bar}`);
    }),
  );
});

visit('the periods can be chosen; where they would be too many, that is said', {}, async (page) => {
  await page.goto(`/trends?${TWO}`);
  const periods = page.getByLabel('Periods');
  await periods.selectOption('Years');
  await page.waitForURL(/interval=year/);
  await page.getByText('articles a year').waitFor();
  await periods.selectOption('Days');
  await page.getByText('for days the time is too long').waitFor();
});

visit('the table is what the API counts', {}, async (page) => {
  const { buckets, series } = await trends(`${TWO}&from=2024`);
  await page.goto(`/trends?${TWO}&from=2024`);
  await page.getByRole('button', { name: 'Table' }).click();
  const rows = await page
    .locator('.numbers tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent)));
  const expected = buckets.flatMap(({ total }, index) => {
    const counts = series.map(({ counts: all }) => all[index] ?? 0);
    return counts.some(Boolean) ? [[...counts, total].map(String)] : [];
  });
  assert.deepEqual(
    rows.map(([levy, , ferry, , total]) => [levy, ferry, total]),
    expected,
  );
  assert.match(String(rows[0]?.[1]), /^\d+(\.\d)?\s%$/);
});

visit('the pointer names a period once, and every query has its number', {}, async (page) => {
  const { buckets, series } = await trends(TWO);
  const index = buckets.findIndex(({ from }) => from === '2024-03-01');
  await page.goto(`/trends?${TWO}`);
  const point = await middle(page, index, buckets.length);
  await page.mouse.move(point.x, point.y);
  await page.getByText(`March 2024 ${buckets[index]?.total} articles in all`).waitFor();
  const numbers = await page.locator('.trend__there b').allInnerTexts();
  assert.deepEqual(
    numbers,
    series.map(({ counts }) => String(counts[index])),
  );
  assert.equal(await page.locator('.b-at').count(), 2, 'dark in both rows');
});

visit('a drag sets the range, a click one period; the bars beside stay, grey', {}, async (page) => {
  const { buckets } = await trends(TWO);
  const at = (/** @type {string} */ day) => buckets.findIndex(({ from }) => from === day);
  await page.goto(`/trends?${TWO}`);
  const [first, last] = [await middle(page, at('2024-02-01'), buckets.length), await middle(page, at('2024-04-01'), buckets.length)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/from=2024-02&to=2024-04/);
  await shows(page, await trends(`${TWO}&from=2024-02&to=2024-04`));
  assert.equal(await page.locator('.trend__bars rect').count(), 2 * buckets.length);
  assert.equal(await page.locator('.trend__bars .b').count(), 2 * 3);
  const levy = page.getByRole('heading', { name: 'levy' }).getByRole('link');
  assert.equal(await levy.getAttribute('href'), '/?q=levy&from=2024-02&to=2024-04');
  const march = await middle(page, at('2024-03-01'), buckets.length);
  await page.mouse.click(march.x, march.y);
  await page.waitForURL(/from=2024-03&to=2024-03/);
  await page.getByRole('link', { name: 'Whole archive' }).click();
  await shows(page, await trends(TWO));
});

visit('the handles work by keyboard and say where they are', {}, async (page) => {
  const { buckets } = await trends(TWO);
  await page.goto(`/trends?${TWO}`);
  const handle = page.getByRole('slider', { name: 'From' });
  assert.equal(await handle.getAttribute('aria-valuetext'), 'October 2022');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await handle.getAttribute('aria-valuetext'), 'December 2022');
  await page.waitForURL(/from=2022-12/);
  await shows(page, await trends(`${TWO}&from=${buckets[2]?.from}`));
  assert.ok(await handle.evaluate((node) => node === document.activeElement), 'the focus stays');
});

visit('dates can be typed, and the CSV has the same counts', {}, async (page) => {
  await page.goto(`/trends?${TWO}`);
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2024');
  await page.keyboard.press('Enter');
  const answer = await trends(`${TWO}&from=2024`);
  await shows(page, answer);
  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const response = await page.request.get(String(href));
  assert.equal(response.status(), 200);
  const [, ...lines] = (await response.text()).trim().split(/\r?\n/);
  const sum = (/** @type {number} */ column) => lines.reduce((all, line) => all + Number(line.split(',')[column]), 0);
  assert.deepEqual(
    [sum(3), sum(5)],
    answer.series.map(({ total }) => total),
  );
});

visit('a broken query is read as well as can be, and the repair keeps the others', {}, async (page) => {
  await page.goto('/trends?q=levy&q=%22ferry');
  await page.getByText('You typed').waitFor();
  await page.getByRole('link', { name: 'Use the repaired search' }).click();
  await page.waitForURL(/q=levy&q=%22ferry%22/);
  await page.goto('/trends?q=harbuor&q=levy');
  await page.getByRole('link', { name: 'harbour', exact: true }).click();
  await shows(page, await trends('q=harbour&q=levy'));
});

visit('a query that finds nothing is a flat line; HTML in it is text', {}, async (page) => {
  const html = '<img src=x onerror=alert(1)>';
  await page.goto(`/trends?${new URLSearchParams({ q: html })}&q=levy`);
  await page.getByRole('heading', { name: html }).waitFor();
  await page.getByText('0 articles', { exact: true }).waitFor();
  assert.ok((await heights(page))[0]?.every((height) => height === 0));
  assert.equal(await page.locator('main img').count(), 0);
});

visit('without a query there are examples that find something', {}, async (page) => {
  await page.goto('/trends');
  const examples = page.locator('.guide a');
  await examples.first().waitFor();
  assert.equal(await examples.count(), 3);
  for (const href of await examples.evaluateAll((all) => all.map((link) => link.getAttribute('href')))) {
    const { series } = await trends(String(href).replace('/trends?', '').replace('&bars=share', ''));
    assert.ok(series.every(({ total }) => total > 0), String(href));
  }
});

for (const [width, dark] of /** @type {[number, boolean][]} */ ([
  [1280, false],
  [320, true],
])) {
  visit(`axe finds nothing at ${width} px, ${dark ? 'dark' : 'light'}`, { width, dark, touch: width < 720 }, async (page) => {
    const long = `${'harbour OR '.repeat(40)}tide`;
    const paths = [
      '',
      `?${TWO}&from=2024-02&to=2024-04`,
      `?${TWO}&subject=quotes&bars=share&scale=own&interval=day`,
      `?${new URLSearchParams({ q: long })}&q=${'w'.repeat(200)}&q="levy&q=zzyzx&q=tide&q=toll`,
    ];
    for (const path of paths) {
      await page.goto(`/trends${path}`);
      await page.locator(path ? '.trend' : '.guide').waitFor();
      if (path) await page.getByRole('button', { name: 'Table' }).click();
      await isAccessible(page, path);
    }
  });
}
