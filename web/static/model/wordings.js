// Two wordings side by side, and where the one stands in the other.

/** @import { Change, Match, QuoteHit, Segment } from '../../types/wire.js' */
/** `edited`: what an ellipsis or brackets stand for. @typedef {{text: string, kind: 'same' | 'differs' | 'edited'}} Piece */

/** The words of a query that leads to a printing. */
const QUERY_WORDS = 12;
/** How many words of a passage are shown on either side of those that were found: some texts have no sentences. */
const AROUND = 40;
const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu;

/** What was given and what was printed, each in pieces. @param {Change[]} diff @returns {{given: Piece[], printed: Piece[]}} */
export function lines(diff) {
  const side = (/** @type {'given' | 'printed'} */ name) =>
    diff.flatMap((change) => pieces(change[name] ?? '', change.op === 'same' || change.op === 'edited' ? change.op : 'differs'));
  return { given: side('given'), printed: side('printed') };
}

/** Spaces and marks around words belong to none of the two wordings; an ellipsis and brackets stand for something.
 * @param {string} text @param {Piece['kind']} kind @returns {Piece[]} */
function pieces(text, kind) {
  const edges = kind === 'edited' ? /^(\s*)(.*?)(\s*)$/s : /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{M}\p{N}]*)$/su;
  const [, before = '', words = '', after = ''] = edges.exec(text) ?? [];
  const all = /** @type {Piece[]} */ ([
    { text: before, kind: 'same' },
    { text: words, kind },
    { text: after, kind: 'same' },
  ]);
  return all.filter((piece) => piece.text);
}

/** Whether there is more to see than the same words. @param {Change[]} diff */
export function isTelling(diff) {
  return diff.some(({ op }) => op !== 'same');
}

/** A quote with the words of a match marked, if it has others. @param {QuoteHit} quote @param {Match} match @returns {Segment[]} */
export function markedIn(quote, { start, end }) {
  let at = quote.start;
  const cut = quote.segments.flatMap((segment) => {
    const letters = Array.from(segment.text);
    const [from, to] = [start, end].map((place) => Math.min(Math.max(place - at, 0), letters.length));
    at += letters.length;
    return [
      { ...segment, text: letters.slice(0, from).join('') },
      { ...segment, text: letters.slice(from, to).join(''), mark: true },
      { ...segment, text: letters.slice(to).join('') },
    ].filter(({ text }) => text);
  });
  return cut.some(({ text, mark }) => !mark && wordsOf(text).length) ? cut : quote.segments;
}

/** A passage without what stands far from the words that were found. @param {QuoteHit['context']} context */
export function shortPassage(context) {
  const found = context.findIndex(({ role }) => role === 'content');
  return context.map((part, index) => (part.role === 'content' ? part : { ...part, text: near(part.text, index < found) }));
}

/** @param {string} text @param {boolean} before whether it leads to the words */
function near(text, before) {
  const words = text.split(/(?<=\s)(?=\S)/);
  if (words.length <= AROUND) return text;
  return before ? `… ${words.slice(-AROUND).join('')}` : `${words.slice(0, AROUND).join('').trimEnd()} …`;
}

/** A query for the first words of what was printed, to mark them in their article. @param {Match} match */
export function queryFor({ diff }) {
  const words = wordsOf(diff.map(({ printed = '' }) => printed).join('')).slice(0, QUERY_WORDS);
  return words.length ? `"${words.join(' ')}"` : '';
}

/** @param {string} text @returns {string[]} */
export function wordsOf(text) {
  return text.match(WORD) ?? [];
}
