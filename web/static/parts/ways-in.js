import { hits } from '../api.js';
import { element, separated } from '../dom.js';
import { resultsHref, speakerHref } from '../model/address.js';
import { shortSentence } from '../model/citation.js';
import { bucketWords, datesOf } from '../model/histogram.js';
import { plural } from '../model/words.js';

/** @import { Facet, Field, SpeakerCount, Timeline } from '../../types/wire.js' */

/** @type {[Field, string, string][]} */
const LEADS = [
  ['org', 'Articles about', 'An organisation'],
  ['place', 'Articles that name', 'A place'],
];

/** Searches that find something here. @param {Facet[]} facets @returns {Node[]} */
export function examples(facets) {
  const [speaker, org, place, section] = /** @type {Field[]} */ (['speaker', 'org', 'place', 'section']).map(
    (field) => top(facets, field)?.value,
  );
  const queries = [
    speaker && `speaker:${quoted(speaker)}`,
    org && `about:${quoted(org)}`,
    place && section && `${quoted(place)} -section:${quoted(section)}`,
  ];
  return separated(
    queries
      .filter((query) => query)
      .map((query) => element('a', { href: resultsHref('articles', new URLSearchParams({ q: query || '' })) }, query)),
    () => document.createTextNode(' '),
  );
}

/** A name as the query language takes it. @param {string} value */
export function quoted(value) {
  return /^\w+$/.test(value) ? value.toLowerCase() : `"${value}"`;
}

/** @param {Facet[]} facets @param {Field} field */
function top(facets, field) {
  return facets.find((facet) => facet.field === field)?.values[0];
}

/** Searches for what this archive has most of, each with its count.
 * @param {Facet[]} facets @param {SpeakerCount[]} people @param {Timeline} [timeline] @returns {Node[]} */
export function waysIn(facets, people, timeline) {
  const [first, second] = people;
  return [
    ...(first
      ? [way(speakerHref(first.name), `Everything ${first.name} said`, `A speaker: ${plural(first.quotes, 'quote')}`)]
      : []),
    ...LEADS.flatMap(([field, lead, what]) => {
      const found = top(facets, field);
      if (!found) return [];
      const href = resultsHref('articles', new URLSearchParams({ [field]: found.value }));
      return [way(href, `${lead} ${found.value}`, `${what}: ${plural(found.count, 'article')}`)];
    }),
    ...(timeline ? busiest(timeline) : []),
    ...(first && second && timeline ? compared(first.name, second.name, timeline) : []),
  ];
}

/** Two names over time. @param {string} one @param {string} other @param {Timeline} timeline */
function compared(one, other, { buckets }) {
  const years = [...new Set([buckets[0], buckets.at(-1)].map((bucket) => bucket?.from.slice(0, 4)))];
  if (years.length < 2) return [];
  const params = new URLSearchParams([...[one, other].map((name) => ['q', quoted(name)]), ['bars', 'share']]);
  const words = `“${one}” against “${other}”, ${years.join(' to ')}`;
  return [way(`/trends?${params}`, words, 'Two names over time, as a share of all articles')];
}

/** Adds a quotation to check: short words of a speaker, as they were printed. @param {HTMLElement} list @param {string} name
 * @param {AbortSignal} signal */
export async function addVerifying(list, name, signal) {
  const asked = new URLSearchParams({ speaker: name, kind: 'direct', confidence: '0.9', per_page: '20' });
  const found = await hits('quotes', asked, signal).catch(() => null);
  const text = shortSentence(found?.hits.map(({ segments }) => segments.map((one) => one.text).join('')) ?? []);
  if (!text) return;
  const href = `/verify?${new URLSearchParams({ text, speaker: name })}`;
  list.append(way(href, `Did ${name} say “${text}”?`, 'Check a quotation against what was printed'));
}

/** The time with the most articles. @param {Timeline} timeline */
function busiest(timeline) {
  const counts = timeline.buckets.map(({ count }) => count);
  const index = counts.indexOf(Math.max(...counts));
  const bucket = timeline.buckets[index];
  if (!bucket) return [];
  const href = resultsHref('quotes', new URLSearchParams(datesOf(timeline, { first: index, last: index })));
  const words = `Everything said in ${bucketWords(bucket, timeline.interval)}`;
  return [way(href, words, `The busiest time: ${plural(bucket.count, 'article')}`)];
}

/** @param {string} href @param {string} text @param {string} what */
function way(href, text, what) {
  return element('li', {}, element('a', { href }, text, element('small', {}, what)));
}
