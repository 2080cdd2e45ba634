// Where nothing was found the API names what could be left out; here that becomes another search.

import { changed, fieldFilters, filters } from './address.js';

/** @import { Query, Remedy } from '../../types/wire.js' */

/** The search with one condition less. @param {URLSearchParams} params @param {Query} query @param {Remedy} remedy */
export function withoutIt(params, { clauses }, { leave_out: what, clause = -1, field }) {
  if (what === 'clause') return changed(params, { q: clauses[clause]?.without ?? '' });
  if (what === 'dates') return changed(params, { from: '', to: '' });
  if (what !== 'facet') return changed(params, { [what]: '' });
  const rest = changed(params, {});
  for (const key of field ? fieldFilters(field) : []) rest.delete(key);
  return rest;
}

/** The values that a search asks for or excludes in a facet. @param {URLSearchParams} params @param {string} [field] */
export function chosenIn(params, field) {
  return filters(params).filter((filter) => filter.field === field);
}
