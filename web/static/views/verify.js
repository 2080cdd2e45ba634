import { copyOf } from '../dom.js';

/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Was it said?. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function verify(_, signal) {
  signal.throwIfAborted();
  return { title: 'Was it said? · Quotidian', node: copyOf('verify') };
}
