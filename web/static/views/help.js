import { search } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { resultsHref } from '../model/address.js';
import { syntaxExamples } from '../model/syntax.js';
import { keyList } from '../parts/key-list.js';

/** @import { QuoteHit } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Example } from '../model/syntax.js' */
/** @import { Page } from '../router.js' */

/** How to search, what the figures mean, and the keys. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function help(_, signal) {
  const asked = new URLSearchParams({ per_page: '10', facet_values: '1', interval: 'none', kind: 'direct' });
  const { hits, facets } = await search('quotes', asked, signal);
  const node = copyOf('help');
  slot(node, 'examples').append(...syntaxExamples(facets, twoWords(hits)).map(row));
  fill(node, 'keys', keyList());
  return { title: 'Help · Quotidian', node };
}

/** The first two long words that stand side by side in what was said. @param {QuoteHit[]} hits */
function twoWords(hits) {
  const texts = hits.map(({ segments }) => segments.map(({ text }) => text).join(''));
  return texts.join(' | ').match(/\b[a-z]{5,} [a-z]{5,}\b/)?.[0] ?? '';
}

/** @param {Example} example */
function row({ query, meaning, kind }) {
  const href = resultsHref(kind, new URLSearchParams({ q: query }));
  return element('tr', {}, element('th', { scope: 'row' }, element('a', { href }, query)), element('td', {}, meaning));
}
