import { element } from '../dom.js';
import { changed, sameView } from '../model/address.js';
import { GROUPS, isCollapsed } from '../model/groups.js';
import { go } from '../router.js';

/** @import { Address, Kind } from '../model/address.js' */

/** Shows near-duplicates once, or each. @param {Address} address @param {Kind} kind */
export function onceSwitch(address, kind) {
  const { name, once } = GROUPS[kind];
  const box = element('input', { type: 'checkbox', role: 'switch', 'data-focus': 'once' });
  box.checked = isCollapsed(address.params);
  box.addEventListener('change', () => go(sameView(address, changed(address.params, { collapse: box.checked ? name : '' }))));
  return element('label', { class: 'switch' }, box, once);
}
