import { announce, element, icon } from '../dom.js';

const THANKS_MS = 2000;

/** Makes a button copy a text, once it is there, and say so. @param {HTMLElement} button @param {() => string | Promise<string>} text */
export function copyOnClick(button, text) {
  const resting = [...button.childNodes];
  button.addEventListener('click', async () => {
    const words = await text();
    const done = words !== '' && (await copied(words));
    const note = done ? 'Copied' : words ? 'The browser did not allow it' : 'There is nothing to copy';
    button.replaceChildren(...(done ? [icon('done')] : []), element('span', {}, note));
    button.classList.toggle('is-done', done);
    announce(note);
    setTimeout(() => {
      button.replaceChildren(...resting);
      button.classList.remove('is-done');
    }, THANKS_MS);
  });
}

/** The clipboard is open to secure pages only; others copy a selection. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { class: 'vh' });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
