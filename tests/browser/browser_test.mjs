// The sample site in Chromium: from a server and from the disk, with and without scripts, on a phone and on a desk.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { follow, inChromium, sample } from './chromium.mjs';
import { pagesOfEachKind } from './page_kinds.mjs';


/** One page of each kind. */
const pages = {
  home: 'index.html',
  list: 'facilities/index.html',
  entry: 'taxis/index.html',
  page: 'consultation/index.html',
  scene: 'scenes/daily/index.html',
  publication: 'care-guide/index.html',
  part: 'medical-care-list/index.html',
  schedule: 'schedule/index.html',
  'coming event': 'events/life-talk-2027-01/index.html',
  'past event': 'events/ebina-2025-10-24/index.html',
  flyers: 'flyers/index.html',
  form: 'form-pack/anshin-file/index.html',
  lines: 'ending-note/if-i-cannot/index.html',
  missing: '404.html',
};
const widths = { phone: 360, desk: 1280 };
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.pdf': 'application/pdf' };

const { newContext } = inChromium();
/** As the site tells the servers that read such a file. */
const policy = (await readFile(join(sample, '_headers'), 'utf8')).match(/Content-Security-Policy: (.*)/)[1];

let server, origin;

before(async () => {
  server = createServer(async (request, response) => {
    // Under a sub-path, as on a municipality's host; under /strict/ with the strictest policy there is.
    const asked = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const path = asked.replace(/^\/(care|strict)\//, '/');
    if (asked.startsWith('/strict/')) response.setHeader('content-security-policy', policy);
    try {
      const bytes = await readFile(join(sample, path.endsWith('/') ? path + 'index.html' : path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${server.address().port}/care/`;
  // An entry page is whichever the list names first.
  const entry = await open('facilities/index.html', widths.desk);
  pages.entry = 'facilities/' + (await entry.locator('main h3 a, main h2 a, main .hit a').first().getAttribute('href'));
  await entry.context().close();
});

after(() => server?.close());

async function open(path, width, options = {}) {
  const context = await newContext({ viewport: { width, height: 800 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('requestfailed', (request) => page.complaints.push(`${request.url()} failed`));
  page.on('response', (response) => response.status() >= 400 && page.complaints.push(`${response.url()} ${response.status()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.hostname !== '127.0.0.1') page.complaints.push(`asked ${url.hostname}`);
  });
  await page.goto(path.includes('://') ? path : origin + path);
  return page;
}

for (const [kind, path] of Object.entries(pages)) {
  for (const [device, width] of Object.entries(widths)) {
    test(`a ${kind} page at ${width} px loads all it needs from the site and fits the ${device}`, async () => {
      const page = await open(kind === 'entry' ? pages.entry : path, width);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0, 'the page must not scroll sideways');
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    });
  }
}

test('from the disk, without scripts, a resident comes from home to a telephone number', async () => {
  const page = await open(pathToFileURL(join(sample, 'index.html')).href, widths.phone, { javaScriptEnabled: false });
  await follow(page.locator('main a[href="facilities/index.html"]').first());
  assert.equal(await page.locator('h1').count(), 1);
  const numbers = await page.locator('main a[href^="tel:0463"]').count();
  assert.ok(numbers >= 25, `${numbers} telephone numbers on the list`);
  await follow(page.locator('main a[href$="index.html"]').filter({ hasText: '見本' }).first());
  assert.ok(await page.locator('main a[href^="tel:0463"]').first().isVisible());
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('somebody can be called from the top of every page, and the button is large enough for a thumb', async () => {
  const page = await open('index.html', widths.phone);
  for (const path of Object.values(pages)) {
    await page.goto(origin + path);
    const box = await page.locator('a[href^="tel:"]:visible').first().boundingBox();
    assert.ok(box.height >= 44 && box.y < 300, `${path}: ${JSON.stringify(box)}`);
  }
  await page.context().close();
});

test('the first press of Tab offers to skip to the content', async () => {
  const page = await open('index.html', widths.desk);
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  assert.match(target, /^#/);
  assert.equal(await page.locator(target).evaluate((element) => element.closest('main') !== null || element.tagName === 'MAIN'), true);
  await page.context().close();
});

test('a policy that lets through nothing but files of the site itself is never violated', async () => {
  const context = await newContext({ viewport: { width: widths.desk, height: 800 } });
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  const page = await context.newPage();
  for (const path of pagesOfEachKind(sample)) {
    await page.goto(origin.replace('/care/', '/strict/') + path);
    await page.waitForLoadState('load');
    assert.deepEqual(await page.evaluate(() => window.violations), [], path);
  }
  assert.match(policy, /^default-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|https?:|data:/);
  // The policy is at work: a style of a page's own is refused.
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>'));
  await page.waitForFunction(() => window.violations.length > 0);
  // What scripts do passes too: searching, and narrowing a list down.
  await page.goto(origin.replace('/care/', '/strict/') + 'index.html#q=' + encodeURIComponent('訪問看護'));
  await page.waitForSelector('#page-found .entry');
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await page.goto(origin.replace('/care/', '/strict/') + 'facilities/index.html');
  await page.locator('[data-finder] input[type=search]').fill('訪問看護');
  await page.waitForSelector('.narrowed .entry');
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await context.close();
});
