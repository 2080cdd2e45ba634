import { copyOf, slot } from '../dom.js';
import { MOST_QUERIES } from '../model/trends.js';

/** A comparison of nothing yet offers two. */
const FIRST_INPUTS = ['', ''];

/** The queries, each in an input of its own. @param {HTMLElement} root @param {string[]} queries
 * @param {(queries: string[]) => void} commit */
export function trendForm(root, queries, commit) {
  const list = slot(root, 'queries');
  const inputs = () => [...list.querySelectorAll('input')];
  const add = (/** @type {string} */ query) => {
    const row = copyOf('trend-query');
    list.append(row);
    inputOf(row).value = query;
    slot(row, 'remove').addEventListener('click', () => remove(row));
    number(root);
  };
  const remove = (/** @type {HTMLElement} */ row) => {
    row.remove();
    number(root);
    slot(root, 'add').focus();
    if (queries.includes(inputOf(row).value.trim())) commit(inputs().map(({ value }) => value));
  };
  for (const query of queries.length ? queries : FIRST_INPUTS) add(query);
  slot(root, 'add').addEventListener('click', () => {
    add('');
    inputs().at(-1)?.focus();
  });
  slot(root, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    commit(inputs().map(({ value }) => value));
  });
}

/** @param {HTMLElement} row */
function inputOf(row) {
  return /** @type {HTMLInputElement} */ (slot(row, 'input'));
}

/** Names the inputs by their place. @param {HTMLElement} root */
function number(root) {
  const rows = [...slot(root, 'queries').children];
  rows.forEach((row, index) => {
    slot(row, 'label').textContent = `Query ${index + 1}`;
    slot(row, 'input').dataset.focus = `query-${index + 1}`;
    slot(row, 'remove').setAttribute('aria-label', `Remove query ${index + 1}`);
  });
  slot(root, 'add').hidden = rows.length >= MOST_QUERIES;
  slot(root, 'full').hidden = rows.length < MOST_QUERIES;
}
