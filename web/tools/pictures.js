// Makes the pictures of docs/pictures/ from a server of data/sample at QUOTIDIAN_URL. They look as they should where the fonts
// Charis SIL and Inter are installed (Debian: fonts-sil-charis, fonts-inter).

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { api, base, launch } from './browser.js';

/** @typedef {'light' | 'dark' | 'phone'} Look */

const folder = new URL('../../docs/pictures/', import.meta.url);
const SCREENS = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: /** @type {const} */ ('light') },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: /** @type {const} */ ('dark') },
  phone: { viewport: { width: 390, height: 780 }, colorScheme: /** @type {const} */ ('light'), isMobile: true, hasTouch: true },
};

/** What is pictured: its address, and in which looks. @returns {Promise<[string, string, Look[]][]>} */
async function scenes() {
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const found = await api(`/api/quotes?${new URLSearchParams({ q: 'levy', speaker: speaker.name, kind: 'direct' })}`);
  const quote = found.hits[0];
  const told = await api(`/api/quotes?${new URLSearchParams({ q: 'the', speaker: speaker.name, kind: 'direct' })}`);
  const texts = told.hits.map((/** @type {any} */ { segments }) => segments.map((/** @type {any} */ { text }) => text).join(''));
  const long = texts.find((/** @type {string} */ text) => text.split(' ').length > 8 && /\bthe\b/.test(text)) ?? texts[0];
  const misquoted = long.replace(/\bthe\b/, 'this').replace(/,$/, '.');
  const article = `/articles/${encodeURIComponent(quote.article.id)}?q=levy#quote-${quote.number}`;
  return [
    ['home', '/', ['light']],
    ['search', '/?q=harbour+-section:opinion&from=2023-09&to=2024-06', ['light', 'dark', 'phone']],
    ['quotes', '/quotes?q=levy', ['light', 'dark', 'phone']],
    ['article', article, ['light', 'dark', 'phone']],
    ['speaker', `/speakers/${encodeURIComponent(speaker.name)}`, ['light', 'dark', 'phone']],
    ['verify', `/verify?${new URLSearchParams({ text: misquoted, speaker: speaker.name })}`, ['light']],
    ['trends', '/trends?q=levy&q=ferry&q=fish', ['light']],
  ];
}

const browser = await launch();
mkdirSync(folder, { recursive: true });
for (const [name, path, looks] of await scenes()) {
  for (const look of looks) {
    const context = await browser.newContext({ baseURL: base, reducedMotion: 'reduce', ...SCREENS[look] });
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: fileURLToPath(new URL(`${name}-${look}.png`, folder)) });
    await context.close();
  }
}
await browser.close();
