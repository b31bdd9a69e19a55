// A list of ten thousand on a slow telephone: how large its pages are, how soon one can choose, how soon what was chosen
// is drawn, and how long a key takes. The processor is slowed down four times; what counts are the milliseconds of the
// page's own thread, slowed down like that: a busy machine makes those of the clock longer.
//
//     node tests/bench/lists_bench.mjs TEBIKI [RECORDS]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const require = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const source = fileURLToPath(new URL('../..', import.meta.url));
const [tebiki, records = 10000] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(join(source, 'content/lists/facilities/schema.json')));
const kana = 'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわ';

/** Offices as the sample has them, over and over, under other names. */
function offices() {
  const folder = join(source, 'content/lists/facilities'), all = [];
  for (const file of readdirSync(folder)) {
    if (!/^[^.]+\.json$/.test(file) || file === 'schema.json') continue;  // no translations
    const told = JSON.parse(readFileSync(join(folder, file)));
    all.push(...(Array.isArray(told) ? told : [told]));
  }
  return Array.from({ length: Number(records) }, (_, i) => {
    const one = all[i % all.length];
    return { ...one, id: `r${i}`, name: `見本 ${one.name.replace('見本 ', '')}${i}`, kana: kana[(i * 31) % kana.length] + (one.kana || 'みほん'), tel: `0463-00-${String(i % 10000).padStart(4, '0')}` };
  });
}
function build(folder) {
  const site = JSON.parse(readFileSync(join(source, 'content/site.json')));
  const lists = join(folder, 'content/lists/facilities');
  mkdirSync(lists, { recursive: true });
  writeFileSync(join(folder, 'content/site.json'), JSON.stringify({ ...site, menu: undefined, scenes: site.scenes.map(({ ref, ...scene }) => scene) }));
  writeFileSync(join(lists, 'schema.json'), JSON.stringify(schema));
  writeFileSync(join(lists, 'offices.json'), JSON.stringify(offices()));
  const begun = Date.now();
  execFileSync(tebiki, ['build', '--content', join(folder, 'content'), '--templates', join(source, 'templates'), '--assets', join(source, 'assets'),
    '--output', join(folder, 'output'), '--today', '2026-10-02'], { stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`${records} records, built in ${((Date.now() - begun) / 1000).toFixed(2)} s`);
  return join(folder, 'output');
}

const folder = mkdtempSync(join(process.env.TMPDIR ?? '/dev/shm', 'lists-bench-'));
const output = build(folder);
const pages = readdirSync(join(output, 'facilities'), { recursive: true })
  .filter((path) => /^(index|(kana|page)\/.*index)\.html$/.test(path)).map((path) => readFileSync(join(output, 'facilities', path)).length);
console.log(`${pages.length} pages of the list, the largest ${(Math.max(...pages) / 1000).toFixed(1)} kB`);
const scripts = readdirSync(join(output, 'assets')).filter((name) => /^list/.test(name)).map((name) => readFileSync(join(output, 'assets', name)));
console.log(`data of the finder: ${scripts.length} files, ${(scripts.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0) / 1000).toFixed(0)} kB gzip, the first ${(Math.min(...scripts.map((bytes) => bytes.length)) / 1000).toFixed(0)} kB`);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--allow-file-access-from-files'] });
const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'ja-JP' });
const page = await context.newPage();
const session = await context.newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const used = async () => (await session.send('Performance.getMetrics')).metrics
  .filter(({ name }) => /^(Script|Layout|RecalcStyle)Duration$/.test(name)).reduce((sum, { value }) => sum + value * 1000, 0);
await page.goto(pathToFileURL(join(output, 'facilities/index.html')).href);
await page.waitForFunction(() => document.querySelector('.finder.ready'));
console.log(`interactive after ${await page.evaluate(() => performance.now().toFixed(0))} ms; script, style and layout until then ${(await used()).toFixed(0)} ms`);

/** Acts in the page and waits for the picture; milliseconds of the clock, slowed down four times. */
async function timed(name, act) {
  await page.waitForTimeout(1500);
  const before = await used();
  const took = await page.evaluate(async (code) => {
    const old = document.querySelector('.narrowed .entry'), from = performance.now();
    new Function(code)();
    const drawn = () => { const now = document.querySelector('.narrowed .entry'); return now && now !== old; };
    while (!drawn() && performance.now() - from < 20000) await new Promise((next) => setTimeout(next, 1));
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
    return performance.now() - from;
  }, act);
  console.log(`${name}: ${took.toFixed(0)} ms by the clock, ${((await used()) - before).toFixed(0)} ms of the thread`);
}
const key = (words) => `const box = document.querySelector('.filters input[type=search]'); box.value = ${JSON.stringify(words)}; box.dispatchEvent(new Event('input', { bubbles: true }));`;
const tap = (name, value) => `document.querySelector('input[name="${name}"][value="${value}"]').click();`;
await page.locator('.facets > summary').click();
await page.waitForFunction(() => /\d/.test(document.querySelector('.option .n').textContent), null, { timeout: 60000 });
await timed('first choice', tap('services', '訪問看護'));
await timed('second choice', tap('suction', 'yes'));
await timed('a third, off', tap('services', '訪問看護'));
await page.locator('.wanted .all-off').click();
// Who is going to type touches the box first; what words need is made then.
await page.locator('.filters input[type=search]').focus();
for (const words of ['訪', '訪問', '訪問看', '訪問看護', '訪問看護 花', '訪問看護 花水']) await timed(`key 「${words}」`, key(words));
await browser.close();
rmSync(folder, { recursive: true });
