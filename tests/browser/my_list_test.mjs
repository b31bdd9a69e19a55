// The offices that a reader saves: in lists and on their pages, the page of them, on paper, as a link, for the address book.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, test } from 'node:test';
import { follow, inChromium, require, sample } from './chromium.mjs';
import { buildMadeSite } from './made_site.mjs';

const { open } = inChromium();
const folder = mkdtempSync(join(tmpdir(), 'tebiki-list-'));
after(() => rmSync(folder, { recursive: true }));
const address = (path) => { const [file, ...state] = path.split('#'); return [pathToFileURL(join(sample, file)).href, ...state].join('#'); };
const list = 'my-list/index.html';
const nurse = 'facilities/sodegahama-nurse', hospital = 'facilities/kanamegawa-hospital';
const nurseName = '見本 袖ケ浜訪問看護ステーション';

/** A page of the list, these offices saved before. */
async function openSaved(offices, options) {
  const page = await open(list, options);
  await page.evaluate((saved) => window.tebiki.saved.replace(saved), offices.map((office) => ({ memo: '', name: '', ...office })));
  await page.reload();
  if (offices.length) await page.waitForSelector('.my-list .entry');
  return page;
}
const names = (page) => page.locator('.my-list .entry .name').allInnerTexts();
const plain = (texts) => texts.map((text) => text.replace(/\s/g, ''));

