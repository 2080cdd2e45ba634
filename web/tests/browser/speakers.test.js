// The page of one speaker, the list of all, and the ways to them from the first screen.

import assert from 'node:assert/strict';
import { isAccessible } from './accessible.js';
import { settled } from './settled.js';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */
/** @import { SpeakerProfile } from '../../types/wire.js' */

const number = new Intl.NumberFormat('en-GB');

/** The most quoted speakers of the archive. @param {number} count */
async function most(count) {
  return (await api(`/api/speakers?sort=count&per_page=${count}`)).speakers;
}

/** @param {string} name */
const pathOf = (name) => `/speakers/${encodeURIComponent(name)}`;

/** @param {string} name @returns {Promise<SpeakerProfile>} */
const profileOf = (name) => api(`/api${pathOf(name)}`);

/** A column of the page. @param {Page} page @param {string} name */
function column(page, name) {
  return page.locator('.three section').filter({ has: page.getByRole('heading', { name }) });
}

/** The numbers of a column. @param {Page} page @param {string} name */
async function numbers(page, name) {
  const texts = await column(page, name).locator('li .num').allTextContents();
  return texts.map((text) => Number(text.replace(/\D/g, '')));
}

/** Opens a speaker's page and waits for it. @param {Page} page @param {string} path */
async function open(page, path) {
  await page.goto(path);
  await page.locator('.person, .problem').first().waitFor();
}

visit('a speaker is introduced with the figures of the archive', {}, async (page) => {
  const [{ name }] = await most(1);
  const profile = await profileOf(name);
  await open(page, pathOf(name));
  await shows(page, profile.quotes);
  const facts = await page.locator('.person [data-slot=facts]').innerText();
  assert.ok(facts.includes(`Most often introduced as “${profile.roles[0]?.words}”. `), facts);
  assert.ok(facts.includes(`${number.format(profile.quotes)} quotes from ${profile.total_sources} sources`), facts);
  const lines = await page.locator('.person dl').innerText();
  for (const { value, count } of profile.sources.slice(0, 4)) assert.ok(lines.includes(`${value}\u00a0${count}`), lines);
  assert.match(lines, /Introduced as/);
  await page.locator('.person dl a').first().click();
  await shows(page, profile.sources[0]?.count ?? 0);
  assert.deepEqual(await numbers(page, 'Verbs'), profile.cues.map(({ count }) => count), 'the columns stay those of all quotes');
  assert.ok(await column(page, 'Verbs').getByText('of all quotes').isVisible());
});

visit('a speaker is printed in ways that are explained, pronouns apart', {}, async (page) => {
  const [{ name }] = await most(1);
  const { variants } = await profileOf(name);
  await open(page, pathOf(name));
  const names = variants.filter(({ merged_by: by }) => by !== 'pronoun');
  const rows = column(page, 'Printed as').locator('li');
  assert.deepEqual(await rows.locator('b').allTextContents(), names.map(({ words }) => words));
  assert.deepEqual(await numbers(page, 'Printed as'), names.map(({ count }) => count));
  const surname = names.find(({ merged_by: by }) => by === 'part_of_name')?.words ?? '';
  const reason = rows.filter({ has: page.getByText(surname, { exact: true }) }).locator('small');
  assert.equal(await reason.textContent(), 'a part of the name');
  const he = variants.find(({ merged_by: by }) => by === 'pronoun');
  await column(page, 'Printed as').getByText(`Also counted: pronouns such as “${he?.words}” ${he?.count}`).waitFor();
});

visit('verbs are bars, and those who are quoted beside are links', {}, async (page) => {
  const [{ name }] = await most(1);
  const { cues, quoted_with: others, total_quoted_with: total } = await profileOf(name);
  await open(page, pathOf(name));
  assert.deepEqual(await column(page, 'Verbs').locator('i').allTextContents(), cues.map(({ value }) => value));
  const bars = column(page, 'Verbs').locator('rect');
  const widths = await bars.evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('width'))));
  assert.equal(widths[0], 100);
  cues.forEach(({ count }, index) => assert.ok(Math.abs((widths[index] ?? 0) - (count / (cues[0]?.count ?? 1)) * 100) < 0.1));

  const company = column(page, 'Quoted with');
  assert.deepEqual(await numbers(page, 'Quoted with'), others.map(({ count }) => count));
  assert.equal(await company.locator('li:visible').count(), 8);
  await company.getByText(`8 of ${total}`).waitFor();
  await company.getByRole('button', { name: 'Show more' }).click();
  assert.equal(await company.locator('li:visible').count(), others.length);
  await company.getByRole('button', { name: 'Show fewer', expanded: true }).waitFor();
  await company.getByRole('link', { name: others[1]?.value, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: others[1]?.value }).waitFor();
});

