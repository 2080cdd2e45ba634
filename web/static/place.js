/** Draws anew and puts the focus, with what is being typed, back where it was, also in the window: places are named by
 * `data-focus`. @param {() => void} draw */
export function keepPlace(draw) {
  const before = document.activeElement;
  const key = before instanceof HTMLElement ? before.dataset.focus : undefined;
  const typed = before instanceof HTMLInputElement && before.type !== 'checkbox' && before.type !== 'radio' ? before : null;
  const selection = typed && { start: typed.selectionStart, end: typed.selectionEnd };
  const top = before?.getBoundingClientRect().top ?? 0;
  draw();
  if (!key || document.activeElement === before) return;
  const after = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (!(after instanceof HTMLElement)) return;
  if (typed && after instanceof HTMLInputElement && after.value !== typed.value) after.value = typed.value;
  after.focus({ preventScroll: true });
  if (selection && after instanceof HTMLInputElement) after.setSelectionRange(selection.start, selection.end);
  scrollBy(0, after.getBoundingClientRect().top - top);
}
