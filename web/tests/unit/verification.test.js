import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyHref } from '../../static/model/address.js';
import { examplesFrom } from '../../static/model/examples.js';
import { candidates, rarest, together } from '../../static/model/telling-words.js';
import { differingWords, remarks, shownWords, spokenRemark, titleWords } from '../../static/model/verification.js';
import { isTelling, lines, markedIn, queryFor, shortPassage } from '../../static/model/wordings.js';

/** @import { Match, QuoteHit, Verification } from '../../types/wire.js' */

/** @param {Partial<QuoteHit>} [own] @returns {QuoteHit} */
const quote = (own) => ({
  id: 'a.1',
  number: 1,
  hash: '00c0ffee00c0ffee',
  permalink: '/articles/a?hash=00c0ffee00c0ffee#quote-1',
  segments: [{ text: 'We will not tax the tide' }],
  kind: 'direct',
  speaker: { name: 'Ilse Maravant' },
  confidence: 0.9,
  rule: 'r',
  context: [],
  start: 100,
  end: 124,
  article: { id: 'a', title: 'Levy off', title_derived: false, author: [], source: 'Evening Semaphore', date: '2024-03-14' },
  utterance: { id: '0', others: 0, sources: [] },
  ...own,
});

/** @param {Partial<Match>} [own] @returns {Match} */
const match = (own) => ({
  verdict: 'verbatim',
  speaker: 'unknown',
  differing: 0,
  diff: [{ op: 'same', given: 'We will not tax the tide', printed: 'We will not tax the tide' }],
  cut_negations: [],
  start: 100,
  end: 124,
  quote: quote(),
  ...own,
});

/** @param {Partial<Verification>} own @returns {Verification} */
const verification = (own) => ({
  verdict: 'verbatim',
  speaker: 'unknown',
  words: 6,
  total: own.matches?.length ?? 0,
  took_us: 1,
  generation: 1,
  matches: [],
  ...own,
});

/** @param {Verification} of @param {string} [speaker] */
const said = (of, speaker = '') => remarks(of, speaker).map(spokenRemark);

const undated = { id: 'b', title: 'A letter', title_derived: false, author: [], source: 'Port Senna Ledger' };
const passage = { permalink: '/articles/b', article: undated, context: [] };

test('an address holds the question, and nothing empty', () => {
  assert.equal(verifyHref({ text: 'a & b', speaker: '', limit: '' }), '/verify?text=a+%26+b');
  assert.equal(verifyHref({ text: 'a', speaker: 'Okkerley', limit: '48' }), '/verify?text=a&speaker=Okkerley&limit=48');
  assert.equal(verifyHref({ text: '' }), '/verify');
});

test('the title has the verdict and the first words', () => {
  assert.equal(titleWords('close', 'We will\nnever'), 'Close, not the same: “We will never”');
  assert.equal(titleWords('absent', 'ab '.repeat(40)), `Not in this archive: “${'ab '.repeat(20).trim()} …”`);
});

test('word for word: how many articles, of how many outlets, since when', () => {
  assert.deepEqual(said(verification({ matches: [match()] })), [
    'Printed exactly so in 1 article, on 14 March 2024.',
    'Attributed to Ilse Maravant.',
  ]);
  const close = match({ verdict: 'close', differing: 1 });
  const several = verification({ matches: [match(), match({ quote: undefined, passage }), close] });
  assert.equal(
    said(several)[0],
    'Printed exactly so in 2 articles of 2 outlets, first on 14 March 2024. 1 other prints words close to it.',
  );
});

test('of a long list it says what is shown', () => {
  const long = verification({ matches: [match(), match()], total: 1827 });
  assert.match(said(long)[0] ?? '', /^1,827 articles print these words, .+ The 2 shown are all word for word the same\.$/);
  assert.equal(shownWords(long), '2 of 1,827 articles shown');
  const mixed = verification({ matches: [match(), match({ verdict: 'close' })], total: 3 });
  assert.match(said(mixed)[0] ?? '', /The 2 shown include 1 that is word for word the same\.$/);
  const close = verification({ verdict: 'close', matches: [match({ verdict: 'close', differing: 2 })], total: 3 });
  assert.match(said(close)[1] ?? '', /^No article prints exactly these words\. 3 articles print words close to them/);
});

test('close: how many words differ', () => {
  const close = verification({ verdict: 'close', words: 13, matches: [match({ verdict: 'close', differing: 5 })] });
  assert.deepEqual(said(close).slice(0, 2), [
    '5 words differ from the closest printing, of the 13 given.',
    'No article prints exactly these words. Words close to them stand in 1 article, on 14 March 2024.',
  ]);
  assert.equal(differingWords(match({ differing: 1 }), 'yours'), '1 word differs from yours');
});

test('the speaker agrees, conflicts or is not named', () => {
  const agrees = match({ speaker: 'agrees' });
  const other = match({ speaker: 'conflicts', quote: quote({ speaker: { name: 'Tobin Okkerley' } }) });
  const nobody = match({ quote: quote({ speaker: {} }) });
  /** @param {Verification['speaker']} speaker @param {Match[]} matches */
  const last = (speaker, ...matches) => remarks(verification({ speaker, matches }), 'Maravant').at(-1);
  assert.deepEqual(last('agrees', agrees, nobody), {
    care: false,
    phrases: ['The speaker agrees: ', { speaker: 'Ilse Maravant' }, '.'],
  });
  const mixed = last('agrees', agrees, other);
  assert.equal(
    mixed && spokenRemark(mixed),
    'The speaker agrees: Ilse Maravant. Elsewhere they are attributed to Tobin Okkerley.',
  );
  assert.ok(mixed?.care);
  assert.deepEqual(last('conflicts', nobody, other, other), {
    care: true,
    phrases: ['The speaker does not agree: attributed to ', { speaker: 'Tobin Okkerley' }, '.'],
  });
  assert.deepEqual(last('unknown', nobody)?.phrases, ['No speaker is named: Maravant is neither confirmed nor ruled out.']);
});

