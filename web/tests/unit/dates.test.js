import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateWords, firstDayOf, isDate, lastDayOf, longDate, rangeWords, shortRange } from '../../static/model/dates.js';

test('years, months and days are dates', () => {
  for (const text of ['2022', '2022-02', '2022-02-08', '2024-02-29', ' 2022 ']) assert.ok(isDate(text), text);
  for (const text of ['', '22', '2022-13', '2022-00', '2023-02-29', '2022-2', '8 Feb 2022', '2022-02-08T10'])
    assert.ok(!isDate(text), text);
});

test('a period begins on its first day and ends on its last', () => {
  const cases = [
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2022-02-08', '2022-02-08', '2022-02-08'],
  ];
  for (const [text = '', first, last] of cases) assert.deepEqual([firstDayOf(text), lastDayOf(text)], [first, last]);
});

test('dates are said in words', () => {
  assert.equal(dateWords('2024-03-14'), '14 March 2024');
  assert.equal(dateWords('2024-03'), 'March 2024');
  assert.equal(dateWords('2024'), '2024');
  assert.equal(longDate('2024-03-14'), 'Thursday 14 March 2024');
});

test('a range says the year once', () => {
  const cases = [
    ['', '', 'All dates'],
    ['2022', '', 'Since 2022'],
    ['', '2022-02', 'Until February 2022'],
    ['2022', '2022', '2022'],
    ['2024-01', '2024-06', 'January to June 2024'],
    ['2023-09', '2024-06', 'September 2023 to June 2024'],
    ['2019', '2022', '2019 to 2022'],
    ['2024-03', '2024-03-14', 'March 2024 to 14 March 2024'],
  ];
  for (const [from = '', to = '', words] of cases) assert.equal(rangeWords(from, to), words);
  assert.equal(shortRange('2023-09', '2024-06'), 'Sep 2023 – Jun 2024');
});
