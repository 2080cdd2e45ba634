// What a reader has chosen for good, kept by the browser. Storage may be switched off: a choice then lasts as long as the page.

const KEYS = 'quotidian-keys';
let keys = read(KEYS) !== 'off';

/** Whether single keys do anything. */
export function keysAreOn() {
  return keys;
}

/** @param {boolean} on */
export function switchKeys(on) {
  keys = on;
  try {
    localStorage.setItem(KEYS, on ? 'on' : 'off');
  } catch {
    // See above.
  }
}

/** @param {string} name */
function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
