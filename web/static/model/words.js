// How the program speaks: numbers, plurals, names of fields, how sure it is.

/** @import { Field, Interval, QuoteKind } from '../../types/wire.js' */

const number = new Intl.NumberFormat('en-GB');
const languages = new Intl.DisplayNames('en', { type: 'language' });

/** 18340 as "18,340". @param {number} value */
export function counted(value) {
  return number.format(value);
}

/** "1 quote", "18,340 quotes". @param {number} value @param {string} noun in the singular */
export function plural(value, noun) {
  return `${counted(value)} ${value === 1 ? noun : pluralOf(noun)}`;
}

/** "story" as "stories". @param {string} noun */
export function pluralOf(noun) {
  return `${noun.replace(/([^aeiou])y$/, '$1ie')}s`;
}

/** The heading of a facet and its name in a chip. @type {Record<Field, string>} */
export const FIELD_NAMES = {
  speaker: 'Speaker',
  source: 'Source',
  kind: 'Exactness',
  org: 'Organisation',
  person: 'Person',
  place: 'Place',
  section: 'Section',
  author: 'Author',
  year: 'Year',
  language: 'Language',
};

/** What an article or quote without a value is called, where that is worth listing. @type {Partial<Record<Field, string>>} */
export const MISSING_NAMES = {
  speaker: 'Nobody named',
  source: 'No source given',
  section: 'No section',
  author: 'No author given',
  year: 'Undated',
  language: 'Language unknown',
};

/** @type {Record<QuoteKind, string>} */
const EXACTNESS = {
  direct: 'Direct: all in quotation marks',
  mixed: 'Mixed: partly reported',
  indirect: 'Indirect: reported',
};

/** @param {QuoteKind} kind */
export function kindName(kind) {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}

/** How a facet value is shown. @param {Field} field @param {string} value */
export function valueName(field, value) {
  if (field === 'kind') return EXACTNESS[/** @type {QuoteKind} */ (value)] ?? value;
  if (field === 'language') return languageName(value);
  return value;
}

/** @param {string} code */
function languageName(code) {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Below this a reader is told to check. */
export const SURE_ENOUGH = 0.7;

/** "94 % sure of the speaker", "58 % sure of this quote: check". @param {number} confidence @param {boolean} named */
export function sureWords(confidence, named) {
  const what = named ? 'sure of the speaker' : 'sure of this quote';
  return `${percent(confidence)} ${what}${confidence < SURE_ENOUGH ? ': check' : ''}`;
}

/** 0.94 as "94 %"; small shares keep a decimal, the smallest their first digit. @param {number} share of one */
export function percent(share) {
  const value = share * 100;
  const small = value < 0.1 ? String(Number(value.toPrecision(1))) : value.toFixed(1);
  const shown = value > 0 && value < 1 ? small : String(Math.round(value));
  return `${shown}\u00a0%`;
}

/** 4100 microseconds as "4 ms". @param {number} microseconds */
export function elapsed(microseconds) {
  return microseconds < 1000 ? 'under 1 ms' : `${counted(Math.round(microseconds / 1000))} ms`;
}

/** @type {Record<Interval, string>} */
export const PER_INTERVAL = { day: 'a day', week: 'a week', month: 'a month', year: 'a year', decade: 'a decade', century: 'a century' };
