import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */
/** @import { Bucket } from '../../types/wire.js' */

/** The fullest bar of a search, and where it stands.
 * @param {string} path @returns {Promise<{index: number, bucket: Bucket, buckets: Bucket[]}>} */
async function fullest(path) {
  const { timeline } = await api(path);
  const counts = timeline.buckets.map((/** @type {{count: number}} */ bucket) => bucket.count);
  const index = counts.indexOf(Math.max(...counts));
  return { index, bucket: timeline.buckets[index], buckets: timeline.buckets };
}

/** A point on the ribbon, in the middle of a bar. @param {Page} page @param {number} index @param {number} count */
async function middle(page, index, count) {
  const plot = await page.locator('.plot').boundingBox();
  assert.ok(plot);
  return { x: plot.x + (plot.width * (index + 0.5)) / count, y: plot.y + plot.height - 8 };
}

/** Types a date and says so. @param {Page} page @param {'From' | 'to'} name @param {string} text */
async function date(page, name, text) {
  const input = page.locator('.ribbon').getByRole('textbox', { name, exact: true });
  await input.fill(text);
  await input.press('Enter');
}

visit('dates typed in narrow the results', {}, async (page) => {
  await page.goto('/?q=harbour');
  await date(page, 'From', '2024-03');
  await page.waitForURL(/from=2024-03/);
  await date(page, 'to', '2024-03-14');
  await shows(page, (await api('/api/articles?q=harbour&from=2024-03&to=2024-03-14')).total);
  await page.getByText('March 2024 to 14 March 2024').first().waitFor();
  await page.getByRole('link', { name: 'Whole archive' }).click();
  await shows(page, (await api('/api/articles?q=harbour')).total);
});

visit('a date that is none is pointed out, not sent', {}, async (page) => {
  await page.goto('/?q=harbour');
  await date(page, 'From', '8 March');
  await page.getByRole('alert').filter({ hasText: '2022-02-08' }).waitFor();
  assert.equal(new URL(page.url()).searchParams.has('from'), false);
});

visit('a click on a bar sets the range to it', {}, async (page) => {
  const { index, bucket, buckets } = await fullest('/api/articles?q=harbour');
  await page.goto('/?q=harbour');
  const point = await middle(page, index, buckets.length);
  await page.mouse.move(point.x, point.y);
  await page.locator('.readout', { hasText: `${bucket.count} of ${bucket.total}` }).waitFor();
  await page.mouse.down();
  await page.mouse.up();
  await shows(page, bucket.count);
  assert.equal(await page.locator('.plot .b, .plot .b-at').count(), 1, 'the other bars are grey');
});

visit('a drag over bars sets the range to them', {}, async (page) => {
  const { index, buckets } = await fullest('/api/quotes');
  const first = Math.max(index - 1, 0);
  await page.goto('/quotes');
  const [from, to] = [await middle(page, first, buckets.length), await middle(page, index, buckets.length)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await shows(
    page,
    buckets.slice(first, index + 1).reduce((sum, { count }) => sum + count, 0),
  );
});

visit('the handles work by keyboard and say where they are', {}, async (page) => {
  const { buckets } = await fullest('/api/articles?q=harbour');
  await page.goto('/?q=harbour');
  const handle = page.getByRole('slider', { name: 'From' });
  const before = await handle.getAttribute('aria-valuetext');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await handle.getAttribute('aria-valuetext'), before);
  await page.waitForURL(/from=/);
  const dated = buckets.slice(1).reduce((sum, { count }) => sum + count, 0);
  await shows(page, dated);
  assert.ok(await handle.evaluate((node) => node === document.activeElement), 'the focus stays');
});

visit('bars as shares and as a table', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.getByRole('link', { name: 'Share' }).click();
  await page.locator('.plot__max', { hasText: '%' }).waitFor();
  await page.getByRole('button', { name: 'Table' }).click();
  const { buckets } = await fullest('/api/articles?q=harbour');
  assert.equal(await page.locator('.numbers tbody tr').count(), buckets.filter(({ count }) => count).length);
});
