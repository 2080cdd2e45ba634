import { copyOf } from '../dom.js';

/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Help. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function help(_, signal) {
  signal.throwIfAborted();
  return { title: 'Help · Quotidian', node: copyOf('help') };
}
