// How soon the search box of a built site answers on a slow telephone: what script, style and layout take from the key
// to the first row on the screen. The time is that of the page's thread alone, so that a busy machine does not count,
// times four for a processor as slow. And what a question loads.
//
//     node tests/bench/search_bench.mjs OUTPUT
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const require = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const questions = ['訪問看護', '金目 訪問看護', '家で点滴とたん吸引をしてくれる看護師さん', '土曜の夕方も開いている内科', 'なぎさ在宅診療所', '0463-00-0036', '旭 人工呼吸器 訪問看護', 'ほうもんかんこ'];

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--allow-file-access-from-files'],
});
for (const question of questions) {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  const loaded = new Set();
  page.on('request', (request) => { if (/\/search[.-]/.test(request.url())) loaded.add(fileURLToPath(request.url())); });
  await page.goto(pathToFileURL(join(process.argv[2], 'index.html')).href);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const used = async () => (await session.send('Performance.getMetrics')).metrics
    .filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name)).reduce((sum, { value }) => sum + value * 1000, 0);
  await page.evaluate(() => {
    const input = document.querySelector('#page-q');
    window.askedFor = (words) => new Promise((resolve) => {
      const found = document.querySelector('#page-found');
      document.querySelectorAll('.found-rows .entry').forEach((row) => row.classList.add('before'));
      const look = () => (found.querySelector('.found-rows .entry:not(.before), .dropped:not(.before)') ? requestAnimationFrame(() => setTimeout(resolve)) : setTimeout(look, 4));
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      look();
    });
    input.focus();
  });
  await page.waitForTimeout(4000);
  const time = async (words) => {
    const before = await used();
    await page.evaluate((some) => window.askedFor(some), words);
    return 4 * ((await used()) - before);
  };
  const first = await time(question);
  await page.waitForTimeout(1500);
  const times = [];
  for (const words of [question + ' ', question.slice(0, -1), question]) {
    times.push(await time(words));
    await page.waitForTimeout(800);
  }
  const bytes = [...loaded].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0);
  console.log(`${question}: first ${first.toFixed(0)} ms, then ${times.map((time) => time.toFixed(0)).join(', ')} ms; ${loaded.size} files, ${(bytes / 1000).toFixed(0)} kB gzip`);
  await page.close();
}
await browser.close();
