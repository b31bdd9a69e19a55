// What people come for, on a small phone: how many taps it takes from the home page to the number, and how far one scrolls.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();
const height = 640;

/** Somebody with a thumb: each tap first brings its target onto the screen. */
async function thumb(options = {}) {
  const page = await open('index.html', options);
  const made = { page, taps: 0, scrolled: 0 };
  /** Scrolls as far as the target needs; its place on the screen. */
  made.see = async (target) => {
    await target.waitFor();
    const box = await target.boundingBox();
    const far = Math.max(0, box.y + box.height - height, -box.y);
    if (far) await page.evaluate((y) => window.scrollBy({ top: y, behavior: 'instant' }), box.y < 0 ? box.y : far);
    made.scrolled += far;
    return box;
  };
  made.tap = async (target) => {
    await made.see(target);
    await target.click();
    ++made.taps;
  };
  /** Into the box, the words, and the key of the keyboard that searches. */
  made.ask = async (words) => {
    await made.tap(page.locator('#page-q'));
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    ++made.taps;
    await page.locator('#page-found .entry').first().waitFor();
    await page.waitForTimeout(300);
  };
  /** The errand is done when the number is on the screen, and one tap calls. */
  made.done = async (name, target) => {
    await made.see(target);
    ++made.taps;
    const screens = 1 + made.scrolled / height;
    console.log(`# ${name}: ${made.taps} taps, ${screens.toFixed(1)} screens`);
    assert.ok(made.taps <= 4, `${name}: ${made.taps} taps`);
    assert.ok(screens <= 2, `${name}: ${made.scrolled} px`);
    await page.context().close();
  };
  return made;
}
const firstRow = (page) => page.locator('#page-found .entry').first();

test('a home-visit nurse for two treatments is called in four taps', async () => {
  const hand = await thumb();
  await hand.ask('訪問看護 吸引 胃ろう');
  const row = firstRow(hand.page);
  assert.match(await row.innerText(), /訪問看護/);
  assert.deepEqual((await row.locator('.abilities li span:not(.mark)').allTextContents()).sort(), ['喀痰吸引', '胃ろう・経管栄養']);
  await hand.done('a home-visit nurse for two treatments', row.locator('a.tel'));
});

