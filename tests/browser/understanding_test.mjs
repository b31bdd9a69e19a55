// How the search understands what is asked: words, times, numbers, what is not wanted; and who answers it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, engine, namesOf, pageOf, searcher } from './engine.mjs';

const open = (days, hours, notes = '') => engine.opening.of(days, hours, notes);
const asks = (words, days, hours, notes) => engine.opening.fit(open(days, hours, notes), [engine.opening.askedAt(words, 0)]);

test('an office that tells the town in its own words is found by it', () => {
  assert.deepEqual(namesOf('花水台 地域包括支援センター'), ['facilities/houkatsu-hanamizu']);
});

test('a service on a day is asked of the days of the service, not of the house', () => {
  assert.deepEqual(namesOf('日曜 デイサービス'), ['facilities/shinomiya-day']);
  const bath = engine.answer('訪問入浴 日曜日');
  assert.deepEqual(Array.from(bath.dropped, (part) => part.words), ['日曜日']);
});

test('words of grammar between the wishes are no wishes', () => {
  for (const [asked, same] of [['精神科の病床を確保してほしい', '精神科 病床'], ['大磯まで行ける介護タクシー', '大磯 介護タクシー'], ['停電になったら酸素の機械どうする', '停電 酸素の機械']]) {
    assert.deepEqual(namesOf(asked).slice(0, 3), namesOf(same).slice(0, 3), asked);
  }
});

test('who does it stands before who has to be asked', () => {
  const hits = engine.answer('四之宮 デイ 胃ろう').hits.slice(0, 2);
  assert.deepEqual(Array.from(hits, (hit) => hit.reasons[0].answer), ['yes', 'ask']);
});

test('a word of Chinese characters that is written as one word is one', () => {
  const wordsOf = (asked) => Array.from(engine.understand(asked), (wish) => wish.words);
  assert.deepEqual(wordsOf('訪問看護は医療保険ですか'), ['訪問看護', '医療保険']);
  assert.deepEqual(wordsOf('薬剤師訪問'), ['薬剤師', '訪問']);
});

test('a short service at the end behind a particle is the service', () => {
  assert.deepEqual(namesOf('療養のデイ'), ['facilities/hidamari-day']);
});

test('what was asked before changes no answer', () => {
  const other = searcher();
  for (const asked of ['心不全 申し込み', '南金目に来てくれる歯医者']) other.answer(asked);
  for (const asked of ['申し込み', '南金目', '歯医者']) assert.deepEqual(Array.from(other.answer(asked).hits, pageOf), Array.from(searcher().answer(asked).hits, pageOf), asked);
});

test('who asks how many is shown a number of them', () => {
  assert.equal(namesOf('要介護認定の結果は何日で届く')[0], 'care-guide/consult');
  assert.equal(namesOf('死亡届は何日以内に出すの')[0], 'end-of-life-guide/after');
});

test('a sentence that begins with a particle begins with a word', () => {
  assert.deepEqual(Array.from(engine.understand('もしバナゲームの会').said, (words) => words[0])[0], 'もしばなげーむ');
});

test('a word of one character is not said by a longer one: medicine is not the pharmacist', () => {
  assert.equal(namesOf('飲み忘れた薬が家に余って捨てていいか迷っています')[0], 'cases/too-many-pills');
});

test('a fact that holds another word for what is asked says it', () => {
  assert.equal(namesOf('心不全 申し込み')[0], 'events/heart-failure-2027-02');
});

test('what explains a word speaks of it more than once', () => {
  const hits = namesOf('人生会議とは');
  assert.ok(hits.indexOf('news/2026-11') < hits.indexOf('events/hiratsuka-acp-r5'), String(hits));
});

test('a film that tells of what is asked is an answer to who asks for a film', () => {
  const answer = engine.answer('車椅子のままタクシーに乗るビデオ');
  assert.deepEqual([pageOf(answer.hits[0]), answer.dropped.length], ['videos/taxi', 0]);
});

test('of a story nobody is told of words that nobody wrote', () => {
  for (const asked of ['父が食事のたびにむせるようになって、やせてきました', '母が食事のあとによくせきこみ、心配になってきました']) {
    assert.deepEqual(Array.from(engine.answer(asked).dropped, (part) => part.words), [], asked);
  }
  assert.deepEqual(Array.from(engine.answer('宇宙旅行 薬局').dropped, (part) => part.words), ['宇宙旅行']);
});

