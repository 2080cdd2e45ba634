// What a screen reader meets on every page, compared with what it met before. UPDATE_SNAPSHOTS=1 writes it anew.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { lineDiff } from './lines.js';
import { ABSENCES, VIEWS, open } from './views.js';
import { visit } from './visit.js';

/** @import { Locator } from 'playwright-core' */

const folder = new URL('./snapshots/', import.meta.url);
/** Pages that are made of a long document: only how they begin is compared. */
const BEGINNINGS = ['docs'];

/** @param {Locator} part @param {string} name */
async function compare(part, name) {
  const all = `${masked(await part.ariaSnapshot())}\n`;
  const now = BEGINNINGS.includes(name) ? all.replace(/\n[^\n]*\[level=2\][^]*/, '\n') : all;
  const file = new URL(`${name}.yml`, folder);
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, now);
  }
  const diff = lineDiff(read(file), now);
  assert.ok(!diff, `${name} has changed (UPDATE_SNAPSHOTS=1 takes it over):\n${diff}`);
}

/** @param {URL} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Without the time that an answer took, and without the folder that an article's file lay in. @param {string} snapshot */
function masked(snapshot) {
  return snapshot.replace(/(under )?\b\d+ ms\b/g, 'N ms').replace(/(?<=\/articles\/\S+-)[0-9a-f]{8}\b/g, 'FOLDER');
}

visit('the header reads as before', {}, async (page) => {
  await open(page, '/help');
  await compare(page.getByRole('banner'), 'header');
});

for (const [name, path] of Object.entries(VIEWS)) {
  visit(`${name} reads as before`, { allow: ABSENCES }, async (page) => {
    await open(page, path);
    await compare(page.locator('main'), name);
  });
}
