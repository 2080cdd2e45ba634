// The query language, explained by searches of the archive at hand.

/** @import { Facet, Field } from '../../types/wire.js' */
/** `kind`: the list that the search is of. @typedef {{query: string, meaning: string, kind: 'articles' | 'quotes'}} Example */

/** What stands in an example where the archive has no value for it. @type {Partial<Record<Field, string>>} */
const STAND_INS = { speaker: 'Ada Lovelace', person: 'Ada Lovelace', org: 'Parliament', place: 'London', source: 'The Times', section: 'Politics', year: '2020' };

/** Searches for what this archive has most of. @param {Facet[]} facets @param {string} phrase words that stand together in the archive
 * @returns {Example[]} */
export function syntaxExamples(facets, phrase) {
  const [speaker, org, place, source, section, year] = /** @type {Field[]} */ (['speaker', 'org', 'place', 'source', 'section', 'year']).map(
    (field) => facets.find((facet) => facet.field === field)?.values[0]?.value ?? STAND_INS[field] ?? '',
  );
  const [first = 'tax', second = 'levy'] = phrase.toLowerCase().split(' ');
  return [
    { query: `${first} ${second}`, meaning: 'both words, anywhere, in any form', kind: 'articles' },
    { query: `"${first} ${second}"`, meaning: 'exactly these words, side by side', kind: 'articles' },
    { query: `"${first} ${second}"~5`, meaning: 'the words at most five words apart', kind: 'articles' },
    { query: `${first} OR ${second}`, meaning: 'one of them, or both', kind: 'articles' },
    { query: `${first} -${second}`, meaning: 'the first without the second', kind: 'articles' },
    { query: `(${first} OR ${second}) ${named('place', place)}`, meaning: 'brackets put alternatives together', kind: 'articles' },
    { query: `${first.slice(0, 4)}*`, meaning: 'words that begin so', kind: 'articles' },
    { query: `${first}~`, meaning: 'also spelt a little differently', kind: 'articles' },
    { query: named('speaker', speaker), meaning: 'what one person said; articles that quote that person', kind: 'quotes' },
    { query: `said:${first}`, meaning: 'articles in which somebody said the word', kind: 'articles' },
    { query: named('about', org), meaning: 'articles that are about somebody or something', kind: 'articles' },
    { query: `${named('source', source)} ${named('section', section)}`, meaning: 'from one source, in one section', kind: 'articles' },
    { query: `title:${first}`, meaning: 'in the headline', kind: 'articles' },
    { query: `date:${year}`, meaning: 'from one year; a month is 2022-02, a day 2022-02-08', kind: 'articles' },
    { query: `after:${year} before:${Number(year) + 1}`, meaning: 'between two dates; also date:2022-02-01..2022-02-14', kind: 'articles' },
    { query: 'date:none', meaning: 'what bears no date', kind: 'articles' },
  ];
}

/** @param {string} field @param {string} value */
function named(field, value) {
  return `${field}:${/^\w+$/.test(value) ? value.toLowerCase() : `"${value.replaceAll('"', '')}"`}`;
}
