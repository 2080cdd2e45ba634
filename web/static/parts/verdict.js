import { element } from '../dom.js';
import { speakerHref, verifyHref } from '../model/address.js';
import { VERDICTS, remarks, shownWords } from '../model/verification.js';
import { isTelling } from '../model/wordings.js';
import { absence } from './absence.js';
import { printing } from './printing.js';
import { wordDiff } from './word-diff.js';

/** @import { Verification } from '../../types/wire.js' */
/** @import { Remark } from '../model/verification.js' */
/** @import { Question } from '../views/verify.js' */

const LISTED = 10;
const MOST = 48;

/** The verdict on some words, what differs, and where they were printed.
 * @param {Verification} verification @param {Question} question @param {AbortSignal} signal */
export function verdict(verification, question, signal) {
  const { name, sign, look } = VERDICTS[verification.verdict];
  const heading = element('h2', { id: 'verdict' }, element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), name);
  const about = element('div', { class: 'verdict__v' }, heading, ...remarks(verification, question.speaker).map(remark));
  const evidence = verification.matches.length ? printings(verification, question) : absence(question, about, signal);
  return element('section', { class: `verdict is-${look}`, 'aria-labelledby': 'verdict' }, about, evidence);
}

/** @param {Verification} verification @param {Question} question */
function printings(verification, question) {
  const { matches } = verification;
  const compared = matches[0] && isTelling(matches[0].diff) ? matches[0] : undefined;
  const list = element(
    'ol',
    { class: 'hits', 'aria-label': 'Where it was printed' },
    ...matches.map((match, index) => printing(match, match === compared, index === LISTED ? 'further-printings' : undefined)),
  );
  return element('div', {}, compared && wordDiff(compared.diff), list, further(verification, question));
}

/** @param {Remark} remark */
function remark({ care, phrases }) {
  const nodes = phrases.map((phrase) =>
    typeof phrase === 'string' ? phrase : element('a', { href: speakerHref(phrase.speaker) }, phrase.speaker),
  );
  return element('p', { class: care && 'is-care' }, ...nodes);
}

/** The way to the rest of a long list. Its focus goes to the first of the rest. @param {Verification} verification @param {Question} question */
function further(verification, question) {
  const { matches, total } = verification;
  if (matches.length >= total) return null;
  const more = Math.min(total, MOST);
  const href = verifyHref({ ...question, limit: String(MOST) });
  const link = element(
    'a',
    { class: 'link', href, 'data-focus': 'further-printings' },
    more === total ? `Show all ${more}` : `Show ${more}`,
  );
  return element('p', { class: 'further' }, shownWords(verification), matches.length < more && link);
}
