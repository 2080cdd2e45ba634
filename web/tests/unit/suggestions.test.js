import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offersFor, openField, typedIn } from '../../static/model/suggestions.js';

/** @import { Field, Suggestion } from '../../types/wire.js' */

/** @param {Field} field @param {string} value @param {number} count @returns {Suggestion} */
const one = (field, value, count) => ({ field, value, count });
const found = [
  one('speaker', 'Ilse Maravant', 40),
  one('speaker', 'Ada Mara', 1),
  one('person', 'Ilse Maravant', 12),
  one('org', 'Maravant Line', 30),
  one('place', 'Maravant Line', 2),
  one('source', 'Mara Post', 3),
];

test('people to hear, things to read about, sources', () => {
  const all = offersFor('mara', found, 2);
  assert.deepEqual(
    all.map(({ label, offers }) => [label, ...offers.map(({ name, hint, count }) => `${name} (${hint}) ${count}`)]),
    [
      ['Quotes by', 'Ilse Maravant () 40 quotes', 'Ada Mara () 1 quote'],
      ['Articles about', 'Maravant Line (organisation) 30 articles', 'Ilse Maravant () 12 articles'],
      ['Everything from', 'Mara Post (source) 3 articles'],
    ],
  );
  assert.deepEqual(
    all.map(({ offers }) => offers[0]?.href),
    ['/speakers/Ilse%20Maravant', '/?org=Maravant+Line', '/?source=Mara+Post'],
  );
});

test('a field that is being typed is completed', () => {
  assert.deepEqual(openField('tide speaker:mar'), { before: 'tide ', field: 'speaker', begun: 'mar' });
  assert.deepEqual(openField('speaker:"ilse m'), { before: '', field: 'speaker', begun: 'ilse m' });
  for (const closed of ['speaker:mar tide', 'speaker:"mar"', 'title:mar', 'tide', 'http://speaker:x y'])
    assert.equal(openField(closed), null, closed);
  const [list] = offersFor('-tide speaker:mar', found, 3);
  assert.deepEqual(
    list?.offers.map(({ text, href }) => [text, href]),
    [
      ['-tide speaker:"Ilse Maravant" ', undefined],
      ['-tide speaker:"Ada Mara" ', undefined],
    ],
  );
});

test('the beginnings of words that were typed are marked, whatever their case and accents', () => {
  /** @param {string} name @param {string} query */
  const marked = (name, query) =>
    typedIn(name, query)
      .map(({ text, mark }) => (mark ? `[${text}]` : text))
      .join('');
  assert.equal(marked('Ilse Maravant', 'MARA il'), '[Il]se [Mara]vant');
  assert.equal(marked('Élodie Müller-Strauß', 'elo mul str'), '[Élo]die [Mül]ler-[Str]auß');
  assert.equal(marked('Élodie', 'elo'), '[E\u0301lo]die'.normalize('NFC'));
  assert.equal(marked('Ilse Maravant', 'speaker:mar'), 'Ilse [Mar]avant');
  assert.equal(marked('Ilse', '('), 'Ilse');
});
