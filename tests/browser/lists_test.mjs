// Lists of any size: pages that are complete without scripts; with scripts one finder over all of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { follow, inChromium, noonOfAFriday, sample } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';
import { serve } from './page_kinds.mjs';

const source = fileURLToPath(new URL('../..', import.meta.url)), count = 1300;
const heads = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'];
let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tebiki-lists-'));
  const field = (label, more = {}) => ({ type: 'string', 'x-label': label, ...more });
  mkdirSync(join(folder, 'content/lists/offices'), { recursive: true });
  writeFileSync(join(folder, 'content/site.json'), JSON.stringify({ name: '見本', contact: { name: 'センター', tel: '0463-00-0000' } }));
  writeFileSync(join(folder, 'content/lists/offices/schema.json'), JSON.stringify({ title: '事業所', properties: {
    name: field('名称'), kana: field('よみ', { format: 'kana' }), tel: field('電話', { format: 'tel' }), kind: field('種類', { enum: ['医院', '薬局', '訪問看護'], 'x-filter': true }),
    種別: field('種別', { enum: ['常設', '臨時'], 'x-filter': true }), days: field('曜日'), hours: field('時間', { format: 'hours' }),
    suction: field('吸引', { format: 'support' }), gastro: field('胃ろう', { format: 'support' }) }, required: ['name'] }));
  const answers = ['yes', 'ask', 'no', undefined];
  writeFileSync(join(folder, 'content/lists/offices/offices.json'), JSON.stringify(Array.from({ length: count }, (_, i) => ({
    id: `r${i}`, name: `見本${i}号`, kana: `${heads[i % 10]}${'ん'.repeat(i % 3)}`, tel: `0463-00-${String(i).padStart(4, '0')}`, kind: ['医院', '薬局', '訪問看護'][i % 3], 種別: ['常設', '臨時'][i % 5 ? 0 : 1],
    days: i % 2 ? '月〜金' : '毎日', hours: '9:00〜17:00', suction: answers[i % 4], gastro: answers[(i >> 2) % 4] }))));
  execFileSync(process.env.TEBIKI, ['build', '--content', join(folder, 'content'), '--templates', join(source, 'templates'),
    '--assets', join(source, 'assets'), '--output', join(folder, 'output'), '--today', '2026-10-15'], { stdio: ['ignore', 'ignore', 'inherit'] });
});
after(() => rmSync(folder, { recursive: true }));
const large = inChromium(() => join(folder, 'output'));
const { open } = inChromium();
const number = async (page) => parseInt(await page.locator('.count b').innerText(), 10);
const chips = (page) => page.locator('.wanted li:not(:has(.all-off))').allInnerTexts().then((all) => all.map((text) => text.replace(/\s+/g, ' ').replace(/ ?× ?をはずす$/, '').trim()));
const loaded = (page) => page.waitForFunction(() => /\d/.test(document.querySelector('.option .n')?.textContent ?? ''));