/** What python3-vobject reads of the file: a list of { name: [values] } for each card. */
function readCards(text) {
  const file = join(folder, 'cards.vcf');
  writeFileSync(file, text);
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', `
import json, sys, vobject
def value(line):
    v = line.value
    return v if isinstance(v, str) else v.street if hasattr(v, "street") else v.family if hasattr(v, "family") else ";".join(v)
print(json.dumps([{name: [value(line) for line in lines] for name, lines in card.contents.items()}
    for card in vobject.readComponents(open(sys.argv[1], encoding="utf-8", newline="").read())]))`, file], { encoding: 'utf8' }));
}
async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(button).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('an office is saved in its row and on its page, and every page says how many there are', async () => {
  const page = await open('facilities/index.html');
  const row = page.locator('.entry', { has: page.locator(`a[href*="sodegahama-nurse"]`) });
  const button = row.getByRole('button', { name: /^保存/ });
  assert.match(await button.textContent(), /^保存/);
  assert.match(plain([await button.evaluate((one) => one.textContent)])[0], /保存済?見本袖ケ浜訪問看護ステーション/);
  const box = await button.boundingBox();
  assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('.saved-tool .badge').isVisible(), false);
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('.saved-tool .badge').innerText(), '1\n件');
  await page.goto(address(`${nurse}/index.html`));
  const own = page.locator('.record-reach .save');
  assert.equal(await own.getAttribute('aria-pressed'), 'true');
  await own.click();
  assert.equal(await own.getAttribute('aria-pressed'), 'false');
  assert.equal(await page.locator('.saved-tool .badge').isVisible(), false);
  await page.context().close();
});

test('near offices on the page of another are saved as themselves', async () => {
  const page = await open(`${nurse}/index.html`);
  const row = page.locator('.record-body .entry').first(), path = await row.locator('.name a').getAttribute('href');
  await row.locator('.save').click();
  assert.deepEqual(await page.evaluate(() => window.tebiki.saved.all().map((office) => office.id)), [path.replace(/^.*?(facilities\/[^/]+)\/.*$/, '$1')]);
  assert.equal(await page.locator('.record-reach .save').getAttribute('aria-pressed'), 'false');
  await page.context().close();
});

test('rows of what was found can be saved, and pages that are no office cannot', async () => {
  const page = await open('index.html#q=' + encodeURIComponent('訪問看護'));
  await page.waitForSelector('#page-found .entry .tel');
  for (const row of await page.locator('#page-found .entry').all()) {
    assert.equal(await row.locator('.save').count(), await row.locator('a.tel').count());
  }
  await page.locator('#page-found .save').first().click();
  const name = await page.locator('#page-found .entry .name').first().innerText();
  await page.goto(address(list));
  await page.waitForSelector('.my-list .entry');
  assert.deepEqual(plain(await names(page)), plain([name]));
  await page.goto(address('events/life-talk-2027-01/index.html'));
  assert.equal(await page.locator('.save').count(), 0);
  await page.context().close();
});

test('without scripts nothing offers to save, and the page of the list says where else to look', async () => {
  for (const path of ['facilities/index.html', `${nurse}/index.html`, list]) {
    const page = await open(path, { javaScriptEnabled: false });
    assert.equal(await page.locator('.save:visible, .saved-tool:visible, [data-vcard]:visible, .take:visible').count(), 0, path);
    if (path === list) assert.match(await page.locator('main').innerText(), /一覧のページから紙に印刷/);
    await page.context().close();
  }
});

test('the list says name, kind, the town where it stands, hours and number of each office, and keeps a memo', async () => {
  const page = await openSaved([{ id: nurse }, { id: hospital }]);
  assert.equal(plain(await names(page))[0], plain([nurseName])[0]);
  const row = page.locator('.my-list .entry').first();
  assert.match(await row.locator('.details').innerText(), /訪問看護\s*袖ケ浜.*月〜金 9:00〜17:00/s);
  assert.equal(await row.locator('a.tel').getAttribute('href'), 'tel:0463000036');
  assert.equal(await page.locator('.my-list .count').innerText(), '2件');
  await row.getByRole('textbox', { name: /^メモ/ }).fill('火曜と金曜');
  await page.reload();
  await page.waitForSelector('.my-list .entry');
  assert.equal(await page.locator('.memo input').first().inputValue(), '火曜と金曜');
  await follow(row.locator('.name a'));
  assert.equal(plain([await page.locator('h1').innerText()])[0], plain([nurseName])[0]);
  await page.context().close();
});

test('with the keyboard alone an office is moved down, taken off and brought back', async () => {
  const page = await openSaved([{ id: nurse, memo: '火曜' }, { id: hospital }]);
  const [first, second] = await names(page);
  await page.locator('.entry').first().locator('[data-down]').focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), [second, first]);
  assert.match(await page.getByRole('status').first().innerText(), /2番目/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('.entry:nth-child(2) .move')), 'the focus stays in the row');
  await page.locator('.entry').nth(1).locator('.save').focus();
  await page.keyboard.press('Space');
  assert.deepEqual(await names(page), [second]);
  assert.match(await page.getByRole('status').first().innerText(), /をはずしました/);
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-undo]')));
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), [second, first]);
  assert.equal(await page.locator('.memo input').nth(1).inputValue(), '火曜');
  await page.context().close();
});

test('an office passes the next one that is seen, though one that is gone stands between them', async () => {
  const page = await openSaved([{ id: nurse }, { id: 'facilities/gone', name: '閉じた事業所' }, { id: hospital }]);
  const [first, second] = await names(page);
  await page.locator('.entry').first().locator('[data-down]').click();
  assert.deepEqual(await names(page), [second, first]);
  assert.deepEqual(await page.evaluate(() => window.tebiki.saved.all().map((office) => office.id)), [hospital, 'facilities/gone', nurse]);
  assert.equal(await page.locator('.unknown li').innerText(), '閉じた事業所');
  await page.context().close();
});

test('all can be taken off at once, and brought back', async () => {
  const page = await openSaved([{ id: nurse, memo: '火曜' }, { id: hospital }]);
  const before = await names(page);
  await page.getByRole('button', { name: '全部はずす' }).click();
  assert.equal(await page.locator('.my-list .entry').count(), 0);
  assert.match(await page.locator('.empty').innerText(), /まだ何も保存していません/);
  await page.keyboard.press('Enter');
  assert.deepEqual(await names(page), before);
  await page.context().close();
});

test('a list that was changed in another window changes here, too', async () => {
  const page = await openSaved([{ id: nurse }]);
  const other = await page.context().newPage();
  await other.goto(address(`${hospital}/index.html`));
  await other.locator('.record-reach .save').click();
  await page.waitForFunction(() => document.querySelectorAll('.my-list .entry').length === 2);
  await page.context().close();
});

test('where nothing can be stored it is said, and saving lasts as long as the page', async () => {
  const page = await open('facilities/index.html');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.reload();
  const button = page.locator('.entry .save').first();
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.match(await page.locator('.entry .not-kept').innerText(), /ページを閉じると、保存したものは消えます/);
  await page.goto(address(list));
  assert.match(await page.locator('.my-list > .needs-script > .not-kept').innerText(), /残せない設定/);
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test('one more than can be saved is told of, in a row and of a list that was received', async () => {
  const full = Array.from({ length: 499 }, (_, i) => ({ id: `facilities/none${i}`, name: `見本${i}`, memo: '' }));
  const page = await open('facilities/index.html');
  await page.evaluate((offices) => window.tebiki.saved.replace(offices), full);
  const buttons = page.locator('.entry .save'), saved = () => page.evaluate(() => window.tebiki.saved.all().length);
  await buttons.nth(0).click();
  assert.equal(await page.locator('.saved-full').count(), 0);
  await buttons.nth(1).click();
  assert.equal(await page.locator('.entry', { has: page.locator('.saved-full') }).locator('.save').getAttribute('aria-pressed'), 'false');
  assert.match(await page.locator('.saved-full').innerText(), /^保存できるのは500件までです。/);
  assert.equal(await saved(), 500);
  await buttons.nth(0).click();
  assert.equal(await page.locator('.saved-full').count(), 0, 'there is room again');
  assert.equal(await saved(), 499);
  await page.goto(address(`${list}#${nurse},${hospital}`));
  await page.locator('[data-keep]').click();
  await page.waitForFunction(() => /^1件を保存しました。 保存できるのは500件までです。/.test(document.querySelector('.undo > span').textContent));
  assert.equal(await saved(), 500);
  await page.context().close();
});

