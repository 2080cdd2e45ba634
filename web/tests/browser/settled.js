// When a page has come to rest. The browser's own "network idle" waits for half a second, on every page of every test.

/** @import { Page, Request } from 'playwright-core' */

const LOOKS = 3;
const BETWEEN_LOOKS_MS = 25;

/** What each page still waits for. @type {WeakMap<Page, Set<Request>>} */
const open = new WeakMap();

/** Notes what a page asks for, from now on. @param {Page} page */
export function note(page) {
  /** @type {Set<Request>} */
  const requests = new Set();
  open.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Waits until a page asks for nothing any more. @param {Page} page */
export async function settled(page) {
  for (let quiet = 0; quiet < LOOKS; quiet = open.get(page)?.size ? 0 : quiet + 1) await page.waitForTimeout(BETWEEN_LOOKS_MS);
}
