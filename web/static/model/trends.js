// The comparison of queries over time: its address, what the API is asked for, the bars and the table of the answer.

import { GROUPS } from './groups.js';
import { bucketWords, greatest, valueOf } from './histogram.js';
import { PER_INTERVAL, counted, plural, pluralOf } from './words.js';

/** @import { Interval, Timeline, Trends } from '../../types/wire.js' */
/** @import { Kind } from './address.js' */
/** @import { Measure } from './histogram.js' */
/** What is compared. `left`: queries beyond those that can be. `interval` is empty where it shall fit. `ownScale`: each
 * query's bars are as high as the room for them.
 * @typedef {{queries: string[], left: string[], subject: Kind, interval: Interval | '', from: string, to: string, measure: Measure,
 *   ownScale: boolean}} Comparison */

export const MOST_QUERIES = 5;
export const INTERVALS = /** @type {Interval[]} */ (Object.keys(PER_INTERVAL));

const lists = new Intl.ListFormat('en-GB');

/** Queries as they are compared: no empty one, and none twice. @param {string[]} queries */
export function distinct(queries) {
  return [...new Set(queries.map((query) => query.trim()))].filter(Boolean);
}

/** Reads an address. @param {URLSearchParams} params @returns {Comparison} */
export function readComparison(params) {
  const given = distinct(params.getAll('q'));
  return {
    queries: given.slice(0, MOST_QUERIES),
    left: given.slice(MOST_QUERIES),
    subject: params.get('subject') === 'quotes' ? 'quotes' : 'articles',
    interval: INTERVALS.find((one) => one === params.get('interval')) ?? '',
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
    measure: params.get('bars') === 'share' ? 'share' : 'count',
    ownScale: params.get('scale') === 'own',
  };
}

/** The address of a comparison. What is not said of it is as at first.
 * @param {Partial<Comparison>} comparison @returns {string} */
export function trendsHref(comparison) {
  const params = trendsParams(comparison);
  if (comparison.measure === 'share') params.set('bars', 'share');
  if (comparison.ownScale) params.set('scale', 'own');
  return `/trends${params.size ? `?${params}` : ''}`;
}

/** What the API is asked for. @param {Partial<Comparison>} comparison */
export function trendsParams({ queries = [], subject, interval = '', from = '', to = '' }) {
  const params = new URLSearchParams(queries.map((q) => ['q', q]));
  if (subject === 'quotes') params.set('subject', subject);
  for (const [key, value] of Object.entries({ interval, from, to })) if (value) params.set(key, value);
  return params;
}

/** The bars of each query. @param {Trends} trends @returns {Timeline[]} */
export function timelines({ interval, buckets, series }) {
  return series.map(({ counts, undated }) => ({
    interval,
    undated,
    buckets: buckets.map((bucket, index) => ({ ...bucket, count: counts[index] ?? 0 })),
  }));
}

/** The value at the top of each row: its own greatest, or that of all. @param {Timeline[]} rows @param {Measure} measure @param {boolean} own */
export function tops(rows, measure, own) {
  const greatests = rows.map(({ buckets }) => greatest(buckets, measure));
  return own ? greatests : rows.map(() => Math.max(...greatests));
}

/** Period by period what each query has there, without the periods in which none has anything. @param {Trends} trends */
export function tableRows(trends) {
  const rows = timelines(trends);
  return trends.buckets
    .map((bucket, index) => ({
      when: bucketWords(bucket, trends.interval),
      total: bucket.total,
      cells: rows.flatMap(({ buckets }) => {
        const one = buckets[index];
        return one ? [{ count: one.count, share: valueOf(one, 'share') }] : [];
      }),
    }))
    .filter(({ cells }) => cells.some(({ count }) => count));
}

/** "412 and 87 articles". @param {Trends} trends */
export function totalsWords({ subject, series }) {
  const noun = GROUPS[subject].document;
  const [first, ...more] = series.map(({ total }) => total);
  if (first === undefined || !more.length) return plural(first ?? 0, noun);
  return `${lists.format([first, ...more].map(counted))} ${pluralOf(noun)}`;
}

/** How many have no date. Where days are asked for they are beside the total, else among it.
 * @param {number} undated @param {boolean} inRange */
export function undatedWords(undated, inRange) {
  if (!undated) return '';
  return inRange ? `${counted(undated)} more undated` : `${counted(undated)} of them undated`;
}