test('whatever stands in the storage, the page works', async () => {
  for (const stored of ['{', 'null', '{"id":1}', '[1,null,{"id":5},{"id":"<img src=x>","memo":7}]']) {
    const page = await open(list);
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.evaluate((text) => localStorage.setItem('tebiki saved ' + window.tebiki.site.pathname, text), stored);
    await page.reload();
    await page.waitForSelector(stored.startsWith('[') ? '.unknown:not([hidden])' : '.empty:not([hidden])');
    assert.deepEqual(wrong, [], stored);
    await page.context().close();
  }
});

test('a link brings the list to another machine, without memos unless they are ticked', async () => {
  const page = await openSaved([{ id: nurse, memo: '担当, 青木: 100% + 火/金' }, { id: hospital }, { id: 'taxis/' + await firstTaxi() }]);
  await page.getByRole('button', { name: 'リンクで送る' }).click();
  const link = page.locator('#my-list-link');
  const short = await link.inputValue();
  assert.match(short, /^https:\/\/tebiki\.example\/my-list\/#facilities\/sodegahama-nurse,kanamegawa-hospital,taxis\//);
  await page.getByLabel('メモも送る').check();
  const long = await link.inputValue();
  assert.ok(long.length > short.length);
  const sent = await names(page);
  await page.context().close();

  const other = await open(`${list}#${long.split('#')[1]}`);
  await other.waitForSelector('.my-list .entry');
  assert.equal(await other.locator('h1').innerText(), '受け取った連絡先');
  assert.deepEqual(await names(other), sent);
  assert.equal(await other.locator('.received-memo').innerText(), '担当, 青木: 100% + 火/金');
  assert.equal(await other.evaluate(() => window.tebiki.saved.all().length), 0, 'nothing is kept unasked');
  await other.getByRole('button', { name: '全部を保存する' }).click();
  await other.waitForSelector('.memo input');
  assert.equal(await other.locator('h1').innerText(), '保存した連絡先');
  assert.deepEqual(await names(other), sent);
  assert.equal(await other.locator('.memo input').first().inputValue(), '担当, 青木: 100% + 火/金');
  assert.match(await other.getByRole('status').first().innerText(), /3件を保存しました/);
  await other.context().close();
});
async function firstTaxi() {
  const page = await open('taxis/index.html');
  const id = await page.evaluate(() => window.tebiki.idOf(document.querySelector('.entry .name a').pathname));
  await page.context().close();
  return id.split('/')[1];
}

test('a received list leaves the own one as it is until it is kept', async () => {
  const page = await openSaved([{ id: hospital, memo: '相談室' }]);
  await page.evaluate((id) => { location.hash = id; }, nurse);
  await page.waitForFunction(() => document.querySelector('h1').textContent === '受け取った連絡先');
  assert.deepEqual(plain(await names(page)), plain([nurseName]));
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('h1').innerText(), '受け取った連絡先', 'skipping the header leaves it there');
  await follow(page.getByRole('link', { name: /自分の連絡先（1件）/ }));
  assert.equal(await page.locator('.memo input').inputValue(), '相談室');
  assert.equal(new URL(page.url()).hash, '');
  await page.context().close();
});

