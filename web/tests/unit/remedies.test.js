import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiesWords, wholeGroupWords } from '../../static/model/copies.js';
import { nextSize, openedFields, openingOf, setOpening, valueParams } from '../../static/model/facet-lists.js';
import { chosenIn, withoutIt } from '../../static/model/remedies.js';

const query = {
  text: 'a b',
  printed: 'a b',
  clauses: [
    { text: 'a', without: 'b' },
    { text: 'b', without: 'a' },
  ],
  warnings: [],
};
const params = new URLSearchParams('q=a+b&from=2024&to=2025&source=X&source=Y&-source=Z&confidence=0.9&story=1&page=2');

/** @param {import('../../types/wire.js').Remedy} remedy */
const left = (remedy) => String(withoutIt(params, query, remedy));

test('each condition can be left out by itself', () => {
  assert.equal(
    left({ leave_out: 'clause', clause: 1, count: 3 }),
    'q=a&from=2024&to=2025&source=X&source=Y&-source=Z&confidence=0.9&story=1',
  );
  assert.equal(left({ leave_out: 'dates', count: 3 }), 'q=a+b&source=X&source=Y&-source=Z&confidence=0.9&story=1');
  assert.equal(left({ leave_out: 'facet', field: 'source', count: 3 }), 'q=a+b&from=2024&to=2025&confidence=0.9&story=1');
  assert.equal(left({ leave_out: 'confidence', count: 3 }), 'q=a+b&from=2024&to=2025&source=X&source=Y&-source=Z&story=1');
  assert.equal(left({ leave_out: 'story', count: 3 }), 'q=a+b&from=2024&to=2025&source=X&source=Y&-source=Z&confidence=0.9');
  assert.deepEqual(
    chosenIn(params, 'source').map(({ value, excluded }) => [value, excluded]),
    [
      ['X', false],
      ['Y', false],
      ['Z', true],
    ],
  );
});

test('copies are named by outlets, or by number within one', () => {
  assert.equal(copiesWords({ id: '1', others: 9, sources: ['A', 'B'] }), 'Also in 2 outlets');
  assert.equal(copiesWords({ id: '1', others: 1, sources: ['A'] }), 'Also in 1 outlet');
  assert.equal(copiesWords({ id: '1', others: 3, sources: [] }), '3 more copies');
  assert.equal(copiesWords({ id: '1', others: 1, sources: [] }), '1 more copy');
  assert.equal(wholeGroupWords('articles', { id: '1', others: 3, sources: [] }), 'All 4 articles of this story');
  assert.equal(wholeGroupWords('quotes', { id: '1', others: 1, sources: [] }), 'Both quotes with these words');
});

test('a list of filters remembers how it was opened', () => {
  assert.deepEqual(openedFields(), []);
  setOpening('speaker', { words: 'mar' });
  setOpening('place', { byName: true });
  setOpening('place', { byName: false });
  assert.deepEqual(openedFields(), ['speaker']);
  const asked = new URLSearchParams('q=levy&source=X&sort=oldest&page=2&collapse=utterance&count=quote');
  assert.equal(String(valueParams('quotes', asked, openingOf('speaker'))), 'source=X&search=levy&q=mar&of=quotes&per_page=6');
  assert.deepEqual([6, 30, 100].map(nextSize), [30, 100, undefined]);
});
