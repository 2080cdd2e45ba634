// What the pages of articles, of quotes and of one speaker share: ribbon, filters, chips, hits, pages.

import { search } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { changed, sameView, unfiltered } from '../model/address.js';
import { rangeWords } from '../model/dates.js';
import { GROUPS } from '../model/groups.js';
import { elapsed, plural } from '../model/words.js';
import { articleHit } from '../parts/article-hit.js';
import { chips, conditions } from '../parts/chips.js';
import { dateInputs } from '../parts/dates.js';
import { didYouMean } from '../parts/did-you-mean.js';
import { downloads } from '../parts/downloads.js';
import { filterPanel, openedLists } from '../parts/facets.js';
import { nothing } from '../parts/nothing.js';
import { onceSwitch } from '../parts/once-switch.js';
import { pager } from '../parts/pager.js';
import { quoteHit } from '../parts/quote-hit.js';
import { repair } from '../parts/repair.js';
import { ribbon } from '../parts/ribbon.js';
import { openSheet, placeFilters } from '../parts/sheet.js';
import { go } from '../router.js';

/** @import { Answer, ArticleHit, FacetValues, Field, QuoteHit, Timeline } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */
/** `asked`: the search as the API takes it. `opened`: the lists of filters that were opened further.
 * @typedef {{address: Address, kind: Kind, asked: URLSearchParams, signal: AbortSignal, answer: Answer<ArticleHit | QuoteHit>,
 *   opened: Map<Field, FacetValues>}} Found */

/** Searches. @param {Address} address @param {Kind} kind @param {URLSearchParams} asked @param {AbortSignal} signal @returns {Promise<Found>} */
export async function find(address, kind, asked, signal) {
  const [answer, opened] = await Promise.all([search(kind, asked, signal), openedLists(kind, asked, signal)]);
  return { address, kind, asked, signal, answer, opened };
}

/** What was searched for, in a line. @param {Found} found */
export function summaryOf({ address, kind, answer }) {
  return conditions(address, kind, answer)
    .map(({ label, excluded }) => (excluded ? `not ${label}` : label))
    .join(', ');
}

/** @param {Found} found @returns {{node: HTMLElement, shown: () => void}} */
export function resultList(found) {
  const { address, kind, answer, signal, asked } = found;
  const node = copyOf('results');
  const { document: noun, noun: group } = GROUPS[kind];
  const narrowing = conditions(address, kind, answer);
  const q = address.params.get('q') ?? '';
  const withWords = (/** @type {string} */ words) => sameView(address, changed(address.params, { q: words }));
  fill(node, 'count', plural(answer.total, noun));
  fill(node, 'facts', answer.groups ? `in ${plural(answer.groups, group)} · ` : '', elapsed(answer.took_us));
  fill(node, 'once', onceSwitch(address, kind));
  fill(node, 'download', downloads(kind, asked));
  fill(node, 'chips', ...chips(address, narrowing));
  fill(node, 'repair', repair(answer.query, withWords));
  fill(node, 'mean', didYouMean(answer.query, withWords));
  sorting(node, address, answer);
  if (answer.timeline?.buckets.length) slot(node, 'ribbon').replaceWith(time(address, kind, answer.timeline));
  if (answer.hits.length) {
    fill(node, 'hits', ...answer.hits.map((hit) => ('segments' in hit ? quoteHit(hit, q) : articleHit(hit, q))));
    fill(node, 'pager', ...pager(address, answer, answer.groups === undefined ? noun : group));
  } else {
    slot(node, 'pager').remove();
    if (!answer.total) slot(node, 'end').remove();
    slot(node, 'hits').replaceWith(nothing({ address, kind, query: answer.query, conditions: narrowing, signal }));
  }
  const panel = filterPanel(found, answer.facets);
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
