import { trends as count, search, speakers } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { MOST_QUERIES, distinct, readComparison, totalsWords, trendsHref, trendsParams } from '../model/trends.js';
import { didYouMean } from '../parts/did-you-mean.js';
import { repair } from '../parts/repair.js';
import { trendChart } from '../parts/trend-chart.js';
import { trendExamples } from '../parts/trend-examples.js';
import { trendForm } from '../parts/trend-form.js';
import { go } from '../router.js';

/** @import { Trends } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Comparison } from '../model/trends.js' */
/** @import { Page } from '../router.js' */

/** Queries compared over time. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function trends({ params }, signal) {
  const comparison = readComparison(params);
  const { queries } = comparison;
  const node = copyOf('trends');
  trendForm(node, queries, (typed) => go(trendsHref({ ...comparison, queries: distinct(typed) })));
  if (!queries.length) {
    fill(node, 'chart', ...(await waysToBegin(signal)));
    return { title: 'Words over time · Quotidian', node };
  }
  const { found, drawn } = await counted(comparison, signal);
  fill(node, 'notes', ...notes(comparison, found));
  slot(node, 'chart').replaceWith(trendChart(comparison, found, drawn));
  const [names, totals] = [queries.join(', '), totalsWords(found)];
  return { title: `${names} · ${totals} · Quotidian`, node, says: `${names}: ${totals}` };
}

/** What is found in the range, and what is to be drawn: with the time around it, as in the ribbon of a search.
 * @param {Comparison} comparison @param {AbortSignal} signal @returns {Promise<{found: Trends, drawn: Trends}>} */
async function counted(comparison, signal) {
  const { subject, interval, from, to } = comparison;
  if (!from && !to) {
    const found = await count(trendsParams(comparison), signal);
    return { found, drawn: found };
  }
  const axis = trendsParams({ interval, from, to });
  axis.set('facets', 'none');
  axis.set('per_page', '1');
  const [found, { timeline }] = await Promise.all([count(trendsParams(comparison), signal), search(subject, axis, signal)]);
  const [first, last] = [timeline?.buckets[0], timeline?.buckets.at(-1)];
  if (!timeline || !first || !last) return { found, drawn: found };
  const around = { ...comparison, interval: timeline.interval, from: first.from, to: last.to };
  return { found, drawn: await count(trendsParams(around), signal) };
}

/** How queries were read, where not as they stand, and which are left out. @param {Comparison} comparison @param {Trends} found */
function notes(comparison, found) {
  const { queries, left } = comparison;
  const read = found.series.flatMap(({ query }, index) => {
    const hrefOf = (/** @type {string} */ words) => trendsHref({ ...comparison, queries: distinct(queries.with(index, words)) });
    return [repair(query, hrefOf), didYouMean(query, hrefOf)];
  });
  const more = `${MOST_QUERIES} queries can be compared. Left out: ${left.join(', ')}`;
  return [...read, left.length > 0 && element('p', { class: 'note' }, more)];
}

/** @param {AbortSignal} signal */
async function waysToBegin(signal) {
  const [answer, people] = await Promise.all([
    search('articles', new URLSearchParams({ per_page: '1', facet_values: '2', interval: 'none' }), signal),
    speakers(new URLSearchParams({ sort: 'count', per_page: '2' }), signal),
  ]);
  const examples = trendExamples(answer.facets, people.speakers);
  if (!examples.length) return [];
  return [element('h2', { class: 'sect' }, 'For example'), element('ul', { class: 'guide' }, ...examples)];
}
