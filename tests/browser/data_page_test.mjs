// The page of open data on a phone: files that a finger can take, what their columns mean.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();

test('files of open data are as large as a finger, and the columns of a list are folded away until they are asked for', async () => {
  const page = await open('open-data/index.html');
  for (const box of await page.locator('.prose th a').evaluateAll((links) => links.filter((link) => /\.(csv|xlsx|json)$/.test(link.href)).map((link) => link.getBoundingClientRect().toJSON()))) {
    assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
  }
  assert.ok((await page.evaluate(() => document.documentElement.scrollHeight)) < 12000);
  const fold = page.locator('.data-columns').first();
  assert.equal(await fold.locator('table').isVisible(), false);
  await fold.locator('summary').click();
  const row = fold.locator('tbody tr').first();
  assert.ok(await row.isVisible());
  const cells = await row.locator('th, td').evaluateAll((all) => all.filter((cell) => cell.offsetHeight).map((cell) => cell.getBoundingClientRect().toJSON()));
  for (const cell of cells) assert.ok(cell.left >= 0 && cell.right <= 360, JSON.stringify(cell));
  await page.context().close();
  const bare = await open('open-data/index.html', { javaScriptEnabled: false });
  assert.ok(await bare.locator('table').nth(1).isVisible());
  assert.ok((await bare.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  await bare.context().close();
});
