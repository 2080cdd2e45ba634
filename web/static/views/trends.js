import { copyOf } from '../dom.js';

/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Words over time. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function trends(_, signal) {
  signal.throwIfAborted();
  return { title: 'Words over time · Quotidian', node: copyOf('trends') };
}
