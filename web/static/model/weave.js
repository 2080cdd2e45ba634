// An article's body and its annotations woven into paragraphs of runs, ready to be set as text.

import { codePointIndex } from './codepoints.js';

/** @import { Article, Entity, Quote } from '../../types/wire.js' */
/** @typedef {{text: string, entity?: Entity}} Run */
/** @typedef {{quote?: Quote, starts: boolean, runs: Run[]}} Stretch neighbouring runs of one quote, or of none; `starts` at the quote's begin */
/** @typedef {{start: number, end: number, quote: Quote}} QuoteSpan */
/** @typedef {{start: number, end: number, entity: Entity}} EntitySpan */

const OPENING = /[“"„«‘'‹]/;
const CLOSING = /[”"“»’'›]/;

/** @param {Pick<Article, 'body' | 'quotes' | 'entities'>} article @returns {Stretch[][]} one list for each paragraph */
export function weave({ body, quotes, entities }) {
  const at = codePointIndex(body);
  const said = quotes.map((quote) => widened(body, { start: at(quote.start), end: at(quote.end), quote }));
  const named = entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ start: at(mention.start), end: at(mention.end), entity })),
  );
  return [...body.matchAll(/[^\n]+/g)]
    .filter((found) => found[0].trim())
    .map((found) => paragraph(body, found.index, found.index + found[0].length, said, named));
}

/** Takes the outer marks of a direct quote in, so that bar and tint begin where a reader sees it begin.
 * @param {string} body @param {QuoteSpan} span @returns {QuoteSpan} */
function widened(body, { start, end, quote }) {
  if (quote.kind === 'direct' && OPENING.test(body.charAt(start - 1))) start -= 1;
  if (quote.kind === 'direct' && CLOSING.test(body.charAt(end))) end += 1;
  return { start, end, quote };
}

/** @param {string} body @param {number} begin @param {number} stop @param {QuoteSpan[]} said @param {EntitySpan[]} named */
function paragraph(body, begin, stop, said, named) {
  const within = [...said, ...named].filter((span) => span.start < stop && span.end > begin);
  const cuts = new Set([begin, stop, ...within.flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].filter((cut) => cut >= begin && cut <= stop).sort((left, right) => left - right);
  /** @type {Stretch[]} */
  const stretches = [];
  edges.slice(0, -1).forEach((from, index) => {
    const run = { text: body.slice(from, edges[index + 1]), entity: innermost(named, from)?.entity };
    const span = innermost(said, from);
    const open = stretches.at(-1);
    if (open && open.quote === span?.quote) open.runs.push(run);
    else stretches.push({ quote: span?.quote, starts: span?.start === from, runs: [run] });
  });
  return stretches;
}

/** The span that begins last among those around a place. @template {{start: number, end: number}} S @param {S[]} spans @param {number} place */
function innermost(spans, place) {
  /** @type {S | undefined} */
  let best;
  for (const span of spans) {
    if (span.start <= place && place < span.end && (!best || span.start >= best.start)) best = span;
  }
  return best;
}
