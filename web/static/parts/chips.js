import { element, icon } from '../dom.js';
import { changed, filtered, filters, sameView, unfiltered } from '../model/address.js';
import { shortRange } from '../model/dates.js';
import { FIELD_NAMES, counted, percent, valueName } from '../model/words.js';

/** @import { Answer, Facet } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** One thing that narrows a search, and the parameters without it.
 * @typedef {{label: string, field: string, excluded: boolean, count?: number, without: URLSearchParams}} Condition */

/** Everything that narrows the search, words first. @param {Address} address @param {Answer<unknown>} answer @returns {Condition[]} */
export function conditions({ params }, { query, facets = [] }) {
  const words = query.clauses.map(({ text, without }) => ({
    label: text.replace(/^(?:-|NOT\s+)/, ''),
    field: '',
    excluded: /^(?:-|NOT\s)/.test(text),
    without: changed(params, { q: without }),
  }));
  const chosen = filters(params).map(({ field, value, excluded }) => ({
    label: valueName(field, value),
    field: FIELD_NAMES[field].toLowerCase(),
    excluded,
    count: countOf(facets, field, value),
    without: filtered(params, field, value, 'any'),
  }));
  return [...words, ...chosen, ...dates(params), ...confidence(params)];
}

/** @param {Facet[]} facets @param {string} field @param {string} value */
function countOf(facets, field, value) {
  return facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value)?.count;
}

/** @param {URLSearchParams} params @returns {Condition[]} */
function dates(params) {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (!from && !to) return [];
  return [{ label: shortRange(from, to), field: 'date', excluded: false, without: changed(params, { from: '', to: '' }) }];
}

/** @param {URLSearchParams} params @returns {Condition[]} */
function confidence(params) {
  const least = Number(params.get('confidence'));
  if (!least) return [];
  return [{ label: `${percent(least)} sure or more`, field: '', excluded: false, without: changed(params, { confidence: '' }) }];
}

/** @param {Address} address @param {Condition[]} all @returns {Node[]} */
export function chips(address, all) {
  if (!all.length) return [];
  const drawn = all.map((condition) => chip(address, condition));
  const none = unfiltered(changed(address.params, { q: '' }));
  return all.length > 1 ? [...drawn, element('a', { class: 'link', href: sameView(address, none) }, 'Clear all')] : drawn;
}

/** @param {Address} address @param {Condition} condition */
function chip(address, { label, field, excluded, count, without }) {
  const kind = [excluded && 'not', field].filter(Boolean).join(' ');
  const figure = count ? `${excluded ? '−' : ''}${counted(count)}` : '';
  return element(
    'span',
    { class: excluded ? 'chip chip--not' : 'chip' },
    element(
      'span',
      {},
      kind && element('i', { class: excluded ? 'keep' : undefined }, kind),
      element('b', {}, label),
      figure && element('i', { class: 'num' }, figure),
    ),
    element(
      'a',
      { class: 'chip__x', href: sameView(address, without), 'aria-label': `Remove ${kind} ${label}`.replace(/ +/g, ' ') },
      icon('remove'),
    ),
  );
}
