/** Draws anew and puts the focus, with what is being typed, back where it was: places are named by `data-focus`.
 * @param {() => void} draw */
export function keepPlace(draw) {
  const before = document.activeElement;
  const key = before instanceof HTMLElement ? before.dataset.focus : undefined;
  const typed = before instanceof HTMLInputElement && before.type !== 'checkbox' && before.type !== 'radio' ? before.value : null;
  draw();
  if (!key || document.activeElement === before) return;
  const after = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (!(after instanceof HTMLElement)) return;
  if (typed !== null && after instanceof HTMLInputElement && after.value !== typed) after.value = typed;
  after.focus({ preventScroll: true });
}
