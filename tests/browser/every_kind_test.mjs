// One page of each kind, in light, dark and forced colours, on a phone and on a desk; every page with TEBIKI_EVERY_PAGE.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { inChromium, noonOfAFriday, require, sample } from './chromium.mjs';
import { pagesOfEachKind, serve } from './page_kinds.mjs';

const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
const kinds = pagesOfEachKind(sample);
const colours = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' }, 'forced dark': { forcedColors: 'active', colorScheme: 'dark' } };

const { newContext } = inChromium();
let site;

before(async () => { site = await serve(sample); });
after(() => site?.close());

/** Calls `look` with each page and what its scripts threw, one after the other in one window; what it returns is collected by page. */
async function onEach(options, look) {
  const context = await newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const found = [];
  let thrown;
  page.on('pageerror', (error) => thrown.push(error.message));
  for (const path of kinds) {
    thrown = [];
    await page.goto(site.origin + path);
    const complaint = await look(page, path, thrown);
    if (complaint && complaint.length) found.push(`${path}: ${complaint}`);
  }
  await context.close();
  return found;
}

// The other colours are asked only what depends on colours.
const all = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const ofColours = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

for (const width of [360, 1280]) {
  test(`axe finds nothing on a page of any kind in ${Object.keys(colours).join(', ')} colours at ${width} px`, async () => {
    const found = await onEach({ viewport: { width, height: 800 } }, async (page) => {
      await page.evaluate(axe);
      const told = [];
      for (const [name, media] of Object.entries(colours)) {
        await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
        const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { ...rules, resultTypes: ['violations'] }), name === 'light' ? all : ofColours);
        told.push(...violations.map((v) => `${name}: ${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} ${n.any[0]?.message ?? ''}`).slice(0, 2).join(' | ')}`));
      }
      return told;
    });
    assert.deepEqual(found, []);
  });
}

test('no page throws an error in a script', async () => {
  assert.deepEqual(await onEach({}, (page, path, thrown) => thrown), []);
});

const overflow = (page) => page.evaluate(() => {
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return over > 0 ? String(over) : '';
});

test('nothing has to be moved sideways at 320 px, which is a desk at 400 %', async () => {
  assert.deepEqual(await onEach({ viewport: { width: 320, height: 640 } }, overflow), []);
});

test('nothing has to be moved sideways with letters of twice the size', async () => {
  assert.deepEqual(await onEach({}, async (page) => {
    await page.addStyleTag({ content: 'html { font-size: 225% !important }' });
    return overflow(page);
  }), []);
});

test('nothing is cut or moved sideways with the spacing of WCAG 1.4.12', async () => {
  assert.deepEqual(await onEach({}, async (page) => {
    await page.addStyleTag({ content: '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }' });
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
      const style = getComputedStyle(element);
      const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      return hides && own && !style.clipPath.includes('inset') && element.scrollWidth > element.clientWidth + 1;
    }).map((element) => element.outerHTML.slice(0, 80)));
    return [...cut, await overflow(page)].filter(Boolean);
  }), []);
});

test('links of the footer and of the way here are large enough for a thumb', async () => {
  for (const clock of [noonOfAFriday, '2026-10-02T12:00:00Z']) {
    assert.deepEqual(await onEach({ clock }, (page) => page.evaluate(() =>
      [...document.querySelectorAll('.crumbs a, .site-footer a')].filter((link) => {
        const { width, height } = link.getBoundingClientRect();
        return link.checkVisibility() && (width < 44 || height < 44);
      }).map((link) => link.outerHTML.slice(0, 80)))), []);
  }
});

// The last is a desk of 1280 × 1024 px at 400 %.
for (const [width, height] of [[360, 640], [1280, 640], [320, 256]]) {
  test(`what has the focus is seen, not covered by what stays in place, at ${width} × ${height} px`, async () => {
    assert.deepEqual(await onEach({ viewport: { width, height } }, async (page) => {
      const hidden = [];
      for (let i = 0; i < 50; ++i) {
        await page.keyboard.press('Tab');
        const look = () => page.evaluate(() => {
          const has = document.activeElement;
          if (has === document.body) return 'end';
          const box = [...has.getClientRects()].find((one) => one.width && one.height);
          if (!box) return `no box: ${has.outerHTML.slice(0, 80)}`;
          const x = Math.min(box.left + box.width / 2, innerWidth - 1), y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
          const top = document.elementFromPoint(x, y);
          return top && (has.contains(top) || top.contains(has)) ? '' : has.outerHTML.slice(0, 80);
        });
        // Rows that come near the screen are laid out only then, and the page moves after them in a few frames.
        let seen = await look();
        for (let frame = 0; seen && seen !== 'end' && frame < 20; ++frame) {
          await page.evaluate(() => new Promise(requestAnimationFrame));
          seen = await look();
        }
        if (seen === 'end') break;
        if (seen) hidden.push(seen);
      }
      return hidden;
    }), []);
  });
}

test('on paper no letter is smaller than 10.5 points', async () => {
  assert.deepEqual(await onEach({ viewport: { width: 680, height: 960 } }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = new Set();
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const element = text.parentElement;
        if (!text.data.trim() || element.closest('svg, .cover, [aria-hidden], rt, .vh, sup') || !element.getClientRects().length) continue;
        if (parseFloat(getComputedStyle(element).fontSize) < 13.99) small.add(`${element.tagName} ${element.className} ${getComputedStyle(element).fontSize}`);
      }
      return [...small];
    });
  }), []);
});
