// What stands around the rows that were found: the box at the top, wishes that come off, who fits less, whom to call.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { inChromium } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';
import { serve } from './page_kinds.mjs';

const { open } = inChromium();
const home = (options = {}) => open('index.html', options);
const texts = (page, selector) => page.locator(selector).allTextContents();
const wishes = (page) => page.locator('.wishes button').evaluateAll((chips) => chips.map((chip) =>
  [...chip.querySelectorAll('small, span:not([aria-hidden], .vh)')].map((part) => part.textContent).join(' ')));

/** Types the question, and waits until all of its answer stands there. */
async function type(page, question) {
  await page.locator('#page-q').click();
  await page.keyboard.type(question);
  await told(page, question);
}
const told = (page, question) => page.waitForFunction((words) => document.querySelector('#page-found [role=status]').textContent.includes(`「${words}」`), question);

test('while one types on a phone the box is at the top and the first row begins within 300 px', async () => {
  for (const question of ['訪問看護 人工呼吸器 花水', '家で点滴とたん吸引をしてくれる看護師さん', '土曜の夕方も開いている内科', '薬局']) {
    const page = await home();
    await type(page, question);
    assert.ok((await page.locator('.hero .box').boundingBox()).y < 40, question);
    const first = await page.locator('#page-found .entry').first().boundingBox();
    assert.ok(first.y <= 300, `${question}: ${first.y}`);
    for (const part of ['.hero .chips', '.scenes', '.lists', '.urgent-now']) assert.ok(await page.locator(part).first().isHidden(), part);
    await page.context().close();
  }
});

test('Escape and Back bring the home page as it was', async () => {
  const page = await home();
  for (const leave of [() => page.keyboard.press('Escape'), () => page.goBack()]) {
    await type(page, '薬局');
    assert.ok(await page.locator('.scenes').isHidden());
    await leave();
    await page.locator('.scenes').waitFor();
    assert.equal(await page.inputValue('#page-q'), '');
    assert.ok(await page.locator('#page-found').isHidden());
    assert.ok(!page.url().includes('#'));
  }
  await page.locator('.hero .chips a').first().click();
  await page.locator('#page-found .entry').first().waitFor();
  await page.goBack();
  await page.locator('.scenes').waitFor();
  await page.context().close();
});

test('without data to search in the lists of the home page stay', async () => {
  const page = await home();
  await page.evaluate(() => { document.querySelector('form[data-search]').dataset.search = 'missing.js'; });
  await page.fill('#page-q', '薬局');
  await page.waitForFunction(() => document.querySelector('#page-found [role=status]').textContent);
  assert.ok(await page.locator('.lists').first().isVisible());
  await page.context().close();
});

for (const [when, begin] of [['before the count was told', () => {}], ['after the count was told', (page) => told(page, '薬局')]]) {
  test(`a question says nothing any more when the box was emptied ${when}`, async () => {
    const page = await home();
    await page.fill('#page-q', '薬局');
    await page.locator('#page-found .entry').first().waitFor();
    await begin(page);
    await page.fill('#page-q', '');
    await page.locator('#page-found').waitFor({ state: 'hidden' });
    await page.waitForTimeout(600);
    assert.equal(await page.locator('#page-found [role=status]').textContent(), '');
    assert.ok(await page.locator('.scenes').isVisible() && await page.locator('#page-found').isHidden());
    await page.context().close();
  });
}

test('a question that fails late leaves the answer to a later one, one that fails now the answer to none', async () => {
  const named = Array.from({ length: 3200 }, (_, i) => ({ id: `o${i}`, name: `見本${i}号室`, tel: `0463-00-${String(i).padStart(4, '0')}`, kind: '医院' }));
  const made = buildMadeSite({ 'lists/offices/offices.json': JSON.stringify([{ ...named[0], id: 'first', name: 'あおぞら屋' }, ...named, { ...named[0], id: 'last', name: '龍の家' }]) });
  try {
    const site = await serve(made.output), page = await home({ serviceWorkers: 'block' });
    after(() => site.close());
    let held = null;
    await page.route(/search\.rows/, (route) => { if (held) route.continue(); else held = route; });
    await page.goto(site.origin);
    await page.fill('#page-q', 'あおぞら屋');
    for (let i = 0; !held; ++i) {
      assert.ok(i < 500);
      await page.waitForTimeout(20);
    }
    await page.fill('#page-q', '龍の家');
    await told(page, '龍の家');
    await held.abort();
    await page.waitForTimeout(100);
    assert.match(await page.locator('#page-found [role=status]').textContent(), /「龍の家」$/);
    assert.deepEqual(await texts(page, '#page-found .found-group .entry .name'), ['龍の家']);
    await page.fill('#page-q', '');
    await page.fill('#page-q', '龍の家');
    await page.locator('#page-found .entry').first().waitFor();
    await page.unroute(/search\.rows/);
    await page.route(/search\.rows/, (route) => route.abort());
    await page.fill('#page-q', 'あおぞら屋');
    const failed = () => page.waitForFunction(() => /読めませんでした/.test(document.querySelector('#page-found [role=status]').textContent));
    await failed();
    await page.waitForTimeout(600);
    await failed();
    assert.equal(await page.locator('#page-found .entry').count(), 0);
    await page.context().close();
  } finally {
    rmSync(made.folder, { recursive: true });
  }
});

