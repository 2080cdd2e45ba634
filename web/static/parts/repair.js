import { element } from '../dom.js';
import { changed, sameView } from '../model/address.js';

/** @import { Query } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */

/** Says what was wrong with a query and how it was read. @param {Address} address @param {Query} query @returns {Node | null} */
export function repair(address, { text, printed, warnings }) {
  if (!warnings.length) return null;
  const use = element('a', { href: sameView(address, changed(address.params, { q: printed })) }, 'Use the repaired search');
  return element(
    'div',
    { class: 'note' },
    element(
      'dl',
      {},
      element('dt', {}, 'You typed'),
      element('dd', {}, element('code', {}, ...underlined(text, warnings[0]?.column ?? 1))),
      element('dt', {}, 'Read as'),
      element('dd', {}, element('code', {}, printed || 'nothing: all of the archive')),
    ),
    ...warnings.map(({ column, reason }) => element('p', {}, `Column ${column}: ${reason}`)),
    printed !== text && element('p', {}, use),
  );
}

/** The text with the character at a column (from 1, in code points) underlined. @param {string} text @param {number} column */
function underlined(text, column) {
  const letters = Array.from(text);
  const bad = letters[column - 1];
  if (bad === undefined) return [text];
  return [letters.slice(0, column - 1).join(''), element('span', { class: 'bad' }, bad), letters.slice(column).join('')];
}
