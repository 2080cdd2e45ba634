// Keyboard, phone and theme.

import assert from 'node:assert/strict';
import { settled } from './settled.js';
import { shows, visit } from './visit.js';

visit('"/" goes to the box, "j" and "k" walk the results, Enter opens', {}, async (page) => {
  await page.goto('/?q=harbour');
  await page.locator('.hits > li').first().waitFor();
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
  await page.keyboard.type('/');
  assert.equal(await page.locator('#q').inputValue(), '/', 'while typing it is a letter');
  await page.waitForURL(/q=%2F/);
  await settled(page);
  await page.locator('#q').blur();
  for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
  const title = await page.locator('.hits > li').nth(1).locator('.head').innerText();
  assert.ok(
    await page
      .locator('.hits > li')
      .nth(1)
      .evaluate((item) => item.classList.contains('is-at')),
  );
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

visit('on a phone the filters are a sheet that counts along', { width: 390, height: 844, touch: true }, async (page) => {
  await page.goto('/?q=harbour');
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const box = sheet.getByRole('checkbox', { name: /^Port Senna Ledger, \d+ result/ });
  const said = Number((await box.getAttribute('aria-label'))?.match(/(\d+) result/)?.[1]);
  await box.check();
  await sheet.getByRole('button', { name: `Show ${said} article` }).click();
  await sheet.waitFor({ state: 'hidden' });
  await shows(page, said);
  await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
});

visit('the theme can be chosen and is remembered', {}, async (page) => {
  await page.goto('/?q=harbour');
  const button = page.getByRole('button', { name: /^Theme/ });
  await button.click();
  await button.click();
  await page.reload();
  await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 23, 26)');
});
