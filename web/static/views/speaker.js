import { Problem, speaker as figures } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { apiParams, changed, speakerHref } from '../model/address.js';
import { dateWords } from '../model/dates.js';
import { counted, plural } from '../model/words.js';
import { go, preview } from '../router.js';
import { find, resultList, summaryOf } from './result-list.js';
import { filtersButton } from './results.js';

/** @import { SpeakerProfile } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Everything one person said. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function speaker(address, signal) {
  const { name, params } = address;
  const asked = apiParams('quotes', params);
  asked.set('speaker', name);
  const [list, profile] = await Promise.all([find(address, 'quotes', asked, signal), known(name, signal)]);
  const { node, shown } = resultList(list);
  const found = plural(list.answer.total, 'quote');
  slot(node, 'head').replaceWith(head(address, profile));
  slot(node, 'count').replaceWith(element('h2', {}, found));
  slot(node, 'within').replaceWith(within(address));
  node.classList.add('is-one');
  const summary = summaryOf(list);
  return {
    title: `${[name, summary, found].filter(Boolean).join(' · ')} · Quotidian`,
    node,
    shown,
    says: `${found} by ${name}`,
    filters: true,
    empty: !list.answer.total,
    back: { label: found, words: [name, summary].filter(Boolean).join(', ') },
  };
}

/** What the archive says of a speaker, if it knows exactly that name. @param {string} name @param {AbortSignal} signal */
async function known(name, signal) {
  try {
    return await figures(name, signal);
  } catch (problem) {
    if (problem instanceof Problem && problem.details.status === 404) return undefined;
    throw problem;
  }
}

/** @param {Address} address @param {SpeakerProfile} [profile] */
function head(address, profile) {
  const root = copyOf('person');
  fill(root, 'name', address.name);
  fill(root, 'facts', ...(profile ? facts(profile) : ['Nobody of exactly this name is quoted in this archive.']));
  filtersButton(root, address);
  return root;
}

/** @param {SpeakerProfile} profile @returns {(Node | string)[]} */
function facts({ quotes, first, last }) {
  const span = first && last ? (first === last ? `, on ${dateWords(first)}` : `, ${dateWords(first)} to ${dateWords(last)}`) : '';
  return [element('b', {}, counted(quotes)), quotes === 1 ? ' quote' : ' quotes', span];
}

/** @param {Address} address */
function within(address) {
  const root = copyOf('within');
  const input = /** @type {HTMLInputElement} */ (slot(root, 'input'));
  input.value = address.params.get('q') ?? '';
  input.placeholder = `Search in what ${address.name} said`;
  input.setAttribute('aria-label', input.placeholder);
  const href = () => speakerHref(address.name, changed(address.params, { q: input.value.trim() }));
  input.addEventListener('input', () => preview(href()));
  slot(root, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    go(href());
  });
  return root;
}
