// Texts that would be code, were they not kept as text: in an archive, in addresses, and in answers of the API.

import assert from 'node:assert/strict';
import { harmless, inOneLine, payloads, watch } from './harm.js';
import { settled } from './settled.js';
import { api, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

const sample = process.env.QUOTIDIAN_URL ?? '';
const server = process.env.QUOTIDIAN_HOSTILE_URL ?? '';
assert.ok(server, 'QUOTIDIAN_HOSTILE_URL must name a server of the payloads, as `cargo xtask test` starts it');

/** Every article of the payloads, as lists show it. */
async function everyArticle() {
  const pages = [1, 2].map((page) => api(`/api/articles?sort=oldest&per_page=100&page=${page}`, server));
  return (await Promise.all(pages)).flatMap(({ hits }) => hits);
}

/** Without blanks and control characters, which paragraphs and labels in the margin come between. @param {string} text */
function packed(text) {
  return text.replace(/[\p{White_Space}\p{Cc}\u202d\u202e]/gu, '');
}

/** Whether a body that holds a payload is taken for a piece of HTML, whose text is kept without its tags. @param {string} text */
function isHypertext(text) {
  return /<\/p>|<br ?\/?>|<\/div>/.test(text);
}

/** @param {Page} page @param {string} path */
async function open(page, path) {
  const answer = await page.goto(path);
  assert.ok((answer?.status() ?? 0) < 500, `${path} answers ${answer?.status()}`);
  await page.locator('main h1').first().waitFor();
}

const UNFOLDED = 4;
/** Opens some of what can be opened in place. @param {Page} page */
async function unfold(page) {
  await settled(page);
  for (const folded of ['.hits summary', '.hits button[aria-expanded=false]', '.facet__more button']) {
    for (const one of (await page.locator(`main ${folded}`).all()).slice(0, UNFOLDED).reverse()) await one.click();
  }
  await settled(page);
}

/** Goes on without loading everything anew, which is quicker. @param {Page} page @param {string} path */
async function goOn(page, path) {
  await page.evaluate((href) => {
    document.querySelector('main > *')?.setAttribute('data-before', '');
    history.pushState(null, '', href);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.waitForFunction(() => !document.querySelector('main > [data-before]'));
}

visit('an article shows its payload as text, and links to the web alone', { server, patience: 120 }, async (page) => {
  const harm = watch(page, server);
  const articles = await everyArticle();
  assert.equal(articles.length, payloads.length * 2);
  assert.equal(articles.filter(({ date }) => date).length, payloads.length);
  await open(page, '/?q=');
  for (const { id, title_text: title, url, date } of articles) {
    const payload = payloads.find(({ text }) => inOneLine(text) === title);
    assert.ok(payload, title);
    await goOn(page, `/articles/${encodeURIComponent(id)}?${new URLSearchParams({ q: payload.text })}`);
    assert.equal(await page.locator('main h1').textContent(), title);
    assert.equal(await page.title(), inOneLine(`${title} · Quotidian`));
    const shown = (await page.locator('main .text').allTextContents()).join('');
    assert.ok(isHypertext(payload.text) || packed(shown).includes(packed(payload.text)), `${title}: ${shown}`);
    // Of a payload for an address none is of the web; the reprints, which have dates, have web addresses.
    const links = await page.locator('.sig a').evaluateAll((all) => all.map((link) => /** @type {HTMLAnchorElement} */ (link).origin));
    assert.deepEqual(links, date ? ['https://hostile.example'] : [], url);
    await harmless(page, harm, title);
  }
});

visit('lists, filters and copies show payloads as text', { server, patience: 120 }, async (page) => {
  const harm = watch(page, server);
  const quoted = (await api('/api/speakers?sort=count&per_page=100', server)).speakers;
  const speakers = quoted.map((/** @type {{name: string}} */ { name }) => `/speakers/${encodeURIComponent(name)}`);
  const rooms = ['/verify?text=shall+not+pay+the+levy&speaker=Dorrit', '/trends?q=levy', '/speakers', '/help', '/docs'];
  const lists = ['/?q=', '/?q=levy&page=2', '/?q=harbour&collapse=story', '/quotes?q=levy', '/quotes?collapse=utterance'];
  for (const path of ['/', ...lists, ...speakers, ...rooms]) {
    await open(page, path);
    await unfold(page);
    await harmless(page, harm, path);
  }
});

/** Where an address takes text. @type {((text: string) => string)[]} */
const ADDRESSES = [
  (text) => `/?q=${text}`,
  (text) => `/quotes?q="${text}"&collapse=utterance`,
  (text) => `/quotes?speaker=${text}&-source=${text}&org=${text}`,
  (text) => `/?q=harbour&from=${text}&to=${text}`,
  (text) => `/?q=harbour&page=${text}`,
  (text) => `/?q=harbour&sort=${text}&bars=${text}&story=${text}`,
  (text) => `/?${text}=${text}&source=${text}&q=`,
  (text) => `/speakers/${text}?q=${text}`,
  (text) => `/speakers?q=${text}`,
  (text) => `/articles/${text}`,
  (text) => `/articles/reprint%20${text}?q=${text}#${text}`,
  (text) => `/quotes#${text}`,
  (text) => `/verify?text=${text}&speaker=${text}`,
  (text) => `/trends?q=${text}&q=${text}`,
  (text) => `/help#${text}`,
  (text) => `/docs#${text}`,
  (text) => `/?q=levy#${text}`,
];
const EACH = 3;
/** Every so many payloads the page is loaded afresh. */
const LOADED = 6;

visit('an address shows what it holds as text', { server, patience: 240, allow: /status of 4\d\d/ }, async (page) => {
  const harm = watch(page, server);
  for (const [index, { text }] of payloads.entries()) {
    for (let step = 0; step < EACH; step += 1) {
      const address = /** @type {(text: string) => string} */ (ADDRESSES[(index * EACH + step) % ADDRESSES.length]);
      const path = address(encodeURIComponent(text));
      if (step || index % LOADED) await goOn(page, path);
      else await open(page, path);
      await harmless(page, harm, path);
    }
  }
});

visit('a path that is none is no page', { server }, async (page) => {
  for (const { text } of payloads) {
    const answer = await page.request.get(`/${encodeURIComponent(text)}`);
    assert.equal(answer.status(), 404, text);
    assert.match(answer.headers()['content-type'] ?? '', /^application\/problem\+json/, text);
  }
});

/** What an answer may say is fixed by its schema: words, numbers and dates that the pages read. */
const FIXED =
  /^(field|kind|role|op|verdict|interval|sort|subject|state|differs|merged_by|leave_out|rule|from|to|date|first|last|next|generation)$/;
const AGREEMENTS = ['agrees', 'conflicts', 'unknown'];

/** An answer in which every text is a payload, as long as it was, for places in it are counted.
 * @param {any} value @param {() => string} next @param {string} [key] @returns {any} */
function poisoned(value, next, key = '') {
  if (Array.isArray(value)) return value.map((one) => poisoned(one, next, key));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, next, name)]));
  }
  if (typeof value !== 'string' || FIXED.test(key) || AGREEMENTS.includes(value)) return value;
  const text = next();
  if (key !== 'body') return text;
  return Array.from(`${text} `.repeat(value.length)).slice(0, Array.from(value).length).join('');
}

