import { speakers, suggest, total } from '../api.js';
import { copyOf, element, fill } from '../dom.js';
import { resultsHref, speakerHref } from '../model/address.js';
import { plural } from '../model/words.js';

/** @import { Page } from '../router.js' */

const LISTED = 6;
const LEAST_LETTERS = 3;

/** The page of a name that nobody quoted here has: names near to it, and other ways on.
 * @param {string} name @param {string | undefined} meant a name that the server offers instead @param {AbortSignal} signal
 * @returns {Promise<Page>} */
export async function unknownSpeaker(name, meant, signal) {
  const node = copyOf('unknown-speaker');
  const phrase = new URLSearchParams({ q: `"${name.replaceAll('"', ' ')}"` });
  const [near, articles] = await Promise.all([nearNames(name, meant, signal), total('articles', phrase, signal)]);
  fill(node, 'name', name);
  fill(node, 'near', ...near.map(row));
  if (!near.length) fill(node, 'question');
  const found = `${plural(articles, 'article')} with the words “${name}”`;
  fill(
    node,
    'ways',
    ...(articles ? [element('a', { href: resultsHref('articles', phrase) }, found), ' · '] : []),
    element('a', { href: '/speakers' }, 'All speakers'),
  );
  return { title: `${name} · Not quoted in this archive · Quotidian`, node, says: `Nobody named ${name} is quoted here` };
}

/** The name that the server offers, and those that have words of this one. @param {string} name @param {string | undefined} meant
 * @param {AbortSignal} signal @returns {Promise<{value: string, count: number}[]>} */
async function nearNames(name, meant, signal) {
  const words = name.split(/\s+/).filter((word) => word.length >= LEAST_LETTERS);
  const [offered, ...alike] = await Promise.all([
    meant ? exactly(meant, signal) : [],
    ...[name, ...words].map((text) => suggest(text, LISTED, signal)),
  ]);
  const found = alike.flat().filter(({ field }) => field === 'speaker');
  const unique = new Map([...offered, ...found.sort((one, other) => other.count - one.count)].map((one) => [one.value, one]));
  return [...unique.values()].slice(0, LISTED);
}

/** @param {string} name @param {AbortSignal} signal */
async function exactly(name, signal) {
  const { speakers: found } = await speakers(new URLSearchParams({ q: name }), signal);
  return found.filter((one) => one.name === name).map(({ name: value, quotes: count }) => ({ value, count }));
}

/** @param {{value: string, count: number}} near */
function row({ value, count }) {
  const quotes = element('span', { class: 'num' }, plural(count, 'quote'));
  return element('li', {}, element('a', { href: speakerHref(value) }, element('span', {}, value), quotes));
}
