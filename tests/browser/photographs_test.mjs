// Photographs whose cameras lay on their side, as Chromium shows them.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { inChromium } from './chromium.mjs';

const source = fileURLToPath(new URL('../..', import.meta.url));

// The photograph of the test in print, so that both speak of the same one.
const system = await readFile(join(source, 'tests/system/photographs_test.py'), 'utf8');
const photo = Buffer.from([...system.matchAll(/"([A-Za-z0-9+/=]{30,})"/g)].map((line) => line[1]).join(''), 'base64');
const seen = { 1: 'rgby', 2: 'gryb', 3: 'ybgr', 4: 'byrg', 5: 'rbgy', 6: 'bryg', 7: 'ygbr', 8: 'gyrb' };

let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tebiki-photographs-'));
  await mkdir(join(folder, 'content/images'), { recursive: true });
  await mkdir(join(folder, 'content/pages'));
  await writeFile(join(folder, 'content/site.json'), '{"name": "見本"}');
  let page = '# アルバム\n';
  for (const number of Object.keys(seen)) {
    const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');
    exif[29] = Number(number);
    await writeFile(join(folder, `content/images/${number}.jpg`), Buffer.concat([photo.subarray(0, 20), exif, photo.subarray(20)]));
    page += `\n![写真](images/${number}.jpg)\n`;
  }
  await writeFile(join(folder, 'content/pages/album.md'), page);
  await promisify(execFile)(process.env.TEBIKI, ['build', '--content', join(folder, 'content'), '--output', join(folder, 'output'),
    '--templates', join(source, 'templates'), '--assets', join(source, 'assets'), '--today', '2026-10-15']);
  });

after(() => rm(folder, { recursive: true, force: true }));
const { newContext } = inChromium();

/** The names of the colours in the middle of the quarters, row by row. */
async function fields(page, png) {
  const colours = await page.evaluate(async (address) => {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return [1, 3].flatMap((row) => [1, 3].map((part) =>
      [...context.getImageData(picture.width * part / 4, picture.height * row / 4, 1, 1).data]));
  }, `data:image/png;base64,${png.toString('base64')}`);
  return colours.map(([red, green]) => (red > 120 ? (green > 120 ? 'y' : 'r') : green > 120 ? 'g' : 'b')).join('');
}

test('photographs of all eight orientations stand upright', async () => {
  const page = await (await newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await page.goto(pathToFileURL(join(folder, 'output/album/index.html')).href);
  const empty = await page.context().newPage();
  for (const [number, expected] of Object.entries(seen)) {
    const picture = page.locator(`img[src$="/${number}.jpg"]`);
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image) => image.decode());
    const box = await picture.boundingBox();
    assert.equal(box.width > box.height, number < 5, `orientation ${number}`);
    assert.equal(await fields(empty, await picture.screenshot()), expected, `orientation ${number}`);
  }
});
