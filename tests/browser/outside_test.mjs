// Maps that can be moved and films that are played, on a site whose town allows them: nothing of another host before a click, and
// under the policy of the site nothing but what it allows.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { inChromium, require, sample } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';

const field = (label, more = {}) => ({ type: 'string', 'x-label': label, ...more });
const schema = { title: '窓口', properties: { name: field('名称'), tel: field('電話', { format: 'tel' }), place: field('位置', { format: 'coordinates' }) }, required: ['name'] };
const spots = ['35.3300,139.3400', '35.3300,139.3400', '35.3500,139.3800', '35.3200,139.3000'];
const windows = spots.map((place, i) => ({ id: `w${i + 1}`, name: `見本窓口${i + 1}`, tel: `0463-00-010${i + 1}`, place }));
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.svg': 'image/svg+xml' };
const tileHost = 'https://cyberjapandata.gsi.go.jp', player = 'https://www.youtube-nocookie.com';
const tile = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPYDwAA9QD0x9Pq8AAAAABJRU5ErkJggg==', 'base64');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let made, server, origin;
const { newContext, open } = inChromium(() => made.output);

before(async () => {
  made = buildMadeSite({
    'site.json': JSON.stringify({ name: '見本の手引き', outside: { map_tiles: `${tileHost}/xyz/pale/{z}/{x}/{y}.png`, map_attribution: '国土地理院', films: true } }),
    'lists/windows/schema.json': JSON.stringify(schema),
    'lists/windows/windows.json': JSON.stringify(windows),
    'pages/where.md': '---\ntitle: 窓口の地図\n---\n\n```view\nlist: windows\nas: map\n```\n',
  });
  const policy = readFileSync(join(made.output, '_headers'), 'utf8').match(/Content-Security-Policy: (.*)/)[1];
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    try {
      const bytes = readFileSync(join(made.output, path.endsWith('/') ? path + 'index.html' : path));
      response.writeHead(200, { 'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream', 'content-security-policy': policy }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${server.address().port}/`;
});

after(() => {
  server?.close();
  if (made) rmSync(made.folder, { recursive: true, force: true });
});

/** A page from the server, with its policy; what it asks of other hosts is noted and answered, and so is what the policy forbids. */
async function visit(path, options = {}) {
  const context = await newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  Object.assign(page, { asked: [], complaints: [], loaded: [] });
  await context.route((url) => url.hostname !== '127.0.0.1', (route) => {
    page.asked.push(route.request().url());
    return route.fulfill(route.request().url().startsWith(player) ? { contentType: 'text/html', body: '<title>film</title>' } : { contentType: 'image/png', body: tile });
  });
  page.on('request', (request) => page.loaded.push(request.url()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  await page.goto(origin + path);
  return page;
}
const button = (page) => page.getByRole('button', { name: '地図を動かして見る（国土地理院の地図を読み込みます）' });
const pins = (page) => page.locator('.map-pin');

for (const [kind, path] of Object.entries({ list: 'windows/index.html', office: 'windows/w1/index.html', chapter: 'where/index.html' })) {
  test(`the map of a ${kind} asks no other host before it is wanted, and then its tiles of the stated one alone`, async () => {
    const page = await visit(path);
    if (kind === 'list') await page.locator('details.list-map summary').click();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(page.asked, []);
    assert.equal(page.loaded.filter((url) => url.includes('outside/map')).length, 0, 'Leaflet waits, too');
    await button(page).click();
    await pins(page).first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.leaflet-tile-loaded').length > 1);
    assert.ok(page.asked.length > 1);
    for (const url of page.asked) assert.match(url, /^https:\/\/cyberjapandata\.gsi\.go\.jp\/xyz\/pale\/\d+\/\d+\/\d+\.png$/);
    assert.equal(await page.locator('.list-map > figure > svg, figure.list-map > svg, figure:has(.map-moved) > svg').first().isVisible(), false);
    await page.locator('.leaflet-control-zoom-in').click();
    await page.waitForTimeout(400);
    await page.locator('.leaflet-control-zoom-out').click();
    await page.waitForTimeout(400);
    assert.deepEqual(page.complaints, [], 'the policy is kept while pictures come and go');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

test('pins carry the numbers of the list, one for those at the same place, and tell names and telephone numbers', async () => {
  const page = await visit('where/index.html');
  await button(page).click();
  await pins(page).first().waitFor();
  assert.deepEqual(await pins(page).allTextContents(), ['1ほか1', '3', '4']);
  for (const box of await pins(page).evaluateAll((all) => all.map((pin) => pin.getBoundingClientRect().toJSON()))) assert.ok(box.width >= 44 && box.height >= 44);
  await pins(page).first().click();
  const popup = page.locator('.leaflet-popup');
  assert.equal(await popup.locator('li').count(), 2);
  assert.equal(await popup.getByRole('link', { name: '0463-00-0102' }).getAttribute('href'), 'tel:0463000102');
  await popup.getByRole('link', { name: '見本窓口2' }).click();
  await page.waitForURL('**/windows/w2/**');
  assert.match(await page.title(), /見本窓口2/);
});

test('the page of an office says on its map which place is its own', async () => {
  const page = await visit('windows/w3/index.html');
  await button(page).click();
  await page.locator('.map-pin.here').waitFor();
  assert.equal(await page.locator('.map-pin.here').textContent(), 'ここ');
  assert.equal(await page.locator('.map-pin.here').getAttribute('aria-label'), 'ここ 見本窓口3');
});

test('a map can be used by keyboard alone', async () => {
  const page = await visit('where/index.html');
  await button(page).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.classList.contains('map-moved'));
  const region = page.getByRole('region', { name: '動かせる地図' });
  assert.equal(await region.count(), 1);
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement.classList.contains('map-pin'))); ++i) await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '1 見本窓口1、2 見本窓口2');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.textContent === '見本窓口1');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.classList.contains('map-pin'));
  await page.waitForFunction(() => !document.querySelector('.leaflet-popup:not(.leaflet-zoom-hide)') || getComputedStyle(document.querySelector('.leaflet-popup')).opacity < 1);
});

/** What axe finds. */
async function faults(page) {
  await page.evaluate(axe);
  return page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'], iframes: false }).then((found) => found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)));
}

for (const colorScheme of ['light', 'dark']) {
  test(`neither a moved map with its names nor a film has an accessibility violation in ${colorScheme} colours`, async () => {
    const page = await visit('where/index.html', { colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await faults(page), []);
    await button(page).click();
    await pins(page).first().waitFor();
    await pins(page).first().click();
    await page.locator('.leaflet-popup li').first().waitFor();
    await page.waitForTimeout(400);
    assert.deepEqual(await faults(page), []);
    const film = await visit('films/own/index.html', { colorScheme });
    assert.deepEqual(await faults(film), []);
    await film.locator('[data-film]').click();
    assert.deepEqual(await faults(film), []);
  });
}

test('a map says whose it is, leads there, and leaves the wheel to the page', async () => {
  const page = await visit('where/index.html', { viewport: { width: 1280, height: 700 } });
  await button(page).click();
  await pins(page).first().waitFor();
  const source = page.locator('.leaflet-control-attribution a');
  assert.equal(await source.textContent(), '国土地理院');
  assert.equal(await source.getAttribute('href'), 'https://maps.gsi.go.jp/development/ichiran.html');
  const zoom = () => page.locator('.leaflet-tile-loaded').last().getAttribute('src').then((src) => src.match(/pale\/(\d+)/)[1]);
  await page.waitForFunction(() => document.querySelector('.leaflet-tile-loaded'));
  const before = await zoom();
  await page.locator('.map-moved').hover({ position: { x: 300, y: 40 } });
  await page.mouse.wheel(0, -300);
  await page.waitForTimeout(600);
  assert.equal(await zoom(), before);
  await page.locator('.map-moved').click({ position: { x: 300, y: 40 } });
  await page.mouse.wheel(0, -300);
  await page.waitForFunction((was) => [...document.querySelectorAll('.leaflet-tile-loaded')].some((one) => !one.src.includes(`/pale/${was}/`)), before);
  assert.deepEqual(page.complaints, []);
});

test('a map is not nearer than its pictures go', async () => {
  const page = await visit('where/index.html');
  await button(page).click();
  const nearer = page.locator('.leaflet-control-zoom-in');
  for (let i = 0; i < 12 && (await nearer.getAttribute('aria-disabled')) !== 'true'; ++i) {
    await nearer.click();
    await page.waitForTimeout(350);
  }
  assert.equal(Math.max(...page.asked.map((url) => Number(url.match(/pale\/(\d+)/)[1]))), 18);
});

test('pictures of the map that do not come are told', async () => {
  const page = await visit('where/index.html');
  await page.context().unrouteAll();
  await page.context().route((url) => url.hostname !== '127.0.0.1', (route) => route.abort());
  await button(page).click();
  await page.getByText('地図を読み込めませんでした。').waitFor();
  assert.ok((await pins(page).count()) > 1, 'names and numbers are there all the same');
});

for (const id of ['own', 'bare']) {
  test(`the film “${id}” asks no other host before a click, and is played in place of its picture`, async () => {
    const page = await visit(`films/${id}/index.html`);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(page.asked, []);
    const film = page.getByRole('button', { name: '動画をここで見る （YouTubeにつながります）' });
    const place = await film.boundingBox();
    await film.click();
    const frame = page.locator('iframe');
    await frame.waitFor();
    assert.match(await frame.getAttribute('title'), /^動画「.+」$/);
    assert.equal(await frame.getAttribute('src'), `${player}/embed/dQw4w9WgXcQ?autoplay=1`);
    assert.ok(await frame.evaluate((one) => document.activeElement === one));
    const now = await frame.boundingBox();
    assert.ok(Math.abs(now.width - place.width) < 1 && Math.abs(now.height - place.height) < 1, 'nothing moves');
    await frame.contentFrame().locator('title').waitFor({ state: 'attached' });
    assert.deepEqual(page.asked, [`${player}/embed/dQw4w9WgXcQ?autoplay=1`]);
    const elsewhere = page.locator('.film a.film-card');
    assert.ok(await elsewhere.isVisible());
    assert.match(await elsewhere.getAttribute('href'), /^https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ/);
    assert.deepEqual(page.complaints, []);
  });
}

test('without scripts neither a map nor a player is offered, and drawing and link stay', async () => {
  const where = await visit('where/index.html', { javaScriptEnabled: false });
  assert.equal(await where.locator('.map-places').isVisible(), false);
  assert.ok(await where.locator('figure svg').first().isVisible());
  const film = await visit('films/own/index.html', { javaScriptEnabled: false });
  assert.equal(await film.locator('[data-film]').isVisible(), false);
  assert.ok(await film.locator('a.film-card img').isVisible());
});

test('on paper the drawing stands in the place of a map that was moved', async () => {
  const page = await visit('where/index.html');
  await button(page).click();
  await pins(page).first().waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.map-moved').isVisible(), false);
  assert.ok(await page.locator('figure svg.drawing').first().isVisible());
});

test('from the disk a map can be moved, too', async () => {
  const page = await open('where/index.html');
  await page.context().route(/^https:/, (route) => route.fulfill({ contentType: 'image/png', body: tile }));
  await button(page).click();
  await pins(page).first().waitFor();
  assert.ok(await page.locator('.map-moved').isVisible());
});

test('a site whose town allows nothing has neither the buttons nor the files', () => {
  const scripts = readdirSync(join(sample, 'assets'), { recursive: true });
  assert.ok(scripts.length > 5);
  assert.deepEqual(scripts.filter((path) => /outside/.test(path)), []);
  for (const path of ['facilities/index.html', 'facilities/shiosai-nurse/index.html', 'videos/home-nursing/index.html', 'care-guide/home-nursing/index.html'])
    assert.doesNotMatch(readFileSync(join(sample, path), 'utf8'), /map-places|data-film|outside/);
  assert.match(readFileSync(join(sample, '_headers'), 'utf8'), /Policy: default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'\n/);
});
