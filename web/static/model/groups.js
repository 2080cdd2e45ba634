// Near-duplicates: the story of an article, the utterance of a quote.

/** @import { Kind } from './address.js' */

/** `name`: its parameter, and the value of `collapse` that shows each once. `noun`: what a reader calls it.
 * @type {Record<Kind, {name: 'story' | 'utterance', document: 'article' | 'quote', noun: string, once: string, chip: string}>} */
export const GROUPS = {
  articles: { name: 'story', document: 'article', noun: 'story', once: 'One per story', chip: 'this story' },
  quotes: { name: 'utterance', document: 'quote', noun: 'wording', once: 'Same words once', chip: 'these words' },
};

/** Whether near-duplicates are shown once. @param {URLSearchParams} params */
export function isCollapsed(params) {
  const collapse = params.get('collapse');
  return Object.values(GROUPS).some(({ name }) => name === collapse);
}

/** The parameters in the terms of one list: what only the other list has falls away.
 * @param {Kind} kind @param {URLSearchParams} params */
export function inTermsOf(kind, params) {
  const own = new URLSearchParams(params);
  if (isCollapsed(params)) own.set('collapse', GROUPS[kind].name);
  own.delete(GROUPS[kind === 'quotes' ? 'articles' : 'quotes'].name);
  if (kind === 'articles') for (const key of ['kind', '-kind', 'confidence']) own.delete(key);
  return own;
}
