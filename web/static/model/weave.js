// An article's body, its annotations and what was searched for, woven into paragraphs of runs, ready to be set as text.

import { codePointIndex } from './codepoints.js';

/** @import { Article, Entity, Quote } from '../../types/wire.js' */
/** `mark`: the number of the hit that the piece belongs to, from 0. @typedef {{text: string, mark?: number}} Piece */
/** Neighbouring pieces of one mention of a name, or of none. @typedef {{entity?: Entity, pieces: Piece[]}} Run */
/** @typedef {{quote?: Quote, starts: boolean, runs: Run[]}} Stretch neighbouring runs of one quote, or of none; `starts` at the quote's begin */
/** @typedef {{start: number, end: number}} Range in UTF-16 units */
/** @typedef {Range & {quote: Quote}} QuoteSpan */
/** @typedef {Range & {entity: Entity}} EntitySpan */
/** @typedef {Range & {mark: number}} MarkSpan */
/** @typedef {{said: QuoteSpan[], named: EntitySpan[], hits: MarkSpan[]}} Spans */

const OPENING = /[“"„«‘'‹]/;
const CLOSING = /[”"“»’'›]/;

/** @param {Pick<Article, 'body' | 'quotes' | 'entities' | 'marks'>} article @returns {Stretch[][]} one list for each paragraph */
export function weave({ body, quotes, entities, marks }) {
  const at = codePointIndex(body);
  const spans = {
    said: quotes.map((quote) => widened(body, { start: at(quote.start), end: at(quote.end), quote })),
    named: entities.flatMap((entity) =>
      entity.mentions.map((mention) => ({ start: at(mention.start), end: at(mention.end), entity })),
    ),
    hits: marks.map(({ start, end }, mark) => ({ start: at(start), end: at(end), mark })),
  };
  return [...body.matchAll(/[^\n]+/g)]
    .filter((found) => found[0].trim())
    .map((found) => paragraph(body, found.index, found.index + found[0].length, spans));
}

/** Takes the outer marks of a direct quote in, so that bar and tint begin where a reader sees it begin.
 * @param {string} body @param {QuoteSpan} span @returns {QuoteSpan} */
function widened(body, { start, end, quote }) {
  if (quote.kind === 'direct' && OPENING.test(body.charAt(start - 1))) start -= 1;
  if (quote.kind === 'direct' && CLOSING.test(body.charAt(end))) end += 1;
  return { start, end, quote };
}

/** Cuts a paragraph at every border of a span; the borders may cross.
 * @param {string} body @param {number} begin @param {number} stop @param {Spans} spans */
function paragraph(body, begin, stop, spans) {
  const touching = (/** @type {Range} */ span) => span.start < stop && span.end > begin;
  const [said, named, hits] = [spans.said.filter(touching), spans.named.filter(touching), spans.hits.filter(touching)];
  const cuts = new Set([begin, stop, ...[...said, ...named, ...hits].flatMap((span) => [span.start, span.end])]);
  const edges = [...cuts].filter((cut) => cut >= begin && cut <= stop).sort((left, right) => left - right);
  /** @type {Stretch[]} */
  const stretches = [];
  /** @type {EntitySpan | undefined} */
  let mention;
  edges.slice(0, -1).forEach((from, index) => {
    const piece = { text: body.slice(from, edges[index + 1]), mark: innermost(hits, from)?.mark };
    const [quote, name] = [innermost(said, from), innermost(named, from)];
    let open = stretches.at(-1);
    if (!open || open.quote !== quote?.quote) {
      open = { quote: quote?.quote, starts: quote?.start === from, runs: [] };
      stretches.push(open);
    }
    const run = open.runs.at(-1);
    if (run && mention === name) run.pieces.push(piece);
    else open.runs.push({ entity: name?.entity, pieces: [piece] });
    mention = name;
  });
  return stretches;
}

/** The span that begins last among those around a place. @template {Range} S @param {S[]} spans @param {number} place */
function innermost(spans, place) {
  /** @type {S | undefined} */
  let best;
  for (const span of spans) {
    if (span.start <= place && place < span.end && (!best || span.start >= best.start)) best = span;
  }
  return best;
}
