import { element } from '../dom.js';
import { exportHref } from '../model/address.js';

/** @import { Kind } from '../model/address.js' */

const FORMATS = [
  ['csv', 'CSV', 'a table'],
  ['jsonl', 'JSON Lines', 'for programs'],
  ['atom', 'Atom', 'a feed to follow'],
  ['bib', 'BibTeX', 'for citing'],
  ['ris', 'RIS', 'for citing'],
  ['csl.json', 'CSL JSON', 'for citing'],
  ['txt', 'Text', 'citations to read'],
];

/** All results as files. @param {Kind} kind @param {URLSearchParams} asked the search, as the API takes it
 * @param {{words: string, look: 'link' | 'btn'}} [button] that opens them */
export function downloads(kind, asked, { words, look } = { words: 'Download', look: 'link' }) {
  const links = FORMATS.map(([suffix = '', name, use = '']) =>
    element('li', {}, element('a', { href: exportHref(kind, asked, suffix) }, name, ' ', element('small', {}, use))),
  );
  const root = element(
    'details',
    { class: 'menu' },
    element('summary', { class: look }, words),
    element('ul', { tabindex: -1 }, ...links),
  );
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    root.open = false;
    root.querySelector('summary')?.focus();
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) root.open = false;
  });
  return root;
}
