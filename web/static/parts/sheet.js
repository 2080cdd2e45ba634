// Filters stand beside the results where there is room, and in a sheet from below where there is not.

import { slot } from '../dom.js';

const sheet = /** @type {HTMLDialogElement} */ (document.getElementById('sheet'));
/** @type {HTMLElement | null} */
let column = null;

slot(sheet, 'close').addEventListener('click', closeSheet);
sheet.addEventListener('click', (event) => {
  if (event.target === sheet) closeSheet();
});
sheet.addEventListener('close', () => {
  column?.replaceChildren(...slot(sheet, 'filters').childNodes);
  const opener = document.querySelector('[data-focus="open-filters"]');
  if (opener instanceof HTMLElement) opener.focus();
});

/** Puts the filters where they belong now.
 * @param {HTMLElement} aside @param {HTMLElement} panel @param {{dates: HTMLElement, clear: string, found: string}} rest */
export function placeFilters(aside, panel, { dates, clear, found }) {
  column = aside;
  slot(sheet, 'dates').replaceChildren(dates);
  slot(sheet, 'clear').setAttribute('href', clear);
  slot(sheet, 'close').textContent = `Show ${found}`;
  if (sheet.open) slot(sheet, 'filters').replaceChildren(panel);
  else aside.replaceChildren(panel);
}

export function openSheet() {
  if (!column || sheet.open) return;
  slot(sheet, 'filters').replaceChildren(...column.childNodes);
  sheet.showModal();
}

export function closeSheet() {
  if (sheet.open) sheet.close();
}
