// A site that is not the sample: names in other forms, tables wider than a phone, large text, the keyboard alone.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { follow, inChromium } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';

let made;

before(() => { made = buildMadeSite(); });
after(() => { if (made) rmSync(made.folder, { recursive: true }); });
const { open } = inChromium(() => made.output);

/** The names that the question brings, the first ones first. */
async function found(page, question) {
  await page.fill('#page-q', question);
  await page.keyboard.press('Enter');
  await page.waitForFunction((words) => document.querySelector('#page-found [role=status]').textContent.includes(words), question);
  return page.locator('#page-found .entry .name').allTextContents();
}

test('a name is found in whatever form its characters are typed, letter by letter first', async () => {
  const page = await open('index.html');
  assert.deepEqual(await found(page, '高橋医院'), ['高橋医院', '髙橋医院']);
  assert.deepEqual(await found(page, '髙橋医院'), ['髙橋医院', '高橋医院']);
  assert.deepEqual(await found(page, '山崎薬局'), ['山﨑薬局']);
  assert.deepEqual(await found(page, '吉田'), ['𠮷田薬局']);
  assert.deepEqual(await found(page, '山\u{FA11}\u{E0100}薬局'), ['山﨑薬局']);
  await page.context().close();
});

test('the words of a list understand other forms of a character, too', async () => {
  const page = await open('offices/index.html');
  await page.locator('.filters input[type=search]').fill('髙橋');
  await page.waitForFunction(() => document.querySelector('.count b').textContent === '2件');
  await page.context().close();
});

test('an exact name without a number stands before a similar one that can be called', async () => {
  const page = await open('index.html');
  assert.equal((await found(page, '潮'))[0], '潮');
  await page.context().close();
});

test('119, #7119 and a sentence lead to the page that is meant for them, a number within a number does not', async () => {
  const page = await open('index.html');
  for (const question of ['119', '119番', '#7119', '＃7119', '夜に熱が出た', '熱が']) {
    assert.equal((await found(page, question))[0], '急なとき', question);
  }
  assert.equal((await found(page, '0463-00-1190'))[0], '潮の里診療所');
  await page.context().close();
});

test('FAX numbers and the text of pages and chapters are found', async () => {
  const page = await open('index.html');
  for (const [question, name] of Object.entries({ '0463-00-0091': '高橋医院', '0463000091': '高橋医院', 玄関の鍵: '急なとき', 通帳: 'はじめに' })) {
    assert.deepEqual(await found(page, question), [name], question);
  }
  await page.context().close();
});

test('every number is an address that a phone can dial', async () => {
  const page = await open('index.html');
  const dialled = async (question) => {
    await found(page, question);
    return page.locator('#page-found .entry a.tel').first().getAttribute('href');
  };
  assert.equal(await dialled('山崎薬局'), 'tel:%237119');
  assert.equal(await dialled('潮の里'), 'tel:0463001190;ext=12');
  await page.goto(pathToFileURL(join(made.output, 'offices/near/index.html')).href);
  assert.equal(await page.locator('.tel.big').first().getAttribute('href'), 'tel:0463001190;ext=12');
  await page.goto(pathToFileURL(join(made.output, 'urgent/index.html')).href);
  assert.equal(await page.locator('.prose a').first().getAttribute('href'), 'tel:%237119');
  await page.context().close();
});

for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
  test(`the marks of a matrix pass under the names when it is scrolled (${Object.values(media)})`, async () => {
    const page = await open('tables/index.html', { ...media, javaScriptEnabled: false });
    const box = page.locator('.scroll:has(.matrix)');
    await box.evaluate((scroll) => { scroll.scrollLeft = 140; });
    const covered = await box.evaluate((scroll) => [...scroll.querySelectorAll('tbody th')].slice(0, 4).map((name) => {
      name.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, height, width } = name.getBoundingClientRect();
      return [0.2, 0.5, 0.8].every((part) => name.contains(document.elementFromPoint(left + width * part, top + height / 2)));
    }));
    assert.deepEqual(covered, [true, true, true, true]);
    await page.context().close();
  });
}

