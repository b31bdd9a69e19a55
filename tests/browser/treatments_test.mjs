// The matrix of treatments on a phone: with a treatment chosen, who can do it, with the number and the answer in sight.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();
const choose = (page, treatment) => page.locator('.questions a', { hasText: treatment }).click();
const answers = 'td:is(.yes, .ask, .no, .unanswered)';
const rows = (page) => page.locator('.matrix tbody tr:not(.group):visible');

for (const width of [320, 360, 600]) {
  test(`number and answer of every office stand within a screen of ${width} px, with and without scripts`, async () => {
    for (const javaScriptEnabled of [true, false]) {
      for (const path of ['medical-care/index.html', 'care-guide/medical-care/index.html']) {
        const page = await open(path, { javaScriptEnabled, reducedMotion: 'reduce', viewport: { width, height: 640 } });
        for (const treatment of ['喀痰吸引', '人工呼吸器', 'ターミナルケア']) {
          await choose(page, treatment);
          assert.ok((await rows(page).count()) > 5, treatment);
          for (const row of await rows(page).evaluateAll((all, cells) => all.map((one) => {
            const answer = [...one.querySelectorAll(cells)].filter((cell) => cell.checkVisibility());
            return { words: one.innerText, answers: answer.map((cell) => cell.innerText), sign: parseFloat(getComputedStyle(answer[0], '::after').width),
              boxes: [one.querySelector('th a'), one.querySelector('a[href^="tel:"]'), answer[0]].map((part) => part.getBoundingClientRect().toJSON()) };
          }), answers)) {
            for (const box of row.boxes) assert.ok(box.width > 1 && box.x >= 0 && box.right <= width, `${path} ${treatment}: ${JSON.stringify(row)}`);
            assert.ok(row.boxes[1].height >= 44, row.words);
            assert.equal(row.answers.length, 1, row.words);
            assert.match(row.answers[0], /対応できます|要相談/);
            assert.ok(row.sign > 12 && row.boxes[2].width > row.sign + 40, 'the sign and the words');
          }
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
          await page.goBack();
        }
        await page.context().close();
      }
    }
  });
}

test('who can do a treatment stands before who wants to be asked, under headings that are said once', async () => {
  const page = await open('medical-care/index.html');
  await choose(page, '人工呼吸器');
  const told = await rows(page).evaluateAll((all) => all.map((row) => ({ top: row.getBoundingClientRect().top, sure: row.querySelectorAll('td:not(:first-of-type)')[2].matches('.yes') })));
  const tops = (sure) => told.filter((answer) => answer.sure === sure).map((answer) => answer.top);
  assert.ok(tops(true).length > 3 && tops(false).length > 3);
  const ask = page.locator('.ask-head');
  assert.equal((await ask.innerText()).replace(/\s+/g, ' '), `△ 要相談 ${tops(false).length}件`);
  const between = (await ask.boundingBox()).y;
  assert.ok(Math.max(...tops(true)) < between && between < Math.min(...tops(false)));
  assert.ok(Math.max(...tops(false)) < (await page.locator('h2', { hasText: '出典' }).boundingBox()).y, 'what follows the tables follows the rows');
  assert.equal(await page.locator('.matrix caption:visible, .matrix thead:visible').count(), 0);
  assert.ok(await page.locator('h2', { hasText: '訪問看護' }).isVisible());
  assert.equal(await page.locator('h2', { hasText: '家に来る介護' }).isVisible(), false, 'nobody of that group can');
  await page.context().close();
  const bare = await open('medical-care/index.html', { javaScriptEnabled: false });
  await choose(bare, '喀痰吸引');
  const groups = await bare.locator('.matrix').evaluateAll((all) => all.map((table) => [...table.querySelectorAll('tbody tr')].filter((row) => row.offsetHeight)
    .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top).map((row) => (row.querySelectorAll('td:not(:first-of-type)')[0].matches('.yes') ? '○' : '△')).join('')));
  assert.ok(groups.some((group) => group.includes('○△')));
  for (const group of groups) assert.match(group, /^○*△*$/);
  await bare.context().close();
});

