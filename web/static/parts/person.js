import { copyOf, element, fill, icon, separated } from '../dom.js';
import { feedHref, speakerHref } from '../model/address.js';
import { rangeWords } from '../model/dates.js';
import { career, yearsOf } from '../model/profile.js';
import { counted } from '../model/words.js';
import { downloads } from './downloads.js';

/** @import { SpeakerProfile } from '../../types/wire.js' */

const ROLES_LISTED = 5;
const SOURCES_LISTED = 4;

/** The head of a speaker's page: who, how much, when, and how to follow. @param {SpeakerProfile} profile */
export function person(profile) {
  const { name } = profile;
  const root = copyOf('person');
  fill(root, 'name', name);
  fill(root, 'facts', ...facts(profile));
  fill(root, 'lines', ...line('Introduced as', roles(profile)), ...line('Printed by', sources(profile)));
  const feed = { class: 'btn', href: feedHref(name), title: 'The newest quotes as an Atom feed, for a feed reader' };
  const all = new URLSearchParams({ speaker: name });
  fill(
    root,
    'acts',
    element('a', feed, icon('feed'), 'Follow'),
    downloads('quotes', all, { words: 'Export', look: 'btn' }),
  );
  return root;
}

/** @param {SpeakerProfile} profile @returns {(Node | string)[]} */
function facts({ quotes, first, last, roles: [role], total_sources: sources }) {
  return [
    role ? `Most often introduced as “${role.words}”. ` : '',
    ...figure(quotes, 'quote'),
    ...(sources ? [' from ', ...figure(sources, 'source')] : []),
    first && last ? `, ${first === last ? 'on ' : ''}${rangeWords(first, last)}` : '',
  ];
}

/** @param {number} value @param {string} noun */
function figure(value, noun) {
  return [element('b', {}, counted(value)), ` ${noun}${value === 1 ? '' : 's'}`];
}

/** @param {string} title @param {Node[]} items @returns {Node[]} */
function line(title, items) {
  if (items.length < 2) return [];
  const dots = separated(items, () => document.createTextNode(' · '));
  return [element('dt', {}, title), element('dd', {}, ...dots)];
}

/** @param {SpeakerProfile} profile */
function roles({ roles: all }) {
  return career(all, ROLES_LISTED).map((role) =>
    element('span', {}, role.words, '\u00a0', element('span', { class: 'num' }, yearsOf(role))),
  );
}

/** The outlets, each leading to what it printed. @param {SpeakerProfile} profile */
function sources({ name, sources: all }) {
  return all
    .slice(0, SOURCES_LISTED)
    .map(({ value, count }) =>
      element(
        'span',
        {},
        element('a', { href: speakerHref(name, new URLSearchParams({ source: value })) }, value),
        '\u00a0',
        element('span', { class: 'num' }, counted(count)),
      ),
    );
}