test('a hospital beside a stretcher or a lift is where one goes, beside oxygen it is who has it', () => {
  for (const asked of ['寝たまま病院 酸素', '病院 リフト', '寝たまま 病院']) assert.match(namesOf(asked)[0], /^taxis\//, asked);
  assert.match(namesOf('病院 酸素')[0], /^facilities\/.*hospital$/);
  assert.match(namesOf('病院')[0], /^facilities\/.*hospital$/);
});

test('who wants to die is led to those who listen, first', () => {
  for (const asked of ['死にたい', '消えたい', 'しにたい', '母が死にたいと言う', '自殺', '生きるのがつらい', 'もう消えてしまいたいです']) assert.equal(namesOf(asked)[0], 'scenes/urgent', asked);
  for (const asked of ['死亡届', 'こころの病院']) assert.notEqual(namesOf(asked)[0], 'scenes/urgent', asked);
});

test('what people call an illness, a need or a hurt leads to who helps', () => {
  const first = {
    '24時間電話がつながる訪問看護': ['facilities/sodegahama-nurse', 'facilities/shiosai-nurse'], '夜も電話できる訪問看護': ['facilities/sodegahama-nurse', 'facilities/shiosai-nurse'],
    '夜中に電話できる看護': ['facilities/sodegahama-nurse'], '救急を24時間受け入れる病院': ['facilities/kaigan-hospital'], '目の病院': ['facilities/ekimae-hospital'],
    '口腔ケア': ['facilities/takahashi-dental', 'facilities/takamura-dental', 'facilities/tamura-dental'], '家族が休みたい': ['facilities/kaname-iryoin', 'facilities/fujimi-roken'],
    '部屋でお風呂に入れてくれる': ['facilities/tamura-homehelp', 'facilities/yuttari-bath'], 'うつの訪問看護': ['facilities/kokoro-nurse'],
    '虐待': ['consultation/abuse'], '母を虐待しているかもしれない': ['consultation/abuse'], '親をたたいてしまう': ['consultation/abuse'], '父にどなってしまいます': ['consultation/abuse'],
  };
  for (const [asked, pages] of Object.entries(first)) assert.deepEqual(namesOf(asked).slice(0, pages.length), pages, asked);
  for (const asked of ['うつ', 'うつ病']) assert.ok(namesOf(asked).slice(0, 3).includes('facilities/takamura-kokoro-hospital'), asked);
  assert.match(namesOf('介護に疲れた')[0], /^facilities\/houkatsu-/);
  assert.doesNotMatch(namesOf('退院したら家で酸素')[0], /^taxis/);
  assert.equal(namesOf('0463-00-0110')[0], 'facilities/kaigan-hospital', 'no call to the police');
});

test('today and now are days and hours by the clock of Japan', () => {
  const at = (date) => { clock.now = new Date(date + '+09:00'); };
  at('2026-10-18T10:00'); // A Sunday.
  assert.deepEqual(namesOf('今日やってる薬局'), ['facilities/minato-pharmacy']);
  at('2026-10-19T10:00');
  assert.ok(namesOf('きょう 薬局').length > 3);
  assert.ok(namesOf('いま開いている薬局').includes('facilities/takasaki-pharmacy'));
  at('2026-10-19T04:00');
  assert.deepEqual(Array.from(engine.answer('いま開いている薬局').dropped, (part) => part.words), ['いま']);
});

test('at night who never closes stands before who closes late', () => {
  assert.equal(namesOf('夜に来てくれるヘルパー')[0], 'facilities/hoshizora-helper');
});

test('ten slips of the hand, vowels and letters lead to the name that was meant', () => {
  for (const [asked, page] of Object.entries({
    ひらつかかいがんびょいん: 'facilities/kaigan-hospital', hiratukakaiganbyouin: 'facilities/kaigan-hospital', しおさいなすけあ: 'facilities/shiosai-nurse',
    ケアブランなでしこ: 'facilities/careplan-nadeshiko', まつかぜグルプホーム: 'facilities/matsukaze-gh', かがやきけあしよつぷ: 'facilities/kagayaki-shop',
    tōseki: 'facilities/daikan-dialysis', ゆったりほうもんにゅよく: 'facilities/yuttari-bath', ケアハウスこもれぴ: 'facilities/komorebi-carehouse', みなとやつきよく: 'facilities/minato-pharmacy',
  })) {
    const hits = engine.answer(asked).hits.map(pageOf);
    assert.ok(hits.slice(0, 3).includes(page), `${asked}: ${hits.slice(0, 3)}`);
  }
});

test('words that are no wish of the site put first who says them', () => {
  assert.equal(namesOf('介護ベッドをためしたい')[0], 'facilities/hiratsuka-yogu');
  assert.equal(namesOf('居宅 四之宮')[0], 'facilities/careplan-shinomiya');
});

test('a fact that holds a word of grammar is one wish', () => {
  assert.deepEqual(namesOf('年会費なしの福祉有償運送'), ['taxis/shakyo-idou']);
});

test('of two words that do not fit together the one is dropped that many say', () => {
  assert.deepEqual(namesOf('転院 看護師さんも一緒に乗ってくれる車'), ['taxis/shonan-kaigo-taxi']);
});

test('what a remark says in other forms of the words is an answer about the office that was named', () => {
  const answer = engine.answer('駅前病院 面会時間');
  assert.deepEqual([pageOf(answer.hits[0]), answer.dropped.length], ['contact-windows/ekimae', 0]);
  assert.equal(namesOf('四之宮総合病院 退院支援の窓口')[0], 'contact-windows/shinomiya');
});

test('a record that says all words under its own name stands before offices that lack one', () => {
  assert.equal(namesOf('箱根町 総合病院がない')[0], 'survey/hakone');
});

test('a treatment is found by the short names that nurses use, a department by its reading', () => {
  assert.deepEqual(namesOf('気切 訪看').sort(), namesOf('気管カニューレ 訪問看護').sort());
  assert.deepEqual(namesOf('じんぞうないか'), namesOf('腎臓内科'));
  assert.deepEqual(namesOf('PT OT STのいる訪看'), ['facilities/tamura-nurse']);
});

test('numbers are found with their units, in fields as in remarks', () => {
  assert.deepEqual(namesOf('初乗り730円').slice(0, 2).sort(), ['taxis/hanamizu-okuru', 'taxis/tamura-hope']);
  assert.equal(engine.answer('車いす2台乗れる車').dropped.length, 0);
});

test('letters of a short name do not stand inside a longer word', () => {
  assert.doesNotMatch(namesOf('PT OT').join(' '), /^en\//);
});

test('a treatment or an illness puts first who tells of it in the very words', () => {
  assert.equal(namesOf('床ずれ')[0], 'facilities/toyoda-clinic');
  assert.equal(namesOf('うつ')[0], 'facilities/takamura-kokoro-hospital');
  assert.equal(namesOf('心療内科')[0], 'facilities/takamura-kokoro-hospital');
});

test('what its name says round the clock is there round the clock', () => {
  const answer = engine.answer('24時間の往診');
  assert.deepEqual([answer.dropped.length, answer.hits.every((hit) => hit.item.tel)], [0, true]);
});

test('tomorrow is the day after today, and its holiday', () => {
  clock.now = new Date('2026-10-17T10:00+09:00'); // A Saturday.
  assert.deepEqual(namesOf('明日やってる薬局'), ['facilities/minato-pharmacy']);
  clock.now = new Date('2026-11-22T10:00+09:00'); // Tomorrow is a holiday.
  assert.deepEqual(namesOf('あした 薬局'), ['facilities/minato-pharmacy']);
});

test('at the turn of the year only who says nothing of closing is open', () => {
  assert.ok(asks('お正月', '毎日', '9:00〜18:00') && !asks('お正月', '毎日', '9:00〜18:00', '年末年始は休み。') && !asks('年末年始', '月〜土', '9:00〜18:00'));
});

test('an hour is also read in Chinese figures', () => {
  assert.ok(asks('朝八時から', '毎日', '8:00〜17:00') && !asks('朝八時から', '毎日', '9:00〜17:00'));
  assert.ok(asks('夜十時まで', '毎日', '9:00〜22:00') && !asks('夜十時まで', '毎日', '9:00〜21:00'));
  assert.ok(asks('十二時から', '毎日', '9:00〜17:00'));
});

test('a car that drives on Sundays and only mentions nurses is no visiting nurse on a Sunday', () => {
  for (const asked of ['日曜 訪問看護', '夜8時まで 訪問看護']) {
    const answer = engine.answer(asked);
    assert.equal(answer.dropped.length, 1, asked);
    assert.match(answer.hits[0].item.path, /nurse/, asked);
  }
});

test('on a holiday only who works every day is open now or today', () => {
  clock.now = new Date('2026-11-23T10:00+09:00'); // A Monday.
  for (const asked of ['いま開いている薬局', '今日やってる薬局']) assert.deepEqual(namesOf(asked), ['facilities/minato-pharmacy'], asked);
});

test('days off that a remark tells are no days of work', () => {
  assert.ok(!asks('木曜', '月〜土', '9:00〜17:00', '木曜日・日曜日・祝日は休診。') && asks('金曜', '月〜土', '9:00〜17:00', '木曜日・日曜日・祝日は休診。'));
  assert.ok(asks('日曜', '毎日', '9:00〜17:00', '日曜も休みなし。') && asks('土曜', '月〜土', '9:00〜17:00', '第3土曜は休み。'));
});

test('the hour of an evening is one of the afternoon, and 夜中 one word', () => {
  assert.ok(asks('夕方6時', '毎日', '9:00〜18:30') && !asks('夕方6時', '毎日', '9:00〜17:00'));
  assert.equal(engine.opening.askedAt('夜中', 0).length, 2);
});

test('of many who fit, those who say what else was said are the answer, the others stand below', () => {
  const answer = engine.answer('買い物に連れて行ってくれるタクシー');
  assert.equal(pageOf(answer.hits[0]), 'taxis/sanada-wing');
  assert.ok(!answer.hits.some((hit) => pageOf(hit) === 'taxis/tamura-hope') && answer.mentions().some((hit) => pageOf(hit) === 'taxis/tamura-hope'));
});

test('who comes to the district of a town serves it; who asks for the town alone is shown who is there', () => {
  assert.deepEqual(namesOf('袖ヶ浜 訪問看護').sort(), ['facilities/hanamizu-nurse', 'facilities/shiosai-nurse', 'facilities/sodegahama-nurse']);
  assert.ok(!namesOf('袖ヶ浜').includes('facilities/shiosai-nurse'));
});

test('what the site has words for, though no choice is called so, is answered by the offices that tell it', () => {
  assert.deepEqual(namesOf('休むための入院').sort(), ['contact-windows/kanamegawa', 'facilities/kanamegawa-hospital']);
});

test('two hours are no time of the day', () => {
  assert.equal(engine.opening.askedAt('2時間', 0), null);
  assert.equal(namesOf('2時間のリハビリ')[0], 'facilities/shinomiya-seikei');
});

test('a word of one character by itself is looked for, and a particle before a word is none of it', () => {
  assert.deepEqual(namesOf('靴を買いたい'), ['facilities/kagayaki-shop']);
  assert.deepEqual(namesOf('厚木の病院へ行く介護タクシー').sort(), ['taxis/shinomiya-taxi', 'taxis/tamura-hope']);
});

test('an issue of the letter that tells of it stands before pages that tell of the letter', () => {
  assert.equal(namesOf('連携だより 停電')[0], 'news/2026-09');
});

test('beside help in need stands nothing that only sounds alike', () => {
  assert.deepEqual(namesOf('もう消えてしまいたい'), ['scenes/urgent']);
});

test('chapters of a film are found apart from when they begin', () => {
  assert.match(engine.corpus.told.text, /\|1:10\|体温や血圧を測る\|/);
});

test('days and hours are understood as offices write them', () => {
  assert.ok(asks('日曜', '毎日', '9:00〜17:00') && asks('日曜', '火〜日', '9:00〜17:00') && asks('土日', '金〜月', '9:00〜17:00'));
  assert.ok(!asks('日曜', '月曜日〜金曜日', '9:00〜17:00') && !asks('日曜', '平日', '9:00〜17:00') && !asks('日曜', '月〜土（祝日は休み）', '9:00〜17:00'));
  assert.ok(asks('水曜日', '平日', '9:00〜17:00') && asks('平日', '月〜金', '9:00〜17:00') && !asks('毎日', '月〜土', '9:00〜17:00'));
  assert.ok(asks('夜9時まで', '毎日', '9:00〜21:00') && !asks('夜9時まで', '毎日', '9:00〜20:30') && asks('24時間', '毎日', '24時間'));
  assert.ok(asks('夕方', '月〜土', '9:00〜12:00、15:00〜17:30') && !asks('夕方', '月〜土', '9:00〜12:00'));
});

test('on Saturday evenings is not open who closes at noon on Saturdays', () => {
  const wishes = [engine.opening.askedAt('土曜', 0), engine.opening.askedAt('夕方', 0)];
  assert.ok(engine.opening.fit(open('月〜土', '9:00〜18:00'), wishes));
  assert.ok(!engine.opening.fit(open('月〜土', '9:00〜18:00', '土曜日は午前だけ。'), wishes));
  assert.ok(!engine.opening.fit(open('月〜土', '9:00〜18:00', '水曜日と土曜日は午前だけ。'), wishes));
});

test('what is not wanted is no answer', () => {
  assert.deepEqual(namesOf('病院以外で皮膚科'), ['facilities/toyoda-clinic']);
  assert.equal(namesOf('田村のクリニック 歯医者じゃないほう')[0], 'facilities/tamura-family-clinic');
  assert.ok(namesOf('日曜以外の薬局').length > 2);
});

test('when only what is not wanted is found, it is shown', () => {
  assert.deepEqual(namesOf('花水薬局 薬局以外'), ['facilities/hanamizu-pharmacy']);
});

test('a part of a number with its hyphen is found among other words', () => {
  assert.deepEqual(namesOf('00-0188ってどこのFAX'), ['taxis/takamura-taxi']);
});

test('everyday words for a service are as good as its name', () => {
  assert.deepEqual(namesOf('横になったまま乗れる車').sort(), namesOf('ストレッチャー タクシー').sort());
  assert.deepEqual(namesOf('湯船に入れてほしい').sort(), namesOf('訪問入浴').sort());
  assert.deepEqual(namesOf('何日か泊めてくれるところ').sort(), namesOf('ショートステイ').sort());
});

test('a day on which nobody of a service is there is dropped, though a page is meant for the service', () => {
  assert.ok(namesOf('日曜に行ける包括支援センター').includes('facilities/houkatsu-nakahara'));
});

test('words of denial alone ask for nothing, and both of two are denied', () => {
  for (const asked of ['以外', 'じゃない', '以外病院', '病院 以外 診療所', '以外で']) assert.doesNotThrow(() => engine.answer(asked), asked);
  const names = namesOf('病院と診療所以外 訪問看護');
  assert.ok(names.length > 2 && !names.includes('facilities/kanamegawa-hospital'));
});

test('a number with blanks or with the code of the country is the same number', () => {
  for (const asked of ['0463 00 0010', '+81463000010', '81-463-00-0010', '0463.00.0010']) assert.deepEqual(namesOf(asked), ['facilities/kaigan-hospital'], asked);
});

test('one at night is past midnight', () => {
  assert.ok(!asks('夜1時', '毎日', '9:00〜18:00') && asks('夜の1時', '毎日', '17:00〜翌2:00'));
});

test('who works every day and says no other is there on holidays', () => {
  assert.ok(asks('祝日', '毎日', '9:00〜18:00') && !asks('祝日', '毎日', '9:00〜18:00', '祝日は休み。') && !asks('日祝', '月〜土', '9:00〜18:00'));
});

test('who asks for a service at night is led to who can be called then, where nobody of it is there', () => {
  for (const question of ['夜中 訪問看護', '夜間の訪問看護', '夜も来てくれる訪問看護'])
    assert.deepEqual(namesOf(question).sort(), ['facilities/shiosai-nurse', 'facilities/sodegahama-nurse'], question);
  assert.deepEqual(namesOf('夜8時の薬局'), ['facilities/minato-pharmacy'], 'who is open then stays the answer');
});

test('a wheelchair is one to ride in or to borrow, not the one that reclines', () => {
  assert.ok(namesOf('車椅子 タクシー').length > 10);
  assert.ok(namesOf('日曜日に車椅子で病院に行きたい').includes('taxis/sanada-wing'));
  assert.deepEqual(namesOf('車いす 借りたい').sort(), ['facilities/hiratsuka-yogu', 'facilities/kagayaki-shop']);
});
