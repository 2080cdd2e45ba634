// The styles that only some views need come with the first of them.

import { element } from './dom.js';

/** In the order in which they stand in the page, whichever comes first. */
const ORDER = /** @type {const} */ ([
  'ribbon',
  'results',
  'filters',
  'quotes',
  'article',
  'cite',
  'stories',
  'home',
  'speaker',
  'verify',
  'trends',
  'help',
  'docs',
]);

/** @typedef {typeof ORDER[number]} Style */

/** @type {Map<Style, {link: HTMLLinkElement, loaded: Promise<unknown>}>} */
const known = new Map();

/** Waits for a file of `style/`. Without it the page is shown all the same. @param {Style} name */
export function styled(name) {
  const { loaded } = known.get(name) ?? load(name);
  return loaded;
}

/** @param {Style} name */
function load(name) {
  const link = element('link', { rel: 'stylesheet', href: `/static/style/${name}.css` });
  const loaded = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
  const next = ORDER.slice(ORDER.indexOf(name) + 1).flatMap((later) => known.get(later)?.link ?? [])[0];
  (next ?? document.querySelector('link[href$="narrow.css"]'))?.before(link);
  known.set(name, { link, loaded });
  return { link, loaded };
}
