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
  const buttons = FORMATS.map(([suffix = '', name]) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'false' }, name);
    button.addEventListener('click', () => show(suffix, button));
    return button;
  });
  /** @param {string} suffix @param {HTMLElement} [pressed] */
  const show = async (suffix, pressed) => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === pressed));
    text.classList.toggle('is-code', suffix !== 'txt');
    const words = await citation(kind, id, suffix, signal).catch(() => 'It could not be loaded.');
    if (pressed?.getAttribute('aria-pressed') === 'true') text.textContent = words.trim();
  };
  fill(box, 'formats', ...buttons);
  copyOnClick(slot(box, 'copy'), () => text.textContent ?? '');
  show('txt', buttons[0]);
  return box;
}
