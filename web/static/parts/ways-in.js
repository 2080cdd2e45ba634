import { element, separated } from '../dom.js';
import { resultsHref, speakerHref } from '../model/address.js';
import { bucketWords, datesOf } from '../model/histogram.js';
import { plural } from '../model/words.js';

/** @import { Facet, Field, SpeakerCount, Timeline } from '../../types/wire.js' */

/** @type {[Field, string, string][]} */
const LEADS = [
  ['org', 'Articles about', 'An organisation'],
  ['place', 'Articles that name', 'A place'],
  ['source', 'Everything from', 'A source'],
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
  const [first] = people;
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
  ];
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
