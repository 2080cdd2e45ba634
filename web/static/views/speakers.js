import { copyOf } from '../dom.js';

/** @import { Address } from '../model/address.js' */
/** @import { Page } from '../router.js' */

/** Speakers. @param {Address} _ @param {AbortSignal} signal @returns {Promise<Page>} */
export async function speakers(_, signal) {
  signal.throwIfAborted();
  return { title: 'Speakers · Quotidian', node: copyOf('speakers') };
}
