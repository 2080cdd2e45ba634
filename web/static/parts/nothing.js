import { stats, total } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { apiParams, resultsHref, sameView } from '../model/address.js';
import { dateWords, shortRange } from '../model/dates.js';
import { GROUPS } from '../model/groups.js';
import { chosenIn, withoutIt } from '../model/remedies.js';
import { FIELD_NAMES, percent, plural, valueName } from '../model/words.js';

/** @import { Query, Remedy, Stats } from '../../types/wire.js' */
/** @import { Address, Kind } from '../model/address.js' */
/** @import { Condition } from './chips.js' */
/** @typedef {{address: Address, kind: Kind, query: Query, conditions: Condition[], signal: AbortSignal}} Search */
/** Another search, and what it finds. @typedef {{href: string, words: (Node | string)[], count: number, noun: string}} Rung */

/** What to do when nothing was found: leave one condition out, look in the other list, or know what there is.
 * @param {Search} search */
export function nothing(search) {
  const { kind, conditions, signal } = search;
  const view = copyOf('nothing');
  const several = conditions.length > 1;
  fill(view, 'title', several ? `No ${kind} match all of this` : `No ${kind} match`);
  const rungs = without(search).sort((left, right) => right.count - left.count);
  fill(view, 'lede', lede(rungs.length, several));
  slot(view, 'outs').append(...rungs.map(row));
  Promise.all([elsewhere(search), stats(signal)]).then(
    ([others, holdings]) => {
      slot(view, 'outs').append(...others.map(row));
      fill(view, 'covers', covers(holdings));
    },
    () => {},
  );
  return view;
}

/** @param {number} rungs @param {boolean} several */
function lede(rungs, several) {
  if (rungs) return 'Leave one out and there are:';
  return several ? 'Leaving out one of them is not enough.' : 'Other words may do, or a part of one with a star: ferr*';
}

/** The searches with one condition less, as the answer names them. One condition alone is no ladder: without it there is
 * the whole archive. @param {Search} search @returns {Rung[]} */
function without({ address, kind, query, conditions }) {
  const { view, name, params } = address;
  if (conditions.length < 2 && view !== 'speaker') return [];
  return (query.remedies ?? []).map((remedy) => {
    const rest = withoutIt(params, query, remedy);
    const isTheSpeaker = view === 'speaker' && remedy.field === 'speaker';
    return {
      href: isTheSpeaker ? resultsHref(kind, rest) : sameView(address, rest),
      words: ['without ', element('s', {}, isTheSpeaker ? `speaker: ${name}` : leftOut(params, kind, query, remedy))],
      count: remedy.count,
      noun: GROUPS[kind].document,
    };
  });
}

/** @param {URLSearchParams} params @param {Kind} kind @param {Query} query @param {Remedy} remedy */
function leftOut(params, kind, { clauses }, { leave_out: what, clause = -1, field }) {
  if (what === 'clause') return (clauses[clause]?.text ?? '').replace(/^-/, 'not ');
  if (what === 'dates') return shortRange(params.get('from') ?? '', params.get('to') ?? '');
  if (what === 'confidence') return `${percent(Number(params.get('confidence')))} sure or more`;
  if (what !== 'facet' || !field) return GROUPS[kind].chip;
  const values = chosenIn(params, field).map((one) => `${one.excluded ? 'not ' : ''}${valueName(field, one.value)}`);
  return `${FIELD_NAMES[field].toLowerCase()}: ${values.join(', ')}`;
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
      noun: GROUPS[other].document,
    },
  ];
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
