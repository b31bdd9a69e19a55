// Days and hours, as offices write them and as people ask for them.
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
  var everyDay = 127;
  // 月〜金, 月曜日と水曜日; not the 日 of 曜日 and 祝日.
  function bits(days, text) {
    var mask = 0;
    text = text.replace(/曜(日(?!曜))?|[祝祭休定平終]日/g, "").replace(new RegExp("([" + days + "])[〜～~-]([" + days + "])", "g"), function (whole, first, last) {
      for (var day = days.indexOf(first); ; day = (day + 1) % 7) {
        mask |= 1 << day;
        if (days[day] === last) return "";
      }
    });
    Array.from(text).forEach(function (c) { if (days.includes(c)) mask |= 1 << days.indexOf(c); });
    return mask;
  }
  function minutes(hour, minute) { return parseInt(hour, 10) * 60 + (parseInt(minute, 10) || 0); }
  // 9:00〜12:00、15:00〜17:30
  function pairs(times) {
    return times.slice(0, times.length >> 1).map(function (time, i) { return [times[2 * i], times[2 * i + 1]]; });
  }
  function listOf(words) { return (words || "").split(" ").filter(Boolean); }

  // `language`: the words of the site by which days and hours are told.
  tebiki.opening = function (language, holidays) {
    var days = language.days;
    // Of an office: its days as bits from Monday, when it opens and closes in minutes. 0 days: not told.
    var known = new Map();
    function told(dayWords, hourWords) {
      var key = dayWords + "|" + hourWords;
      if (known.has(key)) return known.get(key);
      var times = (hourWords.match(/\d+:\d\d/g) || []).map(function (time) { return minutes.apply(null, time.split(":")); });
      var whole = listOf(language["all-day"]).some(function (word) { return hourWords.includes(word); });
      var every = listOf(language["every-day"]).some(function (word) { return dayWords.includes(word); });
      var working = listOf(language["working-days"]).some(function (word) { return dayWords.includes(word); }) ? 31 : 0;
      known.set(key, { days: every ? everyDay : bits(days, dayWords) | working, opens: whole ? 0 : Math.min.apply(null, times), whole: whole,
        closes: whole ? 1440 : Math.max.apply(null, times), spans: whole ? [[0, 1440]] : pairs(times), mornings: 0 });
      return known.get(key);
    }
    var halfDays = new RegExp("([" + days + "])曜日?(?:と([" + days + "])曜日?)?は(?:午前|1[0-3]:|1[0-2]時)");
    // 木曜日・日曜日・祝日は休診; not the third Saturday alone.
    var closedDays = new RegExp("(^|[^0-9第一二三四五回週])((?:[" + days + "祝](?:曜日?|日)?[・、と]?)+)は?(?:お?休(?:み|診|業)|定休)(?!.{0,3}な[しく])", "g");
    function closed(notes) {
      return Array.from((notes || "").matchAll(closedDays)).reduce(function (mask, found) { return mask | bits(days, found[2]); }, 0);
    }
    function of(dayWords, hourWords, notes) {
      var office = told(dayWords || hourWords, hourWords), half = notes && halfDays.exec(notes), shut = closed(notes) & office.days;
      if (shut) office = Object.assign({}, office, { days: office.days & ~shut });
      return half ? Object.assign({}, office, { mornings: bits(days, half[1] + (half[2] || "")) }) : office;
    }

    var patterns = [];
    // 夜中 before 夜.
    function add(words, make) {
      words.sort(function (one, other) { return other.length - one.length; });
      if (words.length) patterns.push({ form: new RegExp("^(?:" + words.join("|") + ")"), make: make });
    }
    function onDays(mask) { return { days: mask, fits: function (office) { return (office.days & mask) === mask; } }; }
    function until(time) { return { closes: time, fits: function (office) { return office.closes >= time; } }; }
    function from(time) { return { fits: function (office) { return office.opens <= time; } }; }
    add(listOf(language["every-day"]), function () { return onDays(everyDay); });
    // On a holiday is open for certain who works every day.
    function isHoliday() { return tebiki.mayBeHoliday(holidays || [], tebiki.clock().date); }
    add(listOf(language.today), function () {
      return isHoliday() ? onDays(everyDay) : onDays(1 << ((tebiki.clock().weekday + 6) % 7));
    });
    add(listOf(language.now), function () {
      return { now: true, fits: function (office) { return opening.until(office, tebiki.clock(), isHoliday()) > 0; } };
    });
    add(listOf(language["working-days"]), function () { return onDays(31); });
    add(listOf(language.weekend), function () { return onDays(96); });
    add(["[" + days + "][〜~-][" + days + "]曜?日?", "[" + days + "](?:・?[" + days + "])*(?:" + listOf(language.weekday).join("|") + ")"],
      function (found) { return onDays(bits(days, found[0])); });
    add(listOf(language["all-day"]), function () { return { fits: function (office) { return office.whole; } }; });
    add(["(朝|午前|夕方|夜|午後)?の?([0-9]{1,2})時(?!間)(" + listOf(language["until-hour"]).concat(listOf(language["from-hour"])).join("|") + ")?"], function (found) {
      var time = minutes(found[2], 0) + (/夕|夜|午後/.test(found[1] || "") && found[2] < 12 ? 720 : 0);
      return listOf(language["until-hour"]).includes(found[3]) || time > 12 * 60 ? until(time) : from(time);
    });
    add(listOf(language.afternoon), function () { return until(14 * 60); });
    add(listOf(language.evening), function () { return until(17 * 60); });
    add(listOf(language.night), function () { return until(19 * 60 + 1); });
    add(listOf(language.morning), function () { return from(7 * 60); });

    var opening = {
      of: of,
      // What the words from `at` on ask of days and hours, with their length; otherwise nothing.
      askedAt: function (words, at) {
        var best = null;
        patterns.forEach(function (pattern) {
          var found = pattern.form.exec(words.slice(at));
          if (found && (!best || found[0].length > best.length)) best = Object.assign(pattern.make(found), { length: found[0].length });
        });
        return best;
      },
      // Wishes for one office at once: on Saturday evenings is not open who closes at noon on Saturdays.
      fit: function (office, wishes) {
        var wanted = 0, late = 0;
        var each = wishes.every(function (wish) {
          wanted |= wish.days || 0;
          late = Math.max(late, wish.closes || 0);
          return wish.fits(office);
        });
        return each && !(late > 13 * 60 && wanted & office.mornings);
      },
      // Its hours on these days; nothing where it closes at noon, but nobody says when.
      spansOn: function (office, asked) {
        var isHalf = asked & office.mornings, spans = office.spans.filter(function (span) { return !isHalf || span[0] < 12 * 60; });
        return spans.some(function (span) { return isHalf && span[1] > 13 * 60; }) ? [] : spans;
      },
      // When the office closes that is open now; otherwise nothing. Whether it works on a holiday only those say who work every day.
      until: function (office, clock, holiday) {
        var day = (clock.weekday + 6) % 7;
        if (!(office.days & (1 << day)) || (holiday && office.days !== everyDay)) return 0;
        if (office.mornings & (1 << day) && clock.minute >= 13 * 60) return 0;
        var span = office.spans.find(function (one) { return one[0] <= clock.minute && clock.minute < one[1]; });
        return span ? span[1] : 0;
      },
      // `time`: now, saturday, sunday, evening, night; `saturday morning`: it closes at noon on Saturdays.
      opens: function (office, time, clock, holiday) {
        if (time === "now") return this.until(office, clock, holiday) > 0;
        var day = /^saturday/.test(time) ? 32 : /^sunday/.test(time) ? 64 : 0;
        if (day) return Boolean((/morning$/.test(time) ? office.mornings : office.days) & day);
        return office.closes > (time === "evening" ? 17 : 19) * 60;
      },
      today: function (office, day) { return office.days & (1 << day); }
    };
    return opening;
  };
})();
