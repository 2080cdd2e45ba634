// How a speaker's profile is put into words.

/** @import { MergedBy, SpeakerProfile } from '../../types/wire.js' */
/** @typedef {SpeakerProfile['variants'][number]} Variant */
/** @typedef {SpeakerProfile['roles'][number]} Role */

/** Why printed words are counted as a name. @type {Record<MergedBy, string>} */
export const MERGED_WORDS = {
  same_name: 'the name itself',
  part_of_name: 'a part of the name',
  title: 'with a title or a description',
  spelling: 'another spelling of the name',
  initials: 'with initials or middle names',
  nickname: 'another form of the given name',
  surname: 'the surname alone, of this bearer at the time',
  user: 'the same by the archive’s own list',
  role: 'a role in place of the name',
  pronoun: 'a pronoun',
  other: 'named in full elsewhere in the article',
};

/** Pronouns apart from the words that say more. @param {Variant[]} variants @returns {{names: Variant[], pronouns: Variant[]}} */
export function withoutPronouns(variants) {
  const isPronoun = (/** @type {Variant} */ { merged_by: by }) => by === 'pronoun';
  return { names: variants.filter((one) => !isPronoun(one)), pronouns: variants.filter(isPronoun) };
}

/** Of the most frequent roles those with years, as they followed each other; "UK Prime Minister" says nothing new beside
 * "Prime Minister". @param {Role[]} roles the most frequent first @param {number} most @returns {Role[]} */
export function career(roles, most) {
  const telling = roles.filter((role, index) => !roles.slice(0, index).some((other) => sayTheSame(role, other)));
  const dated = telling.filter(({ first_year: first }) => first !== undefined).slice(0, most);
  const year = (/** @type {number | undefined} */ one) => one ?? 0;
  return dated.sort((one, other) => year(one.first_year) - year(other.first_year) || year(one.last_year) - year(other.last_year));
}

/** Whether one role is the other with more before it. @param {Role} one @param {Role} other */
function sayTheSame(one, other) {
  const [left, right] = [` ${one.words.toLowerCase()}`, ` ${other.words.toLowerCase()}`];
  return left.endsWith(right) || right.endsWith(left);
}

/** "2017–2024", "2016". @param {Role} role */
export function yearsOf({ first_year: first, last_year: last }) {
  return last === undefined || first === last ? `${first ?? ''}` : `${first}–${last}`;
}
