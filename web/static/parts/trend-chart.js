import { copyOf, element, fill, slot } from '../dom.js';
import { changed, resultsHref } from '../model/address.js';
import { GROUPS } from '../model/groups.js';
import { bucketWords, stretch, valueOf } from '../model/histogram.js';
import { timelines, tops, trendsHref, undatedWords } from '../model/trends.js';
import { counted, percent, plural } from '../model/words.js';
import { go } from '../router.js';
import { Brush } from './brush.js';
import { darken, drawAxis, drawBars, openTable, scaleWords } from './plot.js';
import { trendHead } from './trend-head.js';
import { trendTable } from './trend-table.js';

/** @import { Timeline, Trend, Trends } from '../../types/wire.js' */
/** @import { Comparison } from '../model/trends.js' */
/** @import { Scale } from './plot.js' */
/** A query's place on the page and its bars. @typedef {{node: HTMLElement, timeline: Timeline, scale: Scale}} Row */

/** The queries one below the other, on one axis, with the range over all of them.
 * @param {Comparison} comparison @param {Trends} found in the range @param {Trends} drawn with the time around it */
export function trendChart(comparison, found, drawn) {
  const { subject: kind, measure, ownScale } = comparison;
  const root = copyOf('trend-chart');
  const lines = timelines(drawn);
  const most = tops(lines, measure, ownScale);
  const rows = lines.map((timeline, index) => ({
    node: head(comparison, found.series[index]),
    timeline,
    scale: { kind, measure, most: most[index] },
  }));
  slot(root, 'rows').classList.toggle('is-q', kind === 'quotes');
  slot(root, 'queries').append(...rows.map(({ node }) => node));
  trendHead(root, comparison, drawn.interval);
  openTable(root, () => trendTable(found));
  scaleLine(root, comparison, rows);
  if (drawn.buckets.length) drawAll(root, comparison, rows);
  return root;
}

/** A query with what it finds, and room for its bars. @param {Comparison} comparison @param {Trend} trend */
function head({ subject, from, to }, { query, total, undated }) {
  const root = copyOf('trend-row');
  const link = slot(root, 'link');
  link.textContent = query.text;
  link.setAttribute('title', query.text);
  link.setAttribute('href', resultsHref(subject, changed(new URLSearchParams(), { q: query.text, from, to })));
  const beside = undatedWords(undated, Boolean(from || to));
  fill(root, 'facts', element('b', {}, plural(total, GROUPS[subject].document)), beside && `, ${beside}`);
  return root;
}

/** Says how high the bars are: once for all rows, or in each. @param {HTMLElement} root @param {Comparison} comparison @param {Row[]} rows */
function scaleLine(root, comparison, rows) {
  const { ownScale } = comparison;
  const [first] = rows;
  const words = rows.map(({ scale, timeline }) => scaleWords(scale, timeline.interval));
  rows.forEach(({ node }, index) => fill(node, 'max', ownScale && words[index] && `Top: ${words[index]}`));
  if (!first?.timeline.buckets.length) fill(root, 'max', `No ${comparison.subject} with a date`);
  else if (ownScale) fill(root, 'max', 'Each row to its own scale');
  else fill(root, 'max', words[0] && rows.length > 1 ? `${words[0]}, the top of each row` : words[0]);
  const href = trendsHref({ ...comparison, ownScale: !ownScale });
  const other = ownScale ? 'One scale for all rows' : 'Give each row its own scale';
  if (rows.length > 1) fill(root, 'scale', element('a', { class: 'link', href, 'data-focus': 'scale' }, other));
}

/** @param {HTMLElement} root @param {Comparison} comparison @param {Row[]} rows */
function drawAll(root, comparison, rows) {
  const { subject, from, to } = comparison;
  const [{ timeline }] = rows;
  const range = stretch(timeline.buckets, from, to);
  for (const { node, timeline: own, scale } of rows) drawBars(slot(node, 'bars'), own, scale, range);
  drawAxis(slot(root, 'axis'), timeline.buckets);
  const choose = (/** @type {{from?: string, to?: string}} */ dates) => go(trendsHref({ ...comparison, ...dates }));
  const describe = (/** @type {number | null} */ index) => {
    mark(root, timeline, GROUPS[subject].document, index);
    for (const row of rows) tell(row, index);
  };
  new Brush(root, { timeline, range, handles: true, choose, describe });
}

/** Names one period and marks it in all rows, or none.
 * @param {HTMLElement} root @param {Timeline} timeline @param {string} noun @param {number | null} index */
function mark(root, { buckets, interval }, noun, index) {
  const bucket = index === null ? undefined : buckets[index];
  const line = slot(root, 'at');
  darken(root, index);
  line.hidden = !bucket;
  line.style.left = `${(((index ?? 0) + 0.5) / buckets.length) * 100}%`;
  slot(root, 'readout').replaceChildren(
    ...(bucket ? [element('b', {}, bucketWords(bucket, interval)), ` ${plural(bucket.total, noun)} in all`] : []),
  );
}

/** Tells what a query has in that period. @param {Row} row @param {number | null} index */
function tell({ node, timeline }, index) {
  const bucket = index === null ? undefined : timeline.buckets[index];
  const share = bucket?.count ? `, ${percent(valueOf(bucket, 'share'))} of all` : '';
  slot(node, 'there').replaceChildren(...(bucket ? [element('b', {}, counted(bucket.count)), share] : []));
}
