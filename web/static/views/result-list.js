// What the pages of articles, of quotes and of one speaker share: ribbon, filters, chips, hits, pages.

import { copyOf, element, fill, slot } from '../dom.js';
import { changed, sameView, unfiltered } from '../model/address.js';
import { rangeWords } from '../model/dates.js';
import { elapsed, plural } from '../model/words.js';
import { articleHit } from '../parts/article-hit.js';
import { chips, conditions } from '../parts/chips.js';
import { dateInputs } from '../parts/dates.js';
import { facetValues, filterPanel } from '../parts/facets.js';
import { nothing } from '../parts/nothing.js';
import { pager } from '../parts/pager.js';
import { quoteHit } from '../parts/quote-hit.js';
import { repair } from '../parts/repair.js';
import { ribbon } from '../parts/ribbon.js';
import { openSheet, placeFilters } from '../parts/sheet.js';
import { go } from '../router.js';

/** @import { Answer, ArticleHit, QuoteHit, Timeline } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */
/** @typedef {{address: Address, kind: Kind, answer: Answer<ArticleHit | QuoteHit>, signal: AbortSignal,
 *   asked: (params: URLSearchParams) => URLSearchParams}} ListOptions `asked`: the parameters as the API takes them */

/** The parameters, with as many facet values as the lists show. @param {URLSearchParams} params */
export function askedWith(params) {
  params.set('facet_values', String(facetValues()));
  return params;
}

/** What was searched for, in a line. @param {Address} address @param {Answer<unknown>} answer */
export function summaryOf(address, answer) {
  return conditions(address, answer)
    .map(({ label, excluded }) => (excluded ? `not ${label}` : label))
    .join(', ');
}

/** @param {ListOptions} options @returns {{node: HTMLElement, shown: () => void}} */
export function resultList(options) {
  const { address, kind, answer, signal, asked } = options;
  const node = copyOf('results');
  const noun = kind === 'quotes' ? 'quote' : 'article';
  const narrowing = conditions(address, answer);
  fill(node, 'count', plural(answer.total, noun));
  fill(node, 'facts', elapsed(answer.took_us));
  fill(node, 'chips', ...chips(address, narrowing));
  fill(node, 'repair', repair(address, answer.query));
  sorting(node, address, answer);
  if (answer.timeline?.buckets.length) slot(node, 'ribbon').replaceWith(time(address, kind, answer.timeline));
  if (answer.hits.length) {
    fill(node, 'hits', ...answer.hits.map((hit) => ('segments' in hit ? quoteHit(hit) : articleHit(hit))));
    fill(node, 'pager', ...(answer.pages > 1 ? pager(address, answer, noun) : []));
  } else {
    slot(node, 'pager').remove();
    slot(node, 'hits').replaceWith(nothing({ address, kind, conditions: narrowing, asked, signal }));
  }
  const panel = filterPanel(address, answer.facets ?? [], kind);
  const clear = sameView(address, unfiltered(address.params));
  const shown = () =>
    placeFilters(slot(node, 'filters'), panel, { dates: dates(address, 'sheet'), clear, found: plural(answer.total, noun) });
  return { node, shown };
}

/** @param {HTMLElement} node @param {Address} address @param {Answer<unknown>} answer */
function sorting(node, address, answer) {
  const select = /** @type {HTMLSelectElement} */ (slot(node, 'sort'));
  select.value = answer.sort;
  select.addEventListener('change', () => go(sameView(address, changed(address.params, { sort: select.value }))));
}

/** @param {Address} address @param {Kind} kind @param {Timeline} timeline */
function time(address, kind, timeline) {
  const { params } = address;
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const measure = params.get('bars') === 'share' ? 'share' : 'count';
  const choose = (/** @type {{from?: string, to?: string}} */ chosen) => go(sameView(address, changed(params, chosen)));
  const root = ribbon({ timeline, kind, from, to, measure, handles: true, choose });
  fill(root, 'what', element('strong', {}, rangeWords(from, to)));
  fill(root, 'dates', dates(address, 'ribbon'));
  if (from || to) slot(root, 'whole').setAttribute('href', sameView(address, changed(params, { from: '', to: '' })));
  else slot(root, 'whole').remove();
  const keepingPage = new URLSearchParams(params);
  for (const one of ['count', 'share']) {
    keepingPage.delete('bars');
    if (one === 'share') keepingPage.set('bars', one);
    slot(root, `by-${one}`).setAttribute('href', sameView(address, keepingPage));
    if (one === measure) slot(root, `by-${one}`).setAttribute('aria-current', 'true');
  }
  slot(root, 'change').addEventListener('click', openSheet);
  return root;
}

/** @param {Address} address @param {string} name */
function dates(address, name) {
  const { params } = address;
  return dateInputs({
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    name,
    set: (from, to) => go(sameView(address, changed(params, { from, to }))),
  });
}
