import { stats, total } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { apiParams, resultsHref, sameView } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { plural } from '../model/words.js';

/** @import { Stats } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */
/** @import { Condition } from './chips.js' */
/** `asked`: the parameters as the API takes them.
 * @typedef {{address: Address, kind: Kind, conditions: Condition[], asked: (params: URLSearchParams) => URLSearchParams, signal: AbortSignal}} Search */
/** Another search, and what it finds. @typedef {{href: string, words: (Node | string)[], count: number, noun: string}} Rung */

const TRIED_AT_MOST = 8;

/** What to do when nothing was found: leave one condition out, look in the other list, or know what there is.
 * @param {Search} search */
export function nothing(search) {
  const { kind, conditions, signal } = search;
  const view = copyOf('nothing');
  const several = conditions.length > 1;
  fill(view, 'title', several ? `No ${kind} match all of this` : `No ${kind} match`);
  const lede = slot(view, 'lede');
  lede.textContent = 'Looking for what comes near …';
  Promise.all([without(search), elsewhere(search), stats(signal)]).then(
    ([rungs, others, holdings]) => {
      const rows = [...rungs.sort((left, right) => right.count - left.count), ...others];
      lede.textContent = rungs.length
        ? 'Leave one out and there are:'
        : several
          ? 'Leaving out one of them is not enough.'
          : 'Other words may do, or a part of one with a star: ferr*';
      slot(view, 'outs').replaceChildren(...rows.map(row));
      fill(view, 'covers', covers(holdings));
    },
    () => lede.replaceChildren(),
  );
  return view;
}

/** @param {Search} search @returns {Promise<Rung[]>} */
async function without({ address, kind, conditions, asked, signal }) {
  if (conditions.length < 2) return [];
  const rungs = await Promise.all(
    conditions.slice(0, TRIED_AT_MOST).map(async (condition) => ({
      href: sameView(address, condition.without),
      words: ['without ', element('s', {}, named(condition))],
      count: await total(kind, asked(condition.without), signal),
      noun: kind.slice(0, -1),
    })),
  );
  return rungs.filter(({ count }) => count > 0);
}

/** The same search among articles instead of quotes, or the other way round. @param {Search} search @returns {Promise<Rung[]>} */
async function elsewhere({ address, kind, signal }) {
  if (address.view === 'speaker') return [];
  const other = kind === 'quotes' ? 'articles' : 'quotes';
  const count = await total(other, apiParams(other, address.params), signal);
  if (!count) return [];
  return [
    {
      href: resultsHref(other, address.params),
      words: ['the same search in ', element('b', {}, other)],
      count,
      noun: other.slice(0, -1),
    },
  ];
}

/** @param {Condition} condition */
function named({ label, field, excluded }) {
  return `${excluded ? 'not ' : ''}${field ? `${field}: ` : ''}${label}`;
}

/** @param {Rung} rung */
function row({ href, words, count, noun }) {
  return element(
    'li',
    {},
    element('a', { href }, element('span', {}, ...words), element('span', { class: 'num' }, plural(count, noun))),
  );
}

/** @param {Stats} stats */
function covers({ articles, quotes, sources, from, to }) {
  const span = from && to ? `, ${dateWords(from)} to ${dateWords(to)}` : '';
  return `This archive holds ${plural(articles, 'article')} and ${plural(quotes, 'quote')} from ${plural(sources, 'source')}${span}.`;
}
