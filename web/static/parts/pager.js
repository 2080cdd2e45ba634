import { element } from '../dom.js';
import { sameView } from '../model/address.js';
import { offered } from '../model/pages.js';
import { counted, plural } from '../model/words.js';

/** @import { Answer } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */

/** Links to the pages of a list. @param {Address} address @param {Answer<unknown>} answer @param {string} noun @returns {Node[]} */
export function pager(address, { page, pages, per_page: size, total, hits }, noun) {
  const first = (page - 1) * size + 1;
  const shown = element('p', {}, `${counted(first)}–${counted(first + hits.length - 1)} of ${plural(total, noun)}`);
  /** @param {number} number @param {string} text */
  const step = (number, text) => element('a', { href: pageHref(address, number) }, text);
  const numbers = offered(page, pages).map((number) => {
    if (number === 0) return element('span', { 'aria-hidden': 'true' }, '…');
    if (number === page)
      return element('span', { 'aria-current': 'page' }, element('span', { class: 'vh' }, 'Page '), counted(number));
    return element('a', { href: pageHref(address, number), 'aria-label': `Page ${number}` }, counted(number));
  });
  return [
    ...(page > 1 ? [step(page - 1, 'Previous')] : []),
    ...numbers,
    ...(page < pages ? [step(page + 1, 'Next')] : []),
    shown,
  ];
}

/** @param {Address} address @param {number} page */
function pageHref(address, page) {
  const params = new URLSearchParams(address.params);
  if (page > 1) params.set('page', String(page));
  else params.delete('page');
  return sameView(address, params);
}
