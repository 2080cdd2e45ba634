import { element } from '../dom.js';
import { GROUPS } from '../model/groups.js';
import { tableRows } from '../model/trends.js';
import { counted, percent, pluralOf } from '../model/words.js';

/** @import { Trends } from '../../types/wire.js' */

/** The bars of all queries as a table, period by period. @param {Trends} trends */
export function trendTable(trends) {
  const nouns = pluralOf(GROUPS[trends.subject].document);
  const figures = `${nouns.charAt(0).toUpperCase()}${nouns.slice(1)}`;
  const head = element('th', { scope: 'col', rowspan: 2 }, 'When');
  const all = element('th', { scope: 'col', rowspan: 2 }, `${figures} in all`);
  const names = trends.series.map(({ query }) => element('th', { scope: 'colgroup', colspan: 2 }, element('span', { class: 'trend__name' }, query.text)));
  const columns = trends.series.flatMap(() => [figures, 'Share'].map((text) => element('th', { scope: 'col' }, text)));
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, head, ...names, all), element('tr', {}, ...columns)),
    element('tbody', {}, ...tableRows(trends).map(row)),
  );
}

/** @param {ReturnType<typeof tableRows>[number]} row */
function row({ when, total, cells }) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, when),
    ...cells.flatMap(({ count, share }) => [element('td', {}, counted(count)), element('td', {}, percent(share))]),
    element('td', {}, counted(total)),
  );
}
