// How a verdict is put into words, and two wordings side by side.

import { dateWords } from './dates.js';
import { counted, plural } from './words.js';

/** @import { ArticleHead, Match, Verification } from '../../types/wire.js' */
/** A text, or a name that leads to what its bearer said. @typedef {string | {speaker: string}} Phrase */
/** `care`: a reader should look twice. @typedef {{care: boolean, phrases: Phrase[]}} Remark */

export const VERDICTS = {
  verbatim: { name: 'Word for word', sign: '✓', look: 'ok' },
  close: { name: 'Close, not the same', sign: '≈', look: 'near' },
  absent: { name: 'Not in this archive', sign: '–', look: 'none' },
};

const NAMES_LISTED = 3;
const TITLE_LETTERS = 60;

/** "Word for word: “We will not tax the tide”". @param {Verification['verdict']} verdict @param {string} text */
export function titleWords(verdict, text) {
  const letters = Array.from(text.replace(/\s+/g, ' '));
  const short = letters.length > TITLE_LETTERS ? `${letters.slice(0, TITLE_LETTERS).join('').trimEnd()} …` : letters.join('');
  return `${VERDICTS[verdict].name}: “${short}”`;
}

/** What there is to say of the words. @param {Verification} verification @param {string} speaker asked about
 * @returns {Remark[]} */
export function remarks(verification, speaker) {
  const { matches, verdict, words } = verification;
  const [closest] = matches;
  const plain = (/** @type {string} */ text) => ({ care: false, phrases: [text] });
  if (!closest) return [plain('That it is not in this archive does not say that it was not said.')];
  const cut = cutWords(closest);
  return [
    ...(cut ? [{ care: true, phrases: [cut] }] : []),
    ...(verdict === 'close'
      ? [plain(`${differingWords(closest, 'the closest printing')}, of the ${counted(words)} given.`)]
      : []),
    plain(printedWords(verification)),
    attribution(verification, speaker),
  ];
}

/** A remark as text. @param {Remark} remark */
export function spokenRemark({ phrases }) {
  return phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.speaker)).join('');
}

/** "2 words differ from yours". @param {Match} match @param {string} other what they differ from */
export function differingWords({ differing }, other) {
  return `${plural(differing, 'word')} ${differing === 1 ? 'differs' : 'differ'} from ${other}`;
}

/** The warning that a "not" was cut, or nothing. @param {Match} match */
export function cutWords({ cut_negations: cut }) {
  if (!cut.length) return '';
  const words = [...new Set(cut.map((word) => `“${word}”`))];
  return `Check: the sentence printed has a ${listed(words)} that the words given leave out.`;
}

/** How many articles print the words. @param {Verification} verification */
function printedWords({ verdict, total, matches }) {
  const equal = matches.filter((match) => match.verdict === verdict);
  if (verdict === 'close') {
    const none = 'No article prints exactly these words.';
    if (matches.length < total) return `${none} ${plural(total, 'article')} print words close to them; the closest stand first.`;
    return `${none} Words close to them stand in ${printings(equal)}.`;
  }
  if (matches.length < total) {
    const all =
      equal.length === matches.length ? 'are all' : `include ${counted(equal.length)} that ${equal.length === 1 ? 'is' : 'are'}`;
    return `${plural(total, 'article')} print these words, or words close to them. The ${counted(matches.length)} shown ${all} word for word the same.`;
  }
  const rest = total - equal.length;
  const others = rest ? ` ${plural(rest, 'other')} ${rest === 1 ? 'prints' : 'print'} words close to it.` : '';
  return `Printed exactly so in ${printings(equal)}.${others}`;
}

/** "3 articles of 2 outlets, first on 14 March 2024". @param {Match[]} matches */
function printings(matches) {
  const heads = matches.map(articleOf);
  const outlets = new Set(heads.flatMap(({ source }) => source ?? [])).size;
  const first = heads.flatMap(({ date }) => date ?? []).sort()[0];
  const several = heads.length > 1;
  return [
    plural(heads.length, 'article'),
    several && outlets > 0 && ` of ${plural(outlets, 'outlet')}`,
    first && `, ${several ? 'first ' : ''}on ${dateWords(first)}`,
  ]
    .filter(Boolean)
    .join('');
}

/** The article that prints a match. @param {Match} match */
export function articleOf({ quote, passage }) {
  return /** @type {ArticleHead} */ ((quote ?? passage)?.article);
}

/** To whom the words are attributed. @param {Verification} verification @param {string} asked @returns {Remark} */
function attribution({ verdict, speaker, matches }, asked) {
  const equal = matches.filter((match) => match.verdict === verdict);
  const named = (/** @type {Match['speaker'][]} */ ...kinds) => names(equal.filter((match) => kinds.includes(match.speaker)));
  if (speaker === 'agrees') {
    const others = named('conflicts');
    const dissent = others.length ? [' Elsewhere they are attributed to ', ...others, '.'] : [];
    return { care: dissent.length > 0, phrases: ['The speaker agrees: ', ...named('agrees'), '.', ...dissent] };
  }
  if (speaker === 'conflicts')
    return { care: true, phrases: ['The speaker does not agree: attributed to ', ...named('conflicts'), '.'] };
  const all = named('unknown');
  if (all.length) return { care: false, phrases: ['Attributed to ', ...all, '.'] };
  return {
    care: false,
    phrases: [asked ? `No speaker is named: ${asked} is neither confirmed nor ruled out.` : 'No speaker is named.'],
  };
}

/** The speakers, each once. @param {Match[]} matches @returns {Phrase[]} */
function names(matches) {
  const all = [...new Set(matches.flatMap(({ quote }) => quote?.speaker.name ?? []))];
  const shown = all.slice(0, NAMES_LISTED).map((speaker) => ({ speaker }));
  const rest = all.length - shown.length;
  const items = /** @type {Phrase[]} */ (rest ? [...shown, plural(rest, 'other')] : shown);
  return items.flatMap((item, index) => (index ? [index === items.length - 1 ? ' and ' : ', ', item] : [item]));
}

/** @param {string[]} words */
function listed(words) {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and a ${words.at(-1)}` : words.join('');
}

/** "10 of 57 articles shown". @param {Verification} verification */
export function shownWords({ matches, total }) {
  return `${counted(matches.length)} of ${plural(total, 'article')} shown`;
}
