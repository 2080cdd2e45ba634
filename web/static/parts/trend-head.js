import { element, fill, slot } from '../dom.js';
import { rangeWords } from '../model/dates.js';
import { INTERVALS, trendsHref, trendsParams } from '../model/trends.js';
import { pluralOf } from '../model/words.js';
import { go } from '../router.js';
import { choice } from './choice.js';
import { dateInputs } from './dates.js';

/** @import { Interval } from '../../types/wire.js' */
/** @import { Comparison } from '../model/trends.js' */

/** What can be chosen over the chart: the range, what is counted, and how.
 * @param {HTMLElement} root @param {Comparison} comparison @param {Interval} shown the periods that the bars have */
export function trendHead(root, comparison, shown) {
  const { subject, measure, from, to } = comparison;
  const hrefWith = (/** @type {Partial<Comparison>} */ changes) => trendsHref({ ...comparison, ...changes });
  fill(root, 'what', rangeWords(from, to));
  fill(root, 'dates', dateInputs({ from, to, name: 'trend', set: (first, last) => go(hrefWith({ from: first, to: last })) }));
  if (from || to) slot(root, 'whole').setAttribute('href', hrefWith({ from: '', to: '' }));
  else slot(root, 'whole').remove();
  const subjects = /** @type {const} */ (['articles', 'quotes']).map((one) => ({
    text: one === 'quotes' ? 'Quotes' : 'Articles',
    href: hrefWith({ subject: one }),
    current: one === subject,
  }));
  const measures = /** @type {const} */ (['count', 'share']).map((one) => ({
    text: one === 'share' ? 'Share' : 'Count',
    href: hrefWith({ measure: one }),
    current: one === measure,
  }));
  slot(root, 'subject').replaceWith(choice('Counted are', subjects));
  slot(root, 'measure').replaceWith(choice('Bars show', measures));
  periods(root, comparison, shown);
  slot(root, 'csv').setAttribute('href', `/api/trends.csv?${trendsParams(comparison)}`);
}

/** @param {HTMLElement} root @param {Comparison} comparison @param {Interval} shown */
function periods(root, comparison, shown) {
  const { interval } = comparison;
  const select = /** @type {HTMLSelectElement} */ (slot(root, 'interval'));
  const fitting = interval ? 'Automatic' : `Automatic: ${pluralOf(shown)}`;
  select.append(element('option', { value: '' }, fitting));
  for (const one of INTERVALS) {
    const name = pluralOf(one);
    select.append(element('option', { value: one }, `${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  }
  select.value = interval;
  select.addEventListener('change', () => go(trendsHref({ ...comparison, interval: /** @type {Interval | ''} */ (select.value) })));
  const longer = interval && interval !== shown;
  fill(root, 'longer', longer && `These are ${pluralOf(shown)}: for ${pluralOf(interval)} the time is too long. Choose a shorter range.`);
}
