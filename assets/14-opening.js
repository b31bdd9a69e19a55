// When an office is open: its days and hours as it writes them, and what its notes take away.
"use strict";
// The time by the clock of Japan: `date` as in content, `weekday` from Sunday, `minute` of the day; so many days later.
tebiki.clock = function (days) {
  // Japan knows no summer time.
  var now = new Date(Date.now() + (9 + 24 * (days || 0)) * 3600000);
  return { date: now.toISOString().slice(0, 10), minute: now.getUTCHours() * 60 + now.getUTCMinutes(), weekday: now.getUTCDay() };
};
// Whether that day is a holiday; where the list of holidays has ended, nobody knows, and it may be one.
tebiki.mayBeHoliday = function (holidays, date) {
  return holidays.includes(date) || (holidays.length > 0 && date > holidays[holidays.length - 1]);
};

(function () {
  var aDay = 1440;
  tebiki.everyDay = 127;
  tebiki.wordsOf = function (words) { return (words || "").split(" ").filter(Boolean); };

  // `language`: the words of the site by which days and hours are told.
  tebiki.officeHours = function (language) {
    var names = language.days, dayName = "[" + names + "](?:曜日?)?", dayRange = dayName + "(?:[〜～~-]" + dayName + ")?";
    var everyDayWords = tebiki.wordsOf(language["every-day"]), workingWords = tebiki.wordsOf(language["working-days"]), allDayWords = tebiki.wordsOf(language["all-day"]);
    var between = "[・、，,と/\\s]*";
    var clockTime = "(?:翌日?の?)?\\d{1,2}:\\d\\d", timeRange = "(" + clockTime + ")\\s*[〜～~-]\\s*(" + clockTime + ")";
    // Days and what is open on them, as often as it is said: 月〜金 9:00〜17:00、土 9:00〜12:00.
    var daysAlone = new RegExp("^(?:" + dayRange + between + ")+$");
    var group = new RegExp("([^0-9:]*?)\\s*(" + (allDayWords.length ? "(?:" + allDayWords.join("|") + ")|" : "") + timeRange + "(?:[・、，,と/\\s]*" + timeRange + ")*)", "g");

    // 月〜金, 月曜日と水曜日: bits from Monday.
    function bits(text) {
      var mask = 0;
      text = text.replace(/曜日?/g, "").replace(new RegExp("([" + names + "])[〜～~-]([" + names + "])", "g"), function (whole, first, last) {
        for (var day = names.indexOf(first); ; day = (day + 1) % 7) {
          mask |= 1 << day;
          if (names[day] === last) return "";
        }
      });
      Array.from(text).forEach(function (c) { if (names.includes(c)) mask |= 1 << names.indexOf(c); });
      return mask;
    }
    // 0 where something else is said, 水曜定休 or 土日祝を除く, which may mean the contrary.
    function daysOf(text) {
      var parts = text.split(/[・、，,と/\s]+/).filter(Boolean), masks = parts.map(function (part) {
        if (everyDayWords.includes(part)) return tebiki.everyDay;
        if (workingWords.includes(part)) return 31;
        return /^祝(?:日|祭日)?$|^祭日$/.test(part) ? 0 : daysAlone.test(part) ? bits(part) : NaN;
      });
      return masks.some(Number.isNaN) ? 0 : masks.reduce(function (mask, one) { return mask | one; }, 0);
    }
    function minuteOf(time) {
      var parts = /(\d+):(\d+)/.exec(time);
      return parts[1] * 60 + Number(parts[2]) + (time[0] === "翌" ? aDay : 0);
    }
    // 9:00〜12:00、15:00〜17:30; 17:00〜2:00 ends on the next day.
    function spansOf(times) {
      if (allDayWords.includes(times)) return [[0, aDay]];
      return Array.from(times.matchAll(new RegExp(timeRange, "g")), function (found) {
        var from = minuteOf(found[1]), until = minuteOf(found[2]);
        return [from, until > from ? until : until + aDay];
      });
    }

    var note = tebiki.openingNotes(names, { bits: bits, spansOf: spansOf, timeRange: timeRange, everyDay: tebiki.everyDay });

    // Of an office: its days as bits from Monday, 0 where they are not told; when it opens first and closes last, in
    // minutes; whether it never closes; and of each day of the week, from Monday, its spans and whether they are told for
    // certain, or null where it is closed. By its notes: whether it rests on holidays, on which days of the year else, and
    // the days on which it may be open all the same.
    function made(dayWords, hourWords) {
      var groups = Array.from(hourWords.matchAll(group), function (found) { return { words: found[1].replace(/^[・、，,\s]+/, ""), spans: spansOf(found[2]) }; });
      var rest = hourWords.replace(group, "").trim(), told = dayWords ? daysOf(dayWords) : 0;
      var each = !dayWords && groups.length && groups.every(function (one) { return daysOf(one.words); });
      // Of 月〜金 9:00〜18:00、水 9:00〜12:00 nobody knows which is meant on Wednesdays.
      var sum = each ? groups.reduce(function (some, one) { return some + daysOf(one.words); }, 0) : 0;
      var all = groups.flatMap(function (one) { return one.spans; }), week = names.split("").map(function () { return null; });
      var isSure = !rest && ((each && sum === groups.reduce(function (mask, one) { return mask | daysOf(one.words); }, 0)) || (groups.length === 1 && !groups[0].words));
      var days = each ? groups.reduce(function (mask, one) { return mask | daysOf(one.words); }, 0) : told || (dayWords ? 0 : daysOf(hourWords));
      week.forEach(function (none, day) {
        var own = each ? groups.filter(function (one) { return daysOf(one.words) & (1 << day); }).flatMap(function (one) { return one.spans; }) : all;
        if (days & (1 << day)) week[day] = { spans: own, isSure: isSure };
      });
      return { days: days, opens: Math.min.apply(null, all.map(function (span) { return span[0]; })), closes: Math.max.apply(null, all.map(function (span) { return span[1]; })),
        whole: all.some(function (span) { return span[0] === 0 && span[1] === aDay; }), spans: all, week: week, restsOnHolidays: false, feasts: [], mayOpen: 0 };
    }
    function withoutBrackets(words) {
      var inside = [];
      return { text: words.replace(/[（(]([^（）()]*)[）)]/g, function (whole, some) { inside.push(some); return ""; }).trim(), inside: inside };
    }
    function dayBefore(date) { return new Date(Date.parse(date) - 86400000).toISOString().slice(0, 10); }
    function mayRest(office, date, holidays) {
      // Who rests on holidays where nobody knows which these are may rest on any day.
      if (office.restsOnHolidays && !holidays.length) return true;
      return (tebiki.mayBeHoliday(holidays, date) && (office.days !== tebiki.everyDay || office.restsOnHolidays)) || office.feasts.some(function (feast) { return feast.test(date); });
    }
    var known = new Map();
    return {
      bits: bits,
      // `notes`: sentences that may tell of days off and of shorter days.
      of: function (dayWords, hourWords, notes) {
        // 9:00〜17:00（土曜日は12:00まで）, 毎日（水曜定休）
        var days = withoutBrackets(dayWords), hours = withoutBrackets(hourWords), key = days.text + "|" + hours.text;
        if (!known.has(key)) known.set(key, made(days.text, hours.text));
        var all = days.inside.concat(hours.inside, notes || []).join("|");
        return all ? note(known.get(key), all) : known.get(key);
      },
      // Its hours on these days; nothing where they differ or nobody says them for certain.
      spansOn: function (office, days) {
        var some = office.week.filter(function (day, i) { return days & (1 << i); });
        var same = some.length && some.every(function (day) { return day && day.isSure && JSON.stringify(day.spans) === JSON.stringify(some[0].spans); });
        return same ? some[0].spans : [];
      },
      // Whether it may rest that day, whatever its week says: on a holiday is open for certain who works every day.
      mayRest: mayRest,
      // The span of now, of today or of a night that began yesterday.
      spanNow: function (office, clock, holidays) {
        var today = (clock.weekday + 6) % 7, found = null;
        [[today, 0, clock.date], [(today + 6) % 7, aDay, dayBefore(clock.date)]].forEach(function (one) {
          var day = office.week[one[0]], minute = clock.minute + one[1];
          var span = day && !mayRest(office, one[2], holidays) && day.spans.find(function (some) { return some[0] <= minute && minute < some[1]; });
          if (span && !found) found = { until: span[1] - one[1], isSure: day.isSure };
        });
        return found;
      },
      // Whether it is open so late on all of these days; without days, on some.
      isOpenUntil: function (office, days, minute) {
        function reaches(day) { return Boolean(day) && day.spans.some(function (span) { return span[1] >= minute; }); }
        if (!days) return office.days ? office.week.some(reaches) : office.closes >= minute;
        return office.week.every(function (day, i) { return !(days & (1 << i)) || reaches(day); });
      }
    };
  };
})();
