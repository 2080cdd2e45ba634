// What a reader takes along: a quote with its attribution, an article with its particulars.

import { dateWords } from './dates.js';

/** @import { ArticleHead, QuoteHit } from '../../types/wire.js' */

/** A quote as text: words, speaker, where and when it was printed, and the link to it.
 * @param {QuoteHit} hit @param {string} address of the quote in its article */
export function quoteText(hit, address) {
  const words = hit.segments
    .map((segment) => segment.text)
    .join('')
    .trim();
  const said = hit.kind === 'direct' ? `“${words}”` : words;
  const speaker = hit.speaker.name ?? 'speaker not named';
  return `${said} (${speaker})\n${citation(hit.article)}\n${address}`;
}

/** "Petra Lindqvarn, “Headline”, Evening Semaphore, 14 March 2024." @param {ArticleHead} article */
export function citation(article) {
  const date = article.date ? dateWords(article.date) : article.date_stated || 'undated';
  return `${[article.author.join(' and '), `“${article.title}”`, article.source, date].filter(Boolean).join(', ')}.`;
}

/** Of the words of some quotes the first that are one short sentence, without the mark at their end. @param {string[]} texts */
export function shortSentence(texts) {
  return texts.map((text) => text.trim().replace(/[.,]+$/, '')).find((text) => /^\p{Lu}[^.!?:;…"“”[\]]{19,59}$/u.test(text));
}
