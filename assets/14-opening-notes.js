// What a note on days and hours takes away: 土曜日は午前だけ。木曜日・祝日は休診。 What it says and nobody here reads makes its
// days unsure: then nothing is told of them, rather than something wrong.
"use strict";
(function () {
  var noon = 720, earlyAfternoon = 780, newYear = /-(?:12-(?:29|3\d)|01-0[1-3])$/, midsummer = /-08-1[3-6]$/;

  // `days`: how days and hours are read, see `tebiki.officeHours`.
  tebiki.openingNotes = function (names, days) {
    var and = "(?:[・、,と/や]|及び|および)", dayName = "(?:[" + names + "](?:曜日?)?|祝(?:日|祭日)?|祭日)", dayList = "(" + dayName + "(?:" + and + "?" + dayName + ")*)";
    var feast = "(?:年末年始|年末|年始|お盆|お?正月|元[日旦]|\\d+月\\d+日(?:[〜～~-]\\d+月\\d+日)?)", begin = "^(?:※|毎週)?(?:" + feast + and + ")*", end = "(?:" + and + feast + ")*";
    var rests = "(?:お?休(?:み|診|業|館|止)?|やすみ|定休)(?:日|です|とする|とします|になります|いたします|します)*$";
    var read = {
      closed: new RegExp(begin + dayList + end + "(?:は|が)?(?:終日|全日)?" + rests + "|^(?:※)?(?:定休日?|休[診業館]日|休み)[:：は]?" + dayList + end + "(?:です)?$|" + begin + dayList + end + "を除く$|" + begin + dayList + "は(?:営業|診療)(?:していません|しません)$"),
      feasts: new RegExp("^(?:※)?" + feast + "(?:" + and + feast + ")*(?:は|も|が)?(?:" + rests + "|を除く$)"),
      afternoon: new RegExp(begin + dayList + "(?:は|の)?、?午後(?:は|も|を)?" + rests),
      morning: new RegExp(begin + dayList + "(?:は|の)?午前(?:中)?(?:だけ|のみ|まで)?(?:です|診療)*$"),
      until: new RegExp(begin + dayList + "(?:は|だけ)(?:午(前|後))?(?:(正午)|(\\d{1,2})(?::(\\d\\d)|時(?:(半)|(\\d{1,2})分)?))まで(?:です|診療)*$"),
      hours: new RegExp(begin + dayList + "(?:は|だけ)\\s*(" + days.timeRange + "(?:[・、，,と/\\s]*" + days.timeRange + ")*)$")
    };
    // What may make a day another than its hours say, and what there is besides: 夜間透析もあります.
    var named = new RegExp("[" + names + "](?=曜|[・、と〜～~-][" + names + "]|の?午|は|も)", "g");
    var mayDiffer = new RegExp("[" + names + "]曜|土日|午[前後]|休|祝|予約|電話(?:だけ|のみ)|を除"), besides = /も(?:あり|開|診|つなが|受け|対応|訪問|して|行)|24時間|年中無休/;

    function bitsOf(list) { return days.bits(list.replace(/祝祭日|祝日|祭日|祝/g, "")); }
    // What is left of a day that ends sooner; of one that ends at noon by itself the morning.
    function shortened(day, until) {
      var last = until || noon, kept = day.spans.filter(function (span) { return span[0] < last; });
      var ends = !until && kept.some(function (span) { return span[1] > earlyAfternoon; });
      return Object.assign({}, day, { spans: kept.map(function (span) { return [span[0], Math.min(span[1], until || earlyAfternoon)]; }), isSure: day.isSure && !ends });
    }
    function untilOf(found) {
      if (found[3]) return noon;
      var hour = Number(found[4]) + (found[2] === "後" && found[4] < 12 ? 12 : 0);
      return hour * 60 + Number(found[5] || found[7] || (found[6] ? 30 : 0));
    }
    function heed(sentence, office) {
      function change(mask, make) {
        office.week = office.week.map(function (day, i) { return mask & (1 << i) ? make(day) : day; });
      }
      function changeOpen(list, make) {
        // On a day on which it does not work, 土曜日は午前だけ says that it does.
        office.mayOpen |= bitsOf(list) & ~office.days;
        change(bitsOf(list), function (day) { return day && make(day); });
      }
      var found;
      if ((found = read.closed.exec(sentence))) {
        var list = found.slice(1).find(Boolean);
        change(bitsOf(list), function () { return null; });
        office.restsOnHolidays = office.restsOnHolidays || /祝|祭/.test(list);
        if (/年|正月|元/.test(sentence)) office.feasts.push(newYear);
      } else if (read.feasts.test(sentence)) {
        office.feasts.push(newYear);
        if (/盆/.test(sentence)) office.feasts.push(midsummer);
      } else if (/^(?:祝祭日|祝日|祭日)(?:は|が|も)?(?:お?休|を除)/.test(sentence)) office.restsOnHolidays = true;
      else if ((found = read.afternoon.exec(sentence) || read.morning.exec(sentence))) changeOpen(found[1], function (day) { return shortened(day, 0); });
      else if ((found = read.until.exec(sentence))) changeOpen(found[1], function (day) { return shortened(day, untilOf(found)); });
      else if ((found = read.hours.exec(sentence))) changeOpen(found[1], function (day) { return Object.assign({}, day, { spans: days.spansOf(found[2]) }); });
      else if (mayDiffer.test(sentence) || besides.test(sentence)) {
        var some = days.bits((sentence.match(named) || []).join("")), mask = some && !/[〜～~-]/.test(sentence) ? some : days.everyDay;
        office.mayOpen |= mask;
        if (!besides.test(sentence)) change(mask, function (day) { return day && Object.assign({}, day, { isSure: false }); });
      }
    }
    return function (office, notes) {
      var made = Object.assign({}, office, { feasts: [], mayOpen: 0 });
      notes.normalize("NFKC").replace(/[ \u3000]+/g, "").split(/[。|\n()【】]+/).filter(Boolean).forEach(function (sentence) { heed(sentence, made); });
      made.days = made.week.reduce(function (mask, day, i) { return day ? mask | (1 << i) : mask; }, 0);
      return made;
    };
  };
})();