visit('a speaker can be followed and exported', {}, async (page) => {
  const [{ name }] = await most(1);
  await open(page, `${pathOf(name)}?from=2024`);
  const feed = (await page.getByRole('link', { name: 'Follow' }).getAttribute('href')) ?? '';
  const answer = await page.request.get(feed);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'] ?? '', /atom/);
  await page.locator('.person__acts').getByText('Export', { exact: true }).click();
  const links = page.locator('.person__acts .menu a');
  assert.equal(await links.count(), 7);
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
    assert.equal((await page.request.get(href)).status(), 200, href);
    assert.ok(!href.includes('from='), 'the head has all of a speaker, the list what is listed');
  }
});

visit('the ribbon narrows what a speaker said', {}, async (page) => {
  const [{ name }] = await most(1);
  const { timeline, total } = await api(`/api/quotes?${new URLSearchParams({ speaker: name })}`);
  const counts = timeline.buckets.map((/** @type {{count: number}} */ { count }) => count);
  const index = counts.indexOf(Math.max(...counts));
  await open(page, pathOf(name));
  const plot = await page.locator('.plot').boundingBox();
  assert.ok(plot);
  await page.mouse.click(plot.x + (plot.width * (index + 0.5)) / counts.length, plot.y + plot.height - 8);
  await shows(page, counts[index] ?? 0);
  await column(page, 'Printed as').getByText('of all quotes').waitFor();
  await page.goBack();
  await shows(page, total);
});

visit('a search within folds what is known of a speaker, and keeps the box in sight', {}, async (page) => {
  const [{ name, quotes }] = await most(1);
  const { total } = await api(`/api/quotes?${new URLSearchParams({ speaker: name, q: 'levy' })}`);
  await open(page, pathOf(name));
  const box = page.getByPlaceholder(`Search in what ${name} said`);
  await box.fill('levy');
  await box.press('Enter');
  await shows(page, total);
  await settled(page);
  assert.ok(await box.evaluate((input) => input === document.activeElement));
  const place = await box.boundingBox();
  assert.ok(place && place.y > 0 && place.y < 900, 'the box is in the window');
  assert.equal(await column(page, 'Verbs').isVisible(), false);
  await page.getByText(`of all ${quotes} quotes`).click();
  await column(page, 'Verbs').waitFor();
  await page.reload();
  await shows(page, total);
  assert.equal(await box.inputValue(), 'levy');
  await page.goBack();
  await shows(page, quotes);
  await column(page, 'Verbs').waitFor();
});

