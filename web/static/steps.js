// The steps of the history. Typing replaces the step that it began at; what is committed becomes one step of its own.

/** The step that is being typed over. @type {{href: string, state: any} | null} */
let typedOver = null;

/** The address without its origin. */
export function here() {
  return location.pathname + location.search + location.hash;
}

/** Puts an address that is being typed in the place of the present step. @param {string} href */
export function typeOver(href) {
  typedOver ??= { href: here(), state: { ...history.state, scroll: scrollY } };
  history.replaceState(history.state, '', href);
}

/** Makes a step, and gives the history back the one that was typed over. What was typed becomes a step too, unless it is
 * what is gone to. @param {string} href @param {any} state */
export function makeStep(href, state) {
  const typed = here();
  const over = typedOver;
  typedOver = null;
  if (over && over.href !== typed) {
    const left = { ...state, scroll: history.state?.scroll };
    history.replaceState(over.state, '', over.href);
    if (href !== typed) history.pushState(left, '', typed);
  }
  history[href === here() ? 'replaceState' : 'pushState'](state, '', href);
}

/** The reader went to another step. */
export function stepped() {
  typedOver = null;
}