test('each wish comes off by its button and by the keyboard, and the address and Back know it', async () => {
  const page = await home();
  await type(page, '訪問看護 人工呼吸器 花水');
  assert.deepEqual(await wishes(page), ['サービス 訪問看護', '人工呼吸器', '地区 海岸・花水']);
  await page.getByRole('button', { name: /海岸・花水.*をはずす/ }).click();
  await told(page, '訪問看護 人工呼吸器');
  assert.deepEqual(await wishes(page), ['サービス 訪問看護', '人工呼吸器']);
  assert.equal(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q'), '訪問看護 人工呼吸器');
  await page.locator('.wishes button').first().focus();
  await page.keyboard.press('Enter');
  await told(page, '人工呼吸器');
  assert.match(await page.evaluate(() => document.activeElement.closest('.wishes').textContent), /人工呼吸器/);
  await page.reload();
  await told(page, '人工呼吸器');
  await page.context().close();
});

test('when few fit, who fits without the town, who never answered, whom to call and what to read stand below, nobody twice', async () => {
  const page = await home();
  await type(page, '訪問看護 人工呼吸器 花水');
  await page.locator('.found-centre').waitFor();
  assert.deepEqual(await texts(page, '.found-group .name'), ['見本 袖ケ浜訪問看護ステーション']);
  assert.equal(await page.locator('.beside h3').first().textContent(), '「海岸・花水」をはずすと、ほかに2件');
  assert.deepEqual(await texts(page, '.beside:has(+ .beside) .name'), ['見本 金目訪問看護ステーション', '見本 田村訪問看護リハビリステーション']);
  assert.match(await page.locator('.beside h3').last().textContent(), /ほかに1件あります（できないという意味ではありません）/);
  const silent = page.locator('.beside').last();
  assert.deepEqual(await silent.locator('.name').allTextContents(), ['見本 しおさいナースケア'], '見本 花水訪問看護 answered no');
  assert.match(await silent.locator('.abilities').textContent(), /^—人工呼吸器 未回答$/);
  assert.equal(await page.locator('.found-centre a.tel').getAttribute('href'), 'tel:0463000001');
  assert.ok((await texts(page, '.found-centre ~ .found-reading .name')).includes('見本 訪問看護ってどんなサービス？'));
  const names = await texts(page, '#page-found .name');
  assert.equal(new Set(names).size, names.length);
  await page.context().close();
});

test('nobody else is offered where many fit, or a name was asked for', async () => {
  for (const question of ['たんの吸引 訪問看護', 'なぎさ在宅診療所']) {
    const page = await home();
    await type(page, question);
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.beside, .found-centre').count(), 0, question);
    await page.context().close();
  }
});

test('a wish is of what those say who can be called, each ability once, on chips and in rows', async () => {
  const asked = {
    '歩けない父を病院へ運んでくれる車': ['種類 介護タクシー'],
    'かいごたくしい': ['種類 介護タクシー'],
    '家で点滴とたん吸引をしてくれる看護師さん': ['点滴', '喀痰吸引', 'サービス 訪問看護'],
  };
  for (const [question, expected] of Object.entries(asked)) {
    const page = await home();
    await type(page, question);
    assert.deepEqual(await wishes(page), expected, question);
    for (const row of await page.locator('#page-found .abilities').all()) {
      const marks = await row.locator('li').allTextContents();
      assert.equal(new Set(marks).size, marks.length, `${question}: ${marks}`);
    }
    await page.context().close();
  }
});

test('who asks for a Saturday evening is told the hours of Saturdays', async () => {
  const page = await home();
  await type(page, '土曜の夕方も開いている内科');
  assert.ok((await wishes(page)).includes('土曜・夕方'));
  for (const row of await page.locator('.found-group .entry').all()) assert.match(await row.locator('.details').innerText(), /土曜 \d+:\d\d〜/);
  assert.doesNotMatch(await page.locator('.found-group').first().innerText(), /きょう|いま/);
  await page.context().close();
});

test('who is ill sees the numbers to dial above what was found', async () => {
  const page = await home();
  await type(page, '夜に熱');
  const number = await page.locator('.urgent-now a[href="tel:%237119"]').boundingBox(), row = await page.locator('#page-found .entry').first().boundingBox();
  assert.ok(number.y < row.y);
  await page.context().close();
});

test('who asks for a film or an issue of the letter sees these alone, the rest is folded away', async () => {
  const page = await home();
  await type(page, '人生会議 動画');
  assert.deepEqual(await texts(page, '.found-group h3'), ['動画　1件']);
  assert.match(await page.locator('.mentions summary').innerText(), /\d+件/);
  await page.keyboard.press('Escape');
  await type(page, '連携だより 停電');
  assert.match((await texts(page, '.found-group .name'))[0], /停?電/);
  await page.context().close();
});

test('from every page one searches: by the box of a wide header, by a button on a phone, without scripts in the lists', async () => {
  const page = await open('consultation/index.html', { viewport: { width: 1024, height: 800 } });
  await page.locator('.header-search input').fill('花水 薬局');
  await page.keyboard.press('Enter');
  await told(page, '花水 薬局');
  assert.equal(new URL(page.url()).search, '');
  assert.ok(await page.locator('#page-found .entry').count());
  await page.context().close();
  for (const width of [320, 360]) {
    const phone = await open('consultation/index.html', { viewport: { width, height: 640 } });
    const button = phone.locator('.search-tool'), box = await button.boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44 && box.x + box.width <= width, JSON.stringify(box));
    await button.click();
    await phone.waitForFunction(() => document.activeElement.id === 'page-q');
    await phone.context().close();
  }
  const plain = await open('consultation/index.html', { javaScriptEnabled: false });
  await plain.locator('.search-tool').click();
  await plain.locator('#page-lists').waitFor();
  assert.ok(plain.url().endsWith('#page-lists'));
  await plain.context().close();
});

