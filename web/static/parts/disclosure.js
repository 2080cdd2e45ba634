/** Makes a button show and hide a part of the page. @param {HTMLElement} button @param {HTMLElement} part @param {() => void} [opened] */
export function disclose(button, part, opened) {
  button.addEventListener('click', () => {
    part.hidden = !part.hidden;
    button.setAttribute('aria-expanded', String(!part.hidden));
    if (!part.hidden) opened?.();
  });
}
