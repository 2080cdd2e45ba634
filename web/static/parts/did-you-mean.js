import { element } from '../dom.js';

/** @import { Query } from '../../types/wire.js' */

/** The query with words that the archive has, if it has not those that were typed.
 * @param {Query} query @param {(q: string) => string} hrefOf the address of the search with other words */
export function didYouMean({ did_you_mean: meant }, hrefOf) {
  return meant ? element('p', { class: 'mean' }, 'Did you mean ', element('a', { href: hrefOf(meant) }, meant), '?') : null;
}
