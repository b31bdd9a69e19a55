// Old people on phones find the one telephone number: everyday words, marks, jumps, and what a tap on a filter did.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();

/** The rows that the question brings, the first ones first. */
async function search(page, question) {
  await page.fill('#page-q', question);
  await page.keyboard.press('Enter');
  await page.waitForFunction((words) => document.querySelector('#page-found [role=status]').textContent.includes(words), question);
  return page.locator('#page-found .entry').evaluateAll((rows) => rows.map((row) => ({
    name: row.querySelector('.name').textContent,
    words: row.querySelector('.details').textContent,
    tel: row.querySelector('a.tel')?.getAttribute('href') ?? '',
    marks: [...row.querySelectorAll('.abilities li')].map((mark) => mark.textContent),
  })));
}

test('every word suggested under the search box leads to somebody to call first', async () => {
  const page = await open('index.html');
  const words = await page.locator('.chips a').allTextContents();
  assert.ok(words.length >= 4);
  for (const word of words) {
    const rows = await search(page, word);
    assert.match(rows[0]?.tel ?? '', /^tel:0463/, word);
  }
  await page.context().close();
});

test('everyday words, readings and other spellings find the service that is meant', async () => {
  const page = await open('index.html');
  const meant = {
    歯医者: /歯科診療所/, お医者さん: /診療所/, ケアマネ: /居宅介護支援/, ほうもんかんご: /訪問看護/, 'ﾍﾙﾊﾟｰ': /訪問介護/,
    デイサービス: /通所介護/, リハビリ: /リハビリ/, 寝台: /介護タクシー/, 車椅子: /介護タクシー|福祉有償運送/, そでがはま: /袖ケ浜/, 特養: /介護老人福祉施設/,
    近くの歯医者さんに行きたい: /歯科診療所/, 'リハビリ 真田': /リハビリ.*真田/,
  };
  for (const [question, wanted] of Object.entries(meant)) {
    const [first] = await search(page, question);
    assert.match((first?.name ?? '') + (first?.words ?? ''), wanted, question);
    assert.match(first.tel, /^tel:0463/, question);
  }
  await page.context().close();
});

test('who asks in an emergency is led to the page for it first', async () => {
  const page = await open('index.html');
  for (const question of ['119', '#7119', '夜に熱が出た', '具合が悪い', '救急', 'きゅうきゅうしゃ', 'むねがいたい', '熱が下がらない',
    '父が起き上がれない', 'お父さんが起きない', 'おやじが起きられん', '夜中の2時 父が起き上がれない', 'お父さんが動かない 夜中', '夜中に熱', '息してない', '返事しない', '立てない', '様子がおかしい',
    'ベッドから落ちた', '急に足が動かなくなった']) {
    const [first] = await search(page, question);
    assert.equal(first.name, '急に具合が悪いとき', question);
  }
  await page.context().close();
});

test('who looks for a procedure sees the answer beside every number', async () => {
  const page = await open('index.html');
  for (const [question, label] of Object.entries({ いろう: '胃ろう・経管栄養', 床ずれ: '褥瘡処置', たんの吸引: '吸引' })) {
    const rows = (await search(page, question)).filter((row) => row.marks.length);
    assert.ok(rows.length > 5, question);
    for (const row of rows.slice(0, 20)) {
      assert.ok(row.marks.some((mark) => mark.includes(label) && /対応できます|要相談/.test(mark)), `${question}: ${row.name} ${row.marks}`);
    }
    await page.locator('#page-found .more button').click();
    assert.ok((await page.locator('#page-found .abilities li', { hasText: label }).filter({ hasText: '要相談' }).count()) > 0, `${question}: somebody wants to be asked`);
  }
  await page.context().close();
});

test('search box and a number to call are on the first screen of a small phone', async () => {
  const page = await open('index.html');
  for (const wanted of ['#page-q', '.site-header :is(.call, .after-hours .tel):visible', '.search button', '.chips li:nth-child(2) a']) {
    const box = await page.locator(wanted).boundingBox();
    assert.ok(box.y + box.height <= 640 && box.height >= 44, `${wanted}: ${JSON.stringify(box)}`);
  }
  await page.context().close();
});

test('the effect of a filter is seen where one taps, and the button leads to what is left', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.facets > summary').click();
  await page.getByLabel('訪問看護', { exact: false }).first().check();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  const see = page.locator('.see');
  const left = await page.locator('.entry:visible').count();
  assert.equal(await see.textContent(), `${left}件を見る`);
  const box = await see.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 640 && box.height >= 44, JSON.stringify(box));
  assert.equal(await page.locator('.count').getAttribute('aria-live'), 'polite');
  await see.click();
  assert.equal(await page.locator('.facets').evaluate((facets) => facets.open), false);
  assert.ok(await page.locator('.narrowed .entry a').first().evaluate((link) => document.activeElement === link));
  await page.context().close();
});

test('要相談 stands before the number of those who want to be asked for the procedure chosen', async () => {
  const page = await open('facilities/index.html#tube_feeding=yes');
  const asks = page.locator('.narrowed .abilities li:has(.mark.ask)');
  await asks.first().waitFor();
  assert.match(await asks.first().textContent(), /△\s*胃ろう・経管栄養\s*要相談/);
  assert.ok(await asks.first().evaluate((note) => note.compareDocumentPosition(note.closest('.entry').querySelector('.tel')) & Node.DOCUMENT_POSITION_FOLLOWING));
  await page.context().close();
});

test('the words of a list understand everyday words, too', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.filters input[type=search]').fill('歯医者');
  await page.waitForFunction(() => document.querySelector('.count b').textContent !== '70件');
  const tags = await page.locator('.entry:visible').evaluateAll((rows) => rows.map((row) => row.textContent));
  assert.ok(tags.length >= 4 && tags.every((words) => /歯科/.test(words)), tags.join('\n'));
  await page.context().close();
});

test('without scripts a long list can be jumped through by kana', async () => {
  const page = await open('facilities/index.html', { javaScriptEnabled: false });
  const jumps = page.locator('.jumps a');
  assert.ok((await jumps.count()) >= 8);
  for (const box of await jumps.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))) assert.ok(box >= 44);
  await jumps.filter({ hasText: 'は行' }).click();
  const top = async () => (await page.locator('.group-title', { hasText: 'は行' }).boundingBox()).y;
  for (let i = 0; i < 40 && Math.abs(await top()) > 100; ++i) await new Promise((ready) => setTimeout(ready, 50));
  assert.ok(Math.abs(await top()) <= 100, `${await top()}`);
  await page.context().close();
});

test('towns are offered in the order of their readings', async () => {
  const page = await open('facilities/index.html');
  await page.locator('input[name=areas]').first().waitFor({ state: 'attached' });
  const towns = await page.locator('input[name=areas]').evaluateAll((boxes) => boxes.map((box) => box.value));
  assert.deepEqual(towns.filter((town) => ['明石町', '袖ケ浜', '真田', '大神', '万田'].includes(town)), ['明石町', '大神', '真田', '袖ケ浜', '万田']);
  await page.context().close();
});