test('a taxi with a lift on Sunday is called in four taps', async () => {
  const hand = await thumb();
  await hand.ask('日曜 リフト タクシー');
  const row = firstRow(hand.page), path = await row.locator('.name a').getAttribute('href');
  const number = row.locator('a.tel');
  const told = await open(path.replace(/#.*/, ''));
  assert.match(await told.locator('main').innerText(), /昇降機\s+あり/);
  assert.ok(await told.locator('.week [data-weekday="0"].open').count(), path);
  await told.context().close();
  await hand.done('a taxi with a lift on Sunday', number);
});

test('a dentist who visits one town is called in four taps', async () => {
  const hand = await thumb();
  await hand.ask('金目に来てくれる歯医者');
  assert.match(await firstRow(hand.page).innerText(), /歯科[^]*訪問する地域 金目・真田/);
  assert.equal(await hand.page.locator('#page-found .dropped').count(), 0);
  await hand.done('a dentist who visits one town', firstRow(hand.page).locator('a.tel'));
});

test('who comes to a district comes to each of its towns', async () => {
  for (const [asked, district] of [['南金目に来てくれる歯医者', '金目・真田'], ['旭に来てくれる歯医者', '旭'], ['横内の訪問看護', '神田・大神']]) {
    const hand = await thumb();
    await hand.ask(asked);
    const path = await firstRow(hand.page).locator('.name a').getAttribute('href');
    const told = await open(path);
    assert.match(await told.locator('main').innerText(), new RegExp(`訪問する地域[^]*${district}`), asked);
    await told.context().close();
    assert.equal(await hand.page.locator('#page-found .dropped').count(), 0, asked);
    await hand.done(asked, firstRow(hand.page).locator('a.tel'));
  }
});

test('the list is narrowed down to those who come to a district', async () => {
  const page = await open('facilities/index.html#services=歯科診療所');
  await page.locator('.facets > summary').click();
  const group = page.locator('.facets fieldset', { has: page.locator('legend', { hasText: '訪問する地域' }) });
  const option = group.locator('.option', { hasText: '金目・真田' });
  if (!(await option.isVisible())) await group.locator('.more-choices').click();
  assert.equal(await option.locator('.n').textContent(), '1');
  await option.locator('input').check();
  await page.waitForFunction(() => document.querySelectorAll('.narrowed > .entries > .entry').length === 1);
  // Below the open form the row is not drawn yet: its words are there all the same.
  assert.match(await page.locator('.narrowed .entry .name').textContent(), /高村訪問歯科クリニック/);
  await page.context().close();
});

test('who is ill at night calls from the first screen', async () => {
  const hand = await thumb({ clock: '2026-10-02T14:00:00Z' });
  await hand.done('ill at night', hand.page.locator('.urgent-now a[href="tel:%237119"]'));
});

test('who is ill at night finds who answers at night behind 119 and #7119, and each office once', async () => {
  for (const [width, height] of [[360, 640], [1280, 800]]) {
    const page = await open('scenes/urgent/index.html', { clock: '2026-10-02T14:00:00Z', viewport: { width, height } });
    const numbers = await page.locator('main a[href^="tel:"]:visible').evaluateAll((links) => links.map((link) => ({ said: link.textContent.trim(), top: link.getBoundingClientRect().top + scrollY })));
    assert.deepEqual(numbers.slice(0, 2).map((number) => number.said.match(/#?7?119$/)[0]), ['119', '#7119']);
    assert.match(numbers[2].said, /^0463-00-/);
    assert.ok(numbers[2].top < 1280, String(numbers[2].top));
    const names = await page.locator('main .entry:has(.tel) .name').allInnerTexts();
    assert.equal(new Set(names).size, names.length, String(names));
    for (const name of ['しおさい', '袖ケ浜', '花水台', 'ほしぞら', '平塚海岸病院']) assert.ok(names.some((one) => one.includes(name)), name);
    assert.equal(await page.locator('main .entry :is(.fax, .save, .answered):visible, main .entry > .save:visible').count(), 0);
    const signs = await page.locator('#signs').boundingBox(), last = await page.locator('main .group').first().boundingBox();
    assert.ok(signs.y > last.y + last.height, 'the signs stand behind the numbers');
    assert.ok((await page.locator('#project').boundingBox()).y > signs.y);
    assert.ok((await page.locator('main .reading').boundingBox()).y < numbers[0].top, 'languages are chosen above the numbers');
    for (const number of await page.locator('main .entry .tel').all()) assert.ok((await number.boundingBox()).height >= 44);
    assert.ok((await page.locator('main').boundingBox()).height < 6 * 640);
    await page.context().close();
  }
});

test('the finder asks who answers at night', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.facets > summary').click();
  const group = page.locator('.facets fieldset', { hasText: '夜間・24時間の電話' });
  await group.locator('.option', { hasText: '24時間つながる' }).click();
  await page.locator('.narrowed > .entries .name').nth(4).waitFor();
  const names = (await page.locator('.narrowed > .entries .name').allTextContents()).join();
  for (const name of ['しおさい', '袖ケ浜', '花水台', 'ほしぞら']) assert.ok(names.includes(name), names);
  await page.context().close();
});

test('the FAX of a hospital for discharge is found in four taps', async () => {
  const hand = await thumb();
  await hand.ask('海岸病院 退院 FAX');
  const fax = hand.page.locator('#page-found .entry .fax').first();
  assert.match(await fax.innerText(), /FAX 0463-00-\d{4}/);
  await hand.done('a hospital’s FAX for discharge', fax);
});

/** Sheets that were printed from then on: what stands on each. */
async function printedSheets(page) {
  await page.context().addInitScript(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      sessionStorage.setItem('printed', JSON.stringify([...document.querySelectorAll('.sheet-rows > li')].map((row) => row.innerText || row.textContent)));
    };
  });
  return () => page.waitForFunction(() => sessionStorage.getItem('printed')).then((found) => found.jsonValue()).then(JSON.parse);
}
const names = (list) => list.map((text) => text.replace(/\s/g, ''));

test('three offices that were found are printed in four taps', async () => {
  const hand = await thumb(), sheets = await printedSheets(hand.page);
  await hand.ask('花水 訪問看護');
  const found = names(await hand.page.locator('.found-group .entry:has(a.tel) .name').allInnerTexts());
  assert.ok(found.length >= 2 && found.length <= 4, String(found));
  const print = hand.page.locator('#page-found .print-found');
  assert.equal(await print.innerText(), `${found.length}件を印刷`);
  await hand.tap(print);
  const sheet = names(await sheets());
  assert.equal(sheet.length, found.length);
  found.forEach((name, i) => assert.ok(sheet[i].includes(name), `${name}: ${sheet[i]}`));
  assert.ok(sheet.every((row) => /0463-00-\d{4}/.test(row)));
  assert.equal(await hand.page.evaluate(() => window.tebiki.saved.all().length), 0, 'nothing is saved by printing');
  --hand.taps;
  await hand.done('print three offices that were found', hand.page.locator('h1'));
});

test('three offices of a list are saved and printed in four taps', async () => {
  const hand = await thumb(), { page } = hand;
  await page.goto(new URL('facilities/index.html', page.url()).href);
  const sheets = await printedSheets(page);
  await page.reload();
  assert.equal(await page.locator('.saved-bar').count(), 0);
  for (const at of [0, 1, 2]) await hand.tap(page.locator('.entry .save').nth(at));
  const saved = names(await page.locator('.entry:has(.save[aria-pressed=true]) .name').allInnerTexts());
  const bar = page.locator('.saved-bar');
  assert.match(await bar.innerText(), /3件/);
  await hand.tap(bar.locator('.print'));
  const sheet = names(await sheets());
  assert.equal(sheet.length, 3);
  saved.forEach((name, i) => assert.ok(sheet[i].includes(name), sheet[i]));
  --hand.taps;
  await hand.done('print three offices of a list', page.locator('h1'));
});

test('what a list was narrowed down to is printed with one tap, and the page does not print again by itself', async () => {
  const page = await open('facilities/index.html#services=訪問看護&suction=yes'), sheets = await printedSheets(page);
  await page.reload();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  await page.waitForTimeout(200);
  const found = names(await page.locator('.narrowed > .entries > .entry .name').allInnerTexts());
  await page.locator('.print-found:visible').click();
  assert.equal((await sheets()).length, found.length);
  await page.evaluate(() => sessionStorage.removeItem('printed'));
  await page.reload();
  await page.waitForSelector('.my-list .entry');
  assert.equal(await page.evaluate(() => sessionStorage.getItem('printed')), null);
  await page.context().close();
});

test('the bar of what was saved leaves with the last office, and covers nothing that has the focus', async () => {
  const page = await open('facilities/index.html', { reducedMotion: 'reduce' });
  await page.locator('.entry .save').first().click();
  const bar = page.locator('.saved-bar');
  assert.ok(await bar.isVisible());
  const height = (await bar.boundingBox()).height;
  assert.ok(height <= 72, `${height} px of a small screen`);
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const has = document.activeElement, bar = document.querySelector('.saved-bar');
      return !bar.contains(has) && has.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 ? has.outerHTML.slice(0, 80) : '';
    });
    assert.equal(covered, '');
  }
  await page.locator('.entry .save').first().click();
  assert.equal(await bar.count(), 0);
  await page.context().close();
});

