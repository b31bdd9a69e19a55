// What a browser says of events on days after the site was made; the clock of the page is set.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inChromium } from './chromium.mjs';

const { open } = inChromium(undefined, { viewport: { width: 360, height: 800 }, timezoneId: 'America/New_York' });
const event = 'events/life-talk-2027-01/index.html';

test('before the deadline the days that are left are told, by the date of Japan', async () => {
  const page = await open(event, { clock: '2027-01-18T16:00:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '申込は1月20日（水）まで（あと1日）');
  assert.ok(await page.locator('.record-reach .tel').isVisible());
  await page.context().close();
  const last = await open(event, { clock: '2027-01-20T14:59:00Z' });
  assert.equal(await last.locator('.event .state').innerText(), '申込は1月20日（水）まで（きょうまで）');
  await last.context().close();
});

test('from the day after the deadline on it is said that it has passed', async () => {
  const page = await open(event, { clock: '2027-01-20T15:01:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '申込の受付は1月20日（水）で終わりました');
  await page.context().close();
});

test('after its last day an event has no button to call or apply', async () => {
  const page = await open(event, { clock: '2027-01-30T15:01:00Z' });
  assert.equal(await page.locator('.event .state').innerText(), '終わりました');
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

test('the day after its last an event stands among those that are over, in its list and in agendas', async () => {
  const groups = (page) => page.locator('.group, .agenda-group').evaluateAll((all) => all.filter((group) => !group.hidden)
    .map((group) => [group.querySelector('h2, h3, h4').firstChild.data.trim(), ...[...group.querySelectorAll('ol > li .name')].map((name) => name.innerText.replace(/\s/g, ''))]));
  for (const path of ['events/index.html', 'schedule/index.html']) {
    const before = await open(path, { clock: '2026-10-15T03:00:00Z' }), then = await open(path, { clock: '2027-01-31T03:00:00Z' });
    const [coming, over] = await groups(before), [stillComing, nowOver] = await groups(then);
    assert.deepEqual([coming[0], over[0]], ['これからの日程', '終わった日程'], path);
    assert.ok(coming[1].includes('もしバナゲーム'), coming[1]);
    assert.deepEqual(stillComing, [coming[0], ...coming.slice(2)], 'what took place on 30 January has left');
    assert.deepEqual(nowOver, [over[0], coming[1], ...over.slice(1)], 'and stands first among what is over');
    await before.context().close();
    await then.context().close();
  }
});

test('events of a list stand in the order of days without scripts, too', async () => {
  const page = await open('events/index.html', { javaScriptEnabled: false });
  const days = await page.locator('.entry').evaluateAll((rows) => rows.map((row) => row.dataset.lastDay ?? ''));
  const coming = days.filter((day) => day >= '2026-10-15'), over = days.filter((day) => day && day < '2026-10-15');
  assert.ok(coming.length > 1 && over.length > 1);
  assert.deepEqual(days, [...coming.sort(), ...over.sort().reverse(), ...days.filter((day) => !day)]);
  await page.context().close();
});

test('a row of the list says its day as a block and until when one can apply, with and without scripts', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open('events/index.html', { javaScriptEnabled, clock: '2026-10-14T16:00:00Z' });
    const row = page.locator('.whole .entry').first();
    assert.deepEqual((await row.locator('.date-block').innerText()).split(/\s+/), ['1月', '30', '土曜']);
    assert.match(await row.locator('.state').innerText(), javaScriptEnabled ? /^申込は1月20日（水）まで（あと97日）$/ : /^申込は1月20日（水）まで$/);
    const block = await row.locator('.date-block').boundingBox(), name = await row.locator('.name').boundingBox();
    assert.ok(block.x >= 0 && block.x + block.width < name.x && name.y < 640, JSON.stringify([block, name]));
    assert.match(await page.locator('.whole .entry.over .state').first().innerText(), /^終わりました$/);
    await page.context().close();
  }
});

test('with letters of twice the size the day stands above what is on, and the number on the page', async () => {
  for (const [path, row] of [['learn/index.html', '.entry'], ['schedule/index.html', '.agenda-line']]) {
    const page = await open(path);
    const place = page.locator(`${row}:has(> .date-block)`).first();
    const beside = async () => (await place.locator('.date-block').boundingBox()).y + 1 > (await place.locator('.name').boundingBox()).y;
    assert.ok(await beside(), path);
    await page.addStyleTag({ content: 'html { font-size: 225% !important }' });
    assert.ok(!await beside(), path);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path);
    await page.context().close();
  }
});
