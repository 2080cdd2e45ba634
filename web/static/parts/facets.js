import { facetValues } from '../api.js';
import { element } from '../dom.js';
import { FIELDS } from '../model/address.js';
import { openedFields, openingOf, valueParams } from '../model/facet-lists.js';
import { confidenceList } from './confidence-list.js';
import { FacetList } from './facet-list.js';

/** @import { Facet, FacetValues, Field } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */
/** `asked`: the search, as the API takes it. `opened`: the values of the lists that were opened further.
 * @typedef {{address: Address, kind: Kind, asked: URLSearchParams, opened: Map<Field, FacetValues>, signal: AbortSignal}} Filtering */

/** The values of the lists that were opened further than what comes with every search.
 * @param {Kind} kind @param {URLSearchParams} asked @param {AbortSignal} signal @returns {Promise<Map<Field, FacetValues>>} */
export async function openedLists(kind, asked, signal) {
  const fields = openedFields().filter((field) => field !== 'kind' || kind === 'quotes');
  const lists = await Promise.all(fields.map((field) => facetValues(field, valueParams(kind, asked, openingOf(field)), signal)));
  return new Map(lists.map((list) => [list.field, list]));
}

/** All lists of filters. @param {Filtering} filtering @param {Facet[]} facets */
export function filterPanel(filtering, facets) {
  const { address, kind } = filtering;
  const known = FIELDS.flatMap((field) => facets.find((facet) => facet.field === field) ?? []);
  const lists = known.filter((facet) => facet.values.length && !(address.view === 'speaker' && facet.field === 'speaker'));
  return element(
    'div',
    { class: 'filters' },
    element('h2', {}, 'Filters'),
    ...lists.map((facet) => new FacetList(filtering, facet).node),
    kind === 'quotes' && confidenceList(address),
  );
}
