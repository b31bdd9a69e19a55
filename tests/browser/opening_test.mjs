// When an office is open, as scripts read its days, hours and notes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine } from './engine.mjs';

const { opening } = engine;
const week = (days, hours, notes = '') => Array.from('月火水木金土日').filter((day, i) => opening.of(days, hours, notes).days & (1 << i)).join('');
/** Until when it is open on that day of October 2026 (the 17th is a Saturday) at that time; nothing when it is not. */
const until = (day, time, days, hours, notes = '', holiday = false) => {
  const [hour, minute] = time.split(':').map(Number);
  const date = `2026-10-${day}`;
  const found = opening.spanNow(opening.of(days, hours, notes), { weekday: (day + 3) % 7, minute: hour * 60 + minute, date }, holiday ? [date, '2027-01-01'] : ['2027-01-01']);
  return found && (found.isSure ? found.until / 60 : 'perhaps');
};
const saturday = 17, sunday = 18, monday = 19, friday = 16;

test('the clock of these tests knows its days', () => {
  assert.equal(until(saturday, '10:00', '土', '9:00〜17:00'), 17);
  assert.equal(until(sunday, '10:00', '土', '9:00〜17:00'), null);
  assert.equal(until(monday, '10:00', '月', '9:00〜17:00'), 17);
});

test('days are read as they are written', () => {
  for (const [days, open] of [['月〜金', '月火水木金'], ['月・水・金', '月水金'], ['月曜日〜土曜日', '月火水木金土'], ['火〜土', '火水木金土'], ['土、日', '土日'],
    ['毎日', '月火水木金土日'], ['年中無休', '月火水木金土日'], ['平日', '月火水木金']]) assert.equal(week(days, '9:00〜17:00'), open, days);
});

test('words that say when it is closed are not read as when it is open', () => {
  for (const days of ['水曜定休', '日祝休み', '土日祝を除く', '水曜・日曜以外', '第2・第4土曜']) assert.equal(week(days, '9:00〜17:00'), '', days);
});

test('a note on one Saturday of the month, on holidays or on something of the house closes no day of the week', () => {
  for (const note of ['第2土曜日は休診。', '第3日曜日は休み。', '毎月最終日曜日は休み。', '祝祭日は休み。', '休日は休み。', '振替休日は休診。', '当日は休み。', '食堂は日曜日休み。', '売店：日曜日は休み。', '日曜も休みなし。'])
    assert.equal(week('毎日', '9:00〜17:00', note), '月火水木金土日', note);
});

test('a sentence that says days off closes them', () => {
  for (const [note, open] of [['日曜日は休み。', '月火水木金土'], ['木曜日・日曜日・祝日は休診。土曜日は午前だけ。', '月火水金土'], ['駐車場があります。水曜定休。', '月火木金土日'], ['日曜・年末年始は休み', '月火水木金土']])
    assert.equal(week('毎日', '9:00〜17:00', note), open, note);
});

test('what stands in brackets behind days or hours is a note', () => {
  assert.equal(week('毎日（水曜定休）', '9:00〜17:00'), '月火木金土日');
  assert.equal(week('月〜土（祝日を除く）', '9:00〜17:00'), '月火水木金土');
});

test('who is open past midnight is open before and after it', () => {
  assert.equal(until(friday, '23:00', '月〜金', '17:00〜翌2:00'), 26);
  assert.equal(until(saturday, '1:00', '月〜金', '17:00〜翌2:00'), 2);
  assert.equal(until(saturday, '3:00', '月〜金', '17:00〜翌2:00'), null);
  assert.equal(until(sunday, '1:00', '月〜金', '17:00〜2:00'), null);
});

test('a day that begins late is no half day', () => {
  assert.equal(until(saturday, '14:00', '月〜土', '9:00〜17:00', '土曜日は10:00〜16:00。'), 16);
  assert.equal(until(saturday, '9:30', '月〜土', '9:00〜17:00', '土曜日は10:00〜16:00。'), null);
  for (const note of ['土曜日は13:00から18:00まで。', '土曜日は10:00から開けます。'])
    assert.equal(until(saturday, '14:00', '月〜土', '9:00〜17:00', note), 'perhaps', note);
});