/** Answers every request of the API with payloads. @param {Page} page */
async function poison(page) {
  let index = 0;
  const next = () => payloads[index++ % payloads.length]?.text ?? '';
  await page.route(/\/api\//, async (route) => {
    const answer = await route.fetch();
    if (!answer.headers()['content-type']?.includes('json')) return route.fulfill({ response: answer, body: next() });
    return route.fulfill({ response: answer, json: poisoned(await answer.json(), next) });
  });
}

visit('answers of nothing but payloads are shown as text', { patience: 240, allow: /status of 4\d\d/ }, async (page) => {
  const harm = watch(page, sample);
  const [speaker] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  const name = encodeURIComponent(speaker.name);
  const [hit] = (await api(`/api/quotes?speaker=${name}`)).hits;
  const words = encodeURIComponent(hit.segments.map((/** @type {{text: string}} */ { text }) => text).join(''));
  const article = `/articles/${encodeURIComponent(hit.article.id)}`;
  const lists = ['/?q=harbour', '/?q=levy+OR+harbuor', '/?q=(harbour', '/quotes?q=levy&collapse=utterance', '/quotes?q=zzyzx+levy'];
  const rooms = ['/speakers', `/verify?text=${words}&speaker=${name}`, '/verify?text=zzyzx', '/trends?q=levy&q=harbour', '/help', '/docs'];
  await poison(page);
  for (const path of ['/', ...lists, `/speakers/${name}`, `${article}?q=levy`, ...rooms, '/?q=a&from=never', '/articles/none']) {
    await open(page, path);
    await unfold(page);
    await harmless(page, harm, path);
  }
  await open(page, article);
  const title = await page.locator('main h1').textContent();
  assert.ok(
    payloads.some(({ text }) => text === title),
    `${title}`,
  );
  await open(page, '/?q=harbour');
  await page.locator('#q').pressSequentially(' lev', { delay: 100 });
  await settled(page);
  await harmless(page, harm, 'what the search box offers');
});
