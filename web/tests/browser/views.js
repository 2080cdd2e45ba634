// Every kind of page, at an address of the sample archive: what is checked of all pages goes through this table.

import { settled } from './settled.js';

/** @import { Page } from 'playwright-core' */

const SAID = 'If fish had the vote, minister, we should have had a harbour by now';
const ARTICLE = '/articles/lantern-2022-10-08-tidewater-conference';

/** @type {Record<string, string>} */
export const VIEWS = {
  home: '/',
  articles: '/?q=harbour&-section=Coast&from=2024-01',
  stories: '/?q=merrow+maid&collapse=story',
  quotes: '/quotes?q=levy',
  nothing: '/quotes?q=zzyzx+levy',
  repaired: '/?q=harbour+(levy+harbuor',
  article: `${ARTICLE}?q=harbour#quote-1`,
  speaker: '/speakers/Tobin%20Okkerley',
  speakers: '/speakers',
  verify: '/verify',
  'verify-verbatim': `/verify?${new URLSearchParams({ text: SAID, speaker: 'Okkerley' })}`,
  'verify-close': `/verify?${new URLSearchParams({ text: SAID.replace('should', 'would'), speaker: 'Quill Astersen' })}`,
  'verify-absent': '/verify?text=Nobody+ever+said+these+zzyzx+words',
  trends: '/trends',
  'trends-compared': '/trends?q=harbour&q=levy&bars=share',
  help: '/help',
  docs: '/docs#searchQuotes',
  'not-found': '/articles/no-such-article',
  'not-read': '/?q=harbour&from=sometime',
  missing: '/speakers/%E0',
};

/** The console of the pages that are not there says so. */
export const ABSENCES = /status of 40[04]/;

/** Opens one and waits until it stands. @param {Page} page @param {string} path */
export async function open(page, path) {
  await page.goto(path);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}
