import { copyOf, element, fill, icon, separated, slot } from '../dom.js';
import { articleHref, speakerHref } from '../model/address.js';
import { counted, plural } from '../model/words.js';
import { copies } from './copies.js';
import { dateline } from './dateline.js';
import { marked } from './segments.js';

/** @import { ArticleHit } from '../../types/wire.js' */

const SPEAKERS_SHOWN = 3;

/** One article in the list of results. @param {ArticleHit} hit @param {string} q what was searched for */
export function articleHit(hit, q) {
  const item = copyOf('article-hit');
  const link = /** @type {HTMLAnchorElement} */ (slot(item, 'link'));
  link.href = articleHref(hit.id, { q });
  link.replaceChildren(...marked(hit.title));
  link.classList.toggle('is-derived', hit.title_derived);
  fill(item, 'dateline', ...dateline(hit));
  fill(item, 'by', byLine(hit));
  fill(
    item,
    'snippets',
    ...separated(
      hit.snippets.map((segments) => element('span', {}, ...marked(segments))),
      () => element('span', { class: 'gap' }, ' … '),
    ),
  );
  fill(item, 'heard', ...heard(hit));
  fill(item, 'copies', copies('articles', hit.id, hit.story, q));
  return item;
}

/** @param {ArticleHit} hit */
function byLine({ author, section, title_derived: derived }) {
  return [derived && 'No headline: the first words', author.join(' and ') || 'No author given', section]
    .filter(Boolean)
    .join(' · ');
}

/** Who is quoted in it. @param {ArticleHit} hit @returns {Node[]} */
function heard({ quote_count: quotes, speakers }) {
  if (!quotes) return [];
  // One more by name takes no more room than "1 other".
  const room = speakers.length === SPEAKERS_SHOWN + 1 ? speakers.length : SPEAKERS_SHOWN;
  const shown = speakers.slice(0, room).map(({ name, count }) => {
    const figure = element('span', { class: 'num' }, counted(count));
    return name
      ? element('a', { href: speakerHref(name) }, `${name} `, figure)
      : element('span', {}, element('i', {}, 'Nobody named'), ' ', figure);
  });
  const rest = speakers.slice(room);
  const others =
    rest.length > 0 &&
    element(
      'span',
      { class: 'heard__others' },
      `${plural(rest.length, 'other')} `,
      element('span', { class: 'num' }, counted(rest.reduce((sum, { count }) => sum + count, 0))),
    );
  const label = element('span', { class: 'heard__n' }, icon('quotidian'), plural(quotes, 'quote'));
  return [label, ...shown, ...(others ? [others] : [])];
}
