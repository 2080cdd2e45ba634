// The geometry of the ribbon: bars, ticks and the range, in bars and in shares of the width. No drawing here.

import { dateWords, firstDayOf, lastDayOf, shortDate } from './dates.js';

/** @import { Bucket, Interval, Timeline } from '../../types/wire.js' */
/** @typedef {'count' | 'share'} Measure */
/** @typedef {{x: number, y: number, width: number, height: number, inside: boolean}} Bar units: ten to a bar's slot, a hundred to the height */
/** @typedef {{first: number, last: number}} Stretch the bars from first to last, both included */

const SLOT = 10;
const WIDEST = 8.4;
const LEAST_HEIGHT = 1.5;
const ROOM_FOR_YEARS = 16;
const ROOM_FOR_DATES = 8;
/** Labels closer than this share of the width would overlap. */
const NEAR = 0.12;
/** The same for years, which are shorter: the first may be cut off. */
const NEAREST = 0.04;
/** A label that begins behind this share of the width would be cut off at the right edge. */
const LAST_LABEL = 0.965;

/** The value that a bar stands for. @param {Bucket} bucket @param {Measure} measure */
export function valueOf(bucket, measure) {
  if (measure === 'count') return bucket.count;
  return bucket.total ? bucket.count / bucket.total : 0;
}

/** @param {Bucket[]} buckets @param {Measure} measure */
export function greatest(buckets, measure) {
  return buckets.reduce((most, bucket) => Math.max(most, valueOf(bucket, measure)), 0);
}

/** A bar for each bucket; one bar alone is at most a tenth of the width. `most` is the value as high as the plot.
 * @param {Bucket[]} buckets @param {Measure} measure @param {Stretch} range @param {number} [most] @returns {Bar[]} */
export function bars(buckets, measure, range, most = greatest(buckets, measure)) {
  const width = Math.min(WIDEST, buckets.length);
  return buckets.map((bucket, index) => {
    const value = valueOf(bucket, measure);
    const height = value ? Math.max((value / most) * 100, LEAST_HEIGHT) : 0;
    const x = index * SLOT + (SLOT - width) / 2;
    return { x, y: 100 - height, width, height, inside: index >= range.first && index <= range.last };
  });
}

/** The bars that a range of dates touches; an open end is the end of the axis. `first > last` when it touches none.
 * @param {Bucket[]} buckets @param {string} from @param {string} to @returns {Stretch} */
export function stretch(buckets, from, to) {
  const begin = from && firstDayOf(from);
  const end = to && lastDayOf(to);
  const first = begin ? buckets.filter((bucket) => bucket.to < begin).length : 0;
  const last = end ? buckets.filter((bucket) => bucket.from <= end).length - 1 : buckets.length - 1;
  return { first, last };
}

/** The bar under a point. @param {number} share of the width, from the left @param {number} count of bars */
export function barAt(share, count) {
  return Math.min(Math.max(Math.floor(share * count), 0), count - 1);
}

/** The dates of a stretch as a reader would write them: months stay months. @param {Timeline} timeline @param {Stretch} range */
export function datesOf({ buckets, interval }, { first, last }) {
  const length = { day: 10, week: 10, month: 7, year: 4, decade: 4, century: 4 }[interval];
  return { from: (buckets[first]?.from ?? '').slice(0, length), to: (buckets[last]?.to ?? '').slice(0, length) };
}

/** "March 2024", "week of 4 March 2024", "1960s". @param {{from: string, to: string}} bucket @param {Interval} interval */
export function bucketWords(bucket, interval) {
  const year = bucket.from.slice(0, 4);
  if (interval === 'year') return year;
  if (interval === 'decade') return `${year}s`;
  if (interval === 'century') return `${year} to ${bucket.to.slice(0, 4)}`;
  if (interval === 'month') return dateWords(bucket.from.slice(0, 7));
  return `${interval === 'week' ? 'Week of ' : ''}${dateWords(bucket.from)}`;
}

/** Labels under the axis: years, or months, or days, whatever first gives two; thinned to what fits.
 * @param {{from: string}[]} buckets @returns {{at: number, text: string}[]} `at` as a share of the width */
export function ticks(buckets) {
  const levels = [4, 7, 10].map((length) => changes(buckets, length));
  const chosen = levels.find((level) => level.length > 1) ?? changes(buckets, 10);
  const apart = chosen.filter((tick, index) => chosen.length > ROOM_FOR_DATES || (chosen[index + 1]?.at ?? 1) - tick.at > NEAR);
  const step = Math.ceil(apart.length / (chosen === levels[0] ? ROOM_FOR_YEARS : ROOM_FOR_DATES));
  const shown = apart.filter(({ at }, index) => index % step === 0 && (index === 0 || at < LAST_LABEL));
  const [first, second] = shown;
  return first && second && second.at - first.at < NEAREST ? shown.slice(1) : shown;
}

/** Where the first letters of the buckets' dates change. @param {{from: string}[]} buckets @param {number} length */
function changes(buckets, length) {
  return buckets.flatMap((bucket, index) => {
    const text = bucket.from.slice(0, length);
    if (text === buckets[index - 1]?.from.slice(0, length)) return [];
    return [{ at: index / buckets.length, text: shortDate(text) }];
  });
}
