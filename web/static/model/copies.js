// How the others of a story, or of the same words, are named.

import { GROUPS } from './groups.js';
import { counted, plural } from './words.js';

/** @import { Group } from '../../types/wire.js' */
/** @import { Kind } from './address.js' */

/** "Also in 7 outlets"; "3 more copies" where all are of one outlet. @param {Group} group */
export function copiesWords({ others, sources }) {
  if (sources.length) return `Also in ${plural(sources.length, 'outlet')}`;
  return `${counted(others)} more ${others === 1 ? 'copy' : 'copies'}`;
}

/** The link to the whole group. @param {Kind} kind @param {Group} group */
export function wholeGroupWords(kind, { others }) {
  const { document, chip } = GROUPS[kind];
  const all = others === 1 ? `Both ${document}s` : `All ${plural(others + 1, document)}`;
  return `${all} ${kind === 'articles' ? 'of' : 'with'} ${chip}`;
}
