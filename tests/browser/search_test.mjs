// The search box: what it understood, what it dropped, rows by kind, the keyboard, and the address that keeps it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { inChromium, require, sample } from './chromium.mjs';

const axe = require.resolve('axe-core/axe.min.js');
const { newContext } = inChromium();

async function home(state = '', options = {}) {
  const page = await (await newContext(options)).newPage();
  await page.goto(pathToFileURL(join(sample, 'index.html')).href + state);
  return page;
}
async function ask(page, question) {
  await page.fill('#page-q', question);
  await page.keyboard.press('Enter');
  await page.waitForFunction((words) => document.querySelector('#page-found [role=status]').textContent.includes(words), question);
}
/** What each chip says, without the sign and the words of its button. */
const wishes = (page) => page.locator('.wishes button').evaluateAll((chips) => chips.map((chip) =>
  [...chip.querySelectorAll('small, span:not([aria-hidden], .vh)')].map((part) => part.textContent).join('')));
const texts = (page, selector) => page.locator(selector).allTextContents();

test('each wish that was understood is said with its kind', async () => {
  const page = await home();
  await ask(page, '花水 たんの吸引 訪問看護');
  assert.deepEqual(await wishes(page), ['地区海岸・花水', '喀痰吸引', 'サービス訪問看護']);
  await page.context().close();
});

test('what the first row needs is made ready while the reader types, and nobody sees it', async () => {
  const page = await home();
  await page.waitForTimeout(700); // what moves while the page is read is none of this
  await page.evaluate(() => {
    window.seen = { rows: 0, moved: 0 };
    new MutationObserver((changes) => { for (const change of changes) window.seen.rows += change.addedNodes.length; }).observe(document.querySelector('.found-rows'), { childList: true });
    new PerformanceObserver((list) => { window.seen.moved += list.getEntries().length; }).observe({ type: 'layout-shift' });
  });
  await page.focus('#page-q');
  await page.waitForFunction(() => window.seen.rows === 1);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.seen.moved), 0);
  assert.ok(await page.locator('#page-found').isHidden());
  assert.deepEqual(await texts(page, '.found-rows *, .wishes *, #page-found [role=status]'), ['']);
  await page.context().close();
});

test('who has gone on down the page from the box stays there while the search makes itself ready', async () => {
  const page = await home('', { reducedMotion: 'reduce' });
  await page.evaluate(() => {
    window.rows = 0;
    new MutationObserver((changes) => { for (const change of changes) window.rows += change.addedNodes.length; }).observe(document.querySelector('.found-rows'), { childList: true });
  });
  await page.focus('#page-q');
  await page.focus('.site-footer a >> nth=-1');
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 1000);
  await page.waitForFunction(() => window.rows === 1);
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => scrollY), before);
  await page.context().close();
});

test('when nobody fits all wishes, it says what it dropped, what else one may drop, and whom to call', async () => {
  const page = await home();
  await ask(page, '旭 人工呼吸器 訪問看護');
  assert.equal(await page.locator('.dropped b').first().textContent(), '「旭」をはずすと、3件あります');
  assert.equal(await page.locator('.dropped .centre a.tel[href="tel:0463000001"]').count(), 1);
  assert.match((await texts(page, '.wishes .gone')).join(), /旭/);
  const way = page.locator('.dropped .ways button', { hasText: '人工呼吸器' });
  await way.click();
  await page.waitForFunction(() => document.querySelector('#page-q').value === '旭 訪問看護');
  assert.deepEqual(await texts(page, '.found-group .entry .name'), ['見本 高村こころの訪問看護']);
  await page.context().close();
});

test('a question that nothing answers is never left at no results alone', async () => {
  const page = await home();
  await ask(page, 'むじんとうのおみせ');
  assert.match(await page.locator('.dropped b').first().textContent(), /むじんとうのおみせ/);
  assert.equal(await page.locator('.dropped .centre a.tel:visible').count(), 1);
  await page.context().close();
});

test('a row says the number, until when somebody is there and only the marks that were asked for', async () => {
  const page = await home();
  await ask(page, 'たんの吸引 訪問看護');
  const row = page.locator('.found .entry', { hasText: '中原訪問看護' });
  assert.equal(await row.locator('a.tel').getAttribute('href'), 'tel:0463000041');
  assert.match(await row.locator('.today').textContent(), /^いま 17:30まで$/);
  assert.deepEqual((await row.locator('.abilities li').allTextContents()).map((mark) => mark.replace(/\s/g, '')), ['○喀痰吸引対応できます']);
  assert.equal(await row.locator('.fax:visible').count(), 0);
  await ask(page, '中原訪問看護 FAX');
  assert.equal(await row.locator('.fax').textContent(), 'FAX 0463-00-0141');
  await page.context().close();
});

test('results stand by kind, and what only mentions the words is folded away', async () => {
  const page = await home();
  await ask(page, '訪問看護');
  const groups = await texts(page, '.found-group h3');
  assert.match(groups[0], /^医療機関・介護事業所　8件$/);
  assert.ok(groups.some((title) => title.startsWith('動画')), groups.join());
  const rest = page.locator('.mentions');
  assert.equal(await rest.evaluate((details) => details.open), false);
  await rest.locator('summary').click();
  await rest.locator('.entry').first().waitFor();
  await page.context().close();
});

test('arrow keys go through the results, Enter opens one, Back brings them again, Escape empties the box', async () => {
  const page = await home();
  await page.fill('#page-q', 'なぎさ在宅診療所');
  await page.locator('.found .entry').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '見本 なぎさ在宅診療所');
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'page-q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/facilities\/nagisa-clinic/);
  await page.goBack();
  await page.locator('.found .entry', { hasText: 'なぎさ在宅診療所' }).first().waitFor();
  await page.reload();
  await page.locator('.found .entry', { hasText: 'なぎさ在宅診療所' }).first().waitFor();
  await page.focus('#page-q');
  await page.keyboard.press('Escape');
  assert.equal(await page.inputValue('#page-q'), '');
  assert.equal(await page.locator('#page-found').isVisible(), false);
  await page.context().close();
});

test('a shared link opens with its question answered', async () => {
  const page = await home('#q=' + encodeURIComponent('日曜に来てくれる歯医者'));
  await page.locator('.found .entry').first().waitFor();
  assert.equal(await page.inputValue('#page-q'), '日曜に来てくれる歯医者');
  assert.match(await page.locator('.dropped b').first().textContent(), /^「日曜」をはずすと、3件/);
  await page.context().close();
});

test('the count is announced when the reader rests', async () => {
  const page = await home();
  await page.fill('#page-q', '薬局');
  const status = page.locator('#page-found [role=status]');
  await page.waitForFunction(() => /薬局/.test(document.querySelector('#page-found [role=status]').textContent));
  assert.match(await status.textContent(), /^\d+件「薬局」$/);
  await page.context().close();
});

test('axe finds nothing in results, at 360 and 1280 px', async () => {
  for (const width of [360, 1280]) {
    const page = await home('', { viewport: { width, height: 800 } });
    for (const question of ['たんの吸引 訪問看護', '旭 人工呼吸器 訪問看護', 'むじんとうのおみせ', '夜に熱が出た']) {
      await ask(page, question);
      await page.evaluate(await readFile(axe, 'utf8'));
      const found = await page.evaluate(() => window.axe.run());
      assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 2)}`), [], `${question} ${width}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${question}: no sideways scroll at ${width}`);
    }
    await page.context().close();
  }
});
