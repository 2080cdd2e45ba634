// Bars and the axis under them, as the ribbon and the trends draw them.

import { drawing, element, slot } from '../dom.js';
import { GROUPS } from '../model/groups.js';
import { bars, bucketWords, ticks } from '../model/histogram.js';
import { PER_INTERVAL, counted, percent, plural } from '../model/words.js';

/** @import { Interval, Timeline } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */
/** @import { Measure, Stretch } from '../model/histogram.js' */
/** What bars stand for, and the value at the top of their scale.
 * @typedef {{kind: Kind, measure: Measure, most: number}} Scale */

/** More letters than this under the axis are too many for a phone. */
const MANY_LETTERS = 32;

/** The top of the scale: "41 articles a month". @param {Scale} scale @param {Interval} interval */
export function scaleWords({ kind, measure, most }, interval) {
  if (!most) return '';
  const noun = GROUPS[kind].document;
  return measure === 'share' ? `${percent(most)} of ${noun}s` : `${plural(most, noun)} ${PER_INTERVAL[interval]}`;
}

/** @param {Element} svg @param {Timeline} timeline @param {Scale} scale @param {Stretch} range */
export function drawBars(svg, timeline, { kind, measure, most }, range) {
  const { buckets } = timeline;
  svg.setAttribute('viewBox', `0 0 ${buckets.length * 10} 100`);
  svg.setAttribute('aria-label', summary(timeline, kind));
  svg.replaceChildren(
    ...bars(buckets, measure, range, most).map(({ inside, ...box }) => drawing('rect', { ...box, class: inside ? 'b' : 'b-off' })),
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

/** @param {HTMLElement} axis @param {{from: string, to: string}[]} buckets */
export function drawAxis(axis, buckets) {
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

/** Darkens the bar of one period, wherever bars are drawn, or none. @param {ParentNode} root @param {number | null} index */
export function darken(root, index) {
  for (const bar of root.querySelectorAll('.b-at')) bar.classList.remove('b-at');
  if (index === null) return;
  for (const svg of root.querySelectorAll('[data-slot="bars"]')) svg.children[index]?.classList.add('b-at');
}

/** The button that opens the bars as a table. @param {HTMLElement} root @param {() => Node} table */
export function openTable(root, table) {
  const [button, region] = [slot(root, 'table-button'), slot(root, 'numbers')];
  button.addEventListener('click', () => {
    region.hidden = !region.hidden;
    button.setAttribute('aria-expanded', String(!region.hidden));
    if (!region.hidden) region.replaceChildren(table());
  });
}