test('whatever stands in a link is text, and offices that are not on the site are named', async () => {
  const hostile = ['facilities/%3Cimg%20src=x%20onerror=window.broken=1%3E', 'facilities/gone', 'javascript:alert(1)//x', '../../etc/passwd', '%E0%A4%A', 'taxis/%E2%80%AEabc', '"><script>window.broken=1</script>'];
  const page = await open(`${list}#${nurse}:%3Cb%3Ememo,${hostile.join(',')}`);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.waitForSelector('.my-list .entry');
  assert.deepEqual(plain(await names(page)), plain([nurseName]));
  assert.equal(await page.locator('.received-memo').innerText(), '<b>memo');
  const lost = await page.locator('.unknown li').allTextContents();
  assert.equal(lost.length, hostile.length);
  assert.equal(lost[0], 'facilities/<img src=x onerror=window.broken=1>');
  assert.equal(lost[1], 'facilities/gone');
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator('.my-list img, .my-list script:not([src])').count(), 0);
  assert.deepEqual(wrong, []);
  // An anchor of the page itself is no list, and a list as some programs send it is one.
  await page.goto(address(list) + '#page-main');
  await page.reload();
  assert.equal(await page.locator('h1').innerText(), '保存した連絡先');
  await page.goto(address(list) + '#' + encodeURIComponent(`${nurse},kanamegawa-hospital`));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.my-list .entry').length === 2);
  await page.context().close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`on paper the list is black on white, with numbers of 17 points and a code that opens it again (${colorScheme})`, async () => {
    const page = await openSaved([{ id: nurse, memo: '担当：青木さん' }, { id: hospital }], { colorScheme, viewport: { width: 794, height: 1123 } });
    const pdf = join(folder, 'list.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    assert.match(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }), /Pages:\s+1\n[^]*\(A4\)/);
    const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFKC');
    for (const said of ['わたしの連絡先', '令和8年10月2日に印刷', '0463-00-0036', '月~金 9:00~17:00', 'FAX 0463-00-0136', '担当:青木さん', '119', '#7119', '0463-00-0001', '名前', '1/1']) {
      assert.ok(words.replace(/〜/g, '~').replace(/／/g, '/').includes(said), `${said} in ${words}`);
    }
    assert.doesNotMatch(words, /保存|全部はずす|メニュー/);
    const picture = execFileSync('pdftoppm', ['-r', '150', '-png', pdf], { maxBuffer: 1 << 26 });
    const shot = join(folder, 'list.png');
    writeFileSync(shot, picture);
    assert.equal(execFileSync('zbarimg', ['-q', '--raw', shot], { encoding: 'utf8' }).trim(),
      'https://tebiki.example/my-list/#facilities/sodegahama-nurse,kanamegawa-hospital');
    await page.emulateMedia({ media: 'print', colorScheme });
    const looks = await page.evaluate(() => {
      const of = (place) => { const style = getComputedStyle(document.querySelector(place)); return [style.fontSize, style.color]; };
      return { text: of('.sheet-facts'), number: of('.sheet b'), ground: getComputedStyle(document.querySelector('.sheet')).backgroundColor };
    });
    assert.deepEqual(looks, { text: ['16px', 'rgb(0, 0, 0)'], number: ['22.6667px', 'rgb(0, 0, 0)'], ground: 'rgb(255, 255, 255)' });
    await page.context().close();
  });
}

