// Which of some words lead somewhere: the rarest that stand together.

import { wordsOf } from './wordings.js';

/** @import { Clause, Query } from '../../types/wire.js' */

const SHORTEST = 3;
const ASKED = 16;
const KEPT = 3;

/** The words to ask the archive about: the longest, in the order in which they were given. @param {string} text */
export function candidates(text) {
  const all = [...new Set(wordsOf(text).map((word) => word.toLowerCase()))].filter((word) => word.length >= SHORTEST);
  const longest = new Set(all.toSorted((left, right) => right.length - left.length).slice(0, ASKED));
  return all.filter((word) => longest.has(word));
}

/** Those that the fewest have, but some; in the order in which they were given. @param {Clause[]} clauses */
export function rarest(clauses) {
  const kept = new Set(fewestFirst(clauses).slice(0, KEPT));
  return clauses.filter((clause) => kept.has(clause)).map(({ text }) => text);
}

/** Those that something has together: all, or all but the one whose absence helps most, or the rarest alone.
 * @param {{total: number, query: Query}} answer to all of them @returns {string[]} */
export function together({ total, query: { clauses, remedies = [] } }) {
  const texts = clauses.map(({ text }) => text);
  if (total) return texts;
  const [best] = remedies.filter(({ clause }) => clause !== undefined).toSorted((left, right) => right.count - left.count);
  if (best) return texts.filter((_, index) => index !== best.clause);
  return fewestFirst(clauses)
    .slice(0, 1)
    .map(({ text }) => text);
}

/** @param {Clause[]} clauses */
function fewestFirst(clauses) {
  const count = (/** @type {Clause} */ clause) => clause.count ?? 0;
  return clauses.filter(count).toSorted((left, right) => count(left) - count(right));
}
