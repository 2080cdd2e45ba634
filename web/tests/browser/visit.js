// A test of these pages in Chromium, against the server at QUOTIDIAN_URL. After each, the console must be empty.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { note } from './settled.js';

/** @import { BrowserContextOptions, Page } from 'playwright-core' */
/** `allow`: console messages that the test means to cause; `server`: another than the sample's; `patience` in seconds; `letters`:
 * the size of text that the browser is set to, in px.
 * @typedef {{width?: number, height?: number, dark?: boolean, touch?: boolean, allow?: RegExp, server?: string, patience?: number, letters?: number,
 *   context?: BrowserContextOptions}} Visitor */

const base = process.env.QUOTIDIAN_URL ?? '';
assert.ok(base, 'QUOTIDIAN_URL must name a running server, for example http://127.0.0.1:7474');

/** @param {string[]} [settings] */
function launch(settings = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...settings,
    ],
  });
}

const browser = await launch();
after(() => browser.close());

/** @param {string} name @param {Visitor} visitor @param {(page: Page) => Promise<void>} steps */
export function visit(name, visitor, steps) {
  const { width = 1280, height = 900, dark = false, touch = false, allow, server = base, patience = 60, letters, context: more } = visitor;
  test(name, { timeout: patience * 1000 }, async () => {
    const other = letters && (await launch([`--blink-settings=defaultFontSize=${letters}`]));
    const context = await (other || browser).newContext({
      baseURL: server,
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      hasTouch: touch,
      isMobile: touch,
      permissions: ['clipboard-read', 'clipboard-write'],
      ...more,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    note(page);
    const complaints = await listen(page);
    try {
      await steps(page);
      assert.deepEqual(
        complaints.filter((text) => !allow?.test(text)),
        [],
        'console, page errors and policy violations',
      );
    } finally {
      await context.close();
      if (other) await other.close();
    }
  });
}

/** @param {Page} page @returns {Promise<string[]>} what goes wrong, as it goes wrong */
async function listen(page) {
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  await page.exposeFunction('onViolation', (/** @type {string} */ text) => complaints.push(text));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      Reflect.get(globalThis, 'onViolation')(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  return complaints;
}

/** An answer of the API. @param {string} path @param {string} [server] @returns {Promise<any>} */
export async function api(path, server = base) {
  const response = await fetch(server + path);
  assert.ok(response.ok, `${path} answers ${response.status}`);
  return response.json();
}

/** How many results the page says it shows. @param {Page} page */
export async function total(page) {
  const text = await page.locator('[data-slot=count], .summary h2').first().innerText();
  return Number(text.replace(/[^\d]/g, ''));
}

/** Waits until the page says so many. @param {Page} page @param {number} count */
export async function shows(page, count) {
  await page.waitForFunction((wanted) => {
    const heading = document.querySelector('.summary h1, .summary h2');
    return heading?.textContent?.replace(/[^\d]/g, '') === String(wanted) && !document.querySelector('.is-busy');
  }, count);
}
