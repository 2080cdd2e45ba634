// How far each list of filters has been opened, what is looked for in it and how it is sorted. It stays so from search to search.

import { narrowing } from './address.js';

/** @import { Field } from '../../types/wire.js' */
/** @import { Kind } from './address.js' */
/** @typedef {{words: string, size: number, byName: boolean}} Opening */

/** How many values a list shows after each "Show more"; the API gives no more than the last. */
const SIZES = [6, 30, 100];
const [AT_FIRST = 0] = SIZES;

/** @type {Map<Field, Opening>} */
const openings = new Map();

/** @param {Field} field @returns {Opening} */
export function openingOf(field) {
  return openings.get(field) ?? { words: '', size: AT_FIRST, byName: false };
}

/** @param {Field} field @param {Partial<Opening>} changes */
export function setOpening(field, changes) {
  openings.set(field, { ...openingOf(field), ...changes });
}

/** The next size of a list that shows so many. @param {number} shown */
export function nextSize(shown) {
  return SIZES.find((size) => size > shown);
}

/** Whether a list shows other values than the most frequent ones, which come with every search. @param {Opening} opening */
export function isOpened({ words, size, byName }) {
  return Boolean(words) || size > AT_FIRST || byName;
}

/** The lists that need values of their own. @returns {Field[]} */
export function openedFields() {
  return [...openings].filter(([, opening]) => isOpened(opening)).map(([field]) => field);
}

/** What the API is asked for the values of a list. @param {Kind} kind @param {URLSearchParams} asked the search, as the API takes it
 * @param {Opening} opening */
export function valueParams(kind, asked, { words, size, byName }) {
  const params = narrowing(asked);
  const search = params.get('q');
  params.delete('q');
  if (search) params.set('search', search);
  if (words) params.set('q', words);
  if (byName) params.set('sort', 'name');
  params.set('of', kind);
  params.set('per_page', String(size));
  return params;
}
