import { element } from '../dom.js';
import { counted } from '../model/words.js';

/** A list that shows its first rows, and the others on demand.
 * @param {{name: string, look: string, rows: HTMLElement[], first: number, total: number}} list
 *   `total`: how many there are, also of those that are not at hand @returns {Node[]} */
export function longList({ name, look, rows, first, total }) {
  const root = element('ul', { class: look }, ...rows);
  if (total <= first) return [root];
  const count = element('span', { class: 'num' });
  const label = element('span', {});
  const button = element('button', { class: 'link', type: 'button' }, label, element('span', { class: 'vh' }, `: ${name}`));
  /** @param {boolean} isOpen */
  const draw = (isOpen) => {
    rows.slice(first).forEach((row) => (row.hidden = !isOpen));
    count.textContent = `${counted(isOpen ? rows.length : first)} of ${counted(total)}`;
    label.textContent = isOpen ? 'Show fewer' : 'Show more';
    button.setAttribute('aria-expanded', String(isOpen));
  };
  button.addEventListener('click', () => draw(button.getAttribute('aria-expanded') === 'false'));
  draw(false);
  return [root, element('p', { class: 'more' }, count, rows.length > first && button)];
}
