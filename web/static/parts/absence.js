import { hits, stats, total } from '../api.js';
import { element } from '../dom.js';
import { resultsHref } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { GROUPS } from '../model/groups.js';
import { candidates, rarest, together } from '../model/telling-words.js';
import { plural } from '../model/words.js';

/** @import { Stats } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */
/** @import { Question } from '../views/verify.js' */
/** A search for some words, and whose they are. @typedef {{kind: Kind, q: string, whose: string, words: string[]}} Search */

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
  const words = await tellingWords(text, signal);
  if (!words.length) return [];
  const q = words.join(' ');
  const all = /** @type {Search[]} */ ([
    ...(speaker
      ? [{ kind: 'quotes', q: `${q} speaker:"${speaker.replaceAll('"', '')}"`, whose: `Quotes by ${speaker}`, words }]
      : []),
    { kind: 'quotes', q, whose: speaker ? 'Anyone’s quotes' : 'Quotes', words },
    { kind: 'articles', q, whose: 'Articles', words },
  ]);
  const counts = await Promise.all(all.map(({ kind, q }) => total(kind, new URLSearchParams({ q }), signal)));
  return all.map((search, index) => ({ ...search, count: counts[index] ?? 0 })).filter(({ count }) => count);
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
  if (!rows.length) return [element('p', { class: 'quiet' }, 'No word of it leads to a quote in this archive.')];
  return [element('h3', { class: 'sect' }, 'What to try next'), element('ul', { class: 'outs' }, ...rows.map(row))];
}

/** @param {Search & {count: number}} search */
function row({ kind, q, whose, words, count }) {
  const between = (/** @type {number} */ index) => (index === 0 ? ' with ' : index === words.length - 1 ? ' and ' : ', ');
  const what = words.flatMap((word, index) => [between(index), element('b', {}, word)]);
  const figure = element('span', { class: 'num' }, plural(count, GROUPS[kind].document));
  const href = resultsHref(kind, new URLSearchParams({ q }));
  return element('li', {}, element('a', { href }, element('span', {}, whose, ...what), figure));
}
