// What a payload would do if it were more than text: run, ask another host, or make elements.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';

/** @import { Page } from 'playwright-core' */
/** `text` is meant to set the global `__hit`. @typedef {{class: string, text: string}} Payload */

/** @type {Payload[]} */
export const payloads = JSON.parse(source('tests/browser/payloads.json'));

/** Never drawn by these pages, whatever their code names. */
const FOREIGN = 'script iframe object embed img base meta link style math video audio source marquee body'.split(' ');

/** The elements that the pages' own code names. */
const own = namedElements();

/** @param {string} path below `web/` */
function source(path) {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

function namedElements() {
  const [, body = ''] = source('index.html').split('<body>');
  const scripts = readdirSync(new URL('../../static', import.meta.url), { recursive: true, encoding: 'utf8' });
  const code = scripts.filter((name) => name.endsWith('.js')).map((name) => source(`static/${name}`));
  const names = [...body.matchAll(/<([a-z]\w*)/g), ...code.join('\n').matchAll(/'([a-z]\w*)'/g)];
  return [...new Set(names.map(([, name]) => name ?? ''))].filter((name) => !FOREIGN.includes(name));
}

/** What the archive takes out of texts of one line: characters that turn the direction of writing or are seen by nobody. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** As the archive keeps a text of one line: single blanks, no control characters. @param {string} text */
export function inOneLine(text) {
  return text
    .split(/[\p{White_Space}\p{Cc}]+/u)
    .map((word) => word.replace(UNSEEN, ''))
    .filter(Boolean)
    .join(' ');
}

/** Listens for what no page may do. @param {Page} page @param {string} home the address of the server */
export function watch(page, home) {
  /** @type {string[]} */
  const harm = [];
  const outside = (/** @type {string} */ url) => !url.startsWith(`${home}/`) && url !== 'about:blank';
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', (popup) => harm.push(`window: ${popup.url()}`));
  page.on('request', (request) => outside(request.url()) && harm.push(`request: ${request.url()}`));
  page.on('framenavigated', (frame) => outside(frame.url()) && harm.push(`left for ${frame.url()}`));
  page.on('response', (response) => response.status() >= 500 && harm.push(`${response.status()}: ${response.url()}`));
  return harm;
}

/** Asserts that a page consists of what its own code makes. @param {Page} page @param {string[]} harm of `watch` @param {string} what */
export async function harmless(page, harm, what) {
  const found = await page.evaluate(foreign, own);
  assert.deepEqual([...harm, ...found], [], what);
}

/** Runs in the page. @param {string[]} elements that may be there @returns {string[]} what is there and should not be */
function foreign(elements) {
  const all = [...document.body.querySelectorAll('*')];
  const shown = (/** @type {Element} */ one) => one.outerHTML.slice(0, 200);
  const ids = all.filter((one) => one.localName !== 'template').flatMap(({ id }) => id || []);
  const links = all.filter((one) => one.hasAttribute('href') && !one.getAttribute('href')?.startsWith('#'));
  const isOurs = (/** @type {Element} */ link) => {
    const { protocol, origin } = new URL(link.getAttribute('href') ?? '', location.href);
    const apart = ['noopener', 'noreferrer'].every((word) => link.getAttribute('rel')?.split(' ').includes(word));
    return /^https?:$/.test(protocol) && (origin === location.origin || apart);
  };
  const ours = (/** @type {string | null} */ action) => new URL(action ?? '', location.href).origin === location.origin;
  return [
    ...(Reflect.has(globalThis, '__hit') ? ['a payload ran'] : []),
    ...Object.keys(Object.prototype).map((key) => `every object has ${key}`),
    ...[...document.querySelectorAll('base, meta[http-equiv]')].map(shown),
    ...all.filter((one) => !elements.includes(one.localName)).map((one) => `element: ${shown(one)}`),
    ...all.filter((one) => one.getAttributeNames().some((name) => /^on|^srcdoc$|^formaction$/.test(name))).map(shown),
    ...links.filter((link) => !isOurs(link)).map((link) => `link: ${shown(link)}`),
    ...all.filter((one) => one.localName === 'form' && !ours(one.getAttribute('action'))).map(shown),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two elements are called ${id}`),
  ];
}