test('any filter of a long list is two taps away on a phone, what most people ask first', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.facets > summary').click();
  await page.locator('.facets fieldset').nth(4).waitFor();
  const hidden = await page.locator('.facets input').evaluateAll((boxes) => boxes.filter((box) => !box.closest('.option').offsetHeight).length);
  assert.equal(hidden, 0);
  assert.ok((await page.locator('.facets input').count()) > 60);
  assert.deepEqual((await page.locator('.facets legend').allInnerTexts()).slice(0, 4), ['サービス', '医療処置', '地区', '曜日・時間']);
  await page.context().close();
});

test('on a desk the finder shows the first choices of each group with their counts, and is not scrolled by itself', async () => {
  const page = await open('facilities/index.html', { viewport: { width: 1280, height: 800 } });
  await page.waitForFunction(() => document.querySelectorAll('.facets .option .n:not(:empty)').length > 50);
  const form = await page.locator('.filters').evaluate((form) => ({ inner: form.scrollHeight - form.clientHeight, top: form.getBoundingClientRect().top, height: form.offsetHeight }));
  assert.ok(form.inner <= 1 && form.top < 400 && form.height < 2300, JSON.stringify(form));
  for (const legend of ['サービス', '医療処置', '地区']) {
    const set = page.locator('.facets fieldset', { hasText: legend }).first(), box = await set.boundingBox();
    assert.ok(box.y < 800, `${legend} at ${box.y}`);
    const seen = await set.locator('.options .option:visible').count();
    assert.ok(seen >= 4 && seen <= 9, `${legend}: ${seen}`);
  }
  const services = page.locator('.facets fieldset').first();
  await services.locator('.more-choices').click();
  assert.equal(await services.locator('.options .option:visible').count(), await services.locator('.options .option').count());
  assert.ok((await page.locator('.entry .tel').first().boundingBox()).y < 800);
  await page.context().close();
});

