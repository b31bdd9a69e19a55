// Without a network: what was seen and saved over http is there, in a sub-path; a new edition replaces the old one.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { follow, inChromium, sample } from './chromium.mjs';

const { newContext } = inChromium();
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg' };
const policy = readFileSync(join(sample, '_headers'), 'utf8').match(/Content-Security-Policy: (.*)/)[1];
const nurse = 'facilities/sodegahama-nurse/index.html', hospital = 'facilities/kanamegawa-hospital/index.html';
let folder, server, port, origin, reachable, asked;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tebiki-offline-'));
  cpSync(sample, folder, { recursive: true, filter: (path) => !path.endsWith('.pdf') });
});
after(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  reachable = true;
  asked = [];
  server = createServer(async (request, response) => {
    if (!reachable) return request.socket.destroy();
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    asked.push(path);
    try {
      if (!path.startsWith('/town/care/')) throw new Error('elsewhere');
      const file = path.slice('/town/care/'.length);
      const bytes = await readFile(join(folder, file.endsWith('/') || !file ? file + 'index.html' : file));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/html; charset=utf-8', 'content-security-policy': policy }).end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/html' }).end('elsewhere');
    }
  });
  await new Promise((ready) => server.listen(port ?? 0, '127.0.0.1', ready));
  port = server.address().port;
  origin = `http://127.0.0.1:${port}/town/care/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** A page that a worker keeps. */
async function visit(path, context) {
  context ??= await newContext({ clock: null, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.violations = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && page.violations.push(message.text()));
  await page.goto(origin + path);
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => new Promise((done) => {
    if (registration.active.state === 'activated') done();
    else registration.active.addEventListener('statechange', () => registration.active.state === 'activated' && done());
  })));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  return page;
}
/** Waits for what a promise in the page says. */
async function until(page, look, value) {
  for (let i = 0; i < 200; ++i) {
    if (await page.evaluate(look, value)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(String(look));
}
const kept = (page, path) => until(page, async (address) => Boolean(await caches.match(address)), origin + path.replace(/index\.html$/, ''));

test('whom to call at once is there without a network, though nobody looked before', async () => {
  const page = await visit('videos/index.html');
  reachable = false;
  await page.goto(origin + 'scenes/urgent/index.html');
  assert.ok(await page.locator('a[href="tel:119"]').first().isVisible());
  await page.context().close();
});

test('a list that was the first page of a visit can be narrowed down without a network', async () => {
  const page = await visit('facilities/index.html');
  await page.getByRole('button', { name: 'いま開いている' }).waitFor();
  await kept(page, new URL(await page.locator('script[src*="list-"], script[src*="facilities"]').first().getAttribute('src'), origin + 'facilities/').href.slice(origin.length));
  reachable = false;
  await page.reload();
  await page.locator('.filters input[type=search]').fill('歯科');
  await page.waitForFunction(() => /^[1-9]/.test(document.querySelector('.count b').textContent) && !document.querySelector('.narrowed').hidden);
  await page.context().close();
});

test('pages that were seen are there without a network, those that were not say whom to call', async () => {
  const page = await visit('facilities/index.html');
  await kept(page, 'facilities/index.html');
  await page.goto(origin + nurse);
  await kept(page, nurse);
  reachable = false;
  await page.goto(origin + 'facilities/index.html');
  assert.ok(await page.locator('.whole .entry').count() >= 25);
  await page.goto(origin + nurse + '?from=list');
  assert.match(await page.locator('h1').innerText(), /訪問看護ステーション/);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.tel.big')).fontWeight), '700', 'with its style');

  await page.goto(origin + hospital);
  assert.equal(await page.locator('h1').innerText(), '電波が届いていません');
  const numbers = await page.locator('main a[href^="tel:"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(numbers, ['tel:119', 'tel:%237119', 'tel:0463000001']);
  reachable = true;
  await follow(page.getByRole('link', { name: 'もう一度開く' }));
  assert.match(await page.locator('h1').innerText(), /病院/);
  assert.deepEqual(page.violations, []);
  await page.context().close();
});

test('the pages of saved offices are kept before anybody opens them, and so is the list of them', async () => {
  const page = await visit('facilities/index.html');
  await page.locator('.entry', { has: page.locator('a[href*="kanamegawa-hospital"]') }).locator('.save').click();
  await kept(page, hospital);
  reachable = false;
  await page.goto(origin + 'my-list/index.html');
  await page.waitForSelector('.my-list .entry');
  assert.match(await page.locator('.my-list .entry .tel').getAttribute('href'), /^tel:0463/);
  assert.match(await page.locator('#my-list-link').inputValue(), /^http:\/\/127\.0\.0\.1:\d+\/town\/care\/my-list\/index\.html#facilities\/kanamegawa-hospital$/);
  await follow(page.locator('.my-list .entry .name a'));
  assert.match(await page.locator('h1').innerText(), /病院/);
  await page.goto(origin + 'index.html');
  await page.context().close();
});

test('with a network a page is never older than the site', async () => {
  const page = await visit(nurse);
  const before = readFileSync(join(folder, nurse), 'utf8');
  writeFileSync(join(folder, nurse), before.replaceAll('0463-00-0036', '0463-00-0999'));
  try {
    await page.goto(origin + nurse);
    assert.match(await page.locator('.record .tel.big').innerText(), /0463-00-0999/);
    await kept(page, nurse);
    reachable = false;
    await page.reload();
    assert.match(await page.locator('.record .tel.big').innerText(), /0463-00-0999/, 'the younger one is kept');
  } finally {
    writeFileSync(join(folder, nurse), before);
  }
  await page.context().close();
});

test('a new edition replaces the old one, with the pages that were kept of it', async () => {
  const page = await visit(nurse);
  await page.goto(origin + nurse);
  await kept(page, nurse);
  const first = await page.evaluate(() => caches.keys());
  assert.equal(first.length, 1);
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8'), old = readFileSync(join(folder, nurse), 'utf8');
  writeFileSync(join(folder, 'service-worker.js'), worker.replace(/name: "\w+"/, 'name: "another"'));
  writeFileSync(join(folder, nurse), old.replaceAll('0463-00-0036', '0463-00-0888'));
  try {
    await page.goto(origin + 'index.html');
    await until(page, async () => (await caches.keys()).length === 1 && (await caches.keys())[0].endsWith('another'));
    reachable = false;
    await page.goto(origin + nurse);
    assert.match(await page.locator('.record .tel.big').innerText(), /0463-00-0888/);
  } finally {
    writeFileSync(join(folder, 'service-worker.js'), worker);
    writeFileSync(join(folder, nurse), old);
  }
  await page.context().close();
});

test('the worker minds nothing outside the site’s folder, and no other host is asked', async () => {
  const page = await visit('index.html');
  const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope));
  assert.deepEqual(scopes, [origin]);
  const hosts = new Set();
  page.context().on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(origin + 'index.html');
  assert.deepEqual([...hosts], [`127.0.0.1:${port}`]);
  assert.ok(asked.every((path) => path.startsWith('/town/care/') || path === '/favicon.ico'), asked.join(' '));
  await page.context().close();
});
