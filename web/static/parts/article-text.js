import { element } from '../dom.js';
import { resultsHref } from '../model/address.js';
import { weave } from '../model/weave.js';

/** @import { Article, Entity } from '../../types/wire.js' */
/** @import { Piece, Run, Stretch } from '../model/weave.js' */

const FIELD_OF = { person: 'person', organization: 'org', place: 'place' };

/** The body as paragraphs, quotes and names marked. Above a paragraph stands who speaks in it, for narrow pages.
 * @param {Article} article @returns {HTMLElement[]} */
export function articleText(article) {
  return weave(article).flatMap((stretches) => {
    const speakers = new Set(stretches.flatMap(({ quote }) => (quote ? [quote.speaker.name ?? 'Nobody named'] : [])));
    const paragraph = element('p', {}, ...stretches.flatMap(stretch));
    return speakers.size ? [element('span', { class: 'q-name' }, [...speakers].join(', ')), paragraph] : [paragraph];
  });
}

/** @param {Stretch} stretch @returns {Node[]} */
function stretch({ quote, starts, runs }) {
  const content = runs.flatMap(run);
  if (!quote) return content;
  return [
    element(
      'span',
      {
        class: 'q',
        id: starts ? `quote-${quote.number}` : undefined,
        'data-id': quote.id,
        'data-kind': quote.kind,
        'data-who': quote.speaker.name,
        'data-role': quote.speaker.role?.text,
      },
      ...content,
    ),
  ];
}

/** @param {Run} run @returns {Node[]} */
function run({ entity, pieces }) {
  const words = pieces.map(piece);
  return entity ? [element('a', { class: 'ent', href: entityHref(entity) }, ...words)] : words;
}

/** @param {Piece} piece */
function piece({ text, mark }) {
  return mark === undefined ? document.createTextNode(text) : element('mark', { 'data-hit': mark }, text);
}

/** @param {Entity} entity */
function entityHref({ kind, name }) {
  return resultsHref('articles', new URLSearchParams({ [FIELD_OF[kind]]: name }));
}
