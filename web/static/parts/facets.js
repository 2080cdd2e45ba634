import { element } from '../dom.js';
import { FIELDS } from '../model/address.js';
import { FIELD_NAMES, MISSING_NAMES, counted } from '../model/words.js';
import { reload } from '../router.js';
import { confidenceList } from './confidence-list.js';
import { facetRow } from './facet-row.js';

/** @import { Facet, Field } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */

const AT_FIRST = 6;
/** How many values a list shows after each "Show more"; the API gives no more than the last. */
const SIZES = [AT_FIRST, 50, 200];
const WORTH_A_FIND_BOX = 10;

/** How far each list has been opened; it stays so from search to search. @type {Map<Field, number>} */
const sizes = new Map();
/** Lists in which somebody has begun to look for a name. @type {Set<Field>} */
const searched = new Set();

/** How many values to ask of the API. */
export function facetValues() {
  return searched.size ? (SIZES.at(-1) ?? AT_FIRST) : Math.max(WORTH_A_FIND_BOX, ...sizes.values());
}

/** All lists of filters. @param {Address} address @param {Facet[]} facets @param {Kind} kind */
export function filterPanel(address, facets, kind) {
  const known = FIELDS.flatMap((field) => facets.find((facet) => facet.field === field) ?? []);
  const lists = known.filter((facet) => facet.values.length && !(address.view === 'speaker' && facet.field === 'speaker'));
  return element(
    'div',
    { class: 'filters' },
    element('h2', {}, 'Filters'),
    ...lists.map((facet) => list(address, facet)),
    kind === 'quotes' && confidenceList(address),
  );
}

/** @param {Address} address @param {Facet} facet */
function list(address, facet) {
  const { field, values, total_values: all, missing } = facet;
  const size = sizes.get(field) ?? AT_FIRST;
  const chosen = values.filter((value) => value.selected || value.excluded);
  const others = values.filter((value) => !value.selected && !value.excluded);
  const rows = [...chosen, ...others].map((value) => facetRow(address, field, value));
  const shown = Math.max(size, chosen.length);
  rows.forEach((one, index) => {
    one.hidden = index >= shown;
  });
  const absent = missing > 0 && MISSING_NAMES[field];
  return element(
    'fieldset',
    { class: 'facet' },
    element('legend', { class: 'facet__t' }, FIELD_NAMES[field]),
    all > WORTH_A_FIND_BOX && findBox(field, all, rows, shown),
    ...rows,
    absent &&
      element(
        'p',
        { class: 'opt opt--none' },
        element('span', { class: 'opt__l' }, absent),
        element('span', { class: 'num' }, counted(missing)),
      ),
    more(field, Math.min(shown, values.length), all),
  );
}

/** Narrows the list to the values that contain what is typed; all that the API gives are fetched first.
 * @param {Field} field @param {number} all @param {HTMLElement[]} rows @param {number} shown */
function findBox(field, all, rows, shown) {
  const most = SIZES.at(-1) ?? AT_FIRST;
  const label = `${FIELD_NAMES[field].toLowerCase()} in ${all > most ? `the first ${most} of ` : ''}${counted(all)}`;
  const input = element('input', {
    class: 'field facet__find',
    type: 'search',
    placeholder: `Find in ${counted(Math.min(all, most))}`,
    'aria-label': `Find a ${label}`,
    autocomplete: 'off',
    'data-focus': `find-${field}`,
  });
  const narrow = () => {
    const wanted = input.value.trim().toLowerCase();
    rows.forEach((one, index) => {
      one.hidden = wanted ? !one.dataset.name?.includes(wanted) : index >= shown;
    });
  };
  input.addEventListener('focus', () => {
    narrow();
    if (rows.length >= Math.min(all, most)) return;
    searched.add(field);
    reload();
  });
  input.addEventListener('input', narrow);
  return input;
}

/** @param {Field} field @param {number} shown @param {number} all */
function more(field, shown, all) {
  const next = SIZES.find((size) => size > shown);
  if (shown >= all) return null;
  const button =
    next !== undefined && element('button', { class: 'link', type: 'button', 'data-focus': `more-${field}` }, 'Show more');
  if (button)
    button.addEventListener('click', () => {
      sizes.set(field, next);
      reload();
    });
  return element(
    'div',
    { class: 'facet__more' },
    element('span', { class: 'num' }, `${counted(shown)} of ${counted(all)}`),
    button,
  );
}
