import { element } from '../dom.js';
import { trendsHref } from '../model/trends.js';
import { quoted } from './ways-in.js';

/** @import { Facet, Field, SpeakerCount } from '../../types/wire.js' */
/** @import { Comparison } from '../model/trends.js' */

/** Comparisons that find something here: of what this archive has most of.
 * @param {Facet[]} facets @param {SpeakerCount[]} people */
export function trendExamples(facets, people) {
  const of = (/** @type {Field} */ field) => facets.find((facet) => facet.field === field)?.values.map(({ value }) => value) ?? [];
  return [
    ...example(of('org'), 'org', { measure: 'share' }, 'Two organisations, as a share of all articles'),
    ...example(of('place'), 'place', {}, 'Two places, by the number of articles'),
    ...example(
      people.map(({ name }) => name),
      'speaker',
      { subject: 'quotes' },
      'Two speakers, by the number of quotes',
    ),
  ];
}

/** @param {string[]} names @param {Field} field @param {Partial<Comparison>} how @param {string} what */
function example([first, second], field, how, what) {
  if (!first || !second) return [];
  const href = trendsHref({ ...how, queries: [first, second].map((name) => `${field}:${quoted(name)}`) });
  return [element('li', {}, element('a', { href }, `${first} and ${second}`, element('small', {}, what)))];
}
