// The sample with ten thousand offices on a slow telephone: how large its pages are, how soon one can choose, how soon
// what was chosen is drawn, and how long a key takes. Ends with 1 when one of these is more than it may be.
//
// The processor is slowed down four times. Each time is told by the clock, which is what a reader waits, and by the page's
// own thread; what else runs on the machine only adds to the clock, so that of several rounds the quickest counts.
//
//     node tests/bench/lists_bench.mjs TEBIKI [RECORDS]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const require = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const source = fileURLToPath(new URL('../..', import.meta.url));
const [tebiki, records = 10000] = process.argv.slice(2);
const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ';
const budget = { page: 60000, interactive: 1000, key: 100 }, rounds = 3;
const broken = [];

function hold(name, value, most, unit) {
  if (value > most) broken.push(`${name}: ${value.toFixed(0)} ${unit}, more than ${most}`);
}

/** The sample's offices, and copies of them under other names. */
function fill(lists) {
  const all = [];
  for (const file of readdirSync(lists)) {
    if (!/^[^.]+\.json$/.test(file) || file === 'schema.json') continue;  // no translations
    const told = JSON.parse(readFileSync(join(lists, file)));
    all.push(...(Array.isArray(told) ? told : [told]));
  }
  const copies = Array.from({ length: Math.max(0, Number(records) - all.length) }, (_, i) => {
    const one = all[i % all.length], round = Math.floor(i / all.length) + 1;
    return { ...one, id: `${one.id}-${round}`, name: `${one.name} ${round}`, kana: kana[(i * 31) % kana.length] + (one.kana || 'みほん'), tel: `0463-00-${String(i % 10000).padStart(4, '0')}` };
  });
  writeFileSync(join(lists, 'copies.json'), JSON.stringify(copies));
}
function build(folder) {
  const content = join(folder, 'content');
  mkdirSync(folder, { recursive: true });
  cpSync(join(source, 'content'), content, { recursive: true });
  fill(join(content, 'lists/facilities'));
  const begun = Date.now();
  execFileSync(tebiki, ['build', '--content', content, '--templates', join(source, 'templates'), '--assets', join(source, 'assets'),
    '--output', join(folder, 'output'), '--only', 'site', '--today', '2026-10-15'], { stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`${records} offices, pages built in ${((Date.now() - begun) / 1000).toFixed(2)} s`);
  return join(folder, 'output');
}

function measurePages(output) {
  const pages = readdirSync(output, { recursive: true }).filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, bytes: readFileSync(join(output, path)).length })).sort((a, b) => b.bytes - a.bytes);
  console.log(`${pages.length} pages, the largest:`);
  for (const { path, bytes } of pages.slice(0, 10)) console.log(`  ${(bytes / 1000).toFixed(1)} kB ${path}`);
  for (const { path, bytes } of pages) hold(path, bytes, budget.page, 'bytes');
  const scripts = readdirSync(join(output, 'assets')).filter((name) => /^list[.-](rows|facilities)/.test(name)).map((name) => readFileSync(join(output, 'assets', name)));
  console.log(`data of the finder: ${scripts.length} files, ${(scripts.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) / 1000).toFixed(0)} kB gzip, the first ${(Math.min(...scripts.map((bytes) => bytes.length)) / 1000).toFixed(0)} kB`);
}

/** One page of its own, with the thread's time. */
async function slowPage(browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'ja-JP' });
  const page = await context.newPage(), session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const used = async () => (await session.send('Performance.getMetrics')).metrics
    .filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name)).reduce((sum, { value }) => sum + value * 1000, 0);
  return { page, used };
}

/** Acts in the page and waits for the picture. */
async function timed({ page, used }, act) {
  await page.waitForTimeout(1500);
  const before = await used();
  const clock = await page.evaluate(async (code) => {
    const old = document.querySelector('.narrowed .entry'), from = performance.now();
    const changed = new Promise((seen) => {
      new MutationObserver((_, observer) => {
        const now = document.querySelector('.narrowed .entry');
        if (now && now !== old) observer.disconnect(), seen();
      }).observe(document.querySelector('.narrowed'), { childList: true, subtree: true });
      setTimeout(seen, 20000);
    });
    new Function(code)();
    await changed;
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    return performance.now() - from;
  }, act);
  return { clock, thread: (await used()) - before };
}
const key = (words) => `const box = document.querySelector('.filters input[type=search]'); box.value = ${JSON.stringify(words)}; box.dispatchEvent(new Event('input', { bubbles: true }));`;
const tap = (name, value) => `document.querySelector('input[name="${name}"][value="${value}"]').click();`;

/** What a reader does once; the times by their names. */
async function round(browser, address) {
  const slow = await slowPage(browser), { page } = slow, times = {};
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector('.finder.ready'));
  times.interactive = { clock: await page.evaluate(() => performance.now()), thread: await slow.used() };
  await page.locator('.facets > summary').click();
  await page.waitForFunction(() => /\d/.test(document.querySelector('.option .n').textContent), null, { timeout: 60000 });
  times['first choice'] = await timed(slow, tap('services', '訪問看護'));
  times['second choice'] = await timed(slow, tap('suction', 'yes'));
  times['a third, off'] = await timed(slow, tap('services', '訪問看護'));
  await page.locator('.wanted .all-off').click();
  // Who is going to type touches the box first; what words need is made then.
  await page.locator('.filters input[type=search]').focus();
  for (const words of ['訪', '訪問', '訪問看', '訪問看護', '訪問看護 花', '訪問看護 花水']) times[`key 「${words}」`] = await timed(slow, key(words));
  await page.context().close();
  return times;
}
async function measureTimes(output) {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--allow-file-access-from-files'] });
  const all = [];
  for (let i = 0; i < rounds; ++i) all.push(await round(browser, pathToFileURL(join(output, 'facilities/index.html')).href));
  await browser.close();
  for (const name of Object.keys(all[0])) {
    const [clock, thread] = ['clock', 'thread'].map((by) => Math.min(...all.map((times) => times[name][by])));
    console.log(`${name}: ${clock.toFixed(0)} ms by the clock, ${thread.toFixed(0)} ms of the thread`);
    hold(name, clock, name === 'interactive' ? budget.interactive : budget.key, 'ms');
  }
}

const folder = mkdtempSync(join(process.env.TMPDIR ?? '/dev/shm', 'lists-bench-'));
try {
  const output = build(folder);
  measurePages(output);
  await measureTimes(output);
} finally {
  rmSync(folder, { recursive: true });
}
for (const line of broken) console.log(line);
process.exitCode = broken.length ? 1 : 0;
