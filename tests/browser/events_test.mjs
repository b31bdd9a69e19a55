// What a browser says of events on days after the site was made; the clock of the page is set.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium(undefined, { viewport: { width: 360, height: 800 }, timezoneId: 'America/New_York' });
const event = 'events/life-talk-2027-01/index.html';

test('before the deadline the days that are left are told, by the date of Japan', async () => {
  const page = await open(event, { clock: '2027-01-18T16:00:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '申込は1月20日（水）まで・あと1日');
  assert.ok(await page.locator('.record-reach .tel').isVisible());
  await page.context().close();
  const last = await open(event, { clock: '2027-01-20T14:59:00Z' });
  assert.equal(await last.locator('.event .state').innerText(), '申込は1月20日（水）まで・きょうまで');
  await last.context().close();
});

test('from the day after the deadline on it is said that it has passed', async () => {
  const page = await open(event, { clock: '2027-01-20T15:01:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '申込の受付は1月20日（水）で終わりました');
  await page.context().close();
});

test('after its last day an event has no button to call or apply', async () => {
  const page = await open(event, { clock: '2027-01-30T15:01:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '令和9年1月30日（土）に終わりました');
  assert.equal(await page.locator('.record-reach .tel').isVisible(), false);
  assert.equal(await page.locator('[data-apply]:visible').count(), 0);
  await page.context().close();
});

test('without scripts nothing is said that a later day makes untrue', async () => {
  const page = await open(event, { javaScriptEnabled: false });
  assert.equal(await page.locator('.event .state').innerText(), '申込は1月20日（水）まで');
  await page.context().close();
});

test('on a phone the calendar is a list of the days on which there is something', async () => {
  const page = await open('schedule/index.html', { clock: '2026-10-15T03:00:00Z' });
  const days = page.locator('.calendar td:visible');
  for (const text of await days.allInnerTexts()) assert.match(text, /月\d+日（.）/);
  assert.equal(await page.locator('.calendar thead:visible').count(), 0);
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok(await page.locator('.calendar thead').first().isVisible());
  assert.ok(await page.locator('.calendar td:visible').count() >= 28);
  await page.context().close();
});

test('today is marked in the calendar', async () => {
  const page = await open('schedule/index.html', { clock: '2027-01-10T20:00:00Z' });
  assert.equal(await page.locator('.calendar .today').getAttribute('data-day'), '2027-01-11');
  await page.context().close();
});
