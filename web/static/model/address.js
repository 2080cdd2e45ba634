// The address of a page is its whole state: which view, and the search parameters that the API also takes.

import { GROUPS, inTermsOf, isCollapsed } from './groups.js';

/** @import { Field } from '../../types/wire.js' */
/** @typedef {'articles' | 'quotes'} Kind */
/** @typedef {'home' | 'article' | 'speaker' | 'missing' | typeof ROOMS[number]} View */
/** @typedef {{view: View, name: string, params: URLSearchParams, hash: string}} Address */
/** @typedef {{field: Field, value: string, excluded: boolean}} Filter */

/** Facets in the order in which they are listed. @type {Field[]} */
export const FIELDS = ['speaker', 'source', 'kind', 'org', 'person', 'place', 'section', 'author', 'year', 'language'];

const GROUP_KEYS = Object.values(GROUPS).map(({ name }) => name);
const NARROWING = ['q', 'from', 'to', 'confidence', ...GROUP_KEYS, ...FIELDS.flatMap(fieldFilters)];
/** Where in the list. */
const PLACE = ['page', 'cursor'];
const SEARCH = [...NARROWING, ...PLACE, 'sort', 'collapse'];
const UNFILTERED = ['q', 'sort', 'collapse', 'bars'];

/** The parameters that ask for and exclude values of a facet. @param {Field} field */
export function fieldFilters(field) {
  return [field, `-${field}`];
}

/** The pages whose address is their name. */
const ROOMS = /** @type {const} */ (['articles', 'quotes', 'speakers', 'verify', 'trends', 'help', 'docs']);

/** Reads an address. `name` is the article's id or the speaker's name. @param {URL} url @returns {Address} */
export function read(url) {
  const params = new URLSearchParams(url.search);
  const place = { name: '', params, hash: url.hash.slice(1) };
  const [, room = '', ...rest] = url.pathname.split('/');
  if (rest.length === 0 && room === '') return { ...place, view: isSearch(params) ? 'articles' : 'home' };
  const own = room !== 'articles' && ROOMS.find((one) => one === room);
  if (rest.length === 0 && own) return { ...place, view: own };
  const name = decoded(rest.join('/'));
  if (name && room === 'articles') return { ...place, view: 'article', name };
  if (name && room === 'speakers') return { ...place, view: 'speaker', name };
  return { ...place, view: 'missing' };
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** @param {URLSearchParams} params */
function isSearch(params) {
  return [...params.keys()].some((key) => SEARCH.includes(key));
}

/** The page that lists articles or quotes. An empty `q` keeps "all articles" apart from the first screen.
 * @param {Kind} kind @param {URLSearchParams} params */
export function resultsHref(kind, params) {
  const kept = inTermsOf(kind, params);
  if (kind === 'articles' && !isSearch(kept)) kept.set('q', '');
  return (kind === 'quotes' ? '/quotes' : '/') + query(kept);
}

/** @param {string} id @param {{q?: string | null, quote?: number}} [at] a query to mark, and the number of a quote to open the article at */
export function articleHref(id, { q, quote } = {}) {
  return `/articles/${encodeURIComponent(id)}${q ? query(new URLSearchParams({ q })) : ''}${quote ? `#quote-${quote}` : ''}`;
}

/** @param {string} name @param {URLSearchParams} [params] */
export function speakerHref(name, params) {
  return `/speakers/${encodeURIComponent(name)}${params ? query(params) : ''}`;
}

/** The page that checks a quotation. @param {{text: string, speaker?: string, limit?: string}} asked */
export function verifyHref({ text, speaker = '', limit = '' }) {
  return `/verify${query(new URLSearchParams(Object.entries({ text, speaker, limit }).filter(([, value]) => value)))}`;
}

/** The Atom feed of a speaker's quotes. @param {string} name */
export function feedHref(name) {
  return `/api${speakerHref(name)}/quotes.atom`;
}

/** The same view with other parameters. @param {Address} address @param {URLSearchParams} params */
export function sameView({ view, name }, params) {
  if (view === 'speaker') return speakerHref(name, params);
  if (view === 'speakers') return `/speakers${query(params)}`;
  return resultsHref(view === 'quotes' ? 'quotes' : 'articles', params);
}

/** @param {URLSearchParams} params */
function query(params) {
  return params.size ? `?${params}` : '';
}

/** What the API is asked for. Facets and timeline count every result, also where near-duplicates are shown once, so that
 * they agree with the total. @param {Kind} kind @param {URLSearchParams} params */
export function apiParams(kind, params) {
  const own = new URLSearchParams([...inTermsOf(kind, params)].filter(([key, value]) => SEARCH.includes(key) && value !== ''));
  if (isCollapsed(own)) own.set('count', GROUPS[kind].document);
  return own;
}

/** What narrows a search, without its order and the place in its list. @param {URLSearchParams} asked parameters of the API */
export function narrowing(asked) {
  return new URLSearchParams([...asked].filter(([key]) => NARROWING.includes(key)));
}

/** The address of all results as a file. @param {Kind} kind @param {URLSearchParams} asked parameters of the API @param {string} suffix */
export function exportHref(kind, asked, suffix) {
  const all = narrowing(asked);
  const sort = asked.get('sort');
  if (sort) all.set('sort', sort);
  return `/api/${kind}.${suffix}${query(all)}`;
}

/** A copy with some keys set (or removed, when empty), from the first page on.
 * @param {URLSearchParams} params @param {Record<string, string>} changes */
export function changed(params, changes) {
  const next = new URLSearchParams(params);
  for (const key of PLACE) next.delete(key);
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  return next;
}

/** A copy in which a facet value is asked for, excluded, or neither.
 * @param {URLSearchParams} params @param {Field} field @param {string} value @param {'only' | 'not' | 'any'} wish */
export function filtered(params, field, value, wish) {
  const next = changed(params, {});
  next.delete(field, value);
  next.delete(`-${field}`, value);
  if (wish === 'only') next.append(field, value);
  if (wish === 'not') next.append(`-${field}`, value);
  return next;
}

/** The filters of an address, in the order in which they were set. @param {URLSearchParams} params @returns {Filter[]} */
export function filters(params) {
  return [...params].flatMap(([key, value]) => {
    const excluded = key.startsWith('-');
    const field = /** @type {Field} */ (excluded ? key.slice(1) : key);
    return value && FIELDS.includes(field) ? [{ field, value, excluded }] : [];
  });
}

/** How many kinds of filter a search has, values of facets each by itself. @param {URLSearchParams} params */
export function filterCount(params) {
  const has = (/** @type {string} */ key) => Number(Boolean(params.get(key)));
  const groups = GROUP_KEYS.reduce((sum, key) => sum + has(key), 0);
  return filters(params).length + Math.max(has('from'), has('to')) + has('confidence') + groups;
}

/** A copy without any filter; the words and the order stay. @param {URLSearchParams} params */
export function unfiltered(params) {
  return new URLSearchParams([...params].filter(([key]) => UNFILTERED.includes(key)));
}