test('a table wider than its place says that it can be moved, has a name and can be reached by the keyboard', async () => {
  const page = await open('tables/index.html');
  const boxes = await page.locator('.scroll:visible').evaluateAll((all) => all.map((box) => ({
    wide: box.scrollWidth > box.clientWidth, hint: !box.previousElementSibling.hidden && box.previousElementSibling.className,
    name: box.getAttribute('aria-label') ?? document.getElementById(box.getAttribute('aria-labelledby')).textContent, tab: box.tabIndex })));
  assert.deepEqual(boxes.map((box) => [box.wide, box.hint]), [[true, 'scroll-hint'], [false, false]], 'that of treatments comes when one is chosen');
  for (const box of boxes) assert.ok(box.name && box.tab === 0, JSON.stringify(box));
  await page.context().close();
});

test('a table of many columns has the whole width of a desk', async () => {
  const page = await open('tables/index.html', { viewport: { width: 1280, height: 800 } });
  const [table, whole] = await page.evaluate(() => [document.querySelector('.scroll').clientWidth, document.querySelector('main > .wide').clientWidth]);
  assert.ok(table >= whole, `${table} of ${whole}`);
  await page.context().close();
});

test('with text of twice the size the number at the head of a phone is whole', async () => {
  for (const path of ['index.html', 'offices/index.html', 'offices/high/index.html']) {
    const page = await open(path);
    await page.addStyleTag({ content: 'html { font-size: 225% }' });
    const number = await page.locator('.call b').evaluate((words) => {
      const range = document.createRange();
      range.selectNodeContents(words);
      return { end: range.getBoundingClientRect().right, box: words.closest('.call').getBoundingClientRect().right };
    });
    assert.ok(number.end <= number.box && number.end <= 360, `${path}: ${JSON.stringify(number)}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path);
    await page.context().close();
  }
});

test('a number to call stands on one line on every screen, also with text of twice the size', async () => {
  let seen = 0;
  for (const width of [320, 360, 412, 1280]) {
    for (const size of [112.5, 225]) {
      const page = await open('index.html', { viewport: { width, height: 640 } });
      for (const path of ['offices/near/index.html', '404.html', 'offices/index.html']) {
        await page.goto(pathToFileURL(join(made.output, path)).href);
        await page.addStyleTag({ content: `html { font-size: ${size}% }` });
        const lines = await page.locator('main a[href^="tel:"]').evaluateAll((links) => links.flatMap((link) => {
          const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), found = [];
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const number = /^[0-9-]{12,13}$/.test(text.data.trim()) && document.createRange();
            if (!number) continue;
            number.selectNodeContents(text);
            found.push(new Set([...number.getClientRects()].map((line) => Math.round(line.top))).size);
          }
          return found;
        }));
        seen += lines.length;
        assert.deepEqual(lines.filter((count) => count !== 1), [], `${path} at ${width} px, ${size} %`);
      }
      await page.context().close();
    }
  }
  assert.ok(seen > 20, String(seen));
});

test('what has the focus is never hidden under the bar that tells the count', async () => {
  const page = await open('offices/index.html', { reducedMotion: 'reduce' });
  await page.locator('.facets > summary').click();
  const hidden = [];
  for (let i = 0; i < 120; ++i) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const has = document.activeElement;
      if (has === document.body) return 'end';
      const bar = document.querySelector('.after-filters');
      if (bar.contains(has)) return '';
      const { top, bottom } = has.getBoundingClientRect(), edge = bar.getBoundingClientRect();
      return bottom > edge.top && top < edge.bottom ? has.outerHTML.slice(0, 80) : '';
    });
    if (seen === 'end') break;
    if (seen) hidden.push(seen);
  }
  assert.deepEqual(hidden, []);
  await page.context().close();
});

test('what was chosen is told with the name of its field', async () => {
  const page = await open('offices/index.html#lift=あり&parking=あり&kind=医院');
  await page.waitForFunction(() => document.querySelectorAll('.wanted button').length === 4);
  const chips = await page.locator('.wanted button:not(.all-off)').evaluateAll((all) => all.map((chip) => [...chip.children].slice(0, 2).map((part) => part.textContent).join('：')));
  assert.deepEqual(chips, ['種類：医院', 'リフト：あり', '駐車場：あり']);
  await page.context().close();
});

test('the way back from an entry leads to the list as it was narrowed down', async () => {
  const page = await open('offices/index.html');
  await page.locator('.filters input[type=search]').fill('薬局');
  await page.waitForFunction(() => document.querySelector('.count b').textContent === '2件');
  await follow(page.locator('.entry:visible a[href*="cape"]').first());
  await follow(page.locator('[data-back]'));
  await page.waitForFunction(() => document.querySelector('.count b')?.textContent === '2件');
  assert.equal(await page.locator('.filters input[type=search]').inputValue(), '薬局');
  await page.context().close();
});

test('in forced colours only the entry of the page is marked in the menu', async () => {
  const page = await open('tables/index.html', { viewport: { width: 1280, height: 800 }, forcedColors: 'active' });
  const marked = await page.locator('.menu-wide a').evaluateAll((links) => {
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return links.filter((link) => getComputedStyle(link).borderBottomColor !== ground).map((link) => link.textContent);
  });
  assert.deepEqual(marked, ['表']);
  await page.context().close();
});

test('an answer is read once', async () => {
  const page = await open('offices/high/index.html');
  assert.equal(await page.locator('.can h3:has(.mark)').first().evaluate((answer) => {
    const copy = answer.cloneNode(true);
    copy.querySelectorAll('[aria-hidden]').forEach((mark) => mark.remove());
    return copy.textContent.trim();
  }), '対応できます 9');
  await page.context().close();
});

test('a booklet without a cover is shown without one', async () => {
  const page = await open('guide/index.html');
  assert.equal(await page.locator('.cover').count(), 0);
  await page.context().close();
});

test('the chapters of a film lead to their second at its host, which is asked for nothing before', async () => {
  const page = await open('films/own/index.html'), asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  assert.ok(await page.getByRole('heading', { name: '動画の目次' }).isVisible());
  const links = page.locator('.prose li a[href*="&t="]');
  assert.deepEqual(await links.allInnerTexts(), ['0:00　はじめに', '1:30　吸入器のつかい方']);
  assert.equal(await links.nth(1).getAttribute('href'), 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s');
  assert.deepEqual(asked.filter((address) => !address.startsWith('file:')), []);
  const home = await open('index.html');
  assert.deepEqual(await found(home, '吸入器'), ['静止画のある動画']);
  for (const one of [page, home]) await one.context().close();
});

test('the picture of a film leads to it, is shown once, and asks nobody else for anything', async () => {
  const page = await open('films/own/index.html'), asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  const picture = page.locator('img');
  assert.equal(await picture.count(), 1);
  assert.ok((await picture.evaluate((image) => image.naturalWidth)) === 32);
  assert.match(await page.locator('a:has(img)').getAttribute('href'), /^https:\/\/www\.youtube/);
  assert.match(await page.locator('a:has(img)').innerText(), /動画を見る/);
  assert.ok(asked.every((address) => address.startsWith('file:')), String(asked));
  await page.goto(page.url().replace('own', 'bare'));
  assert.equal(await page.locator('img').count(), 0);
  assert.ok(await page.locator('.film a').isVisible());
  await page.context().close();
});

test('home shows lists of whom one can call and pages of treatments first, then what is meant for everybody, then plans', async () => {
  const page = await open('index.html');
  assert.deepEqual(await page.locator('#page-lists ~ .lists b').allTextContents(), ['事業所', '表', '動画', '計画']);
  await page.context().close();
});

test('readers’ own pages are nothing for search engines', async () => {
  for (const [path, count] of [['my-list/index.html', 1], ['offline/index.html', 1], ['index.html', 0], ['offices/index.html', 0]]) {
    const page = await open(path);
    assert.equal(await page.locator('meta[name="robots"][content="noindex"]').count(), count, path);
    await page.context().close();
  }
});
