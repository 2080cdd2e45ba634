import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barAt, bars, bucketWords, datesOf, stretch, ticks } from '../../static/model/histogram.js';
import { lastDayOf } from '../../static/model/dates.js';

/** @param {string} month @param {number} [count] @param {number} [total] */
const bucket = (month, count = 1, total = 10) => ({ from: `${month}-01`, to: lastDayOf(month), count, total });
/** @param {number} year @param {number} months */
const year = (year, months = 12) =>
  Array.from({ length: months }, (_, index) => bucket(`${year}-${String(index + 1).padStart(2, '0')}`));
const all = { first: 0, last: 99 };

test('the highest bar is as high as the plot, a small one is still seen, none is none', () => {
  const drawn = bars([bucket('2024-01', 1000), bucket('2024-02', 1), bucket('2024-03', 0)], 'count', all);
  assert.deepEqual(
    drawn.map(({ height }) => height),
    [100, 1.5, 0],
  );
});

test('a share is of all that was printed then', () => {
  const drawn = bars([bucket('2024-01', 5, 10), bucket('2024-02', 5, 100), bucket('2024-03', 0, 0)], 'share', all);
  assert.deepEqual(
    drawn.map(({ height }) => height),
    [100, 10, 0],
  );
});

test('one bar alone is a tenth of the width, in the middle', () => {
  assert.deepEqual(
    bars([bucket('2024-01')], 'count', all).map(({ x, width }) => [x, width]),
    [[4.5, 1]],
  );
});

test('a range touches the bars whose days it has', () => {
  const months = year(2024);
  const cases = [
    ['', '', 0, 11],
    ['2024-03', '2024-05', 2, 4],
    ['2024-03-31', '', 2, 11],
    ['', '2024-01-01', 0, 0],
    ['2023', '2024', 0, 11],
    ['2024-03-10', '2024-03-12', 2, 2],
  ];
  for (const [from, to, first, last] of cases)
    assert.deepEqual(stretch(months, String(from), String(to)), { first, last }, `${from}..${to}`);
  for (const [from = '', to = ''] of [
    ['2025', ''],
    ['', '2023'],
  ]) {
    const { first, last } = stretch(months, from, to);
    assert.ok(first > last, 'outside the axis it touches none');
  }
});

test('a stretch of bars becomes dates that a reader would write', () => {
  const months = { interval: /** @type {const} */ ('month'), buckets: year(2024), undated: 0 };
  assert.deepEqual(datesOf(months, { first: 2, last: 4 }), { from: '2024-03', to: '2024-05' });
  const weeks = {
    interval: /** @type {const} */ ('week'),
    buckets: [{ from: '2024-03-04', to: '2024-03-10', count: 1, total: 1 }],
    undated: 0,
  };
  assert.deepEqual(datesOf(weeks, { first: 0, last: 0 }), { from: '2024-03-04', to: '2024-03-10' });
  assert.equal(bucketWords(weeks.buckets[0] ?? bucket('2024-03'), 'week'), 'Week of 4 March 2024');
});

test('long archives have bars of decades and centuries', () => {
  const decade = { from: '1960-01-01', to: '1969-12-31', count: 1, total: 1 };
  assert.equal(bucketWords(decade, 'decade'), '1960s');
  assert.equal(bucketWords({ ...decade, from: '1900-01-01', to: '1999-12-31' }, 'century'), '1900 to 1999');
  assert.deepEqual(datesOf({ buckets: [decade], interval: 'decade', undated: 0 }, { first: 0, last: 0 }), { from: '1960', to: '1969' });
});

test('a point belongs to a bar, at both ends too', () => {
  assert.deepEqual(
    [-0.1, 0, 0.49, 0.5, 1, 1.2].map((share) => barAt(share, 2)),
    [0, 0, 0, 1, 1, 1],
  );
});

test('years are marked when there are several, else months', () => {
  assert.deepEqual(
    ticks([...year(2022), ...year(2023)]).map(({ text, at }) => [text, at]),
    [
      ['2022', 0],
      ['2023', 0.5],
    ],
  );
  assert.deepEqual(
    ticks(year(2024, 3)).map(({ text }) => text),
    ['Jan 2024', 'Feb 2024', 'Mar 2024'],
  );
  assert.deepEqual(
    ticks([bucket('2022-12'), ...year(2023), ...year(2024)]).map(({ text }) => text),
    ['2023', '2024'],
    'labels do not overlap',
  );
  assert.ok(ticks(Array.from({ length: 90 }, (_, index) => year(1930 + index)).flat()).length <= 16);
});
