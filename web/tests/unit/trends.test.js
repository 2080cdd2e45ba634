import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  distinct,
  readComparison,
  tableRows,
  timelines,
  tops,
  totalsWords,
  trendsHref,
  trendsParams,
  undatedWords,
} from '../../static/model/trends.js';
import { bars } from '../../static/model/histogram.js';

/** @import { Trend, Trends } from '../../types/wire.js' */

/** @param {string} text @param {number[]} counts @param {number} [undated] @returns {Trend} */
const trend = (text, counts, undated = 0) => ({
  query: { text, printed: text, clauses: [], warnings: [] },
  total: counts.reduce((sum, count) => sum + count, undated),
  undated,
  counts,
  shares: [],
});

/** @type {Trends} */
const answer = {
  subject: 'articles',
  interval: 'month',
  buckets: [
    { from: '2024-01-01', to: '2024-01-31', total: 100 },
    { from: '2024-02-01', to: '2024-02-29', total: 0 },
    { from: '2024-03-01', to: '2024-03-31', total: 20 },
  ],
  series: [trend('levy', [50, 0, 10], 3), trend('ferry', [5, 0, 0])],
};

test('an address says what is compared, and is written as it was read', () => {
  const href = '/trends?q=levy&q=%22noon+ferry%22&subject=quotes&interval=month&from=2019&to=2025&bars=share&scale=own';
  const comparison = readComparison(new URL(href, 'http://x').searchParams);
  assert.deepEqual(comparison, {
    queries: ['levy', '"noon ferry"'],
    left: [],
    subject: 'quotes',
    interval: 'month',
    from: '2019',
    to: '2025',
    measure: 'share',
    ownScale: true,
  });
  assert.equal(trendsHref(comparison), href);
  assert.equal(String(trendsParams(comparison)), 'q=levy&q=%22noon+ferry%22&subject=quotes&interval=month&from=2019&to=2025');
  assert.equal(trendsHref({}), '/trends');
});

test('what an address has no sense in is as at first', () => {
  const { subject, interval, measure } = readComparison(new URLSearchParams('subject=poems&interval=fortnight&bars=pie'));
  assert.deepEqual([subject, interval, measure], ['articles', '', 'count']);
});

test('no query is empty, none comes twice, and there are five at most', () => {
  assert.deepEqual(distinct([' levy', '', 'levy ', '  ', 'tide']), ['levy', 'tide']);
  const { queries, left } = readComparison(new URLSearchParams('q=a&q=b&q=a&q=c&q=&q=d&q=e&q=f&q=g'));
  assert.deepEqual(queries, ['a', 'b', 'c', 'd', 'e']);
  assert.deepEqual(left, ['f', 'g']);
});

test('the bars of all queries have one scale, or each its own', () => {
  const rows = timelines(answer);
  assert.deepEqual(tops(rows, 'count', false), [50, 50]);
  assert.deepEqual(tops(rows, 'count', true), [50, 5]);
  assert.deepEqual(tops(rows, 'share', false), [0.5, 0.5]);
  const all = { first: 0, last: 2 };
  assert.deepEqual(
    rows.map(({ buckets }) => bars(buckets, 'count', all, 50).map(({ height }) => height)),
    [
      [100, 0, 20],
      [10, 0, 0],
    ],
  );
});

test('the table has a row for each period with anything, and a cell for each query', () => {
  assert.deepEqual(tableRows(answer), [
    { when: 'January 2024', total: 100, cells: [{ count: 50, share: 0.5 }, { count: 5, share: 0.05 }] },
    { when: 'March 2024', total: 20, cells: [{ count: 10, share: 0.5 }, { count: 0, share: 0 }] },
  ]);
});

test('totals in words', () => {
  const [levy = trend('', []), ferry = trend('', [])] = answer.series;
  const words = (/** @type {Trend[]} */ ...series) => totalsWords({ ...answer, series });
  assert.equal(words(levy, ferry), '63 and 5 articles');
  assert.equal(words(levy, ferry, trend('toll', [1])), '63, 5 and 1 articles');
  assert.equal(words(trend('toll', [1])), '1 article');
  assert.equal(undatedWords(3, false), '3 of them undated');
  assert.equal(undatedWords(3, true), '3 more undated');
  assert.equal(undatedWords(0, true), '');
});
