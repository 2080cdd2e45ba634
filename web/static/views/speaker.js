import { Problem, speaker as figures } from '../api.js';
import { copyOf, element, slot } from '../dom.js';
import { apiParams, changed, speakerHref } from '../model/address.js';
import { plural } from '../model/words.js';
import { changedStatements } from '../parts/changed-statements.js';
import { onTyping } from '../parts/live-input.js';
import { person } from '../parts/person.js';
import { columns } from '../parts/profile.js';
import { unknownSpeaker } from '../parts/unknown-speaker.js';
import { go, preview } from '../router.js';
import { find, resultList, summaryOf } from './result-list.js';
import { filtersButton } from './results.js';

/** @import { SpeakerProfile } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */
/** @import { Found } from './result-list.js' */

/** Everything one person said. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function speaker(address, signal) {
  const { name, params } = address;
  const asked = apiParams('quotes', params);
  asked.set('speaker', name);
  try {
    const [list, profile] = await Promise.all([find(address, 'quotes', asked, signal), figures(name, signal)]);
    // The address may have another name of the same person.
    return page({ ...address, name: profile.name }, list, profile);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.details.status !== 404) throw problem;
    return unknownSpeaker(name, problem.details.suggestion, signal);
  }
}

/** @param {Address} address @param {Found} list @param {SpeakerProfile} profile @returns {Page} */
function page(address, list, profile) {
  const { name, params } = address;
  const { node, shown } = resultList(list);
  const found = plural(list.answer.total, 'quote');
  const summary = summaryOf(list);
  slot(node, 'head').replaceWith(person(profile));
  slot(node, 'about').replaceWith(about(profile, params, summary !== ''));
  slot(node, 'count').replaceWith(element('h2', {}, found));
  slot(node, 'within').replaceWith(within(address));
  if (!summary) slot(node, 'download').remove();
  node.classList.add('is-one');
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

/** What is known of the speaker; folded where somebody is among the quotes already.
 * @param {SpeakerProfile} profile @param {URLSearchParams} params @param {boolean} narrowed */
function about(profile, params, narrowed) {
  const folded = ['q', 'page', 'cursor'].some((key) => params.get(key));
  const changes = changedStatements(profile);
  return element('div', { class: 'about' }, columns(profile, { folded, narrowed }), changes);
}

/** @param {Address} address */
function within(address) {
  const root = copyOf('within');
  const input = /** @type {HTMLInputElement} */ (slot(root, 'input'));
  input.value = address.params.get('q') ?? '';
  input.placeholder = `Search in what ${address.name} said`;
  input.setAttribute('aria-label', input.placeholder);
  const href = () => speakerHref(address.name, changed(address.params, { q: input.value.trim() }));
  onTyping(input, () => preview(href()));
  slot(root, 'form').addEventListener('submit', (event) => {
    event.preventDefault();
    go(href());
  });
  filtersButton(root, address);
  return root;
}