test('thirty offices go on to further sheets, none is torn, and the foot stands at the end', async () => {
  const page = await open('facilities/index.html');
  let saved = 0;
  for (let next = true; next && saved < 30; ) {
    for (const button of (await page.locator('.whole .entry > .save').all()).slice(0, 30 - saved)) {
      await button.evaluate((one) => one.click());
      ++saved;
    }
    next = saved < 30;
    if (!next) break;
    await follow(page.locator('a[rel="next"]'));
  }
  await page.goto(address(list));
  await page.waitForSelector('.my-list .entry:nth-child(30)');
  const pdf = join(folder, 'long.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).normalize('NFKC').split('\f').filter((text) => text.trim());
  assert.ok(pages.length >= 3 && pages.length <= 6, String(pages.length));
  assert.match(pages.at(-1), /#7119/);
  assert.equal(pages.join('').match(/0463-00-00\d\d/g).length, 31);
  await page.context().close();
});

test('a card of an office is read by an address book as the page says it', async () => {
  const page = await open(`${nurse}/index.html`);
  const { name, text } = await downloaded(page, '[data-vcard]');
  assert.equal(name, 'facilities-sodegahama-nurse.vcf');
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const [card] = readCards(text);
  assert.deepEqual(card.version, ['3.0']);
  assert.deepEqual(card.fn, [nurseName]);
  assert.deepEqual(card.tel, ['0463000036', '0463000136']);
  assert.match(card.adr[0], /袖ケ浜91番7号/);
  assert.deepEqual(card.url, [`https://tebiki.example/${nurse}/`]);
  assert.match(card.note[0], /9:00〜17:00/);
  await page.context().close();
});

test('the cards of the list hold every office that can be called; hostile memos stay one value', async () => {
  const memo = 'a;b,c\\d\u2028TEL:119\u0000END:VCARD';
  const page = await openSaved([{ id: nurse, memo }, { id: hospital }]);
  const { text } = await downloaded(page, '[data-cards]');
  const cards = readCards(text);
  assert.equal(cards.length, 2);
  assert.deepEqual(cards[0].tel, ['0463000036', '0463000136']);
  assert.ok(cards[0].note[0].endsWith('a;b,c\\d\nTEL:119END:VCARD'), JSON.stringify(cards[0].note[0]));
  await page.context().close();
});

for (const [name, media] of Object.entries({ light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' } })) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing on a list with offices, own or received, in ${name} colours at ${width} px, and nothing has to be moved sideways`, async () => {
      const page = await openSaved([{ id: nurse, memo: '火曜' }, { id: hospital }, { id: 'facilities/gone', name: '閉じた事業所' }], { viewport: { width, height: 740 }, ...media });
      await page.getByRole('button', { name: 'リンクで送る' }).click();
      await page.locator('.entry .save').first().click();
      for (const state of ['own', 'received']) {
        if (state === 'received') {
          await page.evaluate((id) => { location.hash = `${id}:メモ,nowhere`; }, nurse);
          await page.waitForFunction(() => document.querySelector('h1').textContent === '受け取った連絡先');
        }
        await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
        const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 150)).slice(0, 2).join(' | ')}`), [], state);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, state);
        const small = await page.locator('main button:visible, main .my-list input[type=text]:visible, main .action:visible').evaluateAll((all) => all.filter((one) => {
          const { width: w, height: h } = one.getBoundingClientRect();
          return w < 44 || h < 44;
        }).map((one) => one.outerHTML.slice(0, 100)));
        assert.deepEqual(small, [], state);
      }
      await page.context().close();
    });
  }
}

test('of a large site only the pieces are loaded that hold the saved offices', async () => {
  const records = Array.from({ length: 3200 }, (_, i) => ({ id: `o${i}`, name: `見本${i}号室`, kana: 'みほん', tel: `0463-00-${String(i).padStart(4, '0')}`, kind: i % 2 ? '医院' : '薬局' }));
  records.push({ id: 'ext', name: '内線のある医院', tel: '0463-00-1190 内線12', kind: '医院' }, { id: 'seven', name: '短い番号の薬局', tel: '#7119', kind: '薬局' });
  const made = buildMadeSite({ 'lists/offices/offices.json': JSON.stringify(records) });
  try {
    const page = await open(list);
    const loaded = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(pathToFileURL(join(made.output, list)).href + '#offices/o7,o3100,ext,seven');
    await page.waitForSelector('.my-list .entry:nth-child(4)');
    assert.deepEqual(await names(page), ['見本7号室', '見本3100号室', '内線のある医院', '短い番号の薬局']);
    const pieces = loaded.filter((url) => url.includes('search.rows')).length;
    assert.ok(pieces >= 1 && pieces <= 4, `${pieces} pieces`);
    const cards = readCards((await downloaded(page, '[data-cards]')).text);
    assert.deepEqual(cards.map((card) => card.tel[0]), ['0463000007', '0463003100', '0463001190', '#7119']);
    assert.match(cards[2].note[0], /内線12/);
    await page.context().close();
  } finally {
    rmSync(made.folder, { recursive: true });
  }
});
