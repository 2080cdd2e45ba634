import { total } from '../api.js';
import { copyOf, slot } from '../dom.js';
import { apiParams, changed, filterCount, resultsHref } from '../model/address.js';
import { GROUPS } from '../model/groups.js';
import { counted, plural } from '../model/words.js';
import { openSheet } from '../parts/sheet.js';
import { find, resultList, summaryOf } from './result-list.js';

/** @import { Address, Kind } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Articles or quotes that match. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function results(address, signal) {
  const kind = address.view === 'quotes' ? 'quotes' : 'articles';
  const list = await find(address, kind, apiParams(kind, address.params), signal);
  const { node, shown } = resultList(list);
  const { total: count } = list.answer;
  const found = plural(count, GROUPS[kind].document);
  const summary = summaryOf(list);
  slot(node, 'head').replaceWith(tabs(address, kind, count, signal));
  return {
    title: [summary || `All ${kind}`, found, list.answer.page > 1 && `page ${list.answer.page}`, 'Quotidian'].filter(Boolean).join(' · '),
    node,
    shown,
    says: found,
    filters: true,
    empty: !count,
    back: { label: found, words: summary },
  };
}

/** @param {Address} address @param {Kind} kind @param {number} found @param {AbortSignal} signal */
function tabs(address, kind, found, signal) {
  const bar = copyOf('tabs');
  const other = kind === 'quotes' ? 'articles' : 'quotes';
  for (const one of /** @type {Kind[]} */ (['articles', 'quotes'])) {
    slot(bar, one).setAttribute('href', resultsHref(one, changed(address.params, {})));
  }
  slot(bar, kind).setAttribute('aria-current', 'page');
  slot(bar, `${kind}-count`).textContent = counted(found);
  total(other, apiParams(other, address.params), signal).then(
    (count) => {
      slot(bar, `${other}-count`).textContent = counted(count);
    },
    () => {},
  );
  filtersButton(bar, address);
  return bar;
}

/** @param {HTMLElement} root @param {Address} address */
export function filtersButton(root, { params }) {
  const set = filterCount(params);
  slot(root, 'open-label').textContent = set ? `Filters (${set})` : 'Filters';
  slot(root, 'open').addEventListener('click', openSheet);
}
