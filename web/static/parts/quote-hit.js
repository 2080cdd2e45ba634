import { copyOf, element, fill, slot } from '../dom.js';
import { articleHref, speakerHref } from '../model/address.js';
import { quoteText } from '../model/citation.js';
import { shortened } from '../model/context.js';
import { SURE_ENOUGH, kindName, percent, sureWords } from '../model/words.js';
import { citationBox } from './citation-box.js';
import { copies } from './copies.js';
import { copyOnClick } from './copy.js';
import { dateline } from './dateline.js';
import { disclose } from './disclosure.js';
import { spoken } from './segments.js';

/** @import { QuoteHit } from '../../types/wire.js' */

/** One quotation in the list of results. @param {QuoteHit} hit @param {string} q what was searched for */
export function quoteHit(hit, q) {
  const item = copyOf('quote-hit');
  const href = articleHref(hit.article.id, { q, quote: hit.number });
  const link = /** @type {HTMLAnchorElement} */ (slot(item, 'link'));
  link.href = href;
  link.textContent = hit.article.title;
  slot(item, 'said').classList.add(`said--${hit.kind}`);
  fill(item, 'dateline', ...dateline(hit.article));
  fill(item, 'who', ...who(hit));
  fill(item, 'said', words(hit));
  fill(item, 'context', ...context(hit));
  fill(item, 'kind', kindName(hit.kind));
  sure(item, hit);
  why(item, hit);
  fill(item, 'copies', copies('quotes', hit.id, hit.utterance, q));
  const address = new URL(hit.permalink, location.href).href;
  copyOnClick(slot(item, 'copy'), () => quoteText(hit, address));
  copyOnClick(slot(item, 'copy-link'), () => address);
  cite(item, hit);
  return item;
}

/** @param {QuoteHit} hit @returns {Node[]} */
function who({ speaker: { name, surface } }) {
  const shown = name ? element('a', { href: speakerHref(name) }, name) : element('span', { class: 'who__none' }, 'Nobody named');
  return surface && surface !== name ? [shown, element('span', { class: 'who__as' }, `printed as “${surface}”`)] : [shown];
}

/** @param {QuoteHit} hit */
function words({ kind, segments }) {
  const direct = kind === 'direct';
  return element('p', {}, direct && '“', ...spoken(segments, direct), direct && '”');
}

const CONTEXT_CLASSES = { source: 'src', cue: 'cue', content: undefined, text: undefined };

/** The sentence around the quote. @param {QuoteHit} hit @returns {Node[]} */
function context({ context: parts }) {
  return shortened(parts).map(({ text, role }) => element('span', { class: CONTEXT_CLASSES[role] }, text));
}

/** @param {HTMLElement} item @param {QuoteHit} hit */
function sure(item, { confidence, speaker }) {
  slot(item, 'sure').classList.toggle('sure--low', confidence < SURE_ENOUGH);
  slot(item, 'sure-bar').setAttribute('width', String(Math.round(confidence * 100)));
  fill(item, 'sure-words', sureWords(confidence, Boolean(speaker.name)));
}

const FOUND_BY = {
  direct: 'quotation marks around all of them',
  mixed: 'a reporting verb, with some of the words in quotation marks',
  indirect: 'a reporting verb, without quotation marks',
};

/** @param {HTMLElement} item @param {QuoteHit} hit */
function why(item, { kind, rule, cue, speaker, confidence }) {
  const button = slot(item, 'why-button');
  const box = slot(item, 'why');
  const facts = [
    element('dt', {}, 'Words found by'),
    element('dd', {}, FOUND_BY[kind]),
    element('dt', {}, speaker.name ? 'Speaker found by' : 'Tried'),
    element('dd', {}, 'rule ', element('code', {}, rule)),
    ...(cue ? [element('dt', {}, 'Reporting verb'), element('dd', {}, `“${cue}”`)] : []),
  ];
  const likely = `${percent(confidence)} sure means: of a hundred like this one, about ${Math.round(confidence * 100)} are right.`;
  box.replaceChildren(element('dl', {}, ...facts), element('p', {}, likely));
  disclose(button, box);
}

/** @param {HTMLElement} item @param {QuoteHit} hit */
function cite(item, { id }) {
  const box = slot(item, 'cite');
  disclose(slot(item, 'cite-button'), box, () => {
    if (!box.firstChild) box.append(citationBox('quotes', id, 'Cite this quote', new AbortController().signal));
  });
}
