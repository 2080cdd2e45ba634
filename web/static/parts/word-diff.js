import { element } from '../dom.js';
import { lines } from '../model/wordings.js';

/** @import { Change } from '../../types/wire.js' */
/** @import { Piece } from '../model/wordings.js' */

/** What was given above what was printed, with the words in which they differ. @param {Change[]} diff */
export function wordDiff(diff) {
  const { given, printed } = lines(diff);
  const edited = diff.some(({ op }) => op === 'edited');
  return element(
    'dl',
    { class: 'diff' },
    element('dt', {}, 'You gave'),
    element('dd', {}, ...given.map((piece) => word(piece, 'del', 'not printed'))),
    element('dt', {}, 'Printed'),
    element('dd', {}, ...printed.map((piece) => word(piece, 'ins', 'only printed'))),
    edited &&
      element(
        'dd',
        { class: 'diff__key' },
        element('span', { class: 'edited' }, 'Dotted'),
        ': left out or put in by an editor, and not counted as a difference.',
      ),
  );
}

/** @param {Piece} piece @param {'del' | 'ins'} tag @param {string} meaning for those who do not see it @returns {Node | string} */
function word({ text, kind }, tag, meaning) {
  if (kind === 'same') return text;
  if (kind === 'edited') return element('span', { class: 'edited' }, ...told('edited', text));
  return element(tag, {}, ...told(meaning, text));
}

/** @param {string} meaning @param {string} text */
function told(meaning, text) {
  return [element('span', { class: 'vh' }, `[${meaning}: `), text, element('span', { class: 'vh' }, ']')];
}
