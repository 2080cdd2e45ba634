import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standing } from '../../static/model/permalink.js';

const quotes = ['a', 'b', 'c', 'b'].map((hash, index) => ({ hash, number: index + 1 }));

test('a permalink whose words stand where they stood', () => {
  assert.deepEqual(standing(quotes, 2, 'b'), { number: 2, note: '' });
  assert.deepEqual(standing(quotes, 2, ''), { number: 2, note: '' }, 'without a hash nothing is compared');
});

test('words that moved are followed to the nearest place', () => {
  assert.equal(standing(quotes, 3, 'b').number, 2);
  assert.equal(standing(quotes, 9, 'b').number, 4);
});

test('words that are gone are said to be', () => {
  const { number, note } = standing(quotes, 1, 'z');
  assert.equal(number, 1);
  assert.match(note, /no longer in the article/);
});
