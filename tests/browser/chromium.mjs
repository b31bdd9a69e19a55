// Chromium for the tests of pages, and pages in it as on a phone.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after } from 'node:test';

/** Finds what setup.sh brought from npm. */
export const require = createRequire(new URL('../tools/package.json', import.meta.url));
export const sample = process.env.TEBIKI_SAMPLE;

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * One browser for all tests of a file, launched when it is first asked for and closed after the last test. `folder` says where the
 * pages are, when they are there; options are those of every page.
 */
export function inChromium(folder = () => sample, usual = {}) {
  const { chromium } = require('playwright-core');
  let launched;
  const shared = {
    /** A promise: it is launched when it is first asked for. */
    get browser() {
      launched ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
      return launched;
    },
    open,
  };
  after(async () => (await launched)?.close());

  /** A page from the disk, in a context of its own; `clock` is the time that it is told. */
  async function open(path, { clock, ...options } = {}) {
    const context = await (await shared.browser).newContext({ viewport: { width: 360, height: 640 }, locale: 'ja-JP', ...usual, ...options });
    const page = await context.newPage();
    if (clock) await page.clock.setFixedTime(new Date(clock));
    const [file, ...state] = path.split('#');
    await page.goto([pathToFileURL(join(folder(), file)).href, ...state].join('#'));
    return page;
  }
  return shared;
}
