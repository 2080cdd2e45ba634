import { facetValues } from '../api.js';
import { announce, element } from '../dom.js';
import { isOpened, nextSize, openingOf, setOpening, valueParams } from '../model/facet-lists.js';
import { FIELD_NAMES, MISSING_NAMES, counted, plural } from '../model/words.js';
import { facetRow } from './facet-row.js';

/** @import { Facet, FacetValue, FacetValues } from '../../types/wire.js' */
/** @import { Opening } from '../model/facet-lists.js' */
/** @import { Filtering } from './facets.js' */

const WORTH_A_FIND_BOX = 10;
const TYPING_RESTS_MS = 200;

/** One list of filters: its most frequent values, or those that are looked for, or more of them, or from A to Z. */
export class FacetList {
  /** @param {Filtering} filtering @param {Facet} facet */
  constructor(filtering, facet) {
    this.filtering = filtering;
    this.facet = facet;
    this.request = new AbortController();
    filtering.signal.addEventListener('abort', () => this.request.abort());
    this.rows = element('div');
    this.sortButton = this.sorting();
    const { field, total_values: all } = facet;
    const { words, byName } = openingOf(field);
    const isLong = all > WORTH_A_FIND_BOX;
    this.node = element(
      'fieldset',
      { class: 'facet' },
      element('legend', { class: 'facet__t' }, FIELD_NAMES[field]),
      (isLong || byName) && this.sortButton,
      (isLong || words) && this.findBox(),
      this.rows,
    );
    this.draw(filtering.opened.get(field));
  }

  /** Draws the values given, or else those that came with the search. @param {FacetValues} [list] */
  draw(list) {
    const { address } = this.filtering;
    const { field, values, missing, total_values: all } = this.facet;
    const { words, size, byName } = openingOf(field);
    const chosen = words ? [] : values.filter(isChosen);
    const others = (list?.values ?? values).filter((value) => words || !isChosen(value));
    const shown = [...chosen, ...others].slice(0, Math.max(size, chosen.length));
    const absent = !words && missing > 0 && MISSING_NAMES[field];
    const order = byName ? 'By count' : field === 'year' ? 'By year' : 'A–Z';
    this.sortButton.replaceChildren(order, element('span', { class: 'vh' }, `, sort ${FIELD_NAMES[field].toLowerCase()}`));
    this.rows.replaceChildren(
      ...shown.map((value) => facetRow(address, field, value)),
      ...(absent ? [absence(absent, missing)] : []),
      ...(words && !shown.length ? [element('p', { class: 'facet__none' }, `Nothing begins with “${words}”`)] : []),
      ...this.more(shown.length, words ? (list?.total ?? 0) : all),
    );
  }

  /** Opens the list further or otherwise, and draws it once its values are there. @param {Partial<Opening>} changes */
  async open(changes) {
    const { field } = this.facet;
    const { kind, asked } = this.filtering;
    setOpening(field, changes);
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const opening = openingOf(field);
    if (!isOpened(opening)) return this.draw();
    try {
      const list = await facetValues(field, valueParams(kind, asked, opening), signal);
      if (signal.aborted) return;
      this.draw(list);
      if (opening.words) announce(`${plural(list.total, 'value')} found`);
    } catch {
      // What stands there stays; the next search says what is wrong.
    }
  }

  findBox() {
    const { field, total_values: all } = this.facet;
    const input = element('input', {
      class: 'field facet__find',
      type: 'search',
      placeholder: `Find in ${counted(all)}`,
      'aria-label': `Find ${oneOf(FIELD_NAMES[field].toLowerCase())} in ${counted(all)}`,
      autocomplete: 'off',
      spellcheck: 'false',
      'data-focus': `find-${field}`,
    });
    input.value = openingOf(field).words;
    let resting = 0;
    input.addEventListener('input', () => {
      clearTimeout(resting);
      resting = window.setTimeout(() => this.open({ words: input.value.trim() }), TYPING_RESTS_MS);
    });
    return input;
  }

  sorting() {
    const { field } = this.facet;
    const button = element('button', { class: 'link facet__sort', type: 'button', 'data-focus': `sort-${field}` });
    button.addEventListener('click', () => this.open({ byName: !openingOf(field).byName }));
    return button;
  }

  /** @param {number} shown @param {number} all @returns {Node[]} */
  more(shown, all) {
    if (shown >= all) return [];
    const { field } = this.facet;
    const next = nextSize(shown);
    const button =
      next !== undefined && element('button', { class: 'link', type: 'button', 'data-focus': `more-${field}` }, 'Show more');
    if (button) button.addEventListener('click', () => this.grow(next, shown));
    return [
      element('div', { class: 'facet__more' }, element('span', { class: 'num' }, `${counted(shown)} of ${counted(all)}`), button),
    ];
  }

  /** Shows more, and goes to the first that is new. @param {number} size @param {number} shown */
  async grow(size, shown) {
    await this.open({ size });
    this.rows.querySelectorAll('input')[shown]?.focus();
  }
}

/** @param {string} noun */
function oneOf(noun) {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** @param {FacetValue} value */
function isChosen({ selected, excluded }) {
  return selected || excluded;
}

/** @param {string} name @param {number} count */
function absence(name, count) {
  return element(
    'p',
    { class: 'opt opt--none' },
    element('span', { class: 'opt__l' }, name),
    element('span', { class: 'num' }, counted(count)),
  );
}
