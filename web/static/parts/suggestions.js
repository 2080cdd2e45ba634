import { suggest } from '../api.js';
import { announce, element, icon } from '../dom.js';
import { offersFor, openField, typedIn } from '../model/suggestions.js';
import { plural } from '../model/words.js';
import { go } from '../router.js';

/** @import { Offer, Offers } from '../model/suggestions.js' */

/** How many names of each facet the API is asked for. */
const ASKED = 5;
let boxes = 0;

/** An editable combobox with list autocomplete (ARIA Authoring Practices): nothing is chosen until an arrow key or the
 * pointer does, so that Enter searches for what was typed. */
export class Suggestions {
  /** @param {HTMLInputElement} input @param {number} room how many offers for each label */
  constructor(input, room) {
    this.input = input;
    this.room = room;
    this.id = `offers-${(boxes += 1)}`;
    this.request = new AbortController();
    /** @type {Offer[]} */
    this.offers = [];
    this.at = -1;
    this.list = element('div', { role: 'listbox', id: this.id, 'aria-label': 'Suggestions' });
    this.layer = element('div', { class: 'offers', hidden: true }, this.list, keys());
    input.parentElement?.append(this.layer);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': this.id }))
      input.setAttribute(name, value);
    this.close();
    input.addEventListener('input', () => this.ask());
    input.addEventListener('keydown', (event) => this.press(event));
    input.addEventListener('focusout', () => this.close());
    input.form?.addEventListener('submit', () => this.close());
    this.layer.addEventListener('pointerdown', (event) => event.preventDefault());
    this.layer.addEventListener('click', (event) => this.click(event));
  }

  /** Asks for what to offer, and shows it unless more was typed meanwhile. */
  async ask() {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const query = this.input.value.trimStart();
    const text = (openField(query)?.begun ?? query).trim();
    if (!text) return this.close();
    const found = await suggest(text, ASKED, signal).catch(() => []);
    if (signal.aborted || document.activeElement !== this.input) return;
    this.show(offersFor(query, found, this.room), query);
  }

  /** @param {Offers[]} all @param {string} query */
  show(all, query) {
    const before = this.offers[this.at];
    this.offers = all.flatMap(({ offers }) => offers);
    if (!this.offers.length) return this.close();
    let number = 0;
    this.list.replaceChildren(
      ...all.map(({ label, offers }, index) => {
        const head = element('div', { class: 'offers__head', id: `${this.id}-label-${index}`, role: 'presentation' }, label);
        const rows = offers.map((one) => row(one, query, `${this.id}-${number++}`));
        return element('div', { role: 'group', 'aria-labelledby': head.id }, head, ...rows);
      }),
    );
    if (this.layer.hidden) announce(plural(this.offers.length, 'suggestion'));
    this.layer.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    // An answer that comes late does not take away what was chosen meanwhile.
    this.choose(this.offers.findIndex(({ href, text }) => before && href === before.href && text === before.text));
  }

  close() {
    this.request.abort();
    this.layer.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  /** Marks an offer; -1 marks none. @param {number} index */
  choose(index) {
    this.at = index;
    for (const [at, option] of [...this.list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', `${this.id}-${index}`);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    const open = !this.layer.hidden;
    if (event.key === 'ArrowDown' && !open) this.ask();
    else if (event.key === 'ArrowDown') this.choose(this.at + 1 < this.offers.length ? this.at + 1 : -1);
    else if (event.key === 'ArrowUp' && open) this.choose(this.at < 0 ? this.offers.length - 1 : this.at - 1);
    else if (event.key === 'Enter' && open && this.at >= 0) this.take(this.at);
    else if (event.key === 'Escape' && open) this.close();
    else return;
    event.preventDefault();
  }

  /** @param {MouseEvent} event */
  click({ target }) {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    if (option) this.take([...this.list.querySelectorAll('[role=option]')].indexOf(option));
  }

  /** Goes where an offer leads, or completes the box with it. @param {number} index */
  take(index) {
    const { href, text } = this.offers[index] ?? {};
    this.close();
    if (text) {
      this.input.value = text;
      this.input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (!href) return;
    this.input.blur();
    go(href);
  }
}

/** @param {Offer} offer @param {string} query @param {string} id */
function row({ name, hint, count, icon: sign }, query, id) {
  const letters = typedIn(name, query).map(({ text, mark }) => (mark ? element('b', {}, text) : text));
  return element(
    'div',
    { class: 'offer', role: 'option', id, 'aria-selected': 'false' },
    element('span', { class: `offer__sign offer__sign--${sign}` }, icon(sign)),
    element('span', {}, ...letters, hint && element('span', { class: 'quiet' }, ` ${hint}`)),
    element('span', { class: 'num' }, count),
  );
}

function keys() {
  const hints = [
    [['↓', '↑'], 'choose'],
    [['Enter'], 'open'],
    [['Esc'], 'close'],
  ].map(([names, what]) =>
    element('span', {}, ...[names ?? []].flat().flatMap((name) => [element('kbd', {}, name), ' ']), String(what)),
  );
  return element('div', { class: 'offers__keys', 'aria-hidden': 'true' }, ...hints);
}
