// Talks to the HTTP API of the server that these pages came from.

/** @import { Answer, Article, ArticleHit, ProblemDetails, QuoteHit, SpeakerCount, Speakers, Stats } from '../types/wire.js' */
/** @import { Kind } from './model/address.js' */

/** The server's own words on what went wrong. */
export class Problem extends Error {
  /** @param {ProblemDetails} details */
  constructor(details) {
    super(details.detail || details.title);
    this.details = details;
  }
}

/** @param {string} path @param {AbortSignal} signal @returns {Promise<any>} @throws {Problem} */
async function get(path, signal) {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((error) => {
    if (signal.aborted) throw error;
    throw new Problem({ title: 'No answer', status: 0, detail: 'The server does not answer. It may have been stopped.' });
  });
  if (response.ok) return response.json();
  throw new Problem(await response.json().catch(() => ({ title: response.statusText, status: response.status })));
}

/** @template {Kind} K @param {K} kind @param {URLSearchParams} params @param {AbortSignal} signal
 * @returns {Promise<Answer<K extends 'quotes' ? QuoteHit : ArticleHit>>} */
export function search(kind, params, signal) {
  return get(`/api/${kind}?${params}`, signal);
}

/** Only how many there are. @param {Kind} kind @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<number>} */
export async function total(kind, params, signal) {
  const light = new URLSearchParams(params);
  for (const [key, value] of [
    ['facets', 'none'],
    ['interval', 'none'],
    ['per_page', '1'],
  ])
    light.set(key ?? '', value ?? '');
  light.delete('page');
  return (await search(kind, light, signal)).total;
}

/** @param {string} id @param {AbortSignal} signal @returns {Promise<Article>} */
export function article(id, signal) {
  return get(`/api/articles/${encodeURIComponent(id)}`, signal);
}

/** The most quoted. @param {number} count @param {AbortSignal} signal @returns {Promise<Speakers>} */
export function speakers(count, signal) {
  return get(`/api/speakers?sort=count&per_page=${count}`, signal);
}

/** One speaker's figures, if the archive knows exactly that name.
 * @param {string} name @param {AbortSignal} signal @returns {Promise<SpeakerCount | undefined>} */
export async function speaker(name, signal) {
  const found = await get(`/api/speakers?per_page=100&q=${encodeURIComponent(name)}`, signal);
  return found.speakers.find((/** @type {SpeakerCount} */ one) => one.name === name);
}

/** @param {AbortSignal} signal @returns {Promise<Stats>} */
export function stats(signal) {
  return get('/api/stats', signal);
}
