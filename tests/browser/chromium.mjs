// Chromium for the tests of pages, and pages in it as on a phone.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after } from 'node:test';

/** Finds what setup.sh brought from npm. */
export const require = createRequire(new URL('../tools/package.json', import.meta.url));
export const sample = process.env.TEBIKI_SAMPLE;

/** Friday 2 October 2026, 12:40 in Japan: when it is in every page that is told no other time. What is open is said by the clock, and rows grow with it. */
export const noonOfAFriday = '2026-10-02T03:40:00Z';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Clicks a link and waits for what it leads to: what is asked right after a click may still be asked of the page before. */
export async function follow(link) {
  const page = link.page(), before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
}

/**
 * One browser for all tests of a file, launched when it is first asked for and closed after the last test. `folder` says where the
 * pages are, when they are there; `usual` are options of every window. With TEBIKI_SLOW in the environment, a number, the pages' processor
 * is slower by it: a test that asks before the page has answered fails then.
 */
export function inChromium(folder = () => sample, usual = {}) {
  const { chromium } = require('playwright-core');
  let launched;
  after(async () => (await launched)?.close());

  /** A window, as of a phone; `clock` is the time in its pages: null leaves them the machine's, and what `performance` knows of files. */
  async function newContext({ clock = noonOfAFriday, ...options } = {}) {
    launched ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
    const context = await (await launched).newContext({ viewport: { width: 360, height: 640 }, locale: 'ja-JP', ...usual, ...options });
    if (clock && options.javaScriptEnabled !== false) await context.clock.setFixedTime(new Date(clock));
    if (process.env.TEBIKI_SLOW) context.on('page', (page) => context.newCDPSession(page).then((session) => session.send('Emulation.setCPUThrottlingRate', { rate: Number(process.env.TEBIKI_SLOW) })).catch(() => {}));
    return context;
  }

  /** A page from the disk, in a window of its own; options are those of the window. */
  async function open(path, options = {}) {
    const page = await (await newContext(options)).newPage();
    const [file, ...state] = path.split('#');
    await page.goto([pathToFileURL(join(folder(), file)).href, ...state].join('#'));
    return page;
  }
  return { newContext, open };
}
