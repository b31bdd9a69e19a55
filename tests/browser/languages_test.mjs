// Pages in English and plain Japanese: the switch, the words, searching, readings put away; over http in a sub-path and
// from the disk, with the keyboard alone, without scripts, narrow, and for axe.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { follow, inChromium, require, sample } from './chromium.mjs';
import { serve } from './page_kinds.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { open } = inChromium();
const urgent = 'scenes/urgent/index.html';
let server, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tebiki-languages-'));
  cpSync(sample, join(folder, 'town/guide'), { recursive: true });
  server = await serve(folder);
});
after(() => {
  server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

const heading = (page) => page.locator('h1').innerText();
const switchOf = (page) => page.locator('.languages a');

test('the switch leads through the languages of a page and back, from the disk and in a sub-path', async () => {
  for (const start of ['disk', 'http']) {
    const page = await open(urgent);
    if (start === 'http') await page.goto(`${server.origin}town/guide/${urgent}`);
    assert.deepEqual(await switchOf(page).allInnerTexts(), ['日本語', 'やさしい日本語', 'English']);
    assert.equal(await page.locator('.languages [aria-current]').innerText(), '日本語');
    await page.locator('.languages').getByText('English').click();
    await page.waitForURL(/\/en\/scenes\/urgent\//);
    assert.equal(await heading(page), 'In an emergency');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.locator('.languages').getByText('やさしい日本語').click();
    await page.waitForURL(/\/easy\/scenes\/urgent\//);
    assert.equal(await page.getAttribute('html', 'lang'), 'ja');
    await page.locator('.languages').getByText('日本語', { exact: true }).click();
    await page.waitForURL((url) => url.pathname.endsWith(`/${urgent}`) && !/\/(en|easy)\//.test(url.pathname));
    await page.context().close();
  }
});

test('links of the switch say their language, and the keyboard reaches them', async () => {
  const page = await open(urgent);
  assert.deepEqual(await switchOf(page).evaluateAll((links) => links.map((link) => [link.lang, link.hreflang])),
    [['ja', 'ja'], ['ja', 'ja-x-easy'], ['en', 'en']]);
  const english = page.locator('.languages').getByText('English');
  for (let i = 0; i < 40 && !(await english.evaluate((link) => link === document.activeElement)); ++i) await page.keyboard.press('Tab');
  assert.ok(await english.evaluate((link) => link === document.activeElement));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/scenes\/urgent\//);
  for (const link of await switchOf(page).all()) {
    const box = await link.boundingBox();
    assert.ok(box.height >= 44 && box.width >= 24, await link.innerText());
  }
  await page.context().close();
});

test('no page offers a language in which it does not stand', async () => {
  const page = await open('taxis/index.html');
  assert.equal(await switchOf(page).count(), 0);
  await page.context().close();
});

test('without scripts the languages and all readings are there', async () => {
  const page = await open(urgent, { javaScriptEnabled: false });
  await page.locator('.languages').getByText('やさしい日本語').click();
  await page.waitForURL(/\/easy\//);
  assert.ok(await page.locator('rt').first().isVisible());
  assert.equal(await page.locator('[data-furigana]').isVisible(), false);
  await page.context().close();
});

test('readings are put away by the keyboard, on the next page too, until they are wanted again', async () => {
  const page = await open('easy/scenes/urgent/index.html');
  const button = page.locator('[data-furigana]');
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  await button.focus();
  await page.keyboard.press('Space');
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('rt:visible').count(), 0);
  await page.goto(page.url().replace('scenes/urgent', 'consultation'));
  assert.equal(await page.locator('rt:visible').count(), 0);
  await button.click();
  await page.reload();
  assert.ok(await page.locator('rt').first().isVisible());
  await page.context().close();
});

test('readings cannot be put away where there are none', async () => {
  const page = await open('taxis/index.html');
  assert.equal(await page.locator('[data-furigana]').count(), 0);
  await page.context().close();
});

/** The kinds and names that the question brings. */
async function found(page, question) {
  await page.fill('#page-q', question);
  await page.keyboard.press('Enter');
  await page.waitForFunction((words) => document.querySelector('#page-found [role=status]').textContent.includes(words), question);
  return page.locator('#page-found .found-group').evaluateAll((groups) => groups.map((group) =>
    [group.querySelector('h3').textContent, ...Array.from(group.querySelectorAll('.name'), (name) => name.textContent)]));
}

test('a question in English finds the English page from the Japanese home page, marked as English', async () => {
  const page = await open('index.html');
  const [[kind, first]] = await found(page, 'ambulance');
  assert.match(kind, /^English/);
  assert.equal(first, 'In an emergency');
  assert.equal(await page.locator('.found-group .what').first().getAttribute('lang'), 'en');
  await page.locator('.found-group .name a').first().click();
  await page.waitForURL(/\/en\/scenes\/urgent\//);
  await page.context().close();
});

test('a question in Japanese finds what it found without translations', async () => {
  const page = await open('index.html');
  for (const question of ['119', '救急車', '訪問看護', 'houmon kango']) {
    const groups = await found(page, question);
    assert.ok(groups.length && groups.every(([kind]) => !kind.startsWith('English')), question);
  }
  await page.context().close();
});

test('each language has a home page that searches its own pages', async () => {
  const english = await open('en/index.html');
  // Two of the three English pages tell of care managers, as much the one as the other.
  assert.ok((await found(english, 'care manager')).flat().slice(0, 4).includes('How care at home begins'));
  await english.context().close();
  const easy = await open('easy/index.html');
  assert.ok((await found(easy, '救急車')).flat().includes('急に 体の ぐあいが 悪くなったとき'));
  await easy.context().close();
});

test('the numbers for emergencies are shown to who asks for them, not to who finds something to read on their page', async () => {
  const page = await open('en/index.html');
  for (const [question, urgent] of [['ambulance', true], ['home nurse', false]]) {
    assert.ok((await found(page, question)).flat().includes('In an emergency'), question);
    assert.equal(await page.locator('.urgent-now').isVisible(), urgent, question);
  }
  await page.context().close();
});

test('a record in plain Japanese has the record\'s own answers', async () => {
  const page = await open('easy/cases/fever-at-night/index.html');
  assert.match(await heading(page), /夜に 熱が 出ました/);
  assert.match(await page.locator('.after .when').innerText(), /2026年9月15日/);
  await page.locator('.languages').getByText('日本語', { exact: true }).click();
  await page.waitForURL(/cases\/fever-at-night/);
  assert.match(await heading(page), /夜に熱が出た/);
  await page.context().close();
});

test('rows on English pages say in which language their names are', async () => {
  const page = await open('en/scenes/urgent/index.html');
  for (const name of await page.locator('.entry .name, td a[href*="facilities/"]').all()) {
    const japanese = name.locator('[lang=ja]');
    assert.equal((await japanese.allInnerTexts()).join('').trim(), (await name.innerText()).trim());
  }
  assert.ok(await page.locator('.entry .name [lang=ja]').count());
  await page.context().close();
});

test('opening days and hours are told in English', async () => {
  const page = await open('en/consultation/index.html');
  const table = await page.locator('table', { hasText: 'Community care centres' }).innerText();
  assert.match(table, /Mon–(Fri|Sat)/);
  assert.doesNotMatch(table, /[月火水木金土]〜|毎日|24時間/);
  await page.context().close();
});

test('what was saved on a Japanese page is shown and printed in English on the English one', async () => {
  const page = await open('facilities/index.html');
  await page.locator('.entry .save').first().click();
  const name = (await page.locator('.entry:has(.save[aria-pressed=true]) .name').innerText()).trim();
  await page.goto(page.url().replace('facilities/', 'en/my-list/'));
  await page.locator('.my-list .entry').waitFor();
  assert.equal((await page.locator('h1').innerText()).trim(), 'Saved contacts');
  assert.equal((await page.locator('.my-list .entry .name').innerText()).trim(), name);
  assert.equal(await page.locator('.my-list .entry .what').getAttribute('lang'), 'ja');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  assert.match(await page.locator('.sheet').textContent(), /\d{4}/);
  assert.doesNotMatch(await page.locator('.sheet header').textContent(), /[年月日]/);
  await follow(page.locator('.languages').getByText('日本語', { exact: true }));
  await page.locator('.my-list .entry').waitFor();
  assert.equal(await page.getAttribute('html', 'lang'), 'ja');
  await page.context().close();
});

const pages = ['en/index.html', 'en/scenes/urgent/index.html', 'en/consultation/index.html', 'en/my-list/index.html', 'easy/index.html', 'easy/scenes/urgent/index.html',
  'easy/cases/index.html', 'easy/cases/fever-at-night/index.html', urgent, 'index.html'];

test('no page in any language is moved sideways on a narrow telephone', async () => {
  const page = await open('index.html', { viewport: { width: 320, height: 640 } });
  for (const path of pages) {
    await page.goto(`${server.origin}town/guide/${path}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
  }
  await page.context().close();
});

for (const width of [360, 1280]) {
  test(`axe finds nothing in any language in light, dark and forced colours at ${width} px`, async () => {
    const page = await open('index.html', { reducedMotion: 'reduce', viewport: { width, height: 800 } });
    for (const path of pages) {
      await page.goto(`${server.origin}town/guide/${path}`);
      await page.evaluate(axe);
      for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 2)}`), [], `${path} ${Object.values(media)}`);
      }
    }
    await page.context().close();
  });
}
