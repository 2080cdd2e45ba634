import { Problem } from '../api.js';
import { copyOf, element, fill } from '../dom.js';
import { reload } from '../router.js';

/** @import { Page } from '../router.js' */

/** A page that is not there. @returns {Promise<Page>} */
export async function missing() {
  return page('There is no page here', `Nothing stands at ${location.pathname}.`, home());
}

/** What went wrong, in one sentence, and what to do. @param {unknown} problem @returns {Page} */
export function trouble(problem) {
  if (!(problem instanceof Problem)) return page('This page could not be drawn', 'The answer was not as expected.', again());
  const { status, detail, title, suggestion } = problem.details;
  const words = sentence([detail || title, suggestion && `Did you mean “${suggestion}”?`]);
  if (status === 404) return page('Not in this archive', words, home());
  return page(status === 400 ? 'This address cannot be read' : 'No answer', words, again());
}

/** @param {string} title @param {string} detail @param {Node} way @returns {Page} */
function page(title, detail, way) {
  const node = copyOf('problem');
  fill(node, 'title', title);
  fill(node, 'detail', detail);
  fill(node, 'ways', way);
  return { title: `${title} · Quotidian`, node, says: `${title}. ${detail}` };
}

/** @param {(string | undefined | false)[]} parts */
function sentence(parts) {
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part) => `${String(part).charAt(0).toUpperCase()}${String(part).slice(1)}`.replace(/([^.?!”])$/, '$1.'))
    .join(' ');
}

function home() {
  return element('a', { class: 'btn', href: '/' }, 'Start from the first page');
}

function again() {
  const button = element('button', { class: 'btn', type: 'button' }, 'Try again');
  button.addEventListener('click', reload);
  return button;
}
