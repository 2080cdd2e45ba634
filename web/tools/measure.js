// How the pages of a server at QUOTIDIAN_URL feel: what the first screen takes, and how long it is from a key to painted results.

import { base, launch } from './browser.js';

/** @import { Browser, Page } from 'playwright-core' */

const LOADS = 7;
/** A quick typist: milliseconds between keys. */
const BETWEEN_KEYS = 120;
const TYPED = [
  ['/?q=', 'climate change'],
  ['/?q=', 'prime minister -war'],
  ['/quotes?q=', 'we will never'],
  ['/quotes?q=', 'the economy'],
];

/** @param {number[]} values */
function summary(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? NaN);
  return { median: at(0.5), p90: at(0.9), most: at(1) };
}

/** Loads a page in a fresh profile, with empty caches. @param {Browser} browser @param {string} path */
async function firstLoad(browser, path) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  const kinds = new Map();
  const bytes = { pages: 0, answers: 0 };
  await wire.send('Network.enable');
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => kinds.set(requestId, request.url.includes('/api/') ? 'answers' : 'pages'));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[/** @type {keyof typeof bytes} */ (kinds.get(requestId))] += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: 'networkidle' });
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  await context.close();
  return { ...bytes, requests: kinds.size, paint };
}

/** Notes, for every key, when the results for it are painted. @param {Page} page */
async function watch(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    let pressed = 0;
    Reflect.set(globalThis, 'paintedAfter', times);
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    new MutationObserver(() => {
      const from = pressed;
      pressed = 0;
      // A message that is sent while a frame is made arrives when it has been painted.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => from && times.push(performance.now() - from);
      requestAnimationFrame(() => painted.port2.postMessage(null));
    }).observe(/** @type {HTMLElement} */ (document.getElementById('main')), { childList: true });
  });
}

/** @param {Browser} browser @param {string} path @param {string} text */
async function typing(browser, path, text) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(base + path, { waitUntil: 'networkidle' });
  await watch(page);
  await page.locator('#q').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(text, { delay: BETWEEN_KEYS });
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(() => /** @type {number[]} */ (Reflect.get(globalThis, 'paintedAfter')));
  await page.close();
  return times;
}

const browser = await launch();
for (const path of ['/', '/quotes?q=judge']) {
  const loads = [];
  for (let index = 0; index < LOADS; index += 1) loads.push(await firstLoad(browser, path));
  const [{ pages = 0, answers = 0, requests = 0 } = {}] = loads;
  const paint = summary(loads.map((load) => load.paint));
  console.log(`first load of ${path}: ${requests} requests, ${pages} bytes of pages and ${answers} of answers with their headers; painted after ${paint.median} ms (median of ${LOADS}, most ${paint.most})`);
}
for (const [path = '', text = ''] of TYPED) {
  const times = await typing(browser, path, text);
  const { median, p90, most } = summary(times);
  console.log(`typing "${text}" at ${path}: ${times.length} of ${text.length} keys brought results, after ${median} ms (median), ${p90} (p90), ${most} (most)`);
}
await browser.close();
