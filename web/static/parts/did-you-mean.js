import { element } from '../dom.js';
import { changed, sameView } from '../model/address.js';

/** @import { Query } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */

/** The query with words that the archive has, if it has not those that were typed. @param {Address} address @param {Query} query */
export function didYouMean(address, { did_you_mean: meant }) {
  if (!meant) return null;
  const href = sameView(address, changed(address.params, { q: meant }));
  return element('p', { class: 'mean' }, 'Did you mean ', element('a', { href }, meant), '?');
}
