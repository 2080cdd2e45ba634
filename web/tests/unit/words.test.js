import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citation, quoteText } from '../../static/model/citation.js';
import { shortened } from '../../static/model/context.js';
import { offered } from '../../static/model/pages.js';
import { elapsed, percent, plural, sureWords, valueName } from '../../static/model/words.js';

const article = {
  id: 'a',
  title: 'Levy off',
  title_derived: false,
  author: ['Petra Lindqvarn'],
  source: 'Evening Semaphore',
  date: '2024-03-14',
};

test('counts come first and agree', () => {
  assert.equal(plural(1, 'quote'), '1 quote');
  assert.equal(plural(0, 'quote'), '0 quotes');
  assert.equal(plural(18340, 'article'), '18,340 articles');
  assert.equal(plural(97, 'story'), '97 stories');
  assert.equal(plural(2, 'day'), '2 days');
  assert.equal(elapsed(400), 'under 1 ms');
  assert.equal(elapsed(4100), '4 ms');
});

test('how sure is said plainly, and when to check', () => {
  assert.equal(sureWords(0.94, true), '94\u00a0% sure of the speaker');
  assert.equal(sureWords(0.58, false), '58\u00a0% sure of this quote: check');
  assert.equal(percent(0.004), '0.4\u00a0%');
  assert.equal(percent(0.000385), '0.04\u00a0%', 'what there is, is never none');
});

test('values that are codes are named', () => {
  assert.equal(valueName('language', 'en'), 'English');
  assert.equal(valueName('kind', 'mixed'), 'Mixed: partly reported');
  assert.equal(valueName('language', '???'), '???');
});

test('a copied quote carries its attribution', () => {
  /** @type {import('../../types/wire.js').QuoteHit} */
  const hit = {
    id: 'a.1',
    number: 1,
    hash: '00c0ffee00c0ffee',
    permalink: '/articles/a?hash=00c0ffee00c0ffee#quote-1',
    segments: [{ text: 'We will not ' }, { text: 'tax', mark: true }, { text: ' the tide' }],
    kind: 'direct',
    speaker: { name: 'Ilse Maravant' },
    confidence: 0.9,
    rule: 'r',
    context: [],
    start: 0,
    end: 9,
    article,
    utterance: { id: '0', others: 0, sources: [] },
  };
  assert.equal(
    quoteText(hit, 'http://archive.example/articles/a#quote-1'),
    '“We will not tax the tide” (Ilse Maravant)\nPetra Lindqvarn, “Levy off”, Evening Semaphore, 14 March 2024.\nhttp://archive.example/articles/a#quote-1',
  );
  assert.match(quoteText({ ...hit, kind: 'indirect', speaker: {} }, ''), /^We will not tax the tide \(speaker not named\)/);
});

test('a citation leaves out what is unknown', () => {
  assert.equal(citation({ ...article, author: [], date: undefined, source: undefined }), '“Levy off”, undated.');
});

/** The context of a quote written as `<content>`, `[source]` and `{cue}`. @param {string} text */
function context(text) {
  const roles = { '<': 'content', '[': 'source', '{': 'cue' };
  const parts = [...text.matchAll(/([<[{])([^>\]}]*)[>\]}]|[^<[{]+/g)].map(([whole, mark = '', inner]) =>
    mark ? { text: inner, role: Reflect.get(roles, mark) } : { text: whole, role: 'text' },
  );
  return shortened(parts)
    .map((part) => part.text)
    .join('');
}

test('the quote inside its context is shortened towards the cue', () => {
  assert.equal(context('“<We will not tax the tide,>” [she] {said}.'), '“… tax the tide,” she said.');
  assert.equal(context('[The minister] {said} <that the figures were sent on Tuesday>.'), 'The minister said that the figures …');
  assert.equal(context('“<No.>” [He] {left}.'), '“No.” He left.');
  assert.equal(context('“<Nobody stands here to have said it.>”'), '');
});

test('pages: first, last, neighbours, and gaps', () => {
  assert.deepEqual(offered(1, 1), [1]);
  assert.deepEqual(offered(1, 3), [1, 2, 3]);
  assert.deepEqual(offered(1, 15), [1, 2, 0, 15]);
  assert.deepEqual(offered(7, 15), [1, 0, 6, 7, 8, 0, 15]);
  assert.deepEqual(offered(3, 5), [1, 2, 3, 4, 5]);
});
