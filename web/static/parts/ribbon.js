import { copyOf, element, slot } from '../dom.js';
import { bucketWords, greatest, stretch, valueOf } from '../model/histogram.js';
import { counted, percent, plural } from '../model/words.js';
import { Brush } from './brush.js';
import { bucketTable } from './bucket-table.js';
import { darken, drawAxis, drawBars, openTable, scaleWords } from './plot.js';

/** @import { Timeline } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */
/** @import { Measure } from '../model/histogram.js' */
/** @typedef {{timeline: Timeline, kind: Kind, from: string, to: string, measure: Measure, handles: boolean,
 *   choose: (dates: {from?: string, to?: string}) => void}} RibbonOptions */

/** Time as a row of bars, with the range to be dragged on it. What stands in its head is for the view to fill.
 * @param {RibbonOptions} options */
export function ribbon(options) {
  const { timeline, kind, from, to, measure } = options;
  const root = copyOf('ribbon');
  const range = stretch(timeline.buckets, from, to);
  const scale = { kind, measure, most: greatest(timeline.buckets, measure) };
  const noun = kind === 'quotes' ? 'quote' : 'article';
  slot(root, 'plot').classList.toggle('is-q', kind === 'quotes');
  slot(root, 'undated').textContent = timeline.undated ? `${counted(timeline.undated)} undated` : '';
  slot(root, 'max').textContent = scaleWords(scale, timeline.interval);
  drawBars(slot(root, 'bars'), timeline, scale, range);
  drawAxis(slot(root, 'axis'), timeline.buckets);
  new Brush(root, { ...options, range, describe: (index) => describe(root, timeline, noun, index) });
  openTable(root, () => bucketTable(timeline, noun));
  return root;
}

/** Names one bar in the head line, or none. @param {HTMLElement} root @param {Timeline} timeline @param {string} noun @param {number | null} index */
function describe(root, { buckets, interval }, noun, index) {
  const bucket = index === null ? undefined : buckets[index];
  darken(root, index);
  const share = bucket?.count ? ` (${percent(valueOf(bucket, 'share'))})` : '';
  slot(root, 'readout').replaceChildren(
    ...(bucket
      ? [element('b', {}, bucketWords(bucket, interval)), `: ${counted(bucket.count)} of ${plural(bucket.total, noun)}${share}`]
      : []),
  );
}
