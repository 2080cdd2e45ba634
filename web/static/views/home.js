import { search, speakers as mostQuoted, stats as figures } from '../api.js';
import { copyOf, drawing, element, fill, slot } from '../dom.js';
import { resultsHref, speakerHref } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { bars } from '../model/histogram.js';
import { counted, plural } from '../model/words.js';
import { ribbon } from '../parts/ribbon.js';
import { addVerifying, examples, waysIn } from '../parts/ways-in.js';
import { go } from '../router.js';
import { offer } from '../search-box.js';

/** @import { SpeakerCount, Stats, Timeline } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

const SPEAKERS_LISTED = 7;

/** The first screen: what the archive holds, and ways in. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function home(_, signal) {
  const [stats, quoted, answer] = await Promise.all([
    figures(signal),
    mostQuoted(new URLSearchParams({ sort: 'count', per_page: String(SPEAKERS_LISTED) }), signal),
    search('articles', new URLSearchParams('per_page=1&facet_values=3'), signal),
  ]);
  const node = copyOf('home');
  const facets = answer.facets ?? [];
  fill(
    node,
    'title',
    stats.articles ? `Who said what, and when, in ${plural(stats.articles, 'article')}` : 'This archive is still empty',
  );
  fill(node, 'speakers', ...quoted.speakers.map((one, index) => rank(one, index, signal)));
  fill(node, 'all', quoted.total > quoted.speakers.length && `All ${plural(quoted.total, 'speaker')}`);
  fill(node, 'tries', element('span', {}, 'For example'), ...examples(facets));
  fill(node, 'ways', ...waysIn(facets, quoted.speakers, answer.timeline));
  if (quoted.speakers[0]) addVerifying(slot(node, 'ways'), quoted.speakers[0].name, signal);
  if (answer.timeline?.buckets.length) slot(node, 'ribbon').replaceWith(wholeArchive(answer.timeline, stats));
  const box = /** @type {HTMLInputElement} */ (slot(node, 'title').parentElement?.querySelector('input'));
  offer(box);
  return { title: 'Quotidian', node, shown: () => box.focus({ preventScroll: true }) };
}

/** @param {Timeline} timeline @param {Stats} stats */
function wholeArchive(timeline, stats) {
  const choose = (/** @type {{from?: string, to?: string}} */ { from = '', to = '' }) =>
    go(resultsHref('articles', new URLSearchParams({ from, to })));
  const root = ribbon({ timeline, kind: 'articles', from: '', to: '', measure: 'count', handles: false, choose });
  for (const name of ['change', 'dates', 'whole', 'measure']) slot(root, name).remove();
  fill(root, 'what', holds(stats));
  return root;
}

/** One honest sentence. @param {Stats} stats */
function holds({ articles, quotes, speakers, sources, from, to }) {
  /** @param {number} value @param {string} noun */
  const figure = (value, noun) => [element('b', {}, counted(value)), ` ${value === 1 ? noun : `${noun}s`}`];
  return element(
    'p',
    { class: 'stats' },
    ...figure(articles, 'article'),
    ' and ',
    ...figure(quotes, 'quote'),
    ' by ',
    ...figure(speakers, 'speaker'),
    ', from ',
    ...figure(sources, 'source'),
    from && to ? `, ${dateWords(from)} to ${dateWords(to)}` : '',
  );
}

/** @param {SpeakerCount} one @param {number} index @param {AbortSignal} signal */
function rank({ name, quotes }, index, signal) {
  const spark = drawing('svg', { class: 'spark', viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  search('quotes', new URLSearchParams({ speaker: name, facets: 'none', per_page: '1' }), signal).then(
    ({ timeline }) => {
      const buckets = timeline?.buckets ?? [];
      spark.setAttribute('viewBox', `0 0 ${buckets.length * 10} 100`);
      spark.replaceChildren(
        ...bars(buckets, 'count', { first: 0, last: buckets.length }).map(({ inside: _, ...box }) => drawing('rect', box)),
      );
    },
    () => {},
  );
  return element(
    'li',
    {},
    element('span', { class: 'num', 'aria-hidden': 'true' }, String(index + 1)),
    element('span', {}, element('a', { href: speakerHref(name) }, name)),
    spark,
    element('span', { class: 'num' }, counted(quotes), element('span', { class: 'vh' }, ' quotes')),
  );
}