test('a list of more than fifty is read from page to page and from row to row without scripts', async () => {
  const page = await large.open('offices/index.html', { javaScriptEnabled: false });
  const seen = new Set();
  for (let pages = 0; ; ++pages) {
    assert.ok(pages < 60);
    const names = await page.locator('.entry .name').allTextContents();
    assert.ok(names.length <= 50);
    names.forEach((name) => seen.add(name));
    const next = page.locator('.list-turn .next');
    if (!(await next.count())) break;
    // Rows above it are laid out when they are seen: the link moves while one scrolls to it.
    await next.focus();
    await Promise.all([page.waitForURL(await next.evaluate((link) => link.href)), page.keyboard.press('Enter')]);
  }
  assert.equal(seen.size, count);
  await follow(page.locator('.jumps a', { hasText: 'た行' }));
  assert.match(await page.locator('.group-title', { hasText: 'た行' }).innerText(), /130件/);
  assert.match(page.url(), /offices\/kana\/ta\/index\.html|offices\/.*#group/);
  await page.context().close();
});

test('what can be chosen is made when it is seen, or when an address recalls a choice', async () => {
  const page = await large.open('offices/index.html');
  await page.waitForFunction(() => document.querySelector('.finder.ready'));
  await page.locator('.facets > summary').click();
  await page.locator('.option').nth(4).waitFor({ state: 'attached' }); // Browsers tell of opening in a task of its own.
  const recalled = await large.open('offices/index.html#kind=' + encodeURIComponent('薬局'));
  await recalled.locator('.narrowed .entry').first().waitFor();
  assert.deepEqual(await chips(recalled), ['種類 薬局']);
  for (const one of [page, recalled]) await one.context().close();
});

test('every row of a page can be saved, those that are not seen at once, too', async () => {
  const page = await large.open('offices/index.html');
  await page.waitForFunction(() => document.querySelectorAll('.whole .entry').length === document.querySelectorAll('.whole .entry .save').length);
  assert.ok(await page.locator('.whole .entry .save').count() > 8);
  await page.context().close();
});

test('every page of a long list is small', async () => {
  for (const path of ['offices/index.html', 'offices/kana/ka/2/index.html']) {
    const bytes = readFileSync(join(folder, 'output', path)).length;
    assert.ok(bytes <= 60000, `${path}: ${bytes}`);
  }
  for (const path of ['facilities/index.html']) assert.ok(readFileSync(join(sample, path)).length <= 60000, path + readFileSync(join(sample, path)).length);
});

test('the finder looks through all pages and draws only what is seen', async () => {
  const page = await large.open('offices/kana/ka/index.html');
  await page.locator('.facets > summary').click();
  await loaded(page);
  await page.locator('.option', { hasText: '薬局' }).click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await number(page), 433);
  await page.waitForTimeout(200);
  assert.equal(await page.locator('.narrowed .entry').count(), 50);
  await page.locator('.narrowed .more button').click();
  await page.waitForTimeout(200);
  assert.equal(await page.locator('.narrowed .entry').count(), 100);
  assert.equal(await page.locator('.whole:visible').count(), 0);
  await page.context().close();
});

test('several abilities must all be there; 要相談 may be left out; who never answered is told and never taken for a no', async () => {
  const page = await large.open('offices/index.html#suction=yes&gastro=yes');
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  const may = (i) => i % 4 < 2, also = (i) => (i >> 2) % 4 < 2, all = Array.from({ length: count }, (_, i) => i);
  assert.equal(await number(page), all.filter((i) => may(i) && also(i)).length);
  const silent = all.filter((i) => (i % 4 === 3 || may(i)) && ((i >> 2) % 4 === 3 || also(i)) && !(may(i) && also(i))).length;
  assert.match(await page.locator('.unanswered summary').innerText(), new RegExp(`ほかに${silent}件.*できないという意味ではありません`));
  assert.match(await page.locator('.narrowed .entry').first().innerText(), /○\s*吸引[^]*○\s*胃ろう/);
  await page.locator('.facets > summary').click();
  await page.locator('[name=with-ask]').uncheck();
  await page.waitForFunction(() => location.hash.includes('with-ask=no'));
  assert.equal(await number(page), all.filter((i) => i % 4 === 0 && (i >> 2) % 4 === 0).length);
  await page.context().close();
});

