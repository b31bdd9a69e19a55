// Maps of the rows of a list and of what is near, and names that are read beside them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();

/** The numbers of the pins that are seen, `first ほか more` as several; each with its place across the screen. */
const pins = (map) => map.locator('svg text').evaluateAll((texts) => texts.filter((text) => /^\d/.test(text.textContent) && !/m$/.test(text.textContent))
  .map((text) => ({ words: text.textContent, ...text.getBoundingClientRect().toJSON() })));
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const inRows = (page) => page.locator('.entry:visible .pin:visible').allTextContents();

for (const width of [320, 360]) {
  test(`at ${width} pixels the map of a list shows all its pins, by the numbers of the rows, without moving sideways`, async () => {
    const page = await open('facilities/index.html', { viewport: { width, height: 640 } });
    assert.deepEqual(await inRows(page), [], 'no row has a number without a map');
    const map = page.locator('details.list-map');
    await map.locator('summary').click();
    const shown = await pins(map);
    assert.ok(shown.length > 10);
    for (const pin of shown) assert.ok(pin.left >= 0 && pin.right <= width, `${pin.words} at ${pin.left}`);
    assert.ok(await sideways(page) <= 0);
    const rows = await inRows(page);
    assert.deepEqual(rows, rows.map((_, i) => String(i + 1)));
    const told = shown.reduce((sum, { words }) => sum + 1 + Number(/ほか(\d+)/.exec(words)?.[1] ?? 0), 0);
    assert.equal(told, rows.length);
  });
}

test('the page of an office shows where it is among the nearest three', async () => {
  const page = await open('facilities/shiosai-nurse/index.html');
  const map = page.locator('figure.list-map');
  assert.deepEqual((await pins(map)).map(({ words }) => words).sort(), ['1', '2', '3']);
  assert.ok((await map.locator('svg text').allTextContents()).includes('ここ'));
  assert.deepEqual(await inRows(page), ['1', '2', '3']);
  assert.ok(await sideways(page) <= 0);
});

test('the page of an office tells its answers together, unanswered ones folded, and is printed from its head', async () => {
  const page = await open('facilities/shiosai-nurse/index.html');
  const can = page.locator('.can');
  assert.match((await can.textContent()).replace(/\s+/g, ' '), /医療処置 ○対応できます 7.*△要相談 2.*—未回答 6/);
  assert.equal(await can.getByText('人工呼吸器').isVisible(), false);
  await can.locator('summary').click();
  assert.ok(await can.getByText('人工呼吸器').isVisible());
  assert.ok((await page.locator('[data-print]').boundingBox()).y < 900);
  assert.match(await page.locator('.record-reach').innerText(), /24時間電話がつながります/);
});

test('no name of an office is parted within a word in kana', async () => {
  const page = await open('facilities/kana/ta/index.html');
  const parted = await page.locator('.entry .name a').evaluateAll((links) => links.flatMap((link) => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), found = [];
    for (let node; (node = walker.nextNode());) {
      for (const { 0: word, index } of node.data.matchAll(/[ぁ-ゖ]{3,}|[ァ-ヺー]{2,}/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1) found.push(`${link.textContent}: ${word}`);
      }
    }
    return found;
  }));
  assert.deepEqual(parted, []);
});

test('every film has a card with its series and length, in the list and on its page', async () => {
  const page = await open('videos/index.html');
  assert.equal(await page.locator('.entry .film-card:visible').count(), await page.locator('.entry').count());
  assert.match(await page.locator('.entry', { hasText: '介護タクシー' }).locator('.film-card').innerText(), /4分30秒/);
  const own = await open('videos/home-nursing/index.html');
  assert.ok(await own.locator('.film img').isVisible());
  assert.match(await own.locator('main').innerText(), /動画の目次[\s\S]+2:40/);
});
