/** @import { QuoteHit } from '../../types/wire.js' */

/** How many words of the quote its context repeats. */
const KEPT_WORDS = 3;

/** The sentence around a quote, with the quote's own words shortened: the reader has just read them.
 * Empty when it has neither source nor cue. @param {QuoteHit['context']} parts */
export function shortened(parts) {
  const cue = parts.findIndex(({ role }) => role === 'cue' || role === 'source');
  if (cue < 0) return [];
  const short = parts.map((part, index) => (part.role === 'content' ? { ...part, text: elided(part.text, index < cue) } : part));
  return short.map((part, index) =>
    short[index - 1]?.text.endsWith('…') ? { ...part, text: part.text.replace(/^\./, '') } : part,
  );
}

/** @param {string} text @param {boolean} before whether the words stand before the cue */
function elided(text, before) {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length <= KEPT_WORDS + 1) return text;
  const lead = /^[“"‘'«]/.exec(text)?.[0] ?? '';
  if (before) return `${lead}… ${words.slice(-KEPT_WORDS).join(' ')}${/\s*$/.exec(text)?.[0] ?? ''}`;
  return `${/^\s*/.exec(text)?.[0] ?? ''}${words.slice(0, KEPT_WORDS).join(' ')} …`;
}
