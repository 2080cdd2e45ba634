import { copyOf, slot } from '../dom.js';
import { firstDayOf, isDate, lastDayOf } from '../model/dates.js';

/** Two inputs that take a year, a month or a day.
 * @param {{from: string, to: string, name: string, set: (from: string, to: string) => void}} options `name` keeps the focus apart */
export function dateInputs({ from, to, name, set }) {
  const root = copyOf('dates');
  const begin = /** @type {HTMLInputElement} */ (slot(root, 'from'));
  const end = /** @type {HTMLInputElement} */ (slot(root, 'to'));
  let known = [from, to];
  [begin.value, end.value] = [from, to];
  const commit = () => {
    const [first, last] = [begin.value.trim(), end.value.trim()];
    if (complaint(root, begin, end) || (first === known[0] && last === known[1])) return;
    known = [first, last];
    set(first, last);
  };
  for (const input of [begin, end]) {
    input.dataset.focus = `${name}-${input.dataset.slot}`;
    input.addEventListener('focusout', commit);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') commit();
    });
  }
  return root;
}

/** Shows what is wrong with the dates, if anything. @param {HTMLElement} root @param {HTMLInputElement} begin @param {HTMLInputElement} end */
function complaint(root, begin, end) {
  const [from, to] = [begin.value.trim(), end.value.trim()];
  const unread = [begin, end].filter((input) => input.value.trim() && !isDate(input.value));
  for (const input of [begin, end]) input.setAttribute('aria-invalid', String(unread.includes(input)));
  const turned = !unread.length && from && to && firstDayOf(from) > lastDayOf(to);
  const words = unread.length ? 'Write 2022, 2022-02 or 2022-02-08.' : turned ? 'The first date is after the last.' : '';
  slot(root, 'wrong').textContent = words;
  return words;
}