test('the word box of a list finds what the search of the whole site finds there', async () => {
  const nameOf = (address) => address.replace(/^.*?([\w-]+\/[\w-]+)\/index\.html.*$/, '$1');
  const rows = (page, place) => page.locator(place).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const [list, question] of [['facilities', '日曜'], ['facilities', '訪問看護'], ['facilities', '吸引の訪問看護'], ['facilities', '土曜の夕方 内科'],
    ['taxis', '日曜'], ['taxis', '昇降機'], ['taxis', 'リフト'], ['facilities', 'ほうもんかんご'], ['facilities', '0463-00-0036'], ['facilities', '袖が浜']]) {
    const site = await open('index.html#q=' + encodeURIComponent(question)), own = await open(`${list}/index.html#q=` + encodeURIComponent(question));
    await site.waitForSelector('#page-found .found-group');
    await site.waitForTimeout(500);
    await site.evaluate(() => document.querySelectorAll('#page-found .found-group .more button').forEach((button) => button.click()));
    await own.waitForFunction(() => !document.querySelector('.narrowed').hidden);
    await own.waitForTimeout(200);
    const wanted = (await rows(site, '#page-found .found-group .entry .name a')).map(nameOf).filter((name) => name.startsWith(list)).sort();
    const found = (await rows(own, '.narrowed > .entries > .entry .name a')).map(nameOf).sort();
    assert.ok(wanted.length > 0, question);
    assert.deepEqual(found, wanted, `${question} in ${list}`);
    await site.context().close();
    await own.context().close();
  }
});

