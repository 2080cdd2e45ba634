// What axe finds on every page, in every size and colour that somebody may need; and that nothing scrolls sideways or moves.

import assert from 'node:assert/strict';
import { findings, fits } from './accessible.js';
import { settled } from './settled.js';
import { ABSENCES, VIEWS, open } from './views.js';
import { visit } from './visit.js';

/** @import { Page } from 'playwright-core' */
/** @import { Visitor } from './visit.js' */

/** Opens what opens in place, so that it is looked at too. @param {Page} page @param {string} path */
async function openAll(page, path) {
  await open(page, path);
  for (const kind of ['.story summary', '[data-slot=why-button]', '.menu summary']) {
    const first = page.locator(`main ${kind}`).first();
    if (await first.isVisible()) await first.click();
  }
  if (path.startsWith('/articles')) await page.keyboard.press('n');
  await settled(page);
}

const GRAVE = ['serious', 'critical'];

/** @type {[string, Visitor][]} */
const SIZES = [
  ['at 1280 px', { width: 1280 }],
  ['at 320 px', { width: 320, height: 700, touch: true }],
  ['at 1280 px and 200 % zoom', { width: 640, height: 450, context: { deviceScaleFactor: 2 } }],
];

for (const [size, visitor] of SIZES) {
  for (const dark of [false, true]) {
    visit(
      `axe finds nothing serious ${size}, ${dark ? 'dark' : 'light'}`,
      { ...visitor, dark, allow: ABSENCES, patience: 180 },
      async (page) => {
        const found = [];
        for (const [name, path] of Object.entries(VIEWS)) {
          await openAll(page, path);
          await fits(page, name);
          found.push(...(await findings(page, name)).filter(({ impact }) => GRAVE.includes(impact)));
        }
        assert.deepEqual(found, []);
      },
    );
  }
}

for (const width of [1280, 640, 320]) {
  visit(`letters of twice the size fit ${width} px`, { width, height: 800, letters: 32, allow: ABSENCES, patience: 120 }, async (page) => {
    for (const [name, path] of Object.entries(VIEWS)) {
      await openAll(page, path);
      await fits(page, name);
    }
  });
}

visit('forced colours keep every page', { allow: ABSENCES, patience: 120, context: { forcedColors: 'active' } }, async (page) => {
  for (const path of Object.values(VIEWS)) await openAll(page, path);
});

visit(
  'who wants less motion gets none',
  { allow: ABSENCES, patience: 120, context: { reducedMotion: 'reduce' } },
  async (page) => {
    for (const [name, path] of Object.entries(VIEWS)) {
      await openAll(page, path);
      await page.locator('a:visible, button:visible').last().hover();
      await page.keyboard.press('Tab');
      const moving = await page.evaluate(() => document.getAnimations().map((one) => one.constructor.name));
      assert.deepEqual(moving, [], name);
    }
  },
);
