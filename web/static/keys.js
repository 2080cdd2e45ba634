// Single keys: they work while nobody types, and can be switched off for speech input and screen readers.

import { showKeys } from './parts/key-list.js';
import { keysAreOn } from './settings.js';

/** What each key does. @type {Record<string, (event: KeyboardEvent) => void>} */
const ACTIONS = {
  '/': searchBox,
  j: () => step(1),
  k: () => step(-1),
  n: () => press('.step [data-slot=next]'),
  N: () => press('.step [data-slot=previous]'),
  c: () => press('.is-at [data-slot=copy], .rail .cite [data-slot=copy]'),
  '?': showKeys,
};

/** Listens for the keys. */
export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (isArrow(event.key) && event.target instanceof Element && event.target.matches('.hits [data-slot=link]')) {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (keysAreOn()) ACTIONS[event.key]?.(event);
  });
  document.addEventListener('focusin', ({ target }) => {
    const at = target instanceof Element ? target.closest('.hits > li') : null;
    document.querySelectorAll('.hits > .is-at').forEach((item) => item.classList.toggle('is-at', item === at));
  });
}

/** @param {string} key */
function isArrow(key) {
  return key === 'ArrowDown' || key === 'ArrowUp';
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, dialog *');
}

/** @param {KeyboardEvent} event */
function searchBox(event) {
  const boxes = [...document.querySelectorAll('form[data-search] input')];
  const box = boxes.find((one) => one.checkVisibility({ visibilityProperty: true }));
  if (!(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/** Presses the first such button. In an article the hits come before the quotes. @param {string} selector */
function press(selector) {
  const button = document.querySelector(selector);
  if (button instanceof HTMLElement) button.click();
}

/** The chosen result's own link takes the focus, so that Enter opens it. @param {1 | -1} by */
function step(by) {
  const items = [...document.querySelectorAll('.hits > li')];
  const at = items.findIndex((item) => item.classList.contains('is-at'));
  const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
  const link = next?.querySelector('[data-slot=link]');
  if (!next || !(link instanceof HTMLElement)) return;
  link.focus({ preventScroll: true });
  next.classList.add('is-at');
  next.scrollIntoView({ block: 'nearest' });
}