test('who can do two treatments is found in the matrix, too, and the address keeps both', async () => {
  const page = await open('medical-care/index.html');
  await page.locator('.questions a', { hasText: '喀痰吸引' }).click();
  await page.locator('.question:target [data-add]').click();
  assert.ok(await page.locator('.questions').isVisible());
  assert.equal(await page.locator('.questions a', { hasText: '喀痰吸引' }).isVisible(), false, 'it is chosen already');
  await page.locator('.questions a', { hasText: '人工呼吸器' }).click();
  const rows = page.locator('.matrix tbody tr:visible:has(td)');
  await page.waitForFunction(() => location.hash.startsWith('#treatment='));
  for (let again = 0; again < 2; ++again) {
    await rows.nth(1).waitFor();
    const count = await rows.count();
    for (const row of await rows.all()) {
      assert.equal(await row.locator('td:is(.yes, .ask, .no, .unanswered):visible').count(), 2);
      assert.equal(await row.locator('td:is(.yes, .ask):visible').count(), 2);
      assert.match(await row.locator('a[href^="tel:"]').innerText(), /0463-00-\d{4}/);
    }
    assert.match(await page.locator('.treatments').innerText(), new RegExp(`喀痰吸引・人工呼吸器[^]*${count}件`));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.reload();
  }
  await page.locator('.treatments a', { hasText: '選びなおす' }).click();
  assert.ok(await page.locator('.questions').isVisible());
  assert.equal(await page.locator('.questions li:visible').count(), 15);
  await page.context().close();
});

test('from a treatment to who does it with the number is one tap, without scripts, too', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open('medical-care/index.html', { javaScriptEnabled });
    const choice = page.locator('.questions a', { hasText: '人工呼吸器' });
    assert.match((await choice.innerText()).replace(/\s+/g, ' '), /人工呼吸器 ○ ?\d+ △ ?\d+/);
    await choice.click();
    const rows = page.locator('.matrix tbody tr:visible:has(td)');
    assert.ok((await rows.count()) > 3);
    for (const row of await rows.all()) {
      assert.equal(await row.locator('td:is(.yes, .ask, .no, .unanswered):visible').count(), 1);
      assert.ok(await row.locator('td:is(.yes, .ask):visible').count());
      assert.match(await row.locator('a[href^="tel:"]').innerText(), /0463-00-\d{4}/);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, String(over));
    await page.goBack();
    assert.ok(await page.locator('.questions').isVisible());
    await page.context().close();
  }
});