test('many speakers are counted', () => {
  const matches = ['A', 'B', 'C', 'D', 'E'].map((name) => match({ quote: quote({ speaker: { name } }) }));
  assert.equal(said(verification({ matches })).at(-1), 'Attributed to A, B, C and 2 others.');
});

test('a negation that was cut comes first', () => {
  const cut = verification({ matches: [match({ cut_negations: ['not', 'not', 'never'] })] });
  assert.equal(said(cut)[0], 'Check: the sentence printed has a “not” and a “never” that the words given leave out.');
  assert.ok(remarks(cut, '')[0]?.care);
});

test('absent says what it does not mean', () => {
  assert.deepEqual(said(verification({ verdict: 'absent' })), [
    'That it is not in this archive does not say that it was not said.',
  ]);
});

test('a diff is two lines, in which spaces and marks around words never differ', () => {
  const { given, printed } = lines([
    { op: 'same', given: 'We will ', printed: 'we will ' },
    { op: 'changed', given: 'never ', printed: 'not ' },
    { op: 'added', given: 'ever ' },
    { op: 'edited', given: '… ', printed: 'tax the ' },
    { op: 'missing', printed: 'high ' },
    { op: 'changed', given: 'tide.', printed: 'tides”' },
  ]);
  assert.equal(given.map(({ text }) => text).join(''), 'We will never ever … tide.');
  assert.equal(printed.map(({ text }) => text).join(''), 'we will not tax the high tides”');
  assert.deepEqual(
    given.filter(({ kind }) => kind !== 'same'),
    [
      { text: 'never', kind: 'differs' },
      { text: 'ever', kind: 'differs' },
      { text: '…', kind: 'edited' },
      { text: 'tide', kind: 'differs' },
    ],
  );
  assert.deepEqual(
    printed.filter(({ kind }) => kind !== 'same'),
    [
      { text: 'not', kind: 'differs' },
      { text: 'tax the', kind: 'edited' },
      { text: 'high', kind: 'differs' },
      { text: 'tides', kind: 'differs' },
    ],
  );
  assert.ok(!isTelling(match().diff));
});

test('the words are marked in a longer quote, by code points', () => {
  const longer = quote({ segments: [{ text: '🌊 We will ', verbatim: true }, { text: 'not tax, ever' }], end: 123 });
  assert.deepEqual(markedIn(longer, match({ start: 105, end: 117 })), [
    { text: '🌊 We ', verbatim: true },
    { text: 'will ', verbatim: true, mark: true },
    { text: 'not tax', mark: true },
    { text: ', ever' },
  ]);
  const whole = quote({ segments: [{ text: 'We will not tax the tide,' }], end: 125 });
  assert.equal(markedIn(whole, match()), whole.segments, 'a comma is no other word');
});

test('a passage without sentences is cut', () => {
  const [before, words, after] = shortPassage([
    { text: 'far '.repeat(90), role: 'text' },
    { text: 'the words', role: 'content' },
    { text: ' near by', role: 'text' },
  ]);
  assert.match(before?.text ?? '', /^… (far ){40}$/);
  assert.deepEqual([words?.text, after?.text], ['the words', ' near by']);
});

test('the article opens with the printed words marked', () => {
  const printed = 'not tax the tide." I am “glad” to hear it, he told us on the quay at noon';
  assert.equal(
    queryFor(match({ diff: [{ op: 'same', given: '', printed }] })),
    '"not tax the tide I am glad to hear it he told"',
  );
});

test('the most telling words are the rarest that stand together', () => {
  assert.deepEqual(candidates('Fish do not vote, FISH don’t.'), ['fish', 'not', 'vote', 'don’t']);
  const clause = (/** @type {string} */ text, /** @type {number} */ count) => ({ text, without: '', count });
  const clauses = [clause('fish', 8), clause('not', 55), clause('vote', 7), clause('election', 0), clause('mine', 3)];
  assert.deepEqual(rarest(clauses), ['fish', 'vote', 'mine']);
  const query = { text: '', printed: '', clauses: [clause('fish', 8), clause('vote', 7), clause('mine', 3)], warnings: [] };
  assert.deepEqual(together({ total: 2, query }), ['fish', 'vote', 'mine']);
  /** @type {import('../../types/wire.js').Remedy[]} */
  const remedies = [
    { leave_out: 'clause', clause: 0, count: 1 },
    { leave_out: 'clause', clause: 2, count: 4 },
  ];
  assert.deepEqual(together({ total: 0, query: { ...query, remedies } }), ['fish', 'vote']);
  assert.deepEqual(together({ total: 0, query }), ['mine']);
});

test('examples are a printed quotation, with a slip, and from another mouth', () => {
  const text = 'We will not tax the tide this year,';
  const hits = [
    quote({ segments: [{ text: 'Too short' }], speaker: { name: 'Tobin Okkerley' } }),
    quote({ segments: [{ text }] }),
  ];
  assert.deepEqual(examplesFrom(hits), [
    { text: 'We will not tax the tide this year', speaker: '', note: 'As it was printed' },
    { text: 'We would not tax the tide this year', speaker: '', note: 'The same with a word changed' },
    { text: 'We will not tax the tide this year', speaker: 'Tobin Okkerley', note: 'The same, as if Tobin Okkerley had said it' },
  ]);
  assert.deepEqual(examplesFrom([]), []);
});
