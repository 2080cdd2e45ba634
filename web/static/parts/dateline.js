import { element } from '../dom.js';
import { dateWords } from '../model/dates.js';

/** @import { ArticleHead } from '../../types/wire.js' */

/** When and where a thing was printed. @param {Pick<ArticleHead, 'date' | 'date_stated' | 'source'>} article @returns {Node[]} */
export function dateline({ date, date_stated: stated, source }) {
  const when = date
    ? element('time', { datetime: date }, dateWords(date))
    : element('time', { title: stated ? `The source states “${stated}”` : undefined }, 'Undated');
  return source ? [when, element('span', {}, source)] : [when];
}
