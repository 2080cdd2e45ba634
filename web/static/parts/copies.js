import { hits } from '../api.js';
import { announce, element } from '../dom.js';
import { articleHref, resultsHref } from '../model/address.js';
import { copiesWords, wholeGroupWords } from '../model/copies.js';
import { shortDate } from '../model/dates.js';
import { GROUPS } from '../model/groups.js';
import { plural } from '../model/words.js';

/** @import { ArticleHit, Group, QuoteHit } from '../../types/wire.js' */
/** @import { Kind } from '../model/address.js' */

const LISTED = 10;

/** The near-duplicates of a hit, to be opened in place; `null` if there are none.
 * @param {Kind} kind @param {string} id of the hit @param {Group} group @param {string} q what was searched for */
export function copies(kind, id, group, q) {
  if (!group.others) return null;
  const list = element('ul');
  const note = element('p', { class: 'quiet' }, 'Loading …');
  const details = element('details', { class: 'story' }, element('summary', {}, copiesWords(group)), list, note);
  let asked = false;
  details.addEventListener('toggle', async () => {
    if (!details.open || asked) return;
    asked = true;
    try {
      const rows = await copyRows(kind, id, group, q);
      list.replaceChildren(...rows);
      note.replaceChildren(wholeGroup(kind, group));
      announce(`${plural(rows.length, 'copy')} listed`);
    } catch {
      asked = false;
      note.textContent = 'They could not be loaded. Close and open this to try again.';
    }
  });
  return details;
}

/** The link to the list of a whole group. @param {Kind} kind @param {Group} group */
export function wholeGroup(kind, group) {
  const href = resultsHref(kind, new URLSearchParams({ [GROUPS[kind].name]: group.id }));
  return element('a', { class: 'link', href }, wholeGroupWords(kind, group));
}

/** @param {Kind} kind @param {string} id @param {Group} group @param {string} q */
async function copyRows(kind, id, group, q) {
  const found = await members(kind, group, LISTED + 1, new AbortController().signal);
  return found
    .filter((one) => one.id !== id)
    .slice(0, LISTED)
    .map((hit) => {
      const [head, at] = 'article' in hit ? [hit.article, { q, quote: hit.number }] : [{ ...hit, title: hit.title_text }, { q }];
      return element(
        'li',
        {},
        element('span', {}, head.source ?? 'No source given'),
        element('a', { href: articleHref(head.id, at) }, head.title),
        element('time', { datetime: head.date }, head.date ? shortDate(head.date) : 'Undated'),
      );
    });
}

/** The first of a group, as they were printed. @param {Kind} kind @param {Group} group @param {number} count @param {AbortSignal} signal
 * @returns {Promise<(ArticleHit | QuoteHit)[]>} */
export async function members(kind, { id }, count, signal) {
  const params = new URLSearchParams({ [GROUPS[kind].name]: id, sort: 'oldest', per_page: String(count) });
  return (await hits(kind, params, signal)).hits;
}
