import { element } from '../dom.js';
import { bucketWords } from '../model/histogram.js';
import { counted, percent } from '../model/words.js';

/** @import { Timeline } from '../../types/wire.js' */

/** The bars as a table; those without results are left out. @param {Timeline} timeline @param {string} noun */
export function bucketTable({ buckets, interval }, noun) {
  const rows = buckets
    .filter(({ count }) => count)
    .map((bucket) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, bucketWords(bucket, interval)),
        element('td', {}, counted(bucket.count)),
        element('td', {}, counted(bucket.total)),
        element('td', {}, bucket.total ? percent(bucket.count / bucket.total) : ''),
      ),
    );
  const nouns = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`;
  const heads = ['When', `${nouns} found`, `${nouns} in all`, 'Share'].map((text) => element('th', { scope: 'col' }, text));
  return element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
}
