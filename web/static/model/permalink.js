// A permalink names a quote by its number and by the hash of its words; an article that was indexed anew may have moved them.

/** @import { Quote } from '../../types/wire.js' */
/** `number`: where to look now. `note`: what a reader must know. @typedef {{number: number, note: string}} Standing */

/** Where the words of a permalink stand now. @param {Pick<Quote, 'number' | 'hash'>[]} quotes @param {number} number @param {string} hash
 * @returns {Standing} */
export function standing(quotes, number, hash) {
  const there = quotes.find((quote) => quote.number === number);
  if (!hash || there?.hash === hash) return { number, note: '' };
  const [nearest] = quotes
    .filter((quote) => quote.hash === hash)
    .sort((one, other) => Math.abs(one.number - number) - Math.abs(other.number - number));
  if (nearest) return { number: nearest.number, note: '' };
  return { number, note: 'The quote that this link was made for is no longer in the article: its words were changed, or are read otherwise now.' };
}