test('a day that ends at noon by a note ends there', () => {
  assert.equal(until(saturday, '10:00', '月〜土', '9:00〜19:00', '土曜日は13:00まで。'), 13);
  assert.equal(until(saturday, '14:00', '月〜土', '9:00〜19:00', '土曜日は13:00まで。'), null);
  assert.equal(until(saturday, '10:00', '月〜土', '9:00〜17:00', '水曜日と土曜日は午前だけ。'), 'perhaps');
  assert.equal(until(saturday, '10:00', '月〜土', '9:00〜12:00、15:00〜18:00', '水曜日と土曜日は午前だけ。'), 12);
  assert.equal(until(saturday, '15:30', '月〜土', '9:00〜12:00、15:00〜18:00', '水曜日と土曜日は午前だけ。'), null);
  assert.equal(until(friday, '15:30', '月〜土', '9:00〜12:00、15:00〜18:00', '水曜日と土曜日は午前だけ。'), 18);
  assert.equal(until(saturday, '16:00', '月〜土', '9:00〜17:00（土曜日は12:00まで）'), null);
});

test('hours that name their days hold on these days alone', () => {
  assert.equal(week('', '月〜金 9:00〜17:00、土 9:00〜12:00'), '月火水木金土');
  assert.equal(until(saturday, '14:00', '', '月〜金 9:00〜17:00、土 9:00〜12:00'), null);
  assert.equal(until(friday, '14:00', '', '月〜金 9:00〜17:00、土 9:00〜12:00'), 17);
});

test('on a holiday only who works every day is open for certain', () => {
  assert.equal(until(monday, '10:00', '毎日', '9:00〜17:00', '', true), 17);
  assert.equal(until(monday, '10:00', '月〜金', '9:00〜17:00', '', true), null);
});

test('midnight is twelve at night, and no day has 25 hours', () => {
  const fits = (asked, hours) => opening.fit(opening.of('毎日', hours), [opening.askedAt(asked, 0)]);
  assert.ok(!fits('夜12時まで', '9:00〜17:00') && fits('夜12時まで', '18:00〜翌1:00') && fits('午後12時まで', '9:00〜17:00'));
  assert.equal(opening.askedAt('25時まで', 0), null);
});

test('an afternoon off is none', () => {
  for (const note of ['水曜日は午後休み。', '水曜午後休診', '水曜日の午後は休診です。', '水・土の午後は休み', '毎週水曜日は午後お休みします。'])
    assert.equal(until(21, '14:30', '月〜土', '9:00〜12:00、14:00〜17:00', note), null, note);
  assert.equal(until(21, '10:30', '月〜土', '9:00〜12:00、14:00〜17:00', '水曜日は午後休み。'), 12);
});

test('a note that no rule reads makes its days unsure, and those alone', () => {
  for (const note of ['第2・第4水曜日は午後休診。', '水曜日午後は訪問診療のため外来休診。', '水曜日は予約の方だけ。', '水曜日は電話だけ。']) {
    assert.ok([null, 'perhaps'].includes(until(21, '14:30', '月〜土', '9:00〜17:00', note)), note);
    assert.equal(until(friday, '14:30', '月〜土', '9:00〜17:00', note), 17, note);
  }
  assert.equal(until(21, '14:30', '月〜土', '9:00〜17:00', '午後は予約の方だけ。'), 'perhaps');
  assert.equal(until(21, '14:30', '月〜土', '9:00〜17:00', '月・水・金曜日は夜間透析もあります。'), 17);
});

test('who rests on holidays says so', () => {
  assert.ok(opening.of('月〜土', '9:00〜17:00', '日曜日・祝日は休診。').restsOnHolidays && !opening.of('月〜土', '9:00〜17:00', '日曜日は休診。').restsOnHolidays);
});

