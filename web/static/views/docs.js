import { description, hits } from '../api.js';
import { copyOf, element, fill } from '../dom.js';
import { groups } from '../model/openapi.js';

/** @import { Address } from '../model/address.js' */
/** @import { Answer, Field, Operation, Parameter } from '../model/openapi.js' */
/** @import { Page } from '../router.js' */

/** The HTTP API, from its own description, with examples that this archive answers.
 * @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function docs(_, signal) {
  const [document, quotes] = await Promise.all([
    description(signal),
    hits('quotes', new URLSearchParams({ per_page: '1' }), signal),
  ]);
  const quote = quotes.hits[0];
  const known = { articles: quote?.article.id, quotes: quote?.id, speakers: quote?.speaker.name };
  const node = copyOf('docs');
  fill(node, 'about', document.info.description);
  fill(node, 'groups', ...groups(document, known).map(group));
  return { title: 'The API · Quotidian', node, target };
}

/** Opens the operation that the address names. @param {string} id */
function target(id) {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLDetailsElement)) return;
  found.open = true;
  found.scrollIntoView();
}

/** @param {{name: string, operations: Operation[]}} group */
function group({ name, operations }) {
  return element('section', {}, element('h2', { class: 'sect' }, name), ...operations.map(operation));
}

/** @param {Operation} operation */
function operation({ id, method, path, title, about, parameters, body, answers, example }) {
  const head = element('code', {}, `${method} ${path}`);
  return element(
    'details',
    { class: 'op', id },
    element('summary', {}, head, element('span', {}, title)),
    about && element('p', {}, ...prose(about)),
    example && element('p', { class: 'op__try' }, 'For example ', element('a', { href: example }, example)),
    parameters.length > 0 && table(parameters),
    body.length > 0 && element('div', {}, element('h3', {}, 'What is sent'), list(body)),
    element('h3', {}, 'Answers'),
    element('ul', { class: 'op__answers' }, ...answers.map(answer)),
  );
}

/** @param {Parameter[]} parameters */
function table(parameters) {
  const heads = ['Parameter', 'Value', 'What it does'].map((text) => element('th', { scope: 'col' }, text));
  const rows = parameters.map(({ name, type, usual, required, about, example }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, name)),
      element('td', {}, type, usual && `; ${usual} if absent`, required && '; required'),
      element('td', {}, ...prose(about), example && ' For example ', example && element('code', {}, example)),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
}

/** @param {Answer} answer */
function answer({ status, about, type, parts }) {
  const line = [element('code', {}, status), ' ', ...prose(about), ' ', element('span', { class: 'quiet' }, type)];
  if (parts.length === 0) return element('li', {}, ...line);
  return element('li', {}, element('details', {}, element('summary', {}, ...line), list(parts)));
}

/** @param {Field[]} fields @returns {HTMLUListElement} */
function list(fields) {
  return element('ul', { class: 'fields' }, ...fields.map(field));
}

/** @param {Field} field */
function field({ name, type, about, required, parts }) {
  const kind = element('span', { class: 'quiet' }, required ? type : `${type}, may be absent`);
  return element('li', {}, element('code', {}, name), ' ', kind, about && ': ', ...prose(about), parts.length > 0 && list(parts));
}

/** Sentences, in which names stand between backticks. @param {string} text */
function prose(text) {
  const pieces = text.replace(/([^.?!])$/, '$1.').split('`');
  return pieces.map((piece, index) => (index % 2 ? element('code', {}, piece) : piece));
}
