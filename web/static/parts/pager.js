import { element } from '../dom.js';
import { changed, sameView } from '../model/address.js';
import { offered } from '../model/pages.js';
import { counted, plural } from '../model/words.js';

/** @import { Answer } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @typedef {Pick<Answer<unknown>, 'total' | 'groups' | 'page' | 'per_page' | 'pages' | 'next' | 'hits'>} Paged */

/** Links to the pages of a list; where numbers end, "Next" goes on behind the last hit.
 * @param {Address} address @param {Paged} answer @param {string} noun of what the pages list @returns {Node[]} */
export function pager(address, answer, noun) {
  const { page, pages, per_page: size, hits } = answer;
  const listed = answer.groups ?? answer.total;
  const cursor = cursorOf(answer.next);
  const behind = cursor ? [element('a', { href: pageHref(address, { cursor }) }, 'Next')] : [];
  if (address.params.has('cursor'))
    return [
      element('a', { href: pageHref(address, {}) }, 'First page'),
      ...behind,
      element('p', {}, `${counted(hits.length)} more of ${plural(listed, noun)}`),
    ];
  if (pages < 2 && !cursor) return [];
  const first = (page - 1) * size + 1;
  /** @param {number} number @param {string} text */
  const step = (number, text) => element('a', { href: numbered(address, number) }, text);
  const numbers = offered(page, pages).map((number) => {
    if (number === 0) return element('span', { 'aria-hidden': 'true' }, '…');
    if (number === page)
      return element('span', { 'aria-current': 'page' }, element('span', { class: 'vh' }, 'Page '), counted(number));
    return element('a', { href: numbered(address, number), 'aria-label': `Page ${number}` }, counted(number));
  });
  return [
    ...(page > 1 ? [step(page - 1, 'Previous')] : []),
    ...numbers,
    ...(page < pages ? [step(page + 1, 'Next')] : behind),
    element('p', {}, `${counted(first)}–${counted(first + hits.length - 1)} of ${plural(listed, noun)}`),
  ];
}

/** @param {string} [next] the API's link to what comes next */
function cursorOf(next) {
  return next ? new URL(next, location.href).searchParams.get('cursor') : null;
}

/** @param {Address} address @param {number} page */
function numbered(address, page) {
  return pageHref(address, page > 1 ? { page: String(page) } : {});
}

/** @param {Address} address @param {Record<string, string>} place */
function pageHref(address, place) {
  return sameView(address, changed(address.params, place));
}
