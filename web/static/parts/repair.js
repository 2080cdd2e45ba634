import { element } from '../dom.js';

/** @import { Query } from '../../types/wire.js' */

/** Says what was wrong with a query and how it was read, and what was not looked for in full.
 * @param {Query} query @param {(q: string) => string} hrefOf the address of the search with other words @returns {Node | null} */
export function repair(query, hrefOf) {
  const { warnings } = query;
  if (!warnings.length) return null;
  const unread = warnings.filter(({ column }) => column !== undefined);
  return element(
    'div',
    { class: 'note' },
    ...(unread.length ? readAs(query, unread[0]?.column ?? 1) : []),
    ...warnings.map(({ column, reason }) =>
      element('p', {}, ...withCode(sentence(column ? `Column ${column}: ${reason}` : reason))),
    ),
    unread.length > 0 &&
      query.printed !== query.text &&
      element('p', {}, element('a', { href: hrefOf(query.printed) }, 'Use the repaired search')),
  );
}

/** @param {Query} query @param {number} column */
function readAs({ text, printed }, column) {
  return [
    element(
      'dl',
      {},
      element('dt', {}, 'You typed'),
      element('dd', {}, element('code', {}, ...underlined(text, column))),
      element('dt', {}, 'Read as'),
      element('dd', {}, element('code', {}, printed || 'nothing: all of the archive')),
    ),
  ];
}

/** @param {string} text */
function sentence(text) {
  return `${text}.`.replace(/\.\.$/, '.');
}

/** Text with what stands in backticks as code. @param {string} text @returns {(Node | string)[]} */
function withCode(text) {
  return text.split('`').map((piece, index) => (index % 2 ? element('code', {}, piece) : piece));
}

/** The text with the character at a column (from 1, in code points) underlined. @param {string} text @param {number} column */
function underlined(text, column) {
  const letters = Array.from(text);
  const bad = letters[column - 1];
  if (bad === undefined) return [text];
  return [letters.slice(0, column - 1).join(''), element('span', { class: 'bad' }, bad), letters.slice(column).join('')];
}
