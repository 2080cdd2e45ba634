import { Problem, verify as ask } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { verifyHref } from '../model/address.js';
import { VERDICTS, remarks, spokenRemark, titleWords } from '../model/verification.js';
import { quotationExamples } from '../parts/quotation-examples.js';
import { verdict } from '../parts/verdict.js';
import { go } from '../router.js';

/** @import { Verification } from '../../types/wire.js' */
/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */
/** What was asked, as it stands in the address. @typedef {{text: string, speaker: string, limit: string}} Question */

const NAME = 'Was it said?';

/** Whether and where words were printed. @param {Address} address @param {AbortSignal} signal @returns {Promise<Page>} */
export async function verify({ params }, signal) {
  const [text = '', speaker = '', limit = ''] = ['text', 'speaker', 'limit'].map((key) => params.get(key)?.trim());
  const question = { text, speaker, limit };
  const node = copyOf('verify');
  const area = form(node, question);
  if (!text) {
    fill(node, 'result', await quotationExamples(signal));
    return { title: `${NAME} · Quotidian`, node, shown: () => area.focus({ preventScroll: true }) };
  }
  const answer = await answered(question, signal);
  const wrong = answer instanceof Problem ? answer.message : !answer.words && 'there is no word in it to look for';
  if (answer instanceof Problem || wrong) {
    const words = `This cannot be checked: ${wrong}.`;
    fill(node, 'result', element('p', { class: 'note' }, words));
    return { title: `${NAME} · Quotidian`, node, says: words };
  }
  const section = verdict(answer, question, signal);
  fill(node, 'result', section);
  return {
    title: `${titleWords(answer.verdict, text)} · Quotidian`,
    node,
    says: [`${VERDICTS[answer.verdict].name}.`, ...remarks(answer, speaker).map(spokenRemark)].join(' '),
    shown: () => requestAnimationFrame(() => bringUp(section)),
  };
}

/** The answer, or what the server does not like about the question. @param {Question} question @param {AbortSignal} signal
 * @returns {Promise<Verification | Problem>} */
async function answered(question, signal) {
  try {
    return await ask(new URLSearchParams(Object.entries(question).filter(([, value]) => value)), signal);
  } catch (problem) {
    if (problem instanceof Problem && [400, 414].includes(problem.details.status)) return problem;
    throw problem;
  }
}

/** @param {HTMLElement} node @param {Question} question */
function form(node, { text, speaker }) {
  const area = /** @type {HTMLTextAreaElement} */ (slot(node, 'text'));
  const name = /** @type {HTMLInputElement} */ (slot(node, 'speaker'));
  const root = /** @type {HTMLFormElement} */ (slot(node, 'form'));
  area.value = text;
  name.value = speaker;
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    go(verifyHref({ text: area.value.trim(), speaker: name.value.trim() }));
  });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) root.requestSubmit();
  });
  return area;
}

/** On a small screen the form fills it: the verdict comes up instead, once the focus stands where it stood. @param {HTMLElement} section */
function bringUp(section) {
  if (section.getBoundingClientRect().top > innerHeight / 2) section.scrollIntoView();
}
