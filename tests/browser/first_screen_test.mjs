// What an old person sees first on a phone: the number, the search, whom to call at once; names and numbers of a list.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { follow, inChromium, noonOfAFriday, sample } from './chromium.mjs';

const nightOfAFriday = '2026-10-02T12:00:00Z', noonOfAHoliday = '2027-02-11T03:00:00Z';

const { newContext } = inChromium(undefined, { viewport: { width: 360, height: 800 }, timezoneId: 'America/New_York' });

async function open(path, { hours, ...options } = {}) {
  const page = await (await newContext(options)).newPage();
  if (hours) {
    await page.addInitScript((given) => new MutationObserver(() => {
      const other = document.querySelector('.after-hours');
      if (other) Object.assign(other.dataset, given);
    }).observe(document, { childList: true, subtree: true }), hours);
  }
  await page.goto(pathToFileURL(join(sample, path)).href);
  return page;
}
const bottom = async (locator) => { const box = await locator.boundingBox(); return box.y + box.height; };

test('number, search, urgent numbers and all four scenes stand on the first screen of home', async () => {
  const page = await open('index.html');
  assert.ok(await bottom(page.locator('.call')) < 200);
  assert.ok(await bottom(page.locator('#page-q')) < 400);
  assert.deepEqual(await page.locator('.urgent-now a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), ['tel:119', 'tel:%237119']);
  assert.ok(await bottom(page.locator('.urgent-now')) < 480);
  assert.equal(await page.locator('.scene').count(), 4);
  for (const scene of await page.locator('.scene').all()) assert.ok(await bottom(scene) <= 740, String(await bottom(scene)));
  await page.context().close();
});

test('the first office of a list stands on the first screen, and its pages of seventy take fewer than fifteen screens', async () => {
  const page = await open('facilities/index.html');
  const first = page.locator('.entry').first();
  assert.ok((await first.boundingBox()).y <= 419, String((await first.boundingBox()).y));
  const heights = await page.locator('.entry').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height).sort((a, b) => a - b));
  assert.ok(heights.length >= 15 && heights.length <= 50);
  assert.ok(heights[heights.length >> 1] <= 143, `half of the rows are higher than ${heights[heights.length >> 1]}`);
  const list = await page.locator('.results').boundingBox();
  assert.ok(list.height < 15 * 800 * heights.length / 70, String(list.height));
  await page.context().close();
});

test('a row says what the office can do only to those who open it', async () => {
  const page = await open('facilities/index.html');
  const row = page.locator('.entry:has(.answered)').first();
  assert.equal(await row.locator('.answered p').first().isVisible(), false);
  await row.locator('summary').click();
  const told = row.locator('.answered p').first();
  assert.match(await told.innerText(), /^対応できます.*喀痰吸引/s);
  assert.match(await told.evaluate((line) => getComputedStyle(line, '::before').content), /○/);
  await page.context().close();
});

test('number, hours and address of an office stand above 690 px, and each is said once', async () => {
  for (const path of ['facilities/sodegahama-nurse/index.html', 'facilities/kanamegawa-hospital/index.html', 'taxis/index.html']) {
    const page = await open(path);
    if (path.startsWith('taxis')) await follow(page.locator('.entry .name a').first());
    for (const part of ['.tel.big', '.opening', '.address']) {
      const place = page.locator(`.record-reach ${part}`);
      if (await place.count()) assert.ok(await bottom(place) <= 690, `${path} ${part}: ${await bottom(place)}`);
    }
    const address = (await page.locator('.record-reach .address').innerText()).replace(/^〒\S+\s*/, '');
    const all = await page.locator('main').innerText();
    assert.equal(all.split(address).length - 1, 1, address);
    await page.context().close();
  }
});

test('today is marked in the week of an office', async () => {
  const page = await open('facilities/sodegahama-nurse/index.html', { clock: '2026-10-01T16:00:00Z' });
  assert.match(await page.locator('.week [aria-current="date"]').innerText(), /^金/);
  await page.context().close();
});

