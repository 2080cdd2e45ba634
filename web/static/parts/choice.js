import { element } from '../dom.js';

/** One of a few, each an address. @param {string} label @param {{text: string, href: string, current: boolean}[]} choices */
export function choice(label, choices) {
  return element(
    'span',
    { class: 'seg', role: 'group', 'aria-label': label },
    ...choices.map(({ text, href, current }) =>
      element('a', { href, 'aria-current': current && 'true', 'data-focus': `${label}=${text}` }, text),
    ),
  );
}
