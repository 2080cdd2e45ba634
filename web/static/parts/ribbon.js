import { copyOf, drawing, element, slot } from '../dom.js';
import { bars, bucketWords, greatest, stretch, ticks, valueOf } from '../model/histogram.js';
import { PER_INTERVAL, counted, percent, plural } from '../model/words.js';
import { Brush } from './brush.js';
import { bucketTable } from './bucket-table.js';

/** @import { Bucket, Timeline } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */
/** @import { Measure, Stretch } from '../model/histogram.js' */
/** @typedef {{timeline: Timeline, kind: Kind, from: string, to: string, measure: Measure, handles: boolean,
 *   choose: (dates: {from?: string, to?: string}) => void}} RibbonOptions */

/** More letters than this under the axis are too many for a phone. */
const MANY_LETTERS = 32;

/** Time as a row of bars, with the range to be dragged on it. What stands in its head is for the view to fill.
 * @param {RibbonOptions} options */
export function ribbon(options) {
  const { timeline, kind, from, to, measure } = options;
  const root = copyOf('ribbon');
  const range = stretch(timeline.buckets, from, to);
  const noun = kind === 'quotes' ? 'quote' : 'article';
  slot(root, 'plot').classList.toggle('is-q', kind === 'quotes');
  slot(root, 'undated').textContent = timeline.undated ? `${counted(timeline.undated)} undated` : '';
  slot(root, 'max').textContent = scale(timeline, measure, noun);
  drawBars(root, options, range);
  drawAxis(root, timeline.buckets);
  new Brush(root, { ...options, range, describe: (index) => describe(root, timeline, noun, index) });
  openTable(root, timeline, noun);
  return root;
}

/** The top of the scale: "41 articles a month". @param {Timeline} timeline @param {Measure} measure @param {string} noun */
function scale({ buckets, interval }, measure, noun) {
  const most = greatest(buckets, measure);
  if (!most) return '';
  return measure === 'share' ? `${percent(most)} of ${noun}s` : `${plural(most, noun)} ${PER_INTERVAL[interval]}`;
}

/** @param {HTMLElement} root @param {RibbonOptions} options @param {Stretch} range */
function drawBars(root, { timeline, measure, kind }, range) {
  const svg = slot(root, 'bars');
  const { buckets } = timeline;
  svg.setAttribute('viewBox', `0 0 ${buckets.length * 10} 100`);
  svg.setAttribute('aria-label', summary(timeline, kind));
  svg.replaceChildren(
    ...bars(buckets, measure, range).map(({ inside, ...box }) => drawing('rect', { ...box, class: inside ? 'b' : 'b-off' })),
  );
}

/** The bars in one sentence. @param {Timeline} timeline @param {Kind} kind */
function summary({ buckets, interval }, kind) {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (!first || !last) return `No dated ${kind}`;
  const top = buckets.reduce((most, bucket) => (bucket.count > most.count ? bucket : most), first);
  const most = top.count ? `; most in ${bucketWords(top, interval)}: ${counted(top.count)}` : '';
  return `${kind} ${PER_INTERVAL[interval]}, ${bucketWords(first, interval)} to ${bucketWords(last, interval)}${most}`;
}

/** @param {HTMLElement} root @param {Bucket[]} buckets */
function drawAxis(root, buckets) {
  const axis = slot(root, 'axis');
  const labels = ticks(buckets);
  axis.classList.toggle('axis--long', labels.map(({ text }) => text).join('').length > MANY_LETTERS);
  axis.replaceChildren(
    ...labels.map(({ at, text }) => {
      const label = element('li', {}, text);
      label.style.left = `${at * 100}%`;
      return label;
    }),
  );
}

/** Names one bar in the head line, or none. @param {HTMLElement} root @param {Timeline} timeline @param {string} noun @param {number | null} index */
function describe(root, { buckets, interval }, noun, index) {
  const bucket = index === null ? undefined : buckets[index];
  slot(root, 'bars')
    .querySelectorAll('rect')
    .forEach((bar, at) => bar.classList.toggle('b-at', at === index));
  const share = bucket?.count ? ` (${percent(valueOf(bucket, 'share'))})` : '';
  slot(root, 'readout').replaceChildren(
    ...(bucket
      ? [element('b', {}, bucketWords(bucket, interval)), `: ${counted(bucket.count)} of ${plural(bucket.total, noun)}${share}`]
      : []),
  );
}

/** @param {HTMLElement} root @param {Timeline} timeline @param {string} noun */
function openTable(root, timeline, noun) {
  const [button, region] = [slot(root, 'table-button'), slot(root, 'numbers')];
  button.addEventListener('click', () => {
    region.hidden = !region.hidden;
    button.setAttribute('aria-expanded', String(!region.hidden));
    if (!region.hidden) region.replaceChildren(bucketTable(timeline, noun));
  });
}
