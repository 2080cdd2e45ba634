import { copyOf, element, separated, slot } from '../dom.js';
import { keysAreOn, switchKeys } from '../settings.js';

/** The single keys, and what they do. @type {[string[], string][]} */
const KEYS = [
  [['/'], 'go to the search box'],
  [['j', 'k'], 'next and previous result; with the focus on a result also the arrow keys'],
  [['Enter'], 'open the result'],
  [['n', 'N'], 'next and previous hit in an article, or quote where nothing was searched for'],
  [['c'], 'copy the chosen quote, or the citation of the article'],
  [['?'], 'show these keys'],
];

/** The keys as a list, and the switch that turns them off. */
export function keyList() {
  const root = copyOf('keys');
  const rows = KEYS.flatMap(([keys, what]) => [
    element('dt', {}, ...separated(keys.map((key) => element('kbd', {}, key)), () => document.createTextNode(' '))),
    element('dd', {}, what),
  ]);
  slot(root, 'list').append(...rows);
  const box = /** @type {HTMLInputElement} */ (slot(root, 'switch'));
  box.checked = keysAreOn();
  box.addEventListener('change', () => switchKeys(box.checked));
  return root;
}

/** Shows the keys over the page, until it is closed. */
export function showKeys() {
  const close = element('button', { class: 'btn', type: 'button' }, 'Close');
  const layer = element(
    'dialog',
    { class: 'layer', 'aria-labelledby': 'keys-title' },
    element('h2', { id: 'keys-title' }, 'Keys'),
    keyList(),
    close,
  );
  close.addEventListener('click', () => layer.close());
  layer.addEventListener('close', () => layer.remove());
  document.body.append(layer);
  layer.showModal();
}
