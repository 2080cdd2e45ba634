// What the search box offers while somebody types: people to hear, things to read about, fields to complete.

import { resultsHref, speakerHref } from './address.js';
import { plural } from './words.js';

/** @import { Field, Suggestion } from '../../types/wire.js' */
/** `href` goes somewhere, `text` completes what is in the box.
 * @typedef {{name: string, hint: string, count: string, icon: string, href?: string, text?: string}} Offer */
/** @typedef {{label: string, offers: Offer[]}} Offers */
/** A field that is being typed, `speaker:mar`: what stands before it, the field, and its beginning.
 * @typedef {{before: string, field: string, begun: string}} Open */

/** @type {Field[]} */
const ABOUT = ['person', 'org', 'place'];
/** @type {Partial<Record<Field, string>>} */
const HINTS = { org: 'organisation', place: 'place', source: 'source', section: 'section', author: 'author' };
/** Fields of the query language whose values are names, with the facets that they look in. @type {Record<string, Field[]>} */
const FIELDS = {
  speaker: ['speaker'],
  about: ABOUT,
  person: ['person'],
  org: ['org'],
  place: ['place'],
  source: ['source'],
  section: ['section'],
  author: ['author'],
};

/** The field at the end of a query that is still being typed, if there is one. @param {string} query @returns {Open | null} */
export function openField(query) {
  const found = /^(.*?)(?<![\w:"])([a-z]+):("?)([^":()]*)$/.exec(query);
  if (!found) return null;
  const [, before = '', field = '', quote = '', begun = ''] = found;
  if (!FIELDS[field] || (!quote && /\s/.test(begun))) return null;
  return { before, field, begun };
}

/** What to offer for a query. @param {string} query @param {Suggestion[]} found @param {number} room how many offers for each label
 * @returns {Offers[]} */
export function offersFor(query, found, room) {
  const open = openField(query);
  const all = open ? [completions(open, found)] : [quotesBy(found), articlesAbout(found), everythingFrom(found)];
  return all
    .map(({ label, offers }) => ({ label, offers: offers.slice(0, room) }))
    .filter(({ offers }) => offers.length);
}

/** @param {Open} open @param {Suggestion[]} found @returns {Offers} */
function completions({ before, field, begun }, found) {
  const values = onceEach(found.filter((one) => FIELDS[field]?.includes(one.field)));
  const offers = values.map((one) => ({
    ...offer(one),
    hint: '',
    icon: 'search',
    text: `${before}${field}:${/^\w+$/.test(one.value) ? one.value.toLowerCase() : `"${one.value.replaceAll('"', '')}"`} `,
  }));
  return { label: begun ? `${field}: beginning with “${begun}”` : `${field}:`, offers };
}

/** @param {Suggestion[]} found @returns {Offers} */
function quotesBy(found) {
  const speakers = found.filter(({ field }) => field === 'speaker');
  return {
    label: 'Quotes by',
    offers: speakers.map((one) => ({ ...offer(one), icon: 'quotidian', href: speakerHref(one.value) })),
  };
}

/** @param {Suggestion[]} found @returns {Offers} */
function articlesAbout(found) {
  const named = onceEach(found.filter(({ field }) => ABOUT.includes(field)).sort((one, other) => other.count - one.count));
  return { label: 'Articles about', offers: named.map(narrowed) };
}

/** @param {Suggestion[]} found @returns {Offers} */
function everythingFrom(found) {
  return { label: 'Everything from', offers: found.filter(({ field }) => !ABOUT.includes(field) && field !== 'speaker').map(narrowed) };
}

/** @param {Suggestion} one @returns {Offer} */
function narrowed(one) {
  return { ...offer(one), icon: 'article', href: resultsHref('articles', new URLSearchParams({ [one.field]: one.value })) };
}

/** @param {Suggestion} one */
function offer({ field, value, count }) {
  return { name: value, hint: HINTS[field] ?? '', count: plural(count, field === 'speaker' ? 'quote' : 'article'), icon: '' };
}

/** A name that several facets have, once. @param {Suggestion[]} found */
function onceEach(found) {
  return found.filter((one, index) => found.findIndex(({ value }) => value === one.value) === index);
}

/** A name with the beginnings of its words that were typed marked. @param {string} name @param {string} query
 * @returns {{text: string, mark: boolean}[]} */
export function typedIn(name, query) {
  const typed = (openField(query)?.begun ?? query).split(/[^\p{L}\p{N}]+/u).map(folded).filter(Boolean);
  return name.split(/(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])/u).flatMap((word) => {
    const begun = typed.find((one) => folded(word).startsWith(one));
    const length = begun ? lengthOf(word, begun) : 0;
    return [
      { text: word.slice(0, length), mark: true },
      { text: word.slice(length), mark: false },
    ].filter(({ text }) => text);
  });
}

/** How many letters of a word fold to a beginning. @param {string} word @param {string} begun */
function lengthOf(word, begun) {
  let length = begun.length;
  while (length < word.length && folded(word.slice(0, length)).length < begun.length) length += 1;
  return length;
}

/** Without case and diacritics. @param {string} text */
function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
