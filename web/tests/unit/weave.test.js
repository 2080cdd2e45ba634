import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weave } from '../../static/model/weave.js';

/** @import { Entity, Quote, QuoteKind } from '../../types/wire.js' */

/** Where a piece of text stands, in code points. @param {string} body @param {string} piece */
function span(body, piece) {
  const start = Array.from(body.slice(0, body.indexOf(piece))).length;
  return { start, end: start + Array.from(piece).length };
}

/** @param {string} body @param {string} piece @param {QuoteKind} [kind] @returns {Quote} */
const quote = (body, piece, kind = 'direct') => ({
  ...span(body, piece),
  id: `a.${piece}`,
  number: 1,
  hash: '00c0ffee00c0ffee',
  permalink: '/articles/a',
  kind,
  verbatim: [],
  speaker: {},
  context: span(body, piece),
  confidence: 1,
  rule: 'r',
});
/** @param {string} body @param {string} name @returns {Entity} */
const person = (body, name) => ({ kind: 'person', name, mentions: [span(body, name)] });

/** The paragraphs with quotes in brackets, names in braces and numbered hits.
 * @param {string} body @param {Quote[]} quotes @param {Entity[]} entities @param {string[]} [hits] */
function shown(body, quotes, entities, hits = []) {
  return weave({ body, quotes, entities, marks: hits.map((hit) => span(body, hit)) }).map((stretches) =>
    stretches
      .map(({ quote: said, starts, runs }) => {
        const text = runs
          .map(({ entity, pieces }) => {
            const words = pieces
              .map((piece) => (piece.mark === undefined ? piece.text : `<${piece.mark}:${piece.text}>`))
              .join('');
            return entity ? `{${words}}` : words;
          })
          .join('');
        return said ? `${starts ? '[' : '~['}${text}]` : text;
      })
      .join(''),
  );
}

test('a direct quote takes its marks in, others do not', () => {
  const body = '“We fish,” said Dorrit Fenn.';
  assert.deepEqual(shown(body, [quote(body, 'We fish,')], [person(body, 'Dorrit Fenn')]), ['[“We fish,”] said {Dorrit Fenn}.']);
  assert.deepEqual(shown(body, [quote(body, 'We fish,', 'mixed')], []), ['“[We fish,]” said Dorrit Fenn.']);
});

test('letters outside the first plane do not shift anything', () => {
  const body = '🌊🌊 “Tide 🌊,” said Quill.\n\n“Ebb 🌊,” said Quill.';
  assert.deepEqual(shown(body, [quote(body, 'Tide 🌊,'), quote(body, 'Ebb 🌊,')], []), [
    '🌊🌊 [“Tide 🌊,”] said Quill.',
    '[“Ebb 🌊,”] said Quill.',
  ]);
});

test('a name inside a quote is both', () => {
  const body = '“Ask Tobin Okkerley,” she said.';
  assert.deepEqual(shown(body, [quote(body, 'Ask Tobin Okkerley,')], [person(body, 'Tobin Okkerley')]), [
    '[“Ask {Tobin Okkerley},”] she said.',
  ]);
});

test('a quote over two paragraphs starts once', () => {
  const body = 'He said:\n“One.\nTwo.” Then he left.';
  assert.deepEqual(shown(body, [quote(body, 'One.\nTwo.')], []), ['He said:', '[“One.]', '~[Two.”] Then he left.']);
});

test('hits cross the borders of quotes and names', () => {
  const body = 'Chair Dorrit Fenn said: “We fish, we 🌊 sail.”';
  const said = [quote(body, 'We fish, we 🌊 sail.')];
  assert.deepEqual(shown(body, said, [person(body, 'Dorrit Fenn')], ['Chair Dorrit', 'said: “We', '🌊 sail.']), [
    '<0:Chair >{<0:Dorrit> Fenn} <1:said: >[<1:“We> fish, we <2:🌊 sail.>”]',
  ]);
});

test('a name stays one link around its hits, two names in a row stay two', () => {
  const body = 'Quill Quill Astersen went.';
  const twice = { ...person(body, 'Quill'), mentions: [span(body, 'Quill'), { start: 6, end: 20 }] };
  assert.deepEqual(shown(body, [], [twice], ['Astersen']), ['{Quill} {Quill <0:Astersen>} went.']);
});

test('no text is lost', () => {
  const body = '“A,” he said. “B,” and “C”.\n\n\nD 🌊 e\r\nf';
  const quotes = [quote(body, 'A,'), quote(body, 'A,” he said. “B,', 'mixed'), quote(body, 'C')];
  const text = weave({ body, quotes, entities: [person(body, 'he')], marks: [span(body, 'said. “B')] })
    .map((stretches) => stretches.flatMap(({ runs }) => runs.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join(''))
    .join('\n');
  assert.equal(text.replace(/\s+/g, ' '), body.replace(/\s+/g, ' '));
});
