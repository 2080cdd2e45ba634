import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortSentence } from '../../static/model/citation.js';

test('a short sentence is whole, short and without the mark at its end', () => {
  const quotes = ['the tide came in and stayed', 'Yes,', 'They have begun to count the boats, '];
  assert.equal(shortSentence(quotes), 'They have begun to count the boats');
  assert.equal(shortSentence(['They were the right four. And then a fifth came along']), undefined);
  assert.equal(shortSentence([`We ${'really '.repeat(10)}meant it`]), undefined);
});
