// Talks to the HTTP API of the server that these pages came from.

import { narrowing } from './model/address.js';

/** @import { Answer, Article, ArticleHit, FacetValues, Field, ProblemDetails, QuoteHit, SpeakerProfile, Speakers, Stats, Suggestion, Trends, Verification } from '../types/wire.js' */
/** @import { Kind } from './model/address.js' */

/** The server's own words on what went wrong. */
export class Problem extends Error {
  /** @param {ProblemDetails} details */
  constructor(details) {
    super(details.detail || details.title);
    this.details = details;
  }
}

/** @param {string} path @param {AbortSignal} signal @param {(response: Response) => Promise<any>} [read] @returns {Promise<any>} @throws {Problem} */
async function get(path, signal, read = (response) => response.json()) {
  /** An answer may break off at its head or amid its body. @param {unknown} error @returns {never} */
  const brokenOff = (error) => {
    if (signal.aborted) throw error;
    throw new Problem({ title: 'No answer', status: 0, detail: 'The server does not answer. It may have been stopped.' });
  };
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch(brokenOff);
  if (response.ok) return read(response).catch(brokenOff);
  throw new Problem(await response.json().catch(() => ({ title: response.statusText, status: response.status })));
}

/** @template {Kind} K @param {K} kind @param {URLSearchParams} params @param {AbortSignal} signal
 * @returns {Promise<Answer<K extends 'quotes' ? QuoteHit : ArticleHit>>} */
export function search(kind, params, signal) {
  return get(`/api/${kind}?${params}`, signal);
}

/** Only how many there are. @param {Kind} kind @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<number>} */
export async function total(kind, params, signal) {
  const light = narrowing(params);
  light.set('per_page', '1');
  return (await hits(kind, light, signal)).total;
}

/** A search without facets and timeline. @template {Kind} K @param {K} kind @param {URLSearchParams} params @param {AbortSignal} signal */
export function hits(kind, params, signal) {
  const light = new URLSearchParams(params);
  light.set('facets', 'none');
  light.set('interval', 'none');
  return search(kind, light, signal);
}

/** With what a query finds in it. @param {string} id @param {string} q @param {AbortSignal} signal @returns {Promise<Article>} */
export function article(id, q, signal) {
  return get(`/api/articles/${encodeURIComponent(id)}${q ? `?${new URLSearchParams({ q })}` : ''}`, signal);
}

/** Articles like one. @param {string} id @param {number} limit @param {AbortSignal} signal @returns {Promise<ArticleHit[]>} */
export async function similar(id, limit, signal) {
  return (await get(`/api/articles/${encodeURIComponent(id)}/similar?limit=${limit}`, signal)).hits;
}

/** Values of a facet. @param {Field} field @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<FacetValues>} */
export function facetValues(field, params, signal) {
  return get(`/api/facets/${field}?${params}`, signal);
}

/** A page of the speakers. @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<Speakers>} */
export function speakers(params, signal) {
  return get(`/api/speakers?${params}`, signal);
}

/** What the archive says of one speaker. @param {string} name @param {AbortSignal} signal @returns {Promise<SpeakerProfile>} */
export function speaker(name, signal) {
  return get(`/api/speakers/${encodeURIComponent(name)}?interval=none`, signal);
}

/** Names that begin so. @param {string} text @param {number} limit of each field @param {AbortSignal} signal @returns {Promise<Suggestion[]>} */
export async function suggest(text, limit, signal) {
  return (await get(`/api/suggest?${new URLSearchParams({ q: text, limit: String(limit) })}`, signal)).suggestions;
}

/** Whether and where words were printed. @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<Verification>} */
export function verify(params, signal) {
  return get(`/api/verify?${params}`, signal);
}

/** Queries over time. @param {URLSearchParams} params @param {AbortSignal} signal @returns {Promise<Trends>} */
export function trends(params, signal) {
  return get(`/api/trends?${params}`, signal);
}

/** A citation. @param {'articles' | 'quotes'} kind @param {string} id @param {string} suffix @param {AbortSignal} signal @returns {Promise<string>} */
export function citation(kind, id, suffix, signal) {
  return get(`/api/${kind}/${encodeURIComponent(id)}/citation.${suffix}`, signal, (response) => response.text());
}

/** The OpenAPI document. @param {AbortSignal} signal @returns {Promise<Record<string, any>>} */
export function description(signal) {
  return get('/openapi.json', signal);
}

/** @param {AbortSignal} signal @returns {Promise<Stats>} */
export function stats(signal) {
  return get('/api/stats', signal);
}
