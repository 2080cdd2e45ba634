import { citation } from '../api.js';
import { copyOf, element, fill, slot } from '../dom.js';
import { copyOnClick } from './copy.js';

/** @import { Kind } from '../model/address.js' */

/** The formats by the suffix of their address. */
const FORMATS = [
  ['txt', 'Text'],
  ['bib', 'BibTeX'],
  ['ris', 'RIS'],
];

/** How to cite an article or a quote, to be read and copied.
 * @param {Kind} kind @param {string} id @param {string} title @param {AbortSignal} signal */
export function citationBox(kind, id, title, signal) {
  const box = copyOf('cite');
  fill(box, 'title', title);
  const text = slot(box, 'text');
  /** What is shown, or on its way. @type {Promise<string>} */
  let words = Promise.resolve('');
  const buttons = FORMATS.map(([suffix = '', name]) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'false' }, name);
    button.addEventListener('click', () => show(suffix, button));
    return button;
  });
  /** @param {string} suffix @param {HTMLElement} [pressed] */
  const show = async (suffix, pressed) => {
    const asked = citation(kind, id, suffix, signal).then((found) => found.trim(), () => '');
    words = asked;
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed));
    text.classList.toggle('is-code', suffix !== 'txt');
    const found = await asked;
    if (words === asked) text.textContent = found || 'It could not be loaded.';
  };
  fill(box, 'formats', ...buttons);
  copyOnClick(slot(box, 'copy'), () => words);
  show('txt', buttons[0]);
  return box;
}
