import { element } from '../dom.js';
import { articleHref } from '../model/address.js';
import { counted, plural } from '../model/words.js';
import { dateline } from './dateline.js';
import { spoken } from './segments.js';

/** @import { ChangedStatement, QuoteHit, SpeakerProfile } from '../../types/wire.js' */

/** Pairs of quotes for a closer look, closed at first. @param {SpeakerProfile} profile */
export function changedStatements({ changed_statements: pairs, total_changed_statements: total }) {
  if (!pairs.length) return null;
  const about =
    'Candidates, found by their words: two quotes that are nearly equal but for a number or a negation. ' +
    'They may be about different things. Read both articles before you call it a change.';
  const more = total > pairs.length && `The newest ${counted(pairs.length)} of ${plural(total, 'pair')}.`;
  return element(
    'details',
    { class: 'fold' },
    element('summary', {}, 'Statements that may have changed ', element('small', {}, plural(total, 'pair'))),
    element('p', { class: 'fold__about' }, [about, more].filter(Boolean).join(' ')),
    element('ol', { class: 'pairs' }, ...pairs.map(pair)),
  );
}

/** @param {ChangedStatement} statement */
function pair({ differs, earlier, later }) {
  return element('li', {}, wording('Earlier', earlier), wording(`Later, with another ${differs}`, later));
}

/** @param {string} title @param {QuoteHit} hit */
function wording(title, { kind, segments, article, number }) {
  const direct = kind === 'direct';
  return element(
    'section',
    {},
    element('h3', {}, title),
    element('p', { class: 'dateline' }, ...dateline(article)),
    element(
      'blockquote',
      { class: `said said--${kind}` },
      element('p', {}, direct && '“', ...spoken(segments, direct), direct && '”'),
    ),
    element('p', { class: 'prov' }, 'in ', element('a', { href: articleHref(article.id, { quote: number }) }, article.title)),
  );
}