visit('statements that may have changed stand side by side', {}, async (page) => {
  const [{ name }] = await most(1);
  const [later, earlier] = (await api(`/api/quotes?${new URLSearchParams({ speaker: name })}`)).hits;
  await page.route(`**/api${pathOf(name)}?*`, async (route) => {
    const answer = await (await route.fetch()).json();
    const pairs = { changed_statements: [{ differs: 'number', earlier, later }], total_changed_statements: 1 };
    await route.fulfill({ json: { ...answer, ...pairs } });
  });
  await open(page, pathOf(name));
  const pair = page.locator('.pairs li');
  assert.equal(await pair.isVisible(), false);
  await page.getByText('Statements that may have changed').click();
  await page.getByText(/^Candidates, found by their words/).waitFor();
  await pair.getByRole('heading', { name: 'Later, with another number' }).waitFor();
  await pair.getByRole('link', { name: earlier.article.title }).first().click();
  await page.getByRole('heading', { level: 1, name: earlier.article.title }).waitFor();
  assert.match(new URL(page.url()).hash, /^#quote-\d+$/);
});

visit('a name that nobody has leads to names near to it', { allow: /404/ }, async (page) => {
  const [{ name, quotes }] = await most(1);
  await page.goto(pathOf(name.slice(0, -2)));
  await page.getByText('Nobody of exactly this name is quoted').waitFor();
  await page.getByRole('heading', { name: 'Did you mean' }).waitFor();
  const way = page.locator('.outs a', { hasText: name });
  assert.ok((await way.innerText()).includes(`${quotes} quotes`));
  await way.click();
  await shows(page, quotes);
  await page.goto(pathOf('Zzyzx Qwxvk'));
  await page.getByRole('link', { name: 'All speakers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Speakers' }).waitFor();
});

/** The names listed. @param {Page} page @returns {Promise<string[]>} */
function listed(page) {
  return page.locator('.roll li a').allTextContents();
}

/** @param {string} query @returns {Promise<string[]>} */
async function names(query) {
  return (await api(`/api/speakers?per_page=50&${query}`)).speakers.map((/** @type {{name: string}} */ one) => one.name);
}

visit('all speakers are listed by count or name, on pages', {}, async (page) => {
  const { speakers: total } = await api('/api/stats');
  await page.goto('/');
  await page.getByRole('link', { name: `All ${number.format(total)} speakers` }).click();
  await shows(page, total);
  assert.deepEqual(await listed(page), await names('sort=count'));
  const [first] = await most(1);
  const row = await page.locator('.roll li').first().innerText();
  assert.match(row, new RegExp(`^${first.name}\\s.*\\d{4}.*\\s${first.quotes} quotes$`, 's'));
  await page.getByRole('link', { name: 'A–Z' }).click();
  await page.waitForURL(/sort=name/);
  await page.locator('[data-slot=by-name][aria-current]').waitFor();
  assert.deepEqual(await listed(page), await names('sort=name'));
  await page.getByRole('link', { name: 'Next' }).click();
  await page.locator('.pager [aria-current]', { hasText: '2' }).waitFor();
  assert.deepEqual(await listed(page), await names('sort=name&page=2'));
  await page.reload();
  await page.locator('.pager [aria-current]', { hasText: '2' }).waitFor();
  await page.goBack();
  await page.locator('.pager [aria-current]', { hasText: '1' }).waitFor();
  await page.goBack();
  await page.locator('[data-slot=by-count][aria-current]').waitFor();
});

visit('a speaker is found while typing, and opened', {}, async (page) => {
  const [{ name, quotes }] = await most(1);
  const word = name.split(' ').at(-1) ?? '';
  await page.goto('/speakers?page=2');
  const box = page.getByRole('searchbox', { name: 'Find a speaker' });
  await box.pressSequentially(word.slice(0, 3).toLowerCase(), { delay: 30 });
  const wanted = await names(`q=${word.slice(0, 3)}`);
  await shows(page, wanted.length);
  assert.deepEqual(await listed(page), wanted);
  assert.equal(new URL(page.url()).search, `?q=${word.slice(0, 3).toLowerCase()}`);
  assert.ok(await box.evaluate((input) => input === document.activeElement), 'typing can go on');
  await page.getByRole('link', { name, exact: true }).click();
  await shows(page, quotes);
  await page.goBack();
  await shows(page, wanted.length);
  assert.equal(await box.inputValue(), word.slice(0, 3).toLowerCase());
  await box.fill('zzyzx');
  await page.getByText('Nobody’s name has words that begin so.').waitFor();
});

visit('the first screen offers a quotation to verify and names to compare', {}, async (page) => {
  const [first, second] = await most(2);
  await page.goto('/');
  const verify = page.locator('.guide a', { hasText: `Did ${first.name} say “` });
  const href = new URL((await verify.getAttribute('href')) ?? '', page.url());
  assert.equal(href.pathname, '/verify');
  const verified = await api(`/api/verify${href.search}`);
  assert.equal(verified.verdict, 'verbatim');
  assert.equal(verified.speaker, 'agrees');
  const trends = page.locator('.guide a', { hasText: `“${first.name}” against “${second.name}”` });
  const asked = new URL((await trends.getAttribute('href')) ?? '', page.url());
  assert.equal(asked.pathname, '/trends');
  const { series } = await api(`/api/trends?${new URLSearchParams(asked.searchParams.getAll('q').map((q) => ['q', q]))}`);
  for (const { total } of series) assert.ok(total > 0);
  assert.ok((await page.locator('.guide li').count()) <= 6);
});

/** @param {Page} page @param {string} path */
async function inspect(page, path) {
  await page.goto(path);
  await settled(page);
  for (const kind of ['.fold', '.menu']) for (const summary of await page.locator(`${kind} summary`).all()) await summary.click();
  await isAccessible(page, path);
}

for (const [width, dark] of /** @type {[number, boolean][]} */ ([
  [1280, false],
  [320, true],
])) {
  const visitor = { width, dark, touch: width < 720, allow: /404/ };
  visit(`axe finds nothing on the pages of speakers at ${width} px, ${dark ? 'dark' : 'light'}`, visitor, async (page) => {
    const [{ name }] = await most(1);
    const longest = (await names('sort=name')).sort((one, other) => other.length - one.length)[0] ?? '';
    const speakers = [pathOf(name), `${pathOf(name)}?q=levy`, pathOf(longest), pathOf(`${name}x`)];
    for (const path of [...speakers, '/speakers', '/speakers?q=zzyzx', '/']) await inspect(page, path);
  });
}
