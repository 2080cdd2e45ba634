// What axe finds on a page, and whether the page fits its window.

import assert from 'node:assert/strict';
import axe from 'axe-core';

/** @import { Page } from 'playwright-core' */

/** @param {Page} page @param {string} name of the page @returns {Promise<{impact: string, words: string}[]>} */
export async function findings(page, name) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => Reflect.get(globalThis, 'axe').run());
  return violations.map((/** @type {any} */ { id, impact, nodes: [{ html, failureSummary }] }) => ({
    impact: impact ?? '',
    words: `${name}: ${id}: ${html} ${failureSummary}`,
  }));
}

/** Nothing scrolls sideways. @param {Page} page @param {string} name of the page */
export async function fits(page, name) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const room = page.viewportSize()?.width ?? 0;
  assert.ok(width <= room, `${name} scrolls sideways by ${width - room}`);
}

/** The page fits, and axe finds nothing at all. @param {Page} page @param {string} name of the page */
export async function isAccessible(page, name) {
  await fits(page, name);
  assert.deepEqual(await findings(page, name), []);
}
