import { element } from '../dom.js';
import { filtered, sameView } from '../model/address.js';
import { counted, valueName } from '../model/words.js';
import { go } from '../router.js';

/** @import { FacetValue, Field } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */

/** One value of a facet: a box to ask for it, "not" to exclude it, its count.
 * @param {Address} address @param {Field} field @param {FacetValue} facet */
export function facetRow(address, field, { value, count, selected, excluded }) {
  const name = valueName(field, value);
  const figure = `${counted(count)} ${count === 1 ? 'result' : 'results'}`;
  const box = element('input', {
    type: 'checkbox',
    'aria-label': `${excluded ? 'Not ' : ''}${name}, ${figure}`,
    'data-focus': `${field}=${value}`,
    'data-value': value,
  });
  box.checked = selected || excluded;
  const not = element(
    'button',
    {
      class: 'opt__not',
      type: 'button',
      'aria-pressed': String(excluded),
      'aria-label': `Exclude ${name}`,
      'data-focus': `-${field}=${value}`,
    },
    'not',
  );
  /** @param {'only' | 'not' | 'any'} wish */
  const ask = (wish) => go(sameView(address, filtered(address.params, field, value, wish)));
  box.addEventListener('change', () => ask(box.checked ? 'only' : 'any'));
  not.addEventListener('click', () => ask(excluded ? 'any' : 'not'));
  return element(
    'div',
    { class: `opt${excluded ? ' opt--not' : ''}${count ? '' : ' opt--zero'}` },
    element('label', {}, box, element('span', { class: 'opt__l' }, name)),
    not,
    element('span', { class: 'num', 'aria-hidden': 'true' }, counted(count)),
  );
}