test('the first office of a chosen treatment stands on the screen where one lands, with what it is and where', async () => {
  for (const width of [320, 360]) {
    const page = await open('medical-care/index.html', { viewport: { width, height: 640 }, reducedMotion: 'reduce' });
    await choose(page, '喀痰吸引');
    await page.waitForTimeout(200);
    const first = rows(page).first(), number = await first.locator('a[href^="tel:"]').boundingBox();
    assert.ok(number.y > 0 && number.y + number.height < 480, JSON.stringify(number));
    assert.match(await first.locator('th').evaluate((name) => getComputedStyle(name, '::after').content), /訪問看護・/);
    await page.context().close();
  }
});

test('of two treatments each row says the answer to both, those who can do both first', async () => {
  const page = await open(`medical-care/index.html#${new URLSearchParams([['treatment', '喀痰吸引'], ['treatment', '人工呼吸器']])}`);
  await rows(page).first().waitFor();
  const told = await rows(page).evaluateAll((all) => all.map((row) => ({ top: row.getBoundingClientRect().top, left: Math.max(...[...row.querySelectorAll('.asked')].map((cell) => { const words = document.createRange(); words.selectNodeContents(cell); return words.getBoundingClientRect().right; })),
    asks: Boolean(row.querySelector('.asked.ask')), for: [...row.querySelectorAll('.asked')].map((cell) => getComputedStyle(cell, '::before').content) })).sort((one, other) => one.top - other.top));
  assert.match(told.map((row) => (row.asks ? '△' : '○')).join(''), /^○+△+$/);
  for (const row of told) {
    assert.deepEqual(row.for, ['"喀痰吸引"', '"人工呼吸器"']);
    assert.ok(row.left <= 360);
  }
  await page.context().close();
});

test('on a desk the names of the matrix stay in sight when it is scrolled, and the heads, too', async () => {
  const page = await open('medical-care/index.html', { viewport: { width: 1280, height: 800 } });
  const table = page.locator('.matrix').nth(4);
  await table.locator('tbody tr').last().scrollIntoViewIfNeeded();
  const head = await table.locator('thead th').first().boundingBox(), name = await table.locator('tbody th').last().boundingBox();
  assert.ok(head.y >= -1 && head.y < 800 && name.x >= 0, JSON.stringify([head, name]));
  await page.context().close();
});

test('treatments stand in groups to choose from, and under the same heads in the matrix of a desk', async () => {
  const page = await open('medical-care/index.html', { reducedMotion: 'reduce' }), groups = ['息とのど', '栄養と注射', '透析と排せつ', '傷・痛み・最期・こころ'];
  assert.deepEqual(await page.locator('.questions .question-group').allInnerTexts(), groups);
  assert.ok((await page.locator('.questions a').first().boundingBox()).y < 640);
  assert.equal(await page.locator('.questions .question-group').first().evaluate((head) => head.nextElementSibling.querySelectorAll('a').length), 4);
  await choose(page, '人工呼吸器');
  await page.locator('.question:visible [data-add]').click();
  assert.equal(await page.locator('.questions li:visible').count(), 14);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.deepEqual(await page.locator('.matrix').first().locator('.groups th').allInnerTexts(), groups);
  await page.context().close();
});

test('a cell of the matrix is told by its word and seen by its sign, in forced colours, too', async () => {
  for (const forcedColors of ['none', 'active']) {
    const page = await open('medical-care/index.html', { viewport: { width: 1280, height: 800 }, forcedColors });
    const row = page.locator('.matrix tbody tr:not(.group)').nth(1), tree = await row.ariaSnapshot();
    assert.deepEqual([...tree.matchAll(/- cell "(.+)"/g)].slice(1, 5).map((cell) => cell[1]), ['対応できます', '要相談', '対応していません', '対応できます'], tree);
    assert.match(tree, /- rowheader "見本 真田ナースケア"/);
    const shapes = await page.locator('.matrix').first().evaluate((table) => ['yes', 'ask', 'no', 'unanswered'].map((answer) => {
      const cell = table.querySelector(`td.${answer}`), style = getComputedStyle(cell, '::after');
      return [style.content.split(' ')[0], style.borderTopWidth !== '0px' && style.borderTopStyle, style.borderTopLeftRadius, cell.scrollHeight <= cell.clientHeight + 1].join();
    }));
    assert.equal(new Set(shapes).size, 4, shapes.join(' | '));
    await page.context().close();
  }
});
