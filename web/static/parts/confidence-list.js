import { element } from '../dom.js';
import { changed, sameView } from '../model/address.js';
import { go } from '../router.js';

/** @import { Address } from '../model/address.js' */

/** How sure the attribution must be. @param {Address} address */
export function confidenceList(address) {
  const least = address.params.get('confidence') ?? '';
  const choices = [
    ['', 'Any'],
    ['0.7', '70 % sure or more'],
    ['0.9', '90 % sure or more'],
  ].map(([value = '', text = '']) => {
    const box = element('input', { type: 'radio', name: 'confidence', 'data-focus': `confidence=${value}` });
    box.checked = value === least;
    box.addEventListener('change', () => go(sameView(address, changed(address.params, { confidence: value }))));
    return element('div', { class: 'opt' }, element('label', {}, box, element('span', { class: 'opt__l' }, text)));
  });
  return element('fieldset', { class: 'facet' }, element('legend', { class: 'facet__t' }, 'How sure'), ...choices);
}
