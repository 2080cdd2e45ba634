import { article as load } from '../api.js';
import { copyOf, element, fill, icon, slot } from '../dom.js';
import { speakerHref } from '../model/address.js';
import { longDate } from '../model/dates.js';
import { standing } from '../model/permalink.js';
import { counted, plural } from '../model/words.js';
import { articleText } from '../parts/article-text.js';
import { articleTools } from '../parts/article-tools.js';
import { citationBox } from '../parts/citation-box.js';
import { keepMargin } from '../parts/margin.js';
import { addRelated } from '../parts/related.js';

/** @import { Article } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** One article with its quotes and names, and what the query of the search that led here finds in it.
 * @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function article({ name: id, params }, signal) {
  const q = params.get('q') ?? '';
  const found = await load(id, q, signal);
  const node = copyOf('article');
  const text = slot(node, 'text');
  text.append(...articleText(found));
  fill(node, 'back', ...back());
  fill(node, 'title', found.title);
  slot(node, 'title').classList.toggle('is-derived', found.title_derived);
  fill(node, 'kick', ...kicker(found));
  fill(node, 'sig', ...signature(found));
  slot(node, 'cite').replaceWith(citationBox('articles', id, 'Cite this article', signal));
  quotedHere(node, found);
  addRelated(slot(node, 'related'), found, q, signal);
  const goTo = articleTools(node, text);
  const target = (/** @type {string} */ hash) => {
    const asked = Number(/^quote-(\d+)$/.exec(hash)?.[1]);
    const { number, note } = standing(found.quotes, asked, params.get('hash') ?? '');
    slot(node, 'note').textContent = note;
    goTo(`quote-${number}`);
  };
  return { title: `${found.title} · Quotidian`, node, says: found.title, target, shown: () => keepMargin(text, signal) };
}

/** The way back to the list that the article was opened from. @returns {Node[]} */
function back() {
  const from = history.state?.back;
  if (!from) return [];
  return [element('a', { class: 'link', href: from.href }, icon('back'), from.label), element('p', {}, from.words)];
}

/** @param {Article} article @returns {Node[]} */
function kicker({ source, date, date_stated: stated, section }) {
  const when = date ? longDate(date) : stated ? `Undated (“${stated}”)` : 'Undated';
  const rest = [when, section].filter(Boolean).join(' · ');
  return source ? [element('b', {}, source), document.createTextNode(` · ${rest}`)] : [document.createTextNode(rest)];
}

/** @param {Article} article @returns {Node[]} */
function signature({ author, body, url, title_derived: derived }) {
  const words = body.split(/\s+/).filter(Boolean).length;
  const link = webLink(url);
  return [
    element('span', {}, author.length ? `By ${author.join(' and ')}` : 'No author given'),
    element('span', {}, plural(words, 'word')),
    ...(derived ? [element('span', {}, 'No headline: the first words')] : []),
    ...(link ? [element('a', { href: link, rel: 'noopener noreferrer', target: '_blank' }, 'Read at the source')] : []),
  ];
}

/** Only web addresses become links. @param {string} [url] */
function webLink(url) {
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}

/** @param {HTMLElement} node @param {Article} article */
function quotedHere(node, { quotes }) {
  /** @type {Map<string, {count: number, role?: string}>} */
  const people = new Map();
  for (const { speaker } of quotes) {
    const { count, role } = people.get(speaker.name ?? '') ?? { count: 0 };
    people.set(speaker.name ?? '', { count: count + 1, role: role ?? speaker.role?.text });
  }
  if (!people.size) return slot(node, 'quoted').remove();
  const rows = [...people]
    .sort(([, left], [, right]) => right.count - left.count)
    .map(([name, { count, role }]) =>
      element(
        'li',
        {},
        name ? element('a', { href: speakerHref(name) }, name) : element('i', {}, 'Nobody named'),
        element('span', { class: 'num' }, counted(count)),
        name && role && element('small', {}, role),
      ),
    );
  fill(node, 'speakers', ...rows);
}
