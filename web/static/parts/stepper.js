import { announce, element, slot } from '../dom.js';
import { counted, plural } from '../model/words.js';

/** Two buttons that step through places of a text, round and round, and say where they are.
 * Gives the function that stands at a place; -1 stands nowhere.
 * @param {HTMLElement} root a copy of the step in a template
 * @param {{noun: string, count: number, stand: (index: number) => HTMLElement | undefined}} options
 * `stand` shows the place and gives its element */
export function stepper(root, { noun, count, stand }) {
  let at = -1;
  const label = slot(root, 'step');
  const go = (/** @type {number} */ next) => {
    at = next;
    stand(at)?.scrollIntoView({ block: 'center' });
    say();
  };
  const say = () => {
    const several = plural(count, noun).replace(/^\S+/, '');
    label.replaceChildren(
      at < 0 ? plural(count, noun) : `${counted(at + 1)} of ${counted(count)}`,
      ...(at < 0 ? [] : [element('span', { class: 'wide' }, several)]),
    );
  };
  const step = (/** @type {number} */ next) => {
    go((next + count) % count);
    announce(`${counted(at + 1)} of ${plural(count, noun)}`);
  };
  say();
  slot(root, 'previous').addEventListener('click', () => step(at < 0 ? -1 : at - 1));
  slot(root, 'next').addEventListener('click', () => step(at + 1));
  return go;
}
