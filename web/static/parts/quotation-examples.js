import { hits } from '../api.js';
import { element } from '../dom.js';
import { verifyHref } from '../model/address.js';
import { examplesFrom } from '../model/examples.js';

const LOOKED_AT = 60;

/** Quotations of this archive to try; `null` if it has none that is fit. @param {AbortSignal} signal */
export async function quotationExamples(signal) {
  const params = new URLSearchParams({ kind: 'direct', confidence: '0.9', per_page: String(LOOKED_AT), collapse: 'utterance' });
  const examples = examplesFrom((await hits('quotes', params, signal)).hits);
  if (!examples.length) return null;
  const rows = examples.map(({ text, speaker, note }) =>
    element('li', {}, element('a', { href: verifyHref({ text, speaker }) }, `“${text}”`, element('small', {}, note))),
  );
  return element(
    'section',
    { class: 'tryout' },
    element('h2', { class: 'sect' }, 'For example'),
    element('ul', { class: 'guide' }, ...rows),
  );
}
