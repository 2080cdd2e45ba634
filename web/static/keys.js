// `/` goes to the search box, `j` and `k` from result to result, `n` and `p` from hit to hit in an article.

/** Listens for the keys. */
export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '/') searchBox(event);
    if (event.key === 'j') step(1);
    if (event.key === 'k') step(-1);
    if (event.key === 'n') press('next');
    if (event.key === 'p') press('previous');
  });
  document.addEventListener('focusin', ({ target }) => {
    const at = target instanceof Element ? target.closest('.hits > li') : null;
    document.querySelectorAll('.hits > .is-at').forEach((item) => item.classList.toggle('is-at', item === at));
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select, dialog *');
}

/** @param {KeyboardEvent} event */
function searchBox(event) {
  const boxes = [...document.querySelectorAll('form[data-search] input')];
  const box = boxes.find((one) => one.checkVisibility());
  if (!(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  box.focus();
  box.select();
}

/** The first such button of an article steps through the hits, or through the quotes where nothing was searched for.
 * @param {'next' | 'previous'} name */
function press(name) {
  const button = document.querySelector(`.step [data-slot=${name}]`);
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
