// What a page looks like where words alone do not tell: forced colours, paper, rows, charts, first screens of phones.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { follow, inChromium, noonOfAFriday, sample } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';
import { pagesOf } from './page_kinds.mjs';

const { open } = inChromium();
let made;
const ofMade = inChromium(() => made.output);
const months = ['前年度3月', ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`)];
const choice = (label, role, choices) => ({ type: 'string', 'x-label': label, 'x-role': role, enum: choices });
const activity = (id, from, until, more = {}) => ({ id, name: `${id} 地域の医療機関と介護事業所の情報を集めて一覧にする`, item: '資源', kind: '実施', certainty: '日付あり', from, until, ...more });
before(() => {
  made = buildMadeSite({
    'lists/activities/schema.json': JSON.stringify({ title: '年間の予定', properties: {
      name: { type: 'string', 'x-label': '取組' }, item: { type: 'string', 'x-label': '項目' }, kind: choice('種類', 'kind', ['実施', '検討']),
      certainty: choice('時期の確かさ', 'certainty', ['日付あり', '毎年', '時期未定']), from: choice('始まり', 'first-month', months),
      until: choice('終わり', 'last-month', months), months: { type: 'array', format: 'choices', items: { type: 'string', enum: months }, 'x-label': '行う月', 'x-role': 'months' },
    }, required: ['name'] }),
    'lists/activities/activities.json': JSON.stringify([activity('a', '9月', '10月'), activity('b', '6月', '8月'), activity('c', '3月', '3月'), activity('d', '前年度3月', '4月'),
      activity('e', '4月', '3月'), activity('f', '10月', '1月', { kind: '検討' }), activity('g', undefined, undefined, { certainty: undefined, months: ['3月'] })]),
    'pages/year.md': `---\ntitle: 年間の予定\n---\n\n## 今年\n\n\`\`\`view\nlist: activities\nas: gantt\nrows: [item]\ncaption: 令和8年度の予定\n\`\`\`\n\n## 来年\n\n\`\`\`view\nlist: activities\nas: gantt\nrows: [item]\ncaption: 令和9年度の予定\n\`\`\`\n`,
  });
});
after(() => made && rmSync(made.folder, { recursive: true }));
const desk = { viewport: { width: 1280, height: 800 } };
const noonOfASaturday = '2026-10-03T03:40:00Z';

/** Visible words under `place` whose colour differs too little from what is behind them; `ground` reads what is behind. */
const unreadable = (page, { place = 'body', paper = false } = {}) => page.evaluate(([within, onPaper]) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const read = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return canvas.getImageData(0, 0, 1, 1).data; };
  const light = ([r, g, b]) => [r, g, b].reduce((sum, value, i) => sum + [0.2126, 0.7152, 0.0722][i] * ((value / 255 + 0.055) / 1.055) ** 2.4, 0);
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one), told = read(style.backgroundColor);
      if (told[3] > 200 && (!onPaper || style.printColorAdjust === 'exact')) return told;
    }
    return [255, 255, 255, 255];
  };
  const texts = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT), found = new Set();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest('svg, template, script, .cover, .vh') || !element.getClientRects().length) continue;
    const [one, other] = [light(read(getComputedStyle(element).color)), light(groundOf(element))].sort((a, b) => b - a);
    if ((one + 0.05) / (other + 0.05) < 3) found.add(`${element.tagName} ${element.className}: ${text.data.trim().slice(0, 20)}`);
  }
  return [...found];
}, [place, paper]);

test('in forced colours the sign of a mark can be told from its ground', async () => {
  for (const path of ['facilities/sodegahama-nurse/index.html', 'facilities/index.html', 'newsletter/earlier/index.html']) {
    const page = await open(path, { forcedColors: 'active' });
    const same = await page.locator('.mark, .task').evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark))
      .filter((style) => style.color === style.backgroundColor).length);
    assert.equal(same, 0, path);
    await page.context().close();
  }
});

