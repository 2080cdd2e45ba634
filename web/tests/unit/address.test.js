import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  apiParams,
  articleHref,
  changed,
  exportHref,
  feedHref,
  filterCount,
  filtered,
  filters,
  narrowing,
  read,
  resultsHref,
  sameView,
  speakerHref,
  unfiltered,
} from '../../static/model/address.js';

/** @param {string} path */
const at = (path) => read(new URL(path, 'http://archive.example'));
/** @param {string} query */
const params = (query) => new URLSearchParams(query);

test('a path names its view', () => {
  const cases = [
    ['/', 'home'],
    ['/?q=levy', 'articles'],
    ['/?q=', 'articles'],
    ['/?source=Lisk+Lantern', 'articles'],
    ['/?from=2024', 'articles'],
    ['/?utm_source=mail', 'home'],
    ['/quotes', 'quotes'],
    ['/quotes?q=tide', 'quotes'],
    ['/articles/a1', 'article'],
    ['/speakers/Ilse%20Maravant', 'speaker'],
    ['/articles/', 'missing'],
    ['/nowhere', 'missing'],
    ['/speakers/%E0%A4%A', 'missing'],
  ];
  for (const [path = '', view] of cases) assert.equal(at(path).view, view, path);
});

test('names and ids come back as they went in', () => {
  for (const name of ['Ilse Maravant', 'a/b?c#d', '100 %', 'Élodie “Lo” Öst']) {
    assert.equal(at(speakerHref(name)).name, name);
    assert.equal(at(articleHref(name, { q: 'a b', quote: 3 })).name, name);
  }
  assert.equal(articleHref('a1'), '/articles/a1');
  assert.equal(articleHref('a1', { q: '', quote: 3 }), '/articles/a1#quote-3');
  assert.equal(articleHref('a1', { q: 'a&b', quote: 3 }), '/articles/a1?q=a%26b#quote-3');
});

test('an empty search of articles is not the first screen', () => {
  assert.equal(resultsHref('articles', params('')), '/?q=');
  assert.equal(resultsHref('quotes', params('')), '/quotes');
});

test('what only quotes have is left out for articles', () => {
  assert.equal(resultsHref('articles', params('q=a&kind=direct&confidence=0.9')), '/?q=a');
  assert.equal(String(apiParams('articles', params('q=a&kind=direct&confidence=0.9'))), 'q=a');
  assert.equal(String(apiParams('quotes', params('q=a&kind=direct&confidence=0.9'))), 'q=a&kind=direct&confidence=0.9');
});

test('stories belong to articles, utterances to quotes; the wish to see each once belongs to both', () => {
  assert.equal(resultsHref('quotes', params('q=a&story=1&collapse=story')), '/quotes?q=a&collapse=utterance');
  assert.equal(resultsHref('articles', params('utterance=1')), '/?q=');
  assert.equal(resultsHref('articles', params('story=1')), '/?story=1');
  assert.equal(String(apiParams('articles', params('q=a&collapse=utterance'))), 'q=a&collapse=story&count=article');
  assert.equal(String(apiParams('quotes', params('q=a&collapse=utterance'))), 'q=a&collapse=utterance&count=quote');
});

test('a file has all results, in their order', () => {
  const asked = params('q=a&sort=oldest&page=3&collapse=story&count=article&source=Lisk+Lantern');
  assert.equal(String(narrowing(asked)), 'q=a&source=Lisk+Lantern');
  assert.equal(exportHref('articles', asked, 'bib'), '/api/articles.bib?q=a&source=Lisk+Lantern&sort=oldest');
  assert.equal(exportHref('quotes', params(''), 'csv'), '/api/quotes.csv');
});

test('filters are counted as a reader would', () => {
  assert.equal(filterCount(params('q=a&sort=newest&collapse=story')), 0);
  assert.equal(filterCount(params('from=2024&to=2025&place=Lisk&place=Tarnwick&-year=2024&confidence=0.9&story=1')), 6);
});

test('the API is asked only what it knows', () => {
  assert.equal(
    String(apiParams('articles', params('q=a&bars=share&utm_source=x&from=&-section=Opinion'))),
    'q=a&-section=Opinion',
  );
});

test('every change goes back to the first page', () => {
  assert.equal(String(changed(params('q=a&page=3'), { from: '2024' })), 'q=a&from=2024');
  assert.equal(String(changed(params('q=a&cursor=newest-1-2'), {})), 'q=a');
  assert.equal(String(changed(params('q=a&from=2024'), { from: '' })), 'q=a');
  assert.equal(String(filtered(params('q=a&page=3'), 'place', 'Lisk', 'only')), 'q=a&place=Lisk');
});

test('a value is asked for, excluded or neither', () => {
  const one = filtered(params('place=Lisk'), 'place', 'Tarnwick', 'only');
  assert.equal(String(one), 'place=Lisk&place=Tarnwick');
  const not = filtered(one, 'place', 'Lisk', 'not');
  assert.equal(String(not), 'place=Tarnwick&-place=Lisk');
  assert.deepEqual(filters(not), [
    { field: 'place', value: 'Tarnwick', excluded: false },
    { field: 'place', value: 'Lisk', excluded: true },
  ]);
  assert.equal(String(filtered(not, 'place', 'Lisk', 'any')), 'place=Tarnwick');
  assert.equal(String(unfiltered(not)), '');
});

test('a change stays in its view', () => {
  assert.equal(sameView(at('/speakers/Quill%20Astersen?q=a'), params('q=b')), '/speakers/Quill%20Astersen?q=b');
  assert.equal(sameView(at('/quotes?q=a'), params('q=b')), '/quotes?q=b');
  assert.equal(sameView(at('/?q=a'), params('q=b')), '/?q=b');
});

test('the list of speakers keeps its own parameters, and a speaker has a feed', () => {
  const list = read(new URL('http://archive.example/speakers?q=van&page=2'));
  assert.equal(sameView(list, changed(list.params, { sort: 'name' })), '/speakers?q=van&sort=name');
  assert.equal(sameView(list, new URLSearchParams()), '/speakers');
  assert.equal(feedHref('Tobin Okkerley'), '/api/speakers/Tobin%20Okkerley/quotes.atom');
});