test('a holiday is no day on which an office is open as on others', async () => {
  const page = await open('facilities/sodegahama-nurse/index.html', { clock: '2026-11-03T03:00:00Z' });
  assert.equal(await page.locator('.week [aria-current="date"]').count(), 0);
  await page.goto(page.url().replace('sodegahama-nurse', 'hoshizora-helper'));
  assert.match(await page.locator('.week [aria-current="date"]').innerText(), /^火/);
  await page.context().close();
});

test('while somebody is there the header says until when, by the clock of Japan', async () => {
  const page = await open('facilities/index.html');
  assert.equal(await page.locator('.call .hours').innerText(), 'いま受付中・17:15まで');
  assert.equal(await page.locator('.after-hours').isVisible(), false);
  await page.context().close();
});

test('at night and on holidays the header says so and whom to call', async () => {
  for (const clock of [nightOfAFriday, noonOfAHoliday]) {
    const page = await open('index.html', { clock });
    assert.equal(await page.locator('.call').isVisible(), false);
    assert.match(await page.locator('.after-hours').innerText(), /時間外です\s*月〜金 8:30〜17:15[^]*夜と休日は\s*#7119/);
    assert.equal(await page.locator('.after-hours a').getAttribute('href'), 'tel:%237119');
    await page.context().close();
  }
});

test('the days around the new year, and the holidays of every year of the list, are closed', async () => {
  for (const day of ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-02', '2027-01-03']) {
    const page = await open('index.html', { clock: `${day}T01:00:00Z` });
    assert.ok(await page.locator('.after-hours').isVisible(), day);
    await page.context().close();
  }
  const told = JSON.parse(readFileSync(new URL('../../content/site.json', import.meta.url), 'utf8')).holidays;
  for (const year of [2026, 2027, 2028]) {
    const days = Object.keys(told).filter((day) => day.startsWith(year)).map((day) => day.slice(5));
    for (const day of ['01-01', '01-02', '01-03', '05-03', '11-23', '12-29', '12-30', '12-31']) assert.ok(days.includes(day), `${year}-${day}`);
  }
});

test('behind the last day of the list of holidays nobody is said to be there, and at night nobody is', async () => {
  const page = await open('index.html', { clock: '2029-01-09T03:00:00Z' });
  assert.equal(await page.locator('.call .hours').innerText(), '月〜金 8:30〜17:15（祝日と年末年始を除く）');
  assert.equal(await page.locator('.after-hours').isVisible(), false);
  await page.clock.setFixedTime(new Date('2029-01-09T12:00:00Z'));
  await page.reload();
  assert.ok(await page.locator('.after-hours').isVisible());
  await page.context().close();
  const list = await open('facilities/index.html', { clock: '2029-01-09T03:00:00Z' });
  await list.goto(`${list.url()}#services=薬局`);
  await list.reload();
  await list.locator('.narrowed .entry').first().waitFor();
  const opened = await list.locator('.narrowed .entry:has(.today.open)').evaluateAll((rows) => rows.map((row) => row.querySelector('.opening').textContent));
  assert.ok(opened.every((words) => words.startsWith('毎日')), String(opened));
  await list.context().close();
});

test('while nobody is there each box of the centre leads to who answers, and its own number is quiet', async () => {
  const size = (locator) => locator.evaluate((at) => parseFloat(getComputedStyle(at).fontSize));
  for (const width of [360, 1280]) {
    const page = await open('index.html', { clock: nightOfAFriday, viewport: { width, height: 800 } });
    const boxes = page.locator('.hero-call:visible');
    assert.equal(await boxes.count(), width > 1000 ? 1 : 0);
    if (width > 1000) {
      assert.match(await boxes.innerText(), /いまは時間外です\s*月〜金[^]*夜と休日は\s*#7119/);
      assert.equal(await boxes.getAttribute('href'), 'tel:%237119');
      assert.ok(await size(boxes.locator('b')) > 30);
    }
    const foot = page.locator('.lost .tel:visible');
    assert.deepEqual(await foot.allInnerTexts(), ['#7119', '0463-00-0001']);
    assert.ok(await size(foot.first()) > 1.2 * await size(foot.last()));
    for (const number of await page.locator('body a[href="tel:0463000001"]:visible').all()) assert.ok(await size(number) < 24);
    await page.clock.setFixedTime(new Date(noonOfAFriday));
    await page.reload();
    assert.equal(await page.locator('.when-closed:visible').count(), 0);
    assert.equal(await page.locator('.lost .tel:visible').innerText(), '0463-00-0001');
    await page.context().close();
  }
});

test('on paper the number of the centre stands at any hour', async () => {
  const page = await open('consultation/index.html', { clock: nightOfAFriday });
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.call').isVisible());
  assert.equal(await page.locator('.when-closed:visible').count(), 0);
  await page.context().close();
});

test('hours with a break at noon and hours through the night are understood', async () => {
  const shown = async (clock, hours) => {
    const page = await open('index.html', { clock, hours });
    const words = await page.locator('.call').isVisible() ? await page.locator('.call .hours').innerText() : 'closed';
    await page.context().close();
    return words;
  };
  const noonBreak = { days: '12345 12345', from: '540 780', until: '720 1020' };  // 9:00–12:00, 13:00–17:00
  assert.equal(await shown('2026-10-02T02:00:00Z', noonBreak), 'いま受付中・12:00まで');
  assert.equal(await shown(noonOfAFriday, noonBreak), 'closed');
  assert.equal(await shown('2026-10-02T04:00:00Z', noonBreak), 'いま受付中・17:00まで');
  const nights = { days: '5', from: '1320', until: '1800' };  // Fridays 22:00–6:00
  assert.equal(await shown('2026-10-02T13:30:00Z', nights), 'いま受付中・6:00まで');
  assert.equal(await shown('2026-10-02T20:00:00Z', nights), 'いま受付中・6:00まで', 'Saturday, 5:00');
  assert.equal(await shown('2026-10-02T22:00:00Z', nights), 'closed');
});

test('without scripts the hours stand beside the number', async () => {
  const page = await open('index.html', { javaScriptEnabled: false });
  assert.match(await page.locator('.call').innerText(), /0463-00-0001[^]*月〜金 8:30〜17:15/);
  assert.equal(await page.locator('.after-hours').isVisible(), false);
  await page.context().close();
});

test('119 and #7119 are buttons as wide as the phone at the top of the page for what is urgent', async () => {
  const page = await open('scenes/urgent/index.html');
  const buttons = await page.locator('main .urgent-numbers a').evaluateAll((links) => links.map((link) => {
    const { top, width, height } = link.getBoundingClientRect();
    return { href: link.getAttribute('href'), top, width, height };
  }));
  assert.deepEqual(buttons.map((button) => button.href), ['tel:119', 'tel:%237119']);
  for (const button of buttons) assert.ok(button.top < 500 && button.width > 310 && button.height >= 64, JSON.stringify(button));
  await page.context().close();
});

test('the page for what is urgent is in the header, the menu and the footer of every page', async () => {
  const page = await open('taxis/index.html');
  for (const place of ['.tools > a', '.menu-small nav a', '.site-footer a']) {
    assert.equal(await page.locator(`${place}[href="../scenes/urgent/index.html"]`).count(), 1, place);
  }
  await page.context().close();
});

for (const [width, height, size, of] of [[360, 640, '225%', 'letters of twice the size'], [180, 320, '112.5%', 'a page of twice the size']]) {
  test(`119 stands on the first screen of the page for emergencies with ${of}`, async () => {
    const page = await open('scenes/urgent/index.html', { viewport: { width, height } });
    await page.addStyleTag({ content: `html { font-size: ${size} !important }` });
    const end = await bottom(page.locator('.urgent-numbers li').first());
    assert.ok(end <= height, String(end));
    await page.context().close();
  });
}