test('each of the four marks has an outline of its own, in forced colours, too', async () => {
  for (const forcedColors of ['none', 'active']) {
    const page = await open('medical-care/index.html', { ...desk, forcedColors });
    const shapes = await page.locator('.note').first().locator('.mark').evaluateAll((marks) => marks.map((mark) => {
      const style = getComputedStyle(mark);
      return [style.borderTopWidth !== '0px', style.borderTopLeftRadius === '50%', style.transform !== 'none', mark.textContent.trim()[0] === '—'].join();
    }));
    assert.equal(shapes.length, 4);
    if (forcedColors === 'active') assert.equal(new Set(shapes).size, 4, shapes.join(' '));
    await page.context().close();
  }
});

test('the page of an office says whether somebody is there, its week the hours of each day, and rows of near offices, too', async () => {
  for (const [clock, words] of [[noonOfAFriday, 'いま 18:00まで'], [noonOfASaturday, ''], ['2026-10-02T10:00:00Z', ''], ['2026-10-01T23:00:00Z', 'きょう 9:00から']]) {
    const page = await open('facilities/shiosai-nurse/index.html', { clock });
    // Whom one may call at any hour is not told to be closed.
    await page.waitForTimeout(300);
    assert.deepEqual(await page.locator('.record-reach > .today').allInnerTexts(), words ? [words] : []);
    assert.deepEqual(await page.locator('.week .open small').allInnerTexts(), Array(5).fill('9–18'));
    if (clock === noonOfAFriday) assert.match(await page.locator('.record-body .entry .today').first().innerText(), /^いま 17:30まで$/);
    await page.context().close();
  }
  const plain = await open('facilities/shiosai-nurse/index.html', { javaScriptEnabled: false });
  assert.equal(await plain.locator('.record-reach > .today').count(), 0);
  assert.deepEqual(await plain.locator('.week small').allInnerTexts(), ['○', '○', '○', '○', '○', '休', '休']);
  await plain.context().close();
});

