// The boxes that search the whole archive: that of the header, and that of the first screen.

import { changed, read, resultsHref } from './model/address.js';
import { Suggestions } from './parts/suggestions.js';
import { go, preview } from './router.js';

/** How many offers of each kind a box makes. */
const ROOM = { header: 3, first: 4 };

/** Searches when a form is sent; on a page of results already while somebody types. */
export function listenToForms() {
  const header = document.querySelector('.top [name=q]');
  if (header instanceof HTMLInputElement) offer(header, ROOM.header);
  document.addEventListener('submit', (event) => {
    const input = boxOf(event.target);
    if (!input) return;
    event.preventDefault();
    go(hrefFor(input.value));
  });
  document.addEventListener('input', ({ target }) => {
    const input = target instanceof HTMLInputElement ? boxOf(target.form) : null;
    if (input) import('./views/results.js');
    const { view } = read(new URL(location.href));
    if (input && (view === 'articles' || view === 'quotes')) preview(hrefFor(input.value));
  });
}

/** Makes a box offer names. @param {HTMLInputElement} input @param {number} [room] */
export function offer(input, room = ROOM.first) {
  new Suggestions(input, room);
}

/** @param {EventTarget | null} form */
function boxOf(form) {
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-search')) return null;
  return form.querySelector('input');
}

/** A new search keeps the tab and its filters; from any other page it starts afresh. @param {string} words */
function hrefFor(words) {
  const { view, params } = read(new URL(location.href));
  const listed = view === 'articles' || view === 'quotes';
  const kind = view === 'quotes' ? 'quotes' : 'articles';
  return resultsHref(kind, changed(listed ? params : new URLSearchParams(), { q: words.trim(), sort: '' }));
}
