import { article as load } from '../api.js';
import { copyOf, element, fill, icon, slot } from '../dom.js';
import { speakerHref } from '../model/address.js';
import { citation } from '../model/citation.js';
import { longDate } from '../model/dates.js';
import { counted, plural } from '../model/words.js';
import { articleText } from '../parts/article-text.js';
import { articleTools } from '../parts/article-tools.js';
import { copyOnClick } from '../parts/copy.js';
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
  fill(node, 'citation', citation(found));
  copyOnClick(node, () => `${citation(found)}\n${webLink(found.url) ?? location.href}`);
  quotedHere(node, found);
  addRelated(slot(node, 'related'), found, q, signal);
  const target = articleTools(node, text);
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
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { speaker } of quotes) counts.set(speaker.name ?? '', (counts.get(speaker.name ?? '') ?? 0) + 1);
  if (!counts.size) return slot(node, 'quoted').remove();
  const rows = [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([name, count]) =>
      element(
        'li',
        {},
        name ? element('a', { href: speakerHref(name) }, name) : element('i', {}, 'Nobody named'),
        element('span', { class: 'num' }, counted(count)),
      ),
    );
  fill(node, 'speakers', ...rows);
}
