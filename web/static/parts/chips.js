import { element, icon } from '../dom.js';
import { changed, filtered, filters, sameView, unfiltered } from '../model/address.js';
import { shortRange } from '../model/dates.js';
import { GROUPS } from '../model/groups.js';
import { FIELD_NAMES, counted, percent, plural, valueName } from '../model/words.js';

/** @import { Answer, Facet } from '../../types/wire.js' */
/** @import { Address, Filter, Kind } from '../model/address.js' */
/** One thing that narrows a search, and the parameters without it. `meaning` says what the count counts.
 * @typedef {{label: string, field: string, excluded: boolean, count?: number, meaning?: string, without: URLSearchParams}} Condition */

/** Everything that narrows the search, words first. @param {Address} address @param {Kind} kind @param {Answer<unknown>} answer
 * @returns {Condition[]} */
export function conditions({ params }, kind, { query, facets }) {
  const noun = GROUPS[kind].document;
  const words = query.clauses.map(({ text, without, count }) => {
    const excluded = isExclusion(text);
    return {
      label: text.replace(EXCLUSION, ''),
      field: '',
      excluded,
      count,
      meaning: count === undefined ? '' : excluded ? `excludes ${plural(count, noun)}` : `finds ${plural(count, noun)} by itself`,
      without: changed(params, { q: without }),
    };
  });
  const chosen = filters(params).map(({ field, value, excluded }) => ({
    label: valueName(field, value),
    field: FIELD_NAMES[field].toLowerCase(),
    excluded,
    ...countOf(facets, { field, value, excluded }, noun),
    without: filtered(params, field, value, 'any'),
  }));
  return [...words, ...chosen, ...dates(params), ...confidence(params), ...group(params, kind)];
}

/** How the query language says that a clause excludes. */
const EXCLUSION = /^(?:-|NOT\s+)/;

/** @param {string} clause */
function isExclusion(clause) {
  return EXCLUSION.test(clause);
}

/** @param {Facet[]} facets @param {Filter} filter @param {string} noun */
function countOf(facets, { field, value, excluded }, noun) {
  const count = facets.find((facet) => facet.field === field)?.values.find((one) => one.value === value)?.count;
  if (count === undefined) return {};
  return { count, meaning: excluded ? `excludes ${plural(count, noun)}` : `${plural(count, noun)} of this search` };
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

/** @param {URLSearchParams} params @param {Kind} kind @returns {Condition[]} */
function group(params, kind) {
  const { name, chip: label } = GROUPS[kind];
  if (!params.get(name)) return [];
  return [{ label, field: '', excluded: false, without: changed(params, { [name]: '' }) }];
}

/** @param {Address} address @param {Condition[]} all @returns {Node[]} */
export function chips(address, all) {
  if (!all.length) return [];
  const drawn = all.map((condition) => chip(address, condition));
  const none = unfiltered(changed(address.params, { q: '' }));
  return all.length > 1 ? [...drawn, element('a', { class: 'link', href: sameView(address, none) }, 'Clear all')] : drawn;
}

/** @param {Address} address @param {Condition} condition */
function chip(address, { label, field, excluded, count, meaning, without }) {
  const kind = [excluded && 'not', field].filter(Boolean).join(' ');
  const figure = count === undefined ? '' : `${excluded && count ? '−' : ''}${counted(count)}`;
  return element(
    'span',
    { class: excluded ? 'chip chip--not' : 'chip', title: meaning && `${label}: ${meaning}` },
    element(
      'span',
      {},
      kind && element('i', { class: excluded ? 'keep' : undefined }, kind),
      element('b', {}, label),
      figure && element('i', { class: 'num', 'aria-hidden': 'true' }, figure),
      meaning && element('span', { class: 'vh' }, `, ${meaning}`),
    ),
    element(
      'a',
      { class: 'chip__x', href: sameView(address, without), 'aria-label': `Remove ${kind} ${label}`.replace(/ +/g, ' ') },
      icon('remove'),
    ),
  );
}
