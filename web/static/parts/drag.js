/** Follows the pointer, once it is down, until it is let go or taken away.
 * @param {HTMLElement} area @param {PointerEvent} down
 * @param {{move: (event: PointerEvent) => void, done: () => void, cancel: () => void}} steps */
export function drag(area, down, { move, done, cancel }) {
  if (down.button) return;
  down.preventDefault();
  down.stopPropagation();
  area.setPointerCapture(down.pointerId);
  const until = new AbortController();
  const { signal } = until;
  area.addEventListener('pointermove', move, { signal });
  area.addEventListener(
    'pointerup',
    (event) => {
      until.abort();
      move(event);
      done();
    },
    { signal },
  );
  area.addEventListener(
    'pointercancel',
    () => {
      until.abort();
      cancel();
    },
    { signal },
  );
}
