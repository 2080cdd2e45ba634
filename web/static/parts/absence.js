import { hits, stats, total } from '../api.js';
import { element } from '../dom.js';
import { resultsHref } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { candidates, rarest, together } from '../model/telling-words.js';
import { plural } from '../model/words.js';

/** @import { Stats } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */
/** @import { Question } from '../views/verify.js' */
/** A search, and how it is put. @typedef {{kind: Kind, q: string, words: (Node | string)[]}} Search */

/** Where to look for words that were not found. Into `about` goes what was searched.
 * @param {Question} question @param {HTMLElement} about @param {AbortSignal} signal */
export function absence(question, about, signal) {
  const next = element('div');
  Promise.all([stats(signal), searches(question, signal)]).then(
    ([holdings, rows]) => {
      about.append(element('p', {}, covers(holdings)));
      next.append(...offered(rows));
    },
    () => {},
  );
  return next;
}

/** @param {Stats} stats */
function covers({ articles, sources, from, to }) {
  const span = from && to ? `, ${dateWords(from)} to ${dateWords(to)},` : '';
  return `None of ${plural(articles, 'article')} from ${plural(sources, 'source')}${span} prints it or anything close.`;
}

/** Searches for the most telling words that find something. @param {Question} question @param {AbortSignal} signal */
async function searches({ text, speaker }, signal) {
  const telling = await tellingWords(text, signal);
  if (!telling.length) return [];
  const q = telling.join(' ');
  const words = telling.flatMap((word, index) => [index ? ' and ' : ' with ', element('b', {}, word)]);
  const all = /** @type {Search[]} */ ([
    ...(speaker
      ? [{ kind: 'quotes', q: `${q} speaker:"${speaker.replaceAll('"', '')}"`, words: [`Quotes by ${speaker}`, ...words] }]
      : []),
    { kind: 'quotes', q, words: [speaker ? 'Anyone’s quotes' : 'Quotes', ...copies(words)] },
    { kind: 'articles', q, words: ['Articles', ...copies(words)] },
  ]);
  const counts = await Promise.all(all.map(({ kind, q }) => total(kind, new URLSearchParams({ q }), signal)));
  return all.map((search, index) => ({ ...search, count: counts[index] ?? 0 })).filter(({ count }) => count);
}

/** @param {(Node | string)[]} words */
function copies(words) {
  return words.map((word) => (typeof word === 'string' ? word : word.cloneNode(true)));
}

/** @param {string} text @param {AbortSignal} signal */
async function tellingWords(text, signal) {
  const ask = (/** @type {string[]} */ words) =>
    hits('quotes', new URLSearchParams({ q: words.join(' '), per_page: '1' }), signal);
  const asked = candidates(text);
  if (!asked.length) return [];
  const known = rarest((await ask(asked)).query.clauses);
  return known.length ? together(await ask(known)) : [];
}

/** @param {(Search & {count: number})[]} rows */
function offered(rows) {
  if (!rows.length) return [element('p', { class: 'quiet' }, 'Its words are not in this archive’s quotes either.')];
  const items = rows.map(({ kind, q, words, count }) =>
    element(
      'li',
      {},
      element(
        'a',
        { href: resultsHref(kind, new URLSearchParams({ q })) },
        element('span', {}, ...words),
        element('span', { class: 'num' }, plural(count, kind === 'quotes' ? 'quote' : 'article')),
      ),
    ),
  );
  return [element('h3', { class: 'sect' }, 'What to try next'), element('ul', { class: 'outs' }, ...items)];
}