test('beside the hours of who is called at night the box to search in shows its example, and nothing is moved sideways', async () => {
  for (const width of [1024, 1100, 1279]) {
    const page = await open('taxis/index.html', { viewport: { width, height: 600 }, clock: '2026-10-02T12:40:00Z' });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${width}`);
    const box = await page.locator('.header-search input').evaluate((input) => {
      const canvas = document.createElement('canvas').getContext('2d'), style = getComputedStyle(input);
      canvas.font = style.font;
      return input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - canvas.measureText(input.placeholder).width;
    });
    assert.ok(box >= 0, `${width}: ${box}`);
    await page.context().close();
  }
});

test('what only mentions the words of a search can be read in light, dark and forced colours', async () => {
  for (const colours of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    const page = await open('index.html#q=訪問看護', { ...colours, ...desk });
    await page.waitForSelector('.mentions summary');
    assert.deepEqual(await unreadable(page, { place: '.mentions' }), [], JSON.stringify(colours));
    await page.context().close();
  }
});

test('on paper no word is as pale as its ground, whatever the day', async () => {
  for (const clock of [noonOfAFriday, noonOfASaturday]) {
    for (const path of ['index.html', 'facilities/sodegahama-nurse/index.html', 'facilities/index.html', 'progress/plan/index.html', 'schedule/index.html']) {
      const page = await open(path, { clock, viewport: { width: 680, height: 960 } });
      await page.emulateMedia({ media: 'print' });
      assert.deepEqual(await unreadable(page, { paper: true }), [], path);
      await page.context().close();
    }
  }
});

test('on paper the header is whole, says nothing of the hour, and a form offers no file to open', async () => {
  const page = await open('forms/handover/index.html', { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: 'print' });
  const { left, right } = await page.locator('.call').evaluate((call) => call.getBoundingClientRect());
  assert.ok(left >= 0 && right <= 680, `${left} ${right}`);
  assert.equal(await page.locator('.call .hours').isVisible(), false);
  assert.equal(await page.locator('.form-pdf').isVisible(), false);
  await page.context().close();
});

test('on paper the strips of a plan keep their fill and hatching', async () => {
  const page = await open('progress/plan/index.html', desk);
  await page.emulateMedia({ media: 'print' });
  for (const style of await page.locator('.gantt-chart :is(.tail, .sample, .track i)').evaluateAll((all) => all.map((one) => getComputedStyle(one).printColorAdjust))) assert.equal(style, 'exact');
  await page.context().close();
});

test('the words of an activity stand on one line above its strip, which is as long as its months', async () => {
  for (const width of [1280, 900]) {
    const page = await ofMade.open('year/index.html', { viewport: { width, height: 800 } });
    const chart = page.locator('.gantt').first(), table = await chart.boundingBox(), month = (await chart.locator('thead th').last().boundingBox()).width;
    const bars = await chart.locator('.bar').evaluateAll((all) => all.map((bar) => {
      const box = (place) => { const { left, right, top, bottom, width: wide, height } = bar.querySelector(place)?.getBoundingClientRect() ?? {}; return { left, right, top, bottom, width: wide, height }; };
      return { label: box('.bar-label'), tail: box('.tail'), line: parseFloat(getComputedStyle(bar.querySelector('.bar-label')).lineHeight), months: Number(/gantt-to-(\d+)/.exec(bar.className)[1]) - /gantt-from-(\d+)/.exec(bar.className)[1] };
    }));
    assert.equal(bars.length, 7);
    for (const { label, tail, line, months: long } of bars) {
      assert.ok(label.height < 1.5 * line, `${width}: ${JSON.stringify(label)}`);
      assert.ok(label.left >= table.x + 100 && label.right <= table.x + table.width + 1, `${width}: ${JSON.stringify(label)}`);
      if (tail.width) assert.ok(Math.abs(tail.width - long * month) < 2 && tail.top >= label.bottom - 1, `${width}: ${JSON.stringify(tail)} of ${long} × ${month}`);
    }
    await page.context().close();
  }
});

test('a chart of activities has the whole width of a desk', async () => {
  const page = await open('progress/plan/index.html', desk);
  assert.ok((await page.locator('.gantt').boundingBox()).width > 1150);
  await page.context().close();
});

test('the month that it is is marked in the chart of this fiscal year by the date of Japan, and in no other', async () => {
  const marked = async (clock) => {
    const page = await ofMade.open('year/index.html', { ...desk, clock, timezoneId: 'America/New_York' });
    const found = await page.locator('.gantt').evaluateAll((charts) => charts.map((chart) => [...chart.querySelectorAll('[aria-current]')].map((head) => head.innerText.replace(/\s/g, ''))));
    assert.deepEqual(await page.locator('.gantt').evaluateAll((charts) => charts.map((chart) => /いまは.*月$/.exec(chart.caption.innerText)?.[0])),
      found.map((heads) => heads.length ? `いまは${heads[0]}` : undefined), 'the caption says so in words');
    await page.context().close();
    return found;
  };
  assert.deepEqual(await marked('2026-09-30T16:00:00Z'), [['10月'], []]);
  assert.deepEqual(await marked('2027-03-31T14:00:00Z'), [['3月'], []]);
  assert.deepEqual(await marked('2027-03-31T16:00:00Z'), [[], ['4月']]);
  assert.deepEqual(await marked('2026-03-31T03:00:00Z'), [[], []]);
});

test('a row that nobody can be called by tells its columns on a phone, too; that of an office its telephone', async () => {
  for (const path of ['progress/results/index.html', 'progress/plan/index.html', 'news/index.html', 'videos/index.html']) {
    const page = await open(path);
    assert.ok(await page.locator('.entry .detail').first().isVisible(), path);
    await page.context().close();
  }
  const page = await open('facilities/index.html');
  assert.equal(await page.locator('.entry:has(.tel) .detail:visible').count(), 0);
  await page.context().close();
});

test('a row of a phone names what is folded away on one line; a desk has its signs and their numbers, too', async () => {
  const told = async (options) => {
    const page = await open('facilities/index.html', options);
    await page.addStyleTag({ content: '.entry { content-visibility: visible !important }' });
    const lines = await page.locator('.answered > summary').evaluateAll((all) => all.map((summary) => {
      const name = document.createRange();
      name.selectNodeContents(summary.firstChild);
      return { words: summary.innerText.trim(), height: name.getBoundingClientRect().height, signs: [...summary.querySelectorAll('.mark')].filter((mark) => mark.checkVisibility()).length };
    }));
    await page.context().close();
    return lines;
  };
  const phone = await told({}), wide = await told(desk);
  assert.ok(phone.length > 3);
  for (const { words, height, signs } of phone) assert.ok(words === '医療処置' && height > 0 && height < 30 && !signs, `${words} ${height}`);
  for (const { words, signs } of wide) assert.ok(/^医療処置\s*[○△×]/.test(words) && signs, words);
});

const twice = (page) => page.addStyleTag({ content: 'html { font-size: 225% !important } .entry { content-visibility: visible !important }' });

test('numbers to call grow with letters of twice the size', async () => {
  for (const [path, place, clock] of [['facilities/index.html', '.call b', noonOfAFriday], ['facilities/index.html', '.entry .tel', noonOfAFriday], ['facilities/sodegahama-nurse/index.html', '.tel.big', noonOfAFriday],
    ['index.html', '.after-hours .tel', noonOfASaturday], ['index.html', '.urgent-now .urgent-numbers b', noonOfAFriday], ['scenes/urgent/index.html', '.urgent-numbers b', noonOfAFriday]]) {
    const page = await open(path, { clock });
    await twice(page);
    const size = await page.locator(place).first().evaluate((number) => parseFloat(getComputedStyle(number).fontSize));
    assert.ok(size >= 32, `${place}: ${size}`);
    await page.context().close();
  }
});

test('with letters of twice the size nothing of a row lies over its number, and the box to search in shows its example', async () => {
  for (const path of ['taxis/index.html', 'contact-windows/index.html']) {
    const page = await open(path);
    await twice(page);
    const over = await page.locator('.entry:has(.answered):has(.tel)').evaluateAll((rows) => rows.filter((row) => {
      const number = row.querySelector('.tel').getBoundingClientRect(), folded = row.querySelector('.answered > summary').getBoundingClientRect();
      return folded.left < number.right && folded.top < number.bottom && folded.bottom > number.top;
    }).map((row) => row.id));
    assert.deepEqual(over, [], path);
    await page.context().close();
  }
  const page = await open('index.html');
  await twice(page);
  assert.ok((await page.locator('.search input').boundingBox()).width > 240);
  await page.context().close();
});

test('in forced colours the calendar says which day is a deadline', async () => {
  const page = await open('schedule/index.html', { ...desk, forcedColors: 'active' });
  const { color, backgroundColor } = await page.locator('.calendar .deadline').first().evaluate((mark) => { const style = getComputedStyle(mark); return { color: style.color, backgroundColor: style.backgroundColor }; });
  assert.notEqual(color, backgroundColor);
  await page.context().close();
});

test('printed across, the header stands in whole lines and has the number at any hour', async () => {
  for (const clock of [noonOfAFriday, noonOfASaturday]) {
    const page = await open('facilities/index.html', { clock, viewport: { width: 1009, height: 680 } });
    await page.emulateMedia({ media: 'print' });
    const name = await page.locator('.brand b').boundingBox(), number = await page.locator('.call b').boundingBox();
    assert.ok(name.height < 40 && name.width > 150, JSON.stringify(name));
    assert.ok(number.x >= 0 && number.x + number.width < 1009, JSON.stringify(number));
    await page.context().close();
  }
});

test('who prints what was searched for has the results alone on paper', async () => {
  const page = await open('index.html#q=訪問看護', { viewport: { width: 680, height: 960 } });
  await page.waitForSelector('.found-group');
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await page.locator('main > *').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.id)), ['page-found']);
  assert.ok(await page.locator('.found .entry .tel').first().isVisible());
  await page.context().close();
  const home = await open('index.html', { viewport: { width: 680, height: 960 } });
  await home.emulateMedia({ media: 'print' });
  assert.ok(await home.locator('.scenes').isVisible());
  await home.context().close();
});

test('on a desk half of the rows of offices are at most 95 px high, and say what a phone says', async () => {
  const page = await open('facilities/index.html', { ...desk });
  await page.waitForSelector('.entry .today');
  const heights = await page.locator('.entry').evaluateAll((rows) => rows.map((row) => { row.style.contentVisibility = 'visible'; return row.getBoundingClientRect().height; }).sort((a, b) => a - b));
  assert.ok(heights[heights.length >> 1] <= 95 && heights[0] >= 60, `${heights}`);
  assert.equal(await page.locator('.entry:has(.tel):has(.opening) .detail:visible').count(), 0);
  await page.context().close();
});

test('a row says in the same words whether somebody is there: in the whole list, a narrowed one, what was found and what was saved', async () => {
  const nurse = 'facilities/sodegahama-nurse', told = async (path, place, clock, prepare = async () => {}) => {
    const page = await open(path, { clock });
    await prepare(page);
    const row = page.locator(`${place} .entry`, { has: page.locator(`a[href*="${nurse.split('/').pop()}/"]`) }).first();
    await page.addStyleTag({ content: '.entry { content-visibility: visible !important }' });
    await row.waitFor({ state: 'attached' });
    await page.waitForTimeout(500);
    const line = (await row.locator('.details').innerText()).replace(/\s+/g, ' ');
    await page.context().close();
    return line;
  };
  const keep = async (page) => {
    await page.evaluate((id) => tebiki.saved.replace([{ id, name: '', memo: '' }]), nurse);
    await page.reload();
  };
  for (const [clock, words] of [[noonOfAFriday, /いま 17:00まで/], [noonOfASaturday, /^(?!.*(いま|きょう))/], ['2026-10-01T23:00:00Z', /きょう 9:00から/], ['2026-10-02T10:00:00Z', /^(?!.*(いま|きょう))/]]) {
    for (const [path, place, prepare] of [['facilities/index.html', '.whole'], ['facilities/index.html#services=訪問看護', '.narrowed'], ['index.html#q=袖ケ浜訪問看護ステーション', '#page-found'], ['my-list/index.html', '.my-list', keep]]) {
      assert.match(await told(path, place, clock, prepare), words, path);
    }
  }
});

test('on a desk what was asked for stands beside the name in what was found', async () => {
  const page = await open('index.html#q=たんの吸引 訪問看護', desk);
  const row = page.locator('.found .entry:has(.abilities)').first();
  await row.waitFor();
  const [name, marks, number] = await Promise.all(['.name', '.abilities', '.tel'].map((place) => row.locator(place).boundingBox()));
  assert.ok(marks.y < name.y + name.height && marks.x > name.x && number.x > marks.x, JSON.stringify([name, marks, number]));
  await page.context().close();
});

const height = async (page, place) => (await page.locator(place).first().boundingBox()).height;

test('below the home page number and hours take one line of a phone, and what stands above them can be tapped', async () => {
  const page = await open('facilities/index.html');
  assert.ok(await height(page, '.call') <= 56, String(await height(page, '.call')));
  const [number, hours] = await Promise.all(['.call b', '.call .hours'].map((place) => page.locator(place).boundingBox()));
  assert.ok(number.x + number.width <= hours.x && hours.x + hours.width <= 360, JSON.stringify([number, hours]));
  for (const icon of await page.locator('.tools .icon:visible').all()) assert.ok((await icon.boundingBox()).width >= 22);
  await page.context().close();
});

test('the contents of a page leave its first words on the first screen of a phone', async () => {
  const page = await open('progress/plan/index.html', { viewport: { width: 360, height: 640 } });
  assert.ok(await height(page, '.page-toc') <= 110, String(await height(page, '.page-toc')));
  assert.ok((await page.locator('.prose > p').first().boundingBox()).y < 520);
  const links = page.locator('.page-toc a');
  assert.ok(await links.count() >= 5);
  await follow(links.last());
  assert.match(page.url(), /#/);
  await page.context().close();
});

test('on a phone the table of treatments appears when one is chosen; without scripts it is there', async () => {
  const page = await open('medical-care/index.html');
  const visible = () => page.locator('.matrix:visible').count();
  assert.equal(await visible(), 0);
  assert.ok(await page.locator('h2', { hasText: '出典' }).isVisible());
  await page.locator('.questions a').first().click();
  assert.ok(await visible() > 0);
  assert.ok(await page.locator('h2', { hasText: '訪問看護' }).first().isVisible());
  await page.context().close();
  const bare = await open('medical-care/index.html', { javaScriptEnabled: false });
  assert.ok(await bare.locator('.matrix').first().isVisible());
  await bare.context().close();
  const wide = await open('medical-care/index.html', desk);
  assert.ok(await wide.locator('.matrix').first().isVisible());
  await wide.context().close();
});

test('numbers of treatments stand below one another', async () => {
  const page = await open('medical-care/index.html');
  const places = await page.locator('.questions .n .mark.ask').evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
  assert.ok(places.length > 5);
  assert.equal(new Set(places).size, 1, `${places}`);
  await page.context().close();
});

test('two charts stand beside one another on a desk', async () => {
  const page = await open('progress/indicators/index.html', desk);
  const tops = await page.locator('.figures').filter({ has: page.locator('figure + figure') }).first().locator('figure').evaluateAll((all) => all.map((one) => { const { left, bottom } = one.getBoundingClientRect(); return { left, bottom }; }));
  assert.ok(Math.abs(tops[0].bottom - tops[1].bottom) < 2 && tops[1].left > tops[0].left + 200, JSON.stringify(tops));
  await page.context().close();
});

test('the paper of a form is offered before all that is said of it', async () => {
  const page = await open('forms/handover/index.html');
  assert.ok((await page.locator('.form-pdf').first().boundingBox()).y < (await page.locator('.facts').first().boundingBox()).y);
  await page.context().close();
});

test('the page for a wrong address says whom to call in need', async () => {
  const page = await open('404.html');
  assert.deepEqual(await page.locator('.urgent-numbers a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))), ['tel:119', 'tel:%237119']);
  await page.context().close();
});

test('on a desk the number to call stands beside the search of the home page, and says until when somebody is there', async () => {
  const page = await open('index.html', { ...desk });
  const box = page.locator('.hero-call.when-open'), search = await page.locator('.search').boundingBox();
  assert.match(await box.innerText(), /0463-00-0001\s*いま受付中・17:15まで/);
  assert.ok((await box.boundingBox()).x > search.x + search.width - 1);
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(await box.isVisible(), false);
  await page.context().close();
});

test('a table stands clear of the facts above it', async () => {
  const page = await open('facilities/sodegahama-nurse/index.html', desk);
  const facts = await page.locator('.facts').first().boundingBox(), table = await page.locator('.facts ~ .scroll').first().boundingBox();
  assert.ok(table.y - facts.y - facts.height >= 12, String(table.y - facts.y - facts.height));
  await page.context().close();
});

test('the foot of a page takes less than a screen of a phone, with one number, and repeats nothing of the menu but what is urgent', async () => {
  const page = await open('taxis/index.html', { viewport: { width: 360, height: 640 } });
  assert.ok(await height(page, '.site-footer') <= 520, String(await height(page, '.site-footer')));
  assert.equal(await page.locator('.site-footer .tel:visible').count(), 1);
  const links = (selector) => page.locator(selector).evaluateAll((all) => all.map((link) => link.href));
  const menu = await links('.menu-small nav a'), foot = await links('.site-footer nav a');
  assert.deepEqual(foot.filter((link) => menu.includes(link)).map((link) => /scenes\/urgent\//.test(link)), [true]);
  await page.context().close();
});

test('the menu of a phone says what is inside, that of a desk only the names', async () => {
  const page = await open('index.html');
  await page.locator('.menu-small summary').click();
  assert.match(await page.locator('.menu-small nav').innerText(), /もらう・書く\n冊子、書式/);
  assert.equal(await page.locator('.menu-wide small').count(), 0);
  await page.context().close();
});

test('the page for a wrong address has the header of the others, and its style from any folder', async () => {
  const page = await open('404.html');
  assert.ok(await page.locator('.site-header .tools').isVisible());
  const styles = await page.locator('link[rel="stylesheet"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').replace(/assets.*/, '')));
  assert.deepEqual(styles, ['/', '', '../', '../../']);
  await page.context().close();
});

test('on a phone a town of the survey is reached by its name above the answers, also without scripts', async () => {
  const page = await open('progress/survey/q2-2/index.html', { viewport: { width: 360, height: 640 }, javaScriptEnabled: false, reducedMotion: 'reduce' });
  await page.locator('.chooser a', { hasText: '大和市' }).click();
  const { y } = await page.locator('.answers dt', { hasText: '大和市' }).boundingBox();
  assert.ok(y >= 0 && y < 200, String(y));
  assert.equal(await page.locator('.siblings a').count(), 4);
  await page.context().close();
});

test('the words of a cover stand above its waves, as on paper', async () => {
  for (const book of ['survey-report', 'care-guide', 'ending-note']) {
    const page = await open(`${book}/index.html`, desk);
    const motto = await page.locator('.cover-motto').boundingBox(), cover = await page.locator('.cover').boundingBox(), waves = await page.locator('.waves').boundingBox();
    assert.ok(motto.y + motto.height <= waves.y + waves.height * .2, `${book}: ${motto.y + motto.height} ${waves.y}`);
    assert.ok(waves.y > cover.y + cover.height * .3);
    await page.context().close();
  }
});

test('a number among other words is never parted at its hyphens, in any language, with and without scripts', async () => {
  const called = /<a [^>]*"tel:[^]*?<\/a>|<p class="fax">[^]*?<\/p>|<(script|template)[^]*?<\/\1>|<[^>]*>/g;
  const told = pagesOf(sample).filter((path) => /0\d{1,4}-\d{1,4}-\d{3,4}/.test(readFileSync(join(sample, path), 'utf8').split('<main')[1].split('</main>')[0].replace(called, '')))
    .filter((path) => !/^(facilities|taxis|contact-windows)\/./.test(path) || path.endsWith('hospital/index.html'));
  assert.ok(told.length > 5 && told.some((path) => path.startsWith('easy/')), told.join());
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(told[0], { javaScriptEnabled });
    for (const path of told) {
      await page.goto(pathToFileURL(join(sample, path)).href);
      const parted = await page.evaluate(() => {
        const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
        while (all.nextNode()) {
          for (const number of all.currentNode.data.matchAll(/0\d{1,4}-\d{1,4}-\d{3,4}/g)) {
            const range = document.createRange();
            range.setStart(all.currentNode, number.index);
            range.setEnd(all.currentNode, number.index + number[0].length);
            if (new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1) found.push(number[0]);
          }
        }
        return found;
      });
      assert.deepEqual(parted, [], path);
    }
    await page.context().close();
  }
});

test('the menu of a phone goes away by Escape and by a tap beside it', async () => {
  const page = await open('index.html', { viewport: { width: 360, height: 640 } });
  const menu = page.locator('.menu-small'), isOpen = () => menu.evaluate((fold) => fold.open);
  for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(20, 600)]) {
    await menu.locator('summary').click();
    assert.equal(await isOpen(), true);
    await leave();
    assert.equal(await isOpen(), false);
  }
  await menu.locator('summary').press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await isOpen(), true, 'what has the focus is within');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.matches('.menu-small summary')), true);
  await page.context().close();
});
