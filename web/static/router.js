// From an address to a page, and back: links, the back button, scroll, focus and the title.

import { Problem } from './api.js';
import { announce } from './dom.js';
import { read } from './model/address.js';
import { keepPlace } from './place.js';
import { closeSheet } from './parts/sheet.js';
import { here, makeStep, stepped, typeOver } from './steps.js';

/** @import { Address, View as Name } from './model/address.js' */

/** A view's answer: what to show and what to call it. `shown` runs once it stands in the document; `empty` has no results.
 * @typedef {{title: string, node: HTMLElement, says?: string, back?: {label: string, words: string},
 *   filters?: boolean, empty?: boolean, shown?: () => void, target?: (hash: string) => void}} Page */
/** @typedef {(address: Address, signal: AbortSignal) => Promise<Page>} View */

const DIM_AFTER_MS = 150;
/** Half a word mostly finds nothing: while somebody types, that is shown only when the typing rests. */
const EMPTY_AFTER_MS = 600;

/** @type {Record<Name, View>} */
let views;
/** @type {(problem: unknown) => Page} */
let trouble;
/** @type {{page: Page, address: Address, href: string} | null} */
let current = null;
let request = new AbortController();
const main = /** @type {HTMLElement} */ (document.getElementById('main'));

/** @param {Record<Name, View>} table @param {(problem: unknown) => Page} whenBroken */
export function start(table, whenBroken) {
  views = table;
  trouble = whenBroken;
  history.scrollRestoration = 'manual';
  // The first screen has a box of its own: that of the header is not shown for a moment before it.
  document.body.dataset.view = read(new URL(location.href)).view;
  document.addEventListener('click', follow);
  addEventListener('popstate', () => {
    stepped();
    if (onlyHashChanged()) target();
    else show({ scroll: history.state?.scroll ?? 0 });
  });
  addEventListener('scroll', rememberScroll, { passive: true });
  show({ scroll: history.state?.scroll ?? 0 });
}

/** Goes to an address of this site as a new step of the history. @param {string} href */
export function go(href) {
  const back = current?.page.back ? { href: current.href, ...current.page.back } : history.state?.back;
  keepScroll();
  makeStep(href, { back });
  show({});
}

/** Shows an address while it is being typed: the step of the history stays the same one. @param {string} href */
export function preview(href) {
  if (href === here()) return;
  typeOver(href);
  show({ typing: true });
}

/** Loads the same address again. */
export function reload() {
  show({ scroll: scrollY });
}

/** @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target || link.origin !== location.origin || link.getAttribute('href')?.startsWith('#')) return;
  if (read(new URL(link.href)).view === 'missing') return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

/** @param {{scroll?: number, typing?: boolean}} how `scroll`: where to stand; without it, as fits the step */
async function show({ scroll, typing }) {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const address = read(new URL(location.href));
  const dim = setTimeout(() => main.classList.add('is-busy'), DIM_AFTER_MS);
  signal.addEventListener('abort', () => clearTimeout(dim));
  /** @type {Page} */
  let page;
  try {
    page = await views[address.view](address, signal);
    if (typing && page.empty) await rest(EMPTY_AFTER_MS, signal);
  } catch (problem) {
    if (signal.aborted) return;
    if (!(problem instanceof Problem)) console.error(problem);
    page = trouble(problem);
  }
  if (signal.aborted) return;
  clearTimeout(dim);
  main.classList.remove('is-busy');
  draw(page, address, scroll);
}

/** @param {number} milliseconds @param {AbortSignal} signal */
function rest(milliseconds, signal) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', resolve);
  });
}

/** @param {Page} page @param {Address} address @param {number} [scroll] */
function draw(page, address, scroll) {
  const before = current?.address;
  const sameList =
    before?.view === address.view &&
    before.name === address.name &&
    ['page', 'cursor'].every((key) => before.params.get(key) === address.params.get(key));
  current = { page, address, href: location.pathname + location.search };
  document.title = page.title;
  document.body.dataset.view = address.view;
  for (const link of document.querySelectorAll('.nav [data-view]')) {
    if (link.getAttribute('data-view') === address.view) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  for (const box of document.querySelectorAll('.top [name=q]')) {
    if (box instanceof HTMLInputElement && document.activeElement !== box) box.value = wordsOf(address);
  }
  if (!page.filters) closeSheet();
  keepPlace(() => {
    main.replaceChildren(page.node);
    page.shown?.();
  });
  if (scroll !== undefined) scrollTo(0, scroll);
  else if (!sameList) scrollTo(0, 0);
  if (before && document.activeElement === document.body) main.focus({ preventScroll: true });
  if (address.hash && !scroll) target();
  // Where nothing scrolls, no event says so.
  rememberScroll();
  if (page.says) announce(page.says);
}

/** The words in the header's box: those of a search of the whole archive, also beside an article that it found. @param {Address} address */
function wordsOf({ view, params }) {
  return view === 'articles' || view === 'quotes' || view === 'article' ? (params.get('q') ?? '') : '';
}

function onlyHashChanged() {
  return current !== null && current.href === location.pathname + location.search && location.hash !== '';
}

function target() {
  current?.page.target?.(location.hash.slice(1));
}

let remembering = 0;
function rememberScroll() {
  clearTimeout(remembering);
  const href = location.href;
  remembering = window.setTimeout(() => {
    if (href === location.href) keepScroll();
  }, 200);
}

/** Writes into the present step where the reader stands, to be found there on the way back. */
function keepScroll() {
  history.replaceState({ ...history.state, scroll: scrollY }, '');
}
