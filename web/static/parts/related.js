import { similar } from '../api.js';
import { element } from '../dom.js';
import { articleHref } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { plural } from '../model/words.js';
import { members, wholeGroup } from './copies.js';

/** @import { Article, ArticleHit, Group } from '../../types/wire.js' */

const SIMILAR = 5;
const COPIES = 4;

/** Puts other articles beside an article as they arrive: those of its story, and those like it. What is empty stays away.
 * @param {HTMLElement} place @param {Article} article @param {string} q @param {AbortSignal} signal */
export async function addRelated(place, { id, story }, q, signal) {
  const [copies, alike] = await Promise.allSettled([
    story.others ? members('articles', story, COPIES + 1, signal) : [],
    similar(id, SIMILAR, signal),
  ]);
  if (signal.aborted) return;
  if (copies.status === 'fulfilled') {
    const others = /** @type {ArticleHit[]} */ (copies.value).filter((one) => one.id !== id).slice(0, COPIES);
    place.append(...section(sameStoryWords(story), others, q, story.others > COPIES ? wholeGroup('articles', story) : null));
  }
  if (alike.status === 'fulfilled') place.append(...section('Similar articles', alike.value, q, null));
}

/** @param {Group} story */
function sameStoryWords({ others, sources }) {
  return sources.length ? `Same story in ${plural(sources.length, 'outlet')}` : `Same story, ${plural(others, 'more copy')}`;
}

/** @param {string} title @param {ArticleHit[]} hits @param {string} q @param {Node | null} rest @returns {Node[]} */
function section(title, hits, q, rest) {
  if (!hits.length) return [];
  const rows = hits.map((hit) =>
    element(
      'li',
      {},
      element('a', { href: articleHref(hit.id, { q }), class: hit.title_derived && 'is-derived' }, hit.title_text),
      element('small', {}, [hit.source, hit.date ? dateWords(hit.date) : 'Undated'].filter(Boolean).join(' · ')),
    ),
  );
  return [element('section', {}, element('h2', {}, title), element('ul', { class: 'also' }, ...rows), rest)];
}
