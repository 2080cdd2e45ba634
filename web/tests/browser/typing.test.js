// Typing shows results as it goes, and makes one step of the history.

import assert from 'node:assert/strict';
import { api, shows, visit } from './visit.js';

/** @import { Page } from 'playwright-core' */

/** @param {Page} page */
function steps(page) {
  return page.evaluate(() => history.length);
}

visit('what is typed is searched at once, and Enter makes one step', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  const before = await steps(page);
  await page.locator('#q').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' levy', { delay: 20 });
  await shows(page, (await api('/api/articles?q=harbour+levy')).total);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'harbour levy');
  assert.equal(await steps(page), before, 'typing makes no step');
  await page.keyboard.press('Enter');
  await shows(page, (await api('/api/articles?q=harbour+levy')).total);
  assert.equal(await steps(page), before + 1);
  await page.goBack();
  await shows(page, (await api('/api/articles?q=harbour')).total);
  await page.locator('#q').blur();
  await page.goForward();
  await shows(page, (await api('/api/articles?q=harbour+levy')).total);
  assert.equal(await page.locator('#q').inputValue(), 'harbour levy');
});

visit('from a result of what was only typed, back leads to it and to what was before', {}, async (page) => {
  await page.goto('/quotes?q=ferry');
  await page.locator('.hits > li').first().waitFor();
  await page.locator('#q').fill('harbour');
  const { total, hits } = await api('/api/quotes?q=harbour');
  await shows(page, total);
  await page.locator('.hits [data-slot=link]').first().click();
  await page.getByRole('heading', { level: 1, name: hits[0].article.title }).waitFor();
  await page.goBack();
  await shows(page, total);
  await page.goBack();
  await shows(page, (await api('/api/quotes?q=ferry')).total);
});

visit('half a word that finds nothing leaves the list, until the typing rests', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  await page.locator('#q').fill('harbourzz');
  await page.waitForURL(/harbourzz/);
  assert.ok(await page.locator('.hits > li').count(), 'the old list is still there');
  await page.getByRole('heading', { name: 'No articles match' }).waitFor();
});

visit('typing on a speaker’s page searches in what was said, and keeps the place in the box', {}, async (page) => {
  const [{ name }] = (await api('/api/speakers?sort=count&per_page=1')).speakers;
  await page.goto(`/speakers/${encodeURIComponent(name)}`);
  const box = page.getByRole('searchbox', { name: `Search in what ${name} said` });
  await box.fill('te');
  await page.waitForURL(/q=te$/);
  await page.waitForTimeout(800);
  await box.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('h', { delay: 20 });
  await page.waitForURL(/q=the$/);
  await shows(page, (await api(`/api/quotes?q=the&speaker=${encodeURIComponent(name)}`)).total);
  assert.equal(await box.evaluate((input) => (input instanceof HTMLInputElement ? input.selectionStart : -1)), 2);
});
