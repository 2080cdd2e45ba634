/** Draws anew and puts the focus, with what is being typed, back where it was: places are named by `data-focus`.
 * @param {() => void} draw */
export function keepPlace(draw) {
  const before = document.activeElement;
  const key = before instanceof HTMLElement ? before.dataset.focus : undefined;
  const box = before instanceof HTMLInputElement && before.type !== 'checkbox' && before.type !== 'radio' ? before : null;
  const typed = box && { value: box.value, from: box.selectionStart, to: box.selectionEnd };
  draw();
  if (!key || document.activeElement === before) return;
  const after = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  if (!(after instanceof HTMLElement)) return;
  after.focus({ preventScroll: true });
  if (!typed || !(after instanceof HTMLInputElement)) return;
  after.value = typed.value;
  after.setSelectionRange(typed.from, typed.to);
}