test('of a large site the same offices are found as of a small one', async () => {
  const office = (id, name) => ({ id, name, tel: '0463-00-0001', kind: '医院' });
  const few = ['虹が丘医院', '訪問看護ステーション光が丘', '四之宮薬局', '四の宮の家', 'みどり鍼灸院', '袖ケ浜医院'].map((name, i) => office(`few${i}`, name));
  const many = Array.from({ length: 3200 }, (_, i) => office(`o${i}`, `見本${i}号室`));
  const answers = [];
  for (const records of [few, few.concat(many)]) {
    const made = buildMadeSite({ 'lists/offices/offices.json': JSON.stringify(records) });
    try {
      const site = await serve(made.output), page = await home({ serviceWorkers: 'block' }), found = {};
      await page.goto(site.origin);
      for (const question of ['虹が丘', '虹ヶ丘', '光が丘', '四之宮', '四の宮', '四ノ宮', '灸', '鍼', '袖が浜', '袖ヶ浜']) {
        await page.fill('#page-q', question);
        await told(page, question);
        found[question] = (await texts(page, '#page-found .found-group .entry .name')).sort();
      }
      answers.push(found);
      await page.context().close();
      await site.close();
    } finally {
      rmSync(made.folder, { recursive: true });
    }
  }
  assert.deepEqual(answers[1], answers[0]);
  for (const [question, names] of Object.entries(answers[0])) assert.ok(names.length, question);
});

test('data that come cut off, or a page in their place, are told of, and the next question asks for them again', async () => {
  const records = Array.from({ length: 3200 }, (_, i) => ({ id: `o${i}`, name: `見本${i}号室`, tel: '0463-00-0001', kind: '医院' }));
  const made = buildMadeSite({ 'lists/offices/offices.json': JSON.stringify(records) });
  try {
    const site = await serve(made.output), page = await home({ serviceWorkers: 'block' });
    after(() => site.close());
    const data = /search[.-].*\.js$/;
    await page.route(data, (route) => route.fulfill({ contentType: 'text/html', body: '<html>login</html>' }));
    await page.goto(site.origin);
    for (let i = 0; i < 2; ++i) {
      await page.fill('#page-q', '');
      await page.fill('#page-q', '見本7号室');
      await page.waitForFunction(() => /読めませんでした/.test(document.querySelector('#page-found [role=status]').textContent));
      // First all is a page, then the pieces alone.
      await page.unroute(data);
      if (i === 0) await page.route(/search\.(rows|keys)/, (route) => route.fulfill({ contentType: 'text/html', body: '<html>login</html>' }));
    }
    await page.unrouteAll();
    await page.fill('#page-q', '');
    await page.fill('#page-q', '見本7号室');
    await page.locator('#page-found .entry').first().waitFor();
    await page.context().close();
  } finally {
    rmSync(made.folder, { recursive: true });
  }
});

test('an address asks no more characters than the box takes', async () => {
  const page = await home();
  await page.evaluate(() => { location.hash = new URLSearchParams({ q: '薬局 0463 00 0010 ' + '母が先週から'.repeat(100) }); });
  await page.locator('#page-found .entry').first().waitFor();
  assert.equal((await page.inputValue('#page-q')).length, 120);
  await page.context().close();
});

test('where there is no clipboard the address is copied all the same, or the button says that it is not', async () => {
  for (const [works, says] of [[true, '写しました'], [false, '写せませんでした']]) {
    const page = await home();
    await page.evaluate((can) => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => can;
    }, works);
    await type(page, '薬局');
    await page.locator('.found-end .copy').click();
    await page.waitForFunction((words) => document.querySelector('.found-end .copy').textContent.trim() === words, says);
    await page.context().close();
  }
});
