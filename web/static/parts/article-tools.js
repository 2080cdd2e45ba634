import { slot } from '../dom.js';
import { stepper } from './stepper.js';

/** Steps from hit to hit and from quote to quote, and the switches. Gives the function that goes to a quote.
 * @param {HTMLElement} node @param {HTMLElement} text */
export function articleTools(node, text) {
  const hits = hitSteps(slot(node, 'hit-step'), text);
  const quotes = /** @type {HTMLElement[]} */ ([...text.querySelectorAll('.q[id]')]);
  const goToQuote = quoteSteps(slot(node, 'quote-step'), text, quotes);
  for (const [name, off] of [
    ['show-quotes', 'no-quotes'],
    ['show-names', 'no-names'],
  ]) {
    const box = /** @type {HTMLInputElement} */ (slot(node, name ?? ''));
    box.addEventListener('change', () => text.classList.toggle(off ?? '', !box.checked));
  }
  if (!quotes.length && !hits) slot(node, 'tools').remove();
  return (/** @type {string} */ hash) => {
    const index = quotes.findIndex((quote) => quote.id === hash);
    if (index >= 0) goToQuote(index);
  };
}

/** A hit may be of several pieces, where quotes and names begin inside it. Gives how many hits there are.
 * @param {HTMLElement} root @param {HTMLElement} text */
function hitSteps(root, text) {
  const pieces = /** @type {HTMLElement[]} */ ([...text.querySelectorAll('mark')]);
  const count = new Set(pieces.map((piece) => piece.dataset.hit)).size;
  const stand = (/** @type {number} */ index) => {
    const numbers = [...new Set(pieces.map((piece) => piece.dataset.hit))];
    for (const piece of pieces) piece.classList.toggle('is-at', piece.dataset.hit === numbers[index]);
    return pieces.find((piece) => piece.classList.contains('is-at'));
  };
  if (count) stepper(root, { noun: 'hit', count, stand });
  else root.remove();
  return count;
}

/** A quote over several paragraphs is one place. @param {HTMLElement} root @param {HTMLElement} text @param {HTMLElement[]} quotes */
function quoteSteps(root, text, quotes) {
  const stand = (/** @type {number} */ index) => {
    for (const piece of /** @type {NodeListOf<HTMLElement>} */ (text.querySelectorAll('.q')))
      piece.classList.toggle('is-target', piece.dataset.id === quotes[index]?.dataset.id);
    return quotes[index];
  };
  const go = stepper(root, { noun: 'quote', count: quotes.length, stand });
  if (!quotes.length) root.remove();
  return go;
}
