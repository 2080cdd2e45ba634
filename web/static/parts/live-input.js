/** Calls back at each change of a text, but not amid the composing of a letter, which drawing the page anew would break off.
 * @param {HTMLInputElement} input @param {() => void} changed */
export function onTyping(input, changed) {
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) changed();
  });
  input.addEventListener('compositionend', changed);
}