test('a day off in any words is none on which it is open for certain', () => {
  for (const note of ['毎週日曜日は休み', '定休日：日曜日', '休診日：日曜・祝日', '日曜・祝祭日は休診', '日曜日及び祝日は休診', '※日曜日は休診', '予約制、日曜日は休診', '日曜日を除く', '日曜日は営業していません',
    '日曜日は終日休診', '日曜日休館', '【日曜休診】', '日曜日（祝日の場合は翌日）は休み', '日曜日は休診。予約なしで受診できます。', '但し、日曜日は定休日とする', '日曜日は臨時休業中', '令和8年10月から休止中です', '現在、休業しています', '日曜日は やすみです。'])
    assert.ok([null, 'perhaps'].includes(until(sunday, '10:00', '毎日', '9:00〜18:00', note)), note);
});

test('a half day in any words is none that is open for certain in the afternoon', () => {
  for (const note of ['木曜日の午後は休診', '木曜午後休診', '木曜日は午後1時まで', '木曜日は12時30分まで', '木曜は正午まで', '木曜午前のみ', '木曜日は9:00〜12:00', '木曜日は13：00まで', '木曜日は１３時まで', '木曜日だけ13:00まで',
    '第3木曜日は休み', '木曜は午後休み', '木曜日は 13:00 までです。'])
    assert.ok([null, 'perhaps'].includes(until(22, '15:00', '月〜土', '9:00〜18:00', note)), note);
});

test('every bracket is read', () => {
  assert.equal(until(monday, '10:00', '毎日', '9:00〜18:00（受付17:30まで）（月曜は休み）'), null);
});

test('a time for booking, or the hours of something of the house, end no day', () => {
  for (const note of ['木曜日は11時までに予約してください', '食堂、木曜日は13:00まで']) assert.notEqual(until(22, '15:00', '月〜土', '9:00〜18:00', note), null, note);
});

test('who works every day may rest on holidays and at the turn of the year', () => {
  const at = (date, hours, note, holidays = [date]) => opening.spanNow(opening.of('毎日', hours, note), { weekday: 5, minute: 600, date }, holidays);
  assert.ok(at('2027-01-01', '9:00〜18:00', '') && !at('2027-01-01', '9:00〜18:00', '祝日は休み。') && !at('2027-01-01', '9:00〜18:00（祝日を除く）', ''));
  for (const note of ['年末年始は休み', '12月31日〜1月3日は休み', '元日は休み', '日曜・年末年始は休み']) assert.equal(at('2027-01-01', '9:00〜18:00', note, ['2027-02-11']), null, note);
  assert.ok(at('2026-11-27', '9:00〜18:00', '年末年始は休み', []).isSure);
});

test('who may be open on other days, too, is not told to be closed', () => {
  for (const note of ['土曜日は午前だけ診療。', '土曜日も開いています。', '第2土曜日は診療。', '土曜・日曜・祝日も対応できます。', '24時間電話がつながります。'])
    assert.ok(opening.of('月〜金', '9:00〜17:00', note).mayOpen & 32, note);
  assert.equal(opening.of('月〜金', '9:00〜17:00', '日曜日・祝日は休み。').mayOpen, 0);
});

test('the night of a holiday is one of the day on which it began', () => {
  const at = (date, weekday, holidays) => opening.spanNow(opening.of('月〜金', '17:00〜翌2:00'), { weekday, minute: 60, date }, holidays);
  assert.ok(!at('2026-11-04', 3, ['2026-11-03', '2027-01-01']) && at('2026-11-03', 2, ['2026-11-03', '2027-01-01']));
});

test('days that are written one by one are read, whatever words they are in', () => {
  for (const [days, open] of [['平日、土曜日', '月火水木金土'], ['平日、祝日', '月火水木金'], ['平日、土曜日、日曜日、祝日', '月火水木金土日'], ['平日・土', '月火水木金土']]) assert.equal(week(days, '9:00〜17:00'), open, days);
});

test('who rests on holidays is not told to be open where nobody knows which days these are', () => {
  const at = (date, weekday) => ({ weekday, minute: 600, date });
  for (const [days, notes] of [['月〜金（祝日を除く）', ''], ['月〜金', '祝日は休み。']]) {
    const office = opening.of(days, '9:00〜17:00', notes);
    assert.equal(opening.spanNow(office, at('2026-11-23', 1), []), null, days + notes);
    assert.equal(opening.spanNow(office, at('2026-11-24', 2), ['2026-11-23', '2027-01-01']).until, 1020);
  }
});
