import { element } from '../dom.js';
import { speakerHref } from '../model/address.js';

/** Space between a line's box and its letters, in pixels. */
const LEADING = 5;
/** Two quotes of one speaker closer than this share a bar. */
const NEAR = 40;
const LABEL_GAP = 6;

/** Draws the bars and speakers beside the quotes of an article, and again when the text flows anew.
 * @param {HTMLElement} text @param {AbortSignal} signal */
export function keepMargin(text, signal) {
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (text.clientWidth === width) return;
    width = text.clientWidth;
    draw(text);
  });
  observer.observe(text);
  signal.addEventListener('abort', () => observer.disconnect());
  document.fonts.ready.then(() => draw(text));
}

/** @param {HTMLElement} text */
function draw(text) {
  text.querySelectorAll('.m-bar, .m-name').forEach((old) => old.remove());
  const origin = text.getBoundingClientRect().top;
  /** @type {{quote: HTMLElement, begin: number, end: number, bar: HTMLElement} | null} */
  let last = null;
  let free = -Infinity;
  for (const quote of /** @type {NodeListOf<HTMLElement>} */ (text.querySelectorAll('.q'))) {
    const lines = [...quote.getClientRects()];
    const begin = (lines[0]?.top ?? 0) - origin + LEADING;
    const end = (lines.at(-1)?.bottom ?? 0) - origin - LEADING;
    const again = last && last.quote.parentNode === quote.parentNode && last.quote.dataset.who === quote.dataset.who;
    if (last && again && last.quote.dataset.kind === quote.dataset.kind && begin - last.end < NEAR) {
      last.bar.style.height = `${end - last.begin}px`;
      last.end = end;
      continue;
    }
    const bar = element('span', { class: `m-bar m-bar--${quote.dataset.kind}` });
    bar.style.top = `${begin}px`;
    bar.style.height = `${end - begin}px`;
    text.append(bar);
    last = { quote, begin, end, bar };
    if (again) continue;
    const label = labelOf(quote.dataset);
    label.style.top = `${Math.max(begin - 1, free)}px`;
    quote.before(label);
    free = Math.max(begin, free) + label.offsetHeight + LABEL_GAP;
  }
}

/** @param {DOMStringMap} quote */
function labelOf({ who, role }) {
  return who
    ? element('a', { class: 'm-name', href: speakerHref(who) }, who, role && element('small', {}, role))
    : element('span', { class: 'm-name m-name--none' }, 'Nobody named');
}
