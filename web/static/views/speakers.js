import { speakers as list } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { changed, sameView, speakerHref } from '../model/address.js';
import { shortRange } from '../model/dates.js';
import { counted, plural } from '../model/words.js';
import { onTyping } from '../parts/live-input.js';
import { pager } from '../parts/pager.js';
import { go, preview } from '../router.js';

/** @import { SpeakerCount } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

const PER_PAGE = 50;

/** Everybody who is quoted by name. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function speakers(address, signal) {
  const { params } = address;
  const words = params.get('q') ?? '';
  const order = params.get('sort') === 'name' ? 'name' : 'count';
  const asked = new URLSearchParams({ q: words, sort: order, page: params.get('page') ?? '1', per_page: String(PER_PAGE) });
  const found = await list(asked, signal);
  const node = copyOf('speakers');
  const count = plural(found.total, 'speaker');
  fill(node, 'count', count);
  fill(node, 'rows', ...found.speakers.map(row));
  if (found.total) slot(node, 'nobody').remove();
  fill(node, 'pager', ...pager(address, { ...found, hits: found.speakers }, 'speaker'));
  for (const one of ['count', 'name']) {
    const link = slot(node, `by-${one}`);
    link.setAttribute('href', sameView(address, changed(params, { sort: one === 'name' ? one : '' })));
    if (one === order) link.setAttribute('aria-current', 'true');
  }
  finding(node, address, words);
  return { title: `${words ? `${words} · ${count}` : `${count}`} · Quotidian`, node, says: count };
}

/** Finds while somebody types. @param {HTMLElement} node @param {Address} address @param {string} words */
function finding(node, address, words) {
  const input = /** @type {HTMLInputElement} */ (slot(node, 'input'));
  input.value = words;
  const href = () => sameView(address, changed(address.params, { q: input.value.trim() }));
  onTyping(input, () => preview(href()));
  slot(node, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    go(href());
  });
}

/** @param {SpeakerCount} one */
function row({ name, quotes, first, last }) {
  return element(
    'li',
    {},
    element('a', { href: speakerHref(name) }, name),
    element('span', { class: 'quiet' }, first && last ? shortRange(first, last) : 'Undated'),
    element('span', { class: 'num' }, element('b', {}, counted(quotes)), quotes === 1 ? ' quote' : ' quotes'),
  );
}
