import { drawing, element, separated } from '../dom.js';
import { speakerHref } from '../model/address.js';
import { MERGED_WORDS, withoutPronouns } from '../model/profile.js';
import { counted, plural } from '../model/words.js';
import { longList } from './long-list.js';

/** @import { Counted, SpeakerProfile } from '../../types/wire.js' */
/** @import { Variant } from '../model/profile.js' */

const NAMES_FIRST = 6;
const ROWS_FIRST = 8;

/** How a speaker is printed, with which verbs, and beside whom.
 * @param {SpeakerProfile} profile @param {{folded: boolean, narrowed: boolean}} page */
export function columns(profile, { folded, narrowed }) {
  const unit = (/** @type {string} */ noun) => (narrowed && !folded ? `of all ${noun}` : noun);
  const three = element(
    'div',
    { class: 'three' },
    column('Printed as', unit('quotes'), printed(profile)),
    column('Verbs', unit('quotes'), verbs(profile)),
    column('Quoted with', unit('articles'), company(profile)),
  );
  if (!folded) return three;
  const facts = element('small', {}, `of all ${plural(profile.quotes, 'quote')}`);
  return element('details', { class: 'fold' }, element('summary', {}, 'Printed as, verbs, quoted with', ' ', facts), three);
}

/** @param {string} title @param {string} unit @param {Node[]} content */
function column(title, unit, content) {
  const none = element('p', { class: 'quiet' }, 'None in this archive');
  return element(
    'section',
    {},
    element('h2', { class: 'sect' }, title, ' ', element('small', {}, unit)),
    ...(content.length ? content : [none]),
  );
}

/** @param {SpeakerProfile} profile @returns {Node[]} */
function printed({ variants, total_variants: total }) {
  const { names, pronouns } = withoutPronouns(variants);
  const rows = names.map(({ words, count, merged_by: by }) =>
    element(
      'li',
      {},
      element('b', {}, words),
      element('span', { class: 'num' }, counted(count)),
      element('small', {}, MERGED_WORDS[by]),
    ),
  );
  const list = longList({ name: 'printed as', look: 'names', rows, first: NAMES_FIRST, total: total - pronouns.length });
  return [...(rows.length ? list : []), ...(pronouns.length ? [alsoCounted(pronouns)] : [])];
}

/** @param {Variant[]} pronouns */
function alsoCounted(pronouns) {
  const named = pronouns.slice(0, 3).map(({ words, count }) => document.createTextNode(`“${words}” ${counted(count)}`));
  return element(
    'p',
    { class: 'quiet' },
    'Also counted: pronouns such as ',
    ...separated(named, () => document.createTextNode(', ')),
  );
}

/** @param {SpeakerProfile} profile @returns {Node[]} */
function verbs({ cues, total_cues: total }) {
  const most = Math.max(...cues.map(({ count }) => count));
  const rows = cues.map(({ value, count }) =>
    element(
      'li',
      {},
      element('i', {}, value),
      drawing(
        'svg',
        { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
        drawing('rect', { width: (count / most) * 100, height: 8 }),
      ),
      element('span', { class: 'num' }, counted(count)),
    ),
  );
  return rows.length ? longList({ name: 'verbs', look: 'bars', rows, first: ROWS_FIRST, total }) : [];
}

/** @param {SpeakerProfile} profile @returns {Node[]} */
function company({ quoted_with: others, total_quoted_with: total }) {
  const rows = others.map((one) => companion(one));
  return rows.length ? longList({ name: 'quoted with', look: 'rows', rows, first: ROWS_FIRST, total }) : [];
}

/** @param {Counted} other */
function companion({ value, count }) {
  return element(
    'li',
    {},
    element('a', { href: speakerHref(value) }, value),
    element('span', { class: 'num' }, counted(count)),
  );
}
