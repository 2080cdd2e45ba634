// Quotations to try, made from one that is printed.

/** @import { QuoteHit } from '../../types/wire.js' */
/** @typedef {{text: string, speaker: string, note: string}} Example */

/** How misquotations usually go: a word for one like it. */
const SLIPS = Object.entries({
  will: 'would',
  all: 'most',
  must: 'should',
  can: 'could',
  not: 'never',
  is: 'was',
  are: 'were',
  was: 'is',
  have: 'had',
  has: 'had',
  and: 'or',
});
const FEWEST_WORDS = 8;
const MOST_WORDS = 22;

/** A printed quotation, the same with a word changed, and the same from another mouth. @param {QuoteHit[]} hits @returns {Example[]} */
export function examplesFrom(hits) {
  const told = hits
    .filter(({ kind, speaker }) => kind === 'direct' && speaker.name)
    .map((hit) => ({ text: textOf(hit), speaker: hit.speaker.name ?? '' }));
  const fit = told.filter(({ text }) => isOfMiddleLength(text));
  const chosen = fit.find(({ text }) => misquoted(text)) ?? fit[0];
  if (!chosen) return [];
  const { text, speaker } = chosen;
  const other = told.find((one) => one.speaker !== speaker)?.speaker;
  const changed = misquoted(text);
  return [
    { text, speaker: '', note: 'As it was printed' },
    ...(changed ? [{ text: changed, speaker: '', note: 'The same with a word changed' }] : []),
    ...(other ? [{ text, speaker: other, note: `The same, as if ${other} had said it` }] : []),
  ];
}

/** @param {QuoteHit} hit */
function textOf({ segments }) {
  return segments
    .map(({ text }) => text)
    .join('')
    .replace(/[\s,;:–—-]+$/, '');
}

/** @param {string} text */
function isOfMiddleLength(text) {
  const words = text.split(/\s+/).length;
  return words >= FEWEST_WORDS && words <= MOST_WORDS && !/[\n_*[\]…]/.test(text);
}

/** With one word changed, or nothing where no word lends itself to it. @param {string} text */
function misquoted(text) {
  for (const [word, slip] of SLIPS) {
    const changed = text.replace(new RegExp(`(?<![\\p{L}’'])${word}(?![\\p{L}’'])`, 'u'), slip);
    if (changed !== text) return changed;
  }
  return '';
}