test('the address of a page of a list that is there no more leads to the list, and to the row', async () => {
  const site = await serve(sample);
  after(() => site.close());
  const page = await open('index.html');
  for (const [path, goal] of [['kana/ra/7/', ''], ['page/12/index.html', ''], ['kana/sa/2/#facilities/sodegahama-nurse', null]]) {
    await page.goto(`${site.origin}facilities/${path}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.body && !document.body.classList.contains('not-found') && document.querySelector('main'));
    if (goal !== null) assert.equal(page.url(), `${site.origin}facilities/${goal}`);
    else await page.waitForFunction(() => /sodegahama-nurse/.test(location.href) && document.querySelector('.entry, .record'));
  }
  await page.goto(`${site.origin}facilities/nobody/`);
  assert.ok(await page.locator('body.not-found').count(), 'other wrong addresses stay what they are');
  await page.context().close();
});

test('on a phone a row shows the FAX number below the telephone number, and what is folded away beside that', async () => {
  const page = await open('contact-windows/index.html');
  const folded = page.locator('.entry:has(.answered):has(.fax)').first();
  assert.match(await folded.locator('.fax').innerText(), /^FAX 0463-00-\d{4}$/);
  const [tel, fax, summary] = await Promise.all(['.tel', '.fax', 'summary'].map((place) => folded.locator(place).boundingBox()));
  assert.ok(fax.y >= tel.y + tel.height - 1 && summary.x >= tel.x + tel.width && summary.x + summary.width <= 360, JSON.stringify([tel, fax, summary]));
  await page.goto(page.url().replace('contact-windows', 'facilities'));
  await page.goto(page.url().replace(/#.*/, '') + '#q=' + encodeURIComponent('海岸 FAX'));
  await page.reload();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.match(await page.locator('.narrowed .entry .fax').first().innerText(), /^FAX 0463-00-\d{4}$/);
  await page.context().close();
});

test('日曜 as a word and as a choice are one', async () => {
  for (const list of ['facilities', 'taxis']) {
    const word = await open(`${list}/index.html#q=日曜`), choice = await open(`${list}/index.html#open=sunday`);
    for (const page of [word, choice]) await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
    assert.equal(await number(word), await number(choice), list);
    await word.context().close();
    await choice.context().close();
  }
});

test('a choice of a field with a Japanese key stays through reload, Back and a copied link', async () => {
  const page = await large.open('offices/index.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  const told = (where) => where.waitForFunction(() => document.querySelector('.count b')?.textContent === '260件');
  await page.locator('.facets > summary').click();
  await page.locator('.option', { hasText: '臨時' }).click();
  await told(page);
  await page.reload();
  await told(page);
  assert.deepEqual(await chips(page), ['種別 臨時']);
  await page.locator('.narrowed .entry a').first().click();
  await page.waitForURL(/offices\/r\d+\//);
  await page.goBack();
  await told(page);
  await page.locator('.copy').click();
  await page.waitForFunction(() => document.querySelector('.copy').textContent === '写しました');
  const other = await page.context().newPage();
  await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await told(other);
  assert.equal(await other.evaluate(() => decodeURIComponent(location.hash)), '#種別=臨時', 'also what the printed code leads to');
  await other.locator('.wanted button').first().click();
  await other.waitForFunction(() => !location.hash);
  await page.context().close();
});

test('rows that cannot be read are told of, nothing claims to be chosen, and the next choice tries again', async () => {
  const site = await serve(join(folder, 'output')), lost = /list\.rows/, wrong = [];
  after(() => site.close());
  const page = await large.open('offices/index.html', { serviceWorkers: 'block' });
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.route(lost, (route) => route.abort());
  await page.goto(`${site.origin}offices/index.html`);
  const told = () => page.waitForFunction(() => /読めませんでした/.test(document.querySelector('.count b').textContent));
  const wholeIsThere = async () => {
    assert.deepEqual(await chips(page), []);
    assert.ok(await page.locator('.whole .entry').first().isVisible() && await page.locator('.narrowed').isHidden());
    assert.equal(await page.locator('.option [data-choice]:checked, .quick [aria-pressed=true], button[type=reset]:visible').count(), 0);
  };
  const drugstores = page.locator('.option', { hasText: '薬局' });
  await page.locator('.facets > summary').click();
  for (let i = 0; i < 2; ++i) {
    await drugstores.click();
    await told();
    await wholeIsThere();
    assert.equal(new URL(page.url()).hash, '');
  }
  await page.unroute(lost);
  await drugstores.click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await number(page), 433);
  assert.deepEqual(await chips(page), ['種類 薬局']);
  await page.route(lost, (route) => route.abort());
  await page.reload();
  await told();
  await wholeIsThere();
  await page.unroute(lost);
  await page.reload();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await number(page), 433, 'the address still says what was chosen');
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test('each chip has its full name and comes off singly', async () => {
  const page = await open('facilities/index.html#services=訪問看護&tube_feeding=yes&q=見本');
  await page.waitForFunction(() => document.querySelectorAll('.wanted button').length === 4);
  assert.deepEqual(await chips(page), ['サービス 訪問看護', '医療処置 胃ろう・経管栄養', '「見本」']);
  const before = await number(page);
  await page.locator('.wanted button', { hasText: '胃ろう' }).click();
  assert.deepEqual(await chips(page), ['サービス 訪問看護', '「見本」']);
  assert.ok((await number(page)) >= before);
  assert.ok(!decodeURIComponent(new URL(page.url()).hash).includes('tube_feeding'));
  await page.locator('.wanted .all-off').click();
  await page.waitForFunction(() => document.querySelector('.wanted').hidden);
  assert.ok(await page.locator('.whole .entry').first().isVisible());
  await page.context().close();
});

test('choices say how many they would leave, and those that leave nobody are dashed', async () => {
  const page = await open('facilities/index.html#services=訪問看護');
  await page.locator('.facets > summary').click();
  await loaded(page);
  const empty = page.locator('.option.empty').first();
  assert.match(await empty.innerText(), /0$/);
  assert.equal(await empty.evaluate((option) => getComputedStyle(option).borderTopStyle), 'dashed');
  // One of each filter; which choices leave nobody changes while they are tried.
  const all = await page.locator('.options .option:has([data-choice]:not([name=services], :checked)):not(.empty):visible input').evaluateAll((boxes) => boxes.map((box) => ({ name: box.name, choice: box.dataset.choice })));
  const tried = all.filter((one, i) => all.findIndex((other) => other.name === one.name) === i).slice(0, 4);
  for (const { choice } of tried) {
    const option = page.locator(`.option:has([data-choice="${choice}"])`), left = parseInt(await option.locator('.n').innerText(), 10);
    await option.click();
    await page.waitForTimeout(100);
    assert.equal(await number(page), left, choice);
    await option.click();
    await page.waitForTimeout(100);
  }
  assert.equal(tried.length, 4);
  await page.context().close();
});

test('where nobody fits, it says what may be taken off and how many that leaves', async () => {
  const page = await open('facilities/index.html#services=薬局&ventilator=yes');
  await page.waitForFunction(() => !document.querySelector('.none').hidden);
  const way = page.locator('.none .ways button').first();
  const left = parseInt((await way.innerText()).match(/（(\d+)件）/)[1], 10);
  assert.ok(left > 0);
  await way.click();
  await page.waitForFunction(() => document.querySelector('.none').hidden);
  assert.equal(await number(page), left);
  await page.context().close();
});

test('days, evenings and who is open now narrow a list down by the clock of Japan', async () => {
  const page = await open('facilities/index.html', { timezoneId: 'America/New_York' });
  await page.locator('.facets > summary').click();
  await loaded(page);
  const counts = {};
  for (const option of await page.locator('.option:has([name=open])').all()) {
    counts[await option.locator('input').inputValue()] = parseInt(await option.locator('.n').innerText(), 10);
  }
  const offices = JSON.parse(readFileSync(join(source, 'content/lists/facilities/facilities.json'), 'utf8'));
  const ids = (fits) => offices.filter(fits).map((office) => office.id).sort(), week = '月火水木金土日';
  const worksOn = (day) => ({ days }) => days === '毎日' || days.replace(/(.)〜(.)/g, (_, from, to) => week.slice(week.indexOf(from), week.indexOf(to) + 1)).includes(day);
  const spans = ({ hours }) => (hours === '24時間' ? '0:00〜24:00' : hours).split('、').map((span) => span.split('〜').map((time) => time.split(':').reduce((hour, minute) => hour * 60 + Number(minute), 0)));
  const closes = (office) => Math.max(...spans(office).map(([, to]) => to));
  // 12:40 on a Friday in Japan.
  const fitting = { now: (office) => worksOn('金')(office) && spans(office).some(([from, to]) => from <= 760 && 760 < to), saturday: worksOn('土'), sunday: worksOn('日'),
    evening: (office) => closes(office) > 1020, night: (office) => closes(office) > 1140 };
  assert.deepEqual(counts, Object.fromEntries(Object.entries(fitting).map(([time, fits]) => [time, ids(fits).length])));
  await page.locator('.option', { hasText: '日曜' }).click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await number(page), counts.sunday);
  await page.waitForTimeout(200);
  assert.deepEqual((await page.locator('.narrowed > .entries .name a').evaluateAll((links) => links.map((link) => link.href.split('/').at(-2)))).sort(), ids(fitting.sunday));
  for (const row of await page.locator('.narrowed .entry .details').allTextContents()) assert.ok(!/きょうは休み/.test(row), row);
  await page.context().close();
});

test('what was chosen is restored by Back, by the way back from an entry and by a copied link', async () => {
  const page = await open('facilities/index.html', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('.facets > summary').click();
  await page.locator('.option', { hasText: '訪問看護' }).first().click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  const found = await number(page);
  await page.locator('.see').click();
  await follow(page.locator('.narrowed .entry a').first());
  await page.goBack();
  await page.waitForFunction((left) => document.querySelector('.count b')?.textContent === `${left}件`, found);
  await follow(page.locator('.narrowed .entry a').first());
  await follow(page.locator('[data-back]'));
  await page.waitForFunction((left) => document.querySelector('.count b')?.textContent === `${left}件`, found);
  await page.locator('.copy').click();
  await page.waitForFunction(() => document.querySelector('.copy').textContent === '写しました');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await page.context().newPage();
  await other.goto(link);
  await other.waitForFunction((left) => document.querySelector('.count b')?.textContent === `${left}件`, found);
  await page.context().close();
});

test('what is wished most of cars stands above the list, narrows it down with one tap and is told in words in each row', async () => {
  const page = await open('taxis/index.html');
  const quick = page.locator('.quick button');
  await page.waitForFunction(() => /\d/.test(document.querySelector('.quick .n')?.textContent ?? ''));
  const lying = quick.filter({ hasText: '寝たまま' }), left = parseInt(await lying.locator('.n').innerText(), 10);
  assert.match(await page.locator('.whole .entry .can-do').first().innerText(), /寝たまま|昇降機|階段/);
  await lying.click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await number(page), left);
  assert.equal(await lying.getAttribute('aria-pressed'), 'true');
  for (const row of await page.locator('.narrowed .entry .abilities').all()) assert.match(await row.innerText(), /寝たまま/);
  await quick.filter({ hasText: '日曜' }).click();
  await page.waitForFunction((before) => parseInt(document.querySelector('.count b').textContent, 10) < before, left);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.quick [aria-pressed=true]').length === 2);
  for (let left = 2; left > 0; --left) await page.locator('.quick [aria-pressed=true]').first().click();
  await page.waitForFunction(() => document.querySelector('.narrowed').hidden);
  await page.context().close();
});

test('who is there now is one tap away on a phone; on a desk it stands in the form alone', async () => {
  const page = await open('facilities/index.html', { viewport: { width: 360, height: 640 } });
  const now = page.getByRole('button', { name: 'いま開いている' });
  await now.waitFor();
  assert.ok((await now.boundingBox()).y < 400);
  await now.click();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  assert.equal(await now.getAttribute('aria-pressed'), 'true');
  assert.match(page.url(), /#open=now$/);
  assert.equal(await page.locator('.wanted button:visible').count(), 0);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await now.isVisible(), false);
  await page.reload();
  await page.locator('.wanted button', { hasText: 'いま開いている' }).click();
  await page.waitForFunction(() => document.querySelector('.narrowed').hidden);
  await page.context().close();
});

test('events are not asked whether they are open now', async () => {
  const page = await open('events/index.html', { viewport: { width: 360, height: 640 } });
  await page.locator('.facets > summary').click();
  await page.locator('.facets fieldset').first().waitFor();
  assert.equal(await page.locator('.quick button, .facets input[name=open]').count(), 0);
  await page.context().close();
});

test('on a desk cars stand side by side with what they have and what they cost; narrowed down they are rows', async () => {
  const page = await open('taxis/index.html', { viewport: { width: 1280, height: 800 } });
  const table = page.locator('.compared table');
  assert.ok(await table.isVisible());
  assert.equal(await page.locator('.whole .entry:visible').count(), 0);
  assert.deepEqual(await table.locator('.groups th').allInnerTexts(), ['車と設備', '介助の範囲', '料金']);
  assert.equal(await table.locator('tbody tr:not(.group)').count(), await number(page));
  assert.ok(await table.evaluate((one) => one.scrollWidth <= one.parentElement.clientWidth + 1));
  await page.locator('.quick button').first().click();
  await page.locator('.narrowed .entry').first().waitFor();
  assert.equal(await table.isVisible(), false);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator('.quick button').first().click();
  await page.locator('.whole .entry').first().waitFor();
  assert.equal(await table.isVisible(), false);
  await page.context().close();
});

test('on a desk services, treatments and towns begin on the first screen, and nothing in the form is scrolled by itself', async () => {
  const page = await open('facilities/index.html', { viewport: { width: 1280, height: 800 } });
  await loaded(page);
  const legends = await page.locator('.fields legend').evaluateAll((all) => all.map((legend) => [legend.textContent, legend.getBoundingClientRect().bottom]));
  assert.deepEqual(legends.slice(0, 3).map(([text]) => text), ['サービス', '医療処置', '地区']);
  assert.ok(legends[2][1] < 800, JSON.stringify(legends));
  assert.equal(await page.locator('.filters').evaluate((form) => form.scrollHeight <= form.clientHeight + 1), true);
  await page.context().close();
});

test('the way back from an entry leads to its row on whichever page it stands', async () => {
  const page = await large.open('offices/r7/index.html', { javaScriptEnabled: false });
  await follow(page.locator('[data-back]'));
  assert.match(page.url(), /offices\/kana\/.*#offices\/r7$/);
  assert.ok(await page.locator('[id="offices/r7"]').isVisible());
  await page.context().close();
});

test('a link of before to a row leads to the record wherever it stands now', async () => {
  const page = await large.open('offices/index.html#offices/r7');
  await page.waitForURL(/offices\/r7\/index\.html$/);
  await page.context().close();
});

test('on a phone services come first and whole groups are seen; on a desk six choices, what is chosen, and the rest when asked for', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.facets > summary').click();
  assert.equal(await page.locator('.fields legend').first().innerText(), 'サービス');
  const services = page.locator('fieldset', { has: page.locator('legend', { hasText: /^サービス$/ }) }), visible = services.locator('.option:visible');
  const all = await services.locator('.option').count(), more = services.locator('.more-choices');
  assert.equal(await visible.count(), all);
  assert.equal(await more.isVisible(), false);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await visible.count(), 6);
  assert.equal(await more.innerText(), `ほか${all - 6}種類`);
  await more.focus();
  await page.keyboard.press('Enter');
  assert.equal(await visible.count(), all);
  assert.equal(await services.locator('input').nth(6).evaluate((box) => box === document.activeElement), true);
  await page.keyboard.press('Space');
  const chosen = await services.locator('input').nth(6).inputValue();
  await page.waitForFunction(() => location.hash.length > 1);
  await page.reload();
  await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  // Those of three lines, and what is chosen.
  const shown = await visible.count();
  assert.ok(shown > 5 && shown < 11, `${shown}`);
  assert.equal(await services.locator('.option:visible input').last().inputValue(), chosen);
  assert.equal(await more.innerText(), `ほか${all - shown}種類`);
  await page.context().close();
});

test('who finds nothing is told which wish to drop, in single brackets', async () => {
  const page = await open('taxis/index.html#q=' + encodeURIComponent('ぽぺ'));
  await page.waitForFunction(() => !document.querySelector('.none').hidden);
  assert.match(await page.locator('.none .ways button').first().innerText(), /^「ぽぺ」をはずす（\d+件）$/);
  await page.context().close();
});

test('on a desk the numbers of all rows stand below each other, and the FAX numbers, in the whole list and a narrowed one', async () => {
  for (const path of ['contact-windows/index.html', 'facilities/index.html', 'facilities/index.html#services=診療所', 'facilities/index.html#suction=yes&home_oxygen=yes']) for (const clock of [noonOfAFriday, '2026-11-23T03:40:00Z']) {
    const page = await open(path, { clock, viewport: { width: 1280, height: 800 } }), rows = page.locator(`${path.includes('#') ? '.narrowed' : '.whole'} .entry:has(a.tel)`);
    await rows.first().waitFor();
    await page.addStyleTag({ content: '.entry { content-visibility: visible !important }' });
    const places = await rows.evaluateAll((all) => all.map((row) => {
      const words = (part) => { const range = document.createRange(); if (part) range.selectNodeContents(part); return part ? range.getBoundingClientRect() : null; };
      const tel = words(row.querySelector('.tel')), fax = words(row.querySelector('.fax'));
      return { height: row.offsetHeight, tel: tel.left, end: fax && fax.left, gap: fax && fax.width ? tel.left - fax.right : 20 };
    }));
    assert.equal(new Set(places.map((row) => row.tel.toFixed(1))).size, 1, `${path}: ${JSON.stringify(places)}`);
    assert.ok(new Set(places.filter((row) => row.end).map((row) => row.end.toFixed(1))).size === 1, `${path}: ${JSON.stringify([...new Set(places.map((row) => row.end))])}`);
    for (const row of places) assert.ok(row.gap > 8 && row.height <= 143, `${path} ${clock}: ${JSON.stringify(row)}`);
    await page.context().close();
  }
});

test('rows say until when they are open today, whatever stands in the address and whoever touches the box first', async () => {
  const said = async (begin) => {
    const page = await open('taxis/index.html', { viewport: { width: 360, height: 640 } });
    await begin(page);
    await page.waitForSelector('.whole .entry .today', { state: 'attached' });
    const all = await page.locator('.whole .entry .today').count();
    await page.context().close();
    return all;
  };
  const plain = await said((page) => page.locator('.facets > summary').click());
  assert.ok(plain > 5, `${plain}`);
  assert.equal(await said((page) => page.locator('.filters input[type=search]').click()), plain);
  assert.equal(await said(async (page) => {
    await page.evaluate(() => { location.hash = 'q=' + encodeURIComponent('平塚'); });
    await page.waitForFunction(() => !document.querySelector('.narrowed').hidden);
  }), plain);
});

test('an office whose hours nobody can read is not told to be closed', async () => {
  const field = (label, more = {}) => ({ type: 'string', 'x-label': label, ...more });
  const schema = { title: '店', properties: { name: field('名称'), tel: field('電話', { format: 'tel' }), days: field('曜日', { 'x-role': 'days' }), hours: field('時間', { format: 'hours' }) }, required: ['name'] };
  const shops = [['', 'unsaid'], ['9:00〜', 'from'], ['〜17:00', 'until'], ['要相談', 'ask'], ['9:00〜17:00', 'known'], ['9:00〜10:00', 'over']]
    .map(([hours, id]) => ({ id, name: id, tel: '0463-00-0001 内線2345', days: '月〜金', ...(hours && { hours }) }));
  const made = buildMadeSite({ 'lists/shops/schema.json': JSON.stringify(schema), 'lists/shops/shops.json': JSON.stringify(shops) });
  try {
    const site = await serve(made.output), page = await open('index.html', { clock: '2026-11-25T03:00:00Z', serviceWorkers: 'block', viewport: { width: 320, height: 640 } });
    after(() => site.close());
    await page.goto(`${site.origin}shops/index.html`);
    await page.locator('.facets > summary').click();
    await page.waitForSelector('#shops\\/known .today');
    const said = await page.locator('.whole .entry').evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.querySelector('.name').textContent.trim(), row.querySelector('.today')?.textContent ?? ''])));
    assert.deepEqual(said, { unsaid: '', from: '', until: '', ask: '', known: 'いま 17:00まで', over: 'きょうは終了' });
    // An extension moves nothing out of a small screen.
    await page.goto(`${site.origin}shops/known/index.html`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    const lines = await page.locator('.record-reach .tel.big').first().evaluate((number) => { const range = document.createRange(); range.selectNodeContents(number); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; });
    assert.ok(lines >= 2, `${lines}`);
    await page.context().close();
  } finally {
    rmSync(made.folder, { recursive: true });
  }
});

test('what has the focus stays in sight however fast the keyboard goes on, though rows are laid out only near the screen', async () => {
  for (const path of ['plan-items/index.html', 'videos/index.html', 'forms/index.html']) {
    const page = await open(path, { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' });
    for (let tab = 0; tab < 32; ++tab) {
      await page.keyboard.press('Tab');
      const isSeen = () => page.evaluate(() => {
        const has = document.activeElement, box = has.getClientRects()[0];
        // To ask what is there makes the browser lay out what it had put off.
        document.elementFromPoint(box.left, Math.min(Math.max(box.top, 0), innerHeight - 1));
        const now = has.getClientRects()[0];
        return now.bottom > 0 && now.top < innerHeight;
      });
      let seen = await isSeen();
      for (let frame = 0; !seen && frame < 20; ++frame) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
        seen = await isSeen();
      }
      assert.ok(seen, `${path}: ${tab}`);
    }
    await page.context().close();
  }
});
