import { element } from '../dom.js';

/** @import { Segment } from '../../types/wire.js' */

/** Text with the words that were searched for marked. @param {Segment[]} segments @returns {Node[]} */
export function marked(segments) {
  return segments.map(({ text, mark }) => (mark ? element('mark', {}, text) : document.createTextNode(text)));
}

/** A quote's words: what stands in quotation marks upright, what is reported in italics.
 * @param {Segment[]} segments @param {boolean} direct @returns {Node[]} */
export function spoken(segments, direct) {
  if (direct) return marked(segments);
  return segments.map((segment) => element('span', { class: segment.verbatim ? 'exact' : 'para' }, ...marked([segment])));
}
