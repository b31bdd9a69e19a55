// Pages that their readers print: the address as a QR code, nothing to click, few sheets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium();
const folder = mkdtempSync(join(tmpdir(), 'print-'));
after(() => rmSync(folder, { recursive: true }));
const site = 'https://tebiki.example/';

/** The sheets of a page, as words, and what the code on the first of them says. */
async function printed(page) {
  const pdf = join(folder, 'page.pdf'), picture = join(folder, 'page');
  await page.waitForFunction(() => window.tebiki.drawCode);
  await page.pdf({ path: pdf, format: 'A4' });
  const sheets = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/〜/g, '~').split('\f').slice(0, -1);
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, picture]);
  const code = execFileSync('zbarimg', ['-q', '--raw', `${picture}.png`], { encoding: 'utf8' }).trim();
  return { sheets, code: decodeURIComponent(code.replace(/\+/g, ' ')) };
}
async function printedPage(path, ready) {
  const page = await open(path);
  if (ready) await page.waitForSelector(ready);
  await page.waitForTimeout(300);
  const paper = await printed(page);
  await page.context().close();
  return paper;
}

for (const [path, address] of [['index.html', ''], ['taxis/index.html', 'taxis/'], ['consultation/index.html', 'consultation/'], ['facilities/shiosai-nurse/index.html', 'facilities/shiosai-nurse/'],
  ['scenes/urgent/index.html', 'scenes/urgent/'], ['index.html#q=訪問看護', '#q=訪問看護']]) {
  test(`the address of ${path} is printed, and as a code`, async () => {
    const { sheets, code } = await printedPage(path);
    assert.equal(code, site + address);
    for (const said of [site + address, '令和8年10月2日に印刷', '(見本) 0463-00-0001', '月~金 8:30~17:15']) assert.ok(sheets[0].includes(said), `${said} in ${sheets[0]}`);
  });
}

test('a list that was narrowed down is one sheet with its filter in the address, FAX and addresses, and nothing to click', async () => {
  const { sheets, code } = await printedPage('facilities/index.html#services=訪問看護', '.narrowed:not([hidden]) .entry:nth-child(8)');
  assert.equal(code, `${site}facilities/#services=訪問看護`);
  assert.equal(sheets.length, 1);
  for (const said of ['サービス 訪問看護', '0463-00-0039', 'FAX 0463-00-0139', '神奈川県平塚市', `${site}facilities/#services=訪問看護`]) assert.ok(sheets[0].includes(said), `${said} in ${sheets[0]}`);
  assert.doesNotMatch(sheets[0], /×|すべて外す|リンクを写す|保存|印刷する|ことばでしぼる/);
});

test('the page of an office fits one sheet, ○ before what was not answered', async () => {
  const { sheets } = await printedPage('facilities/shiosai-nurse/index.html');
  assert.equal(sheets.length, 1, sheets.at(-1));
  assert.doesNotMatch(sheets[0], /保存|電話帳|一覧へ戻る|印刷する/);
  assert.ok(sheets[0].lastIndexOf('対応できます') < sheets[0].indexOf('未回答'));
});

test('the last sheet holds something of the page', async () => {
  for (const [path, last] of [['facilities/index.html', '袖ケ浜訪問看護ステーション'], ['taxis/index.html', '0463-00'], ['facilities/kanamegawa-hospital/index.html', '確かめました']]) {
    const { sheets } = await printedPage(path);
    assert.ok(sheets.at(-1).includes(last), `${path}: ${sheets.at(-1)}`);
  }
});

test('the number of FAX and the address of a row are on paper alone', async () => {
  const page = await open('facilities/index.html#services=訪問看護');
  const fax = page.locator('.narrowed .entry .fax').first();
  await fax.waitFor({ state: 'attached' });
  assert.equal(await fax.isVisible(), false);
  assert.equal(await page.locator('.printed').isVisible(), false);
  await page.emulateMedia({ media: 'print' });
  assert.ok(await fax.isVisible());
  await page.context().close();
});
