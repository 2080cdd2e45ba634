import { copyOf, element, fill, slot } from '../dom.js';
import { articleHref } from '../model/address.js';
import { articleOf, cutWords, differingWords } from '../model/verification.js';
import { isTelling, markedIn, queryFor, shortPassage } from '../model/wordings.js';
import { dateline } from './dateline.js';
import { quoteHit } from './quote-hit.js';
import { wordDiff } from './word-diff.js';

/** @import { Match, QuoteHit } from '../../types/wire.js' */

/** A place where the words, or words close to them, were printed. @param {Match} match
 * @param {boolean} compared whether the page shows already how it differs @param {string} [focus] a name to come back to */
export function printing(match, compared, focus) {
  const item = match.quote ? quoted(match, match.quote) : unquoted(match);
  if (focus) slot(item, 'link').dataset.focus = focus;
  const cut = cutWords(match);
  const article = slot(item, 'link').closest('article');
  if (cut) article?.append(element('p', { class: 'cut is-care' }, cut));
  if (!compared && isTelling(match.diff)) article?.append(difference(match));
  return item;
}

/** Every printing stands in this list by itself: the same words elsewhere need not be named at each.
 * @param {Match} match @param {QuoteHit} quote */
function quoted(match, quote) {
  return quoteHit({ ...quote, segments: markedIn(quote, match), utterance: { ...quote.utterance, others: 0 } }, queryFor(match));
}

/** @param {Match} match */
function unquoted(match) {
  const item = copyOf('passage-hit');
  const article = articleOf(match);
  const link = /** @type {HTMLAnchorElement} */ (slot(item, 'link'));
  link.href = articleHref(article.id, { q: queryFor(match) });
  link.textContent = article.title;
  fill(item, 'dateline', ...dateline(article));
  const words = shortPassage(match.passage?.context ?? []);
  fill(item, 'words', ...words.map(({ text, role }) => (role === 'content' ? element('mark', {}, text) : text)));
  return item;
}

/** How a printing differs, to be opened in place. @param {Match} match */
function difference(match) {
  const words = match.differing ? differingWords(match, 'yours') : 'What an editor left out or put in';
  return element('details', { class: 'story' }, element('summary', {}, words), wordDiff(match.diff));
}
