// Days and hours, as people ask for them.
"use strict";
(function () {
  // 8, 八, 十二.
  function hourOf(written) {
    var tens = written.startsWith("十"), digit = "一二三四五六七八九".indexOf(written.slice(-1)) + 1;
    return /[0-9]/.test(written) ? parseInt(written, 10) : (tens ? 10 : 0) + digit;
  }
  function listOf(words) { return tebiki.wordsOf(words); }

  // `language`: the words of the site by which days and hours are told.
  tebiki.opening = function (language, holidays) {
    var days = language.days, offices = tebiki.officeHours(language), bits = offices.bits, everyDay = tebiki.everyDay;
    var patterns = [];
    // 夜中 before 夜.
    function add(words, make) {
      words.sort(function (one, other) { return other.length - one.length; });
      if (words.length) patterns.push({ form: new RegExp("^(?:" + words.join("|") + ")"), make: make });
    }
    function onDays(mask) { return { days: mask, fits: function (office) { return (office.days & mask) === mask; } }; }
    function until(time) { return { closes: time, fits: function (office) { return offices.isOpenUntil(office, 0, time); } }; }
    function from(time) { return { fits: function (office) { return office.opens <= time; } }; }
    add(listOf(language["every-day"]), function () { return onDays(everyDay); });
    // On a holiday is open for certain who works every day.
    function onDay(clock) {
      return onDays(tebiki.mayBeHoliday(holidays || [], clock.date) ? everyDay : 1 << (clock.weekday + 6) % 7);
    }
    add(listOf(language.today), function () { return onDay(tebiki.clock()); });
    add(listOf(language.tomorrow), function () { return onDay(tebiki.clock(1)); });
    add(listOf(language.feasts), function () {
      return { fits: function (office) { return office.days === everyDay && !office.restsOnHolidays && !office.feasts.length; } };
    });
    add(listOf(language.now), function () {
      return { now: true, fits: function (office) { return Boolean(offices.spanNow(office, tebiki.clock(), holidays || [])); } };
    });
    add(["[" + days + "・]*(?:祝日|祭日|祝祭日|日祝)"], function (found) {
      var wanted = bits(found[0].replace(/祝祭日|祝日|祭日/, "").replace("祝", ""));
      return { days: wanted, fits: function (office) { return office.days === everyDay && !office.restsOnHolidays; } };
    });
    add(listOf(language["working-days"]), function () { return onDays(31); });
    add(listOf(language.weekend), function () { return onDays(96); });
    add(["[" + days + "][〜~-][" + days + "]曜?日?", "[" + days + "](?:・?[" + days + "])*(?:" + listOf(language.weekday).join("|") + ")"],
      function (found) { return onDays(bits(found[0])); });
    add(listOf(language["all-day"]), function () { return { fits: function (office) { return office.whole; } }; });
    add(["(朝|午前|夕方|夜中|深夜|夜|午後)?の?([0-9]{1,2}|[一二三四五六七八九]|十[一二]?)時(?!間)(" + listOf(language["until-hour"]).concat(listOf(language["from-hour"])).join("|") + ")?"], function (found) {
      var hour = hourOf(found[2]);
      // 夜12時 is midnight, 午後12時 noon.
      if (hour > 24) return null;
      // 夜1時 is past midnight.
      var isNight = /夜/.test(found[1] || ""), isLate = isNight && (hour < 6 || hour === 12);
      var time = hour * 60 + (isLate && hour < 6 ? 1440 : /夕|夜|午後/.test(found[1] || "") && hour < 12 || isLate ? 720 : 0);
      return listOf(language["until-hour"]).includes(found[3]) || time > 12 * 60 ? until(time) : from(time);
    });
    add(listOf(language.afternoon), function () { return until(14 * 60); });
    add(listOf(language.evening), function () { return until(17 * 60); });
    add(listOf(language.night), function () { return until(19 * 60 + 1); });
    add(listOf(language.morning), function () { return from(7 * 60); });

    var allDay = listOf(language["all-day"]);
    return {
      of: offices.of,
      // `row`: what the data for searching tell of an office, or nothing where it tells no days and hours; `terms`: what it
      // may be said to be. Who says 24時間つながる is reached on days off, too.
      ofRow: function (row, terms) {
        if (!row[9] && !row[10]) return null;
        var office = offices.of(row[9] || "", row[10] || "", row[14] || "");
        var isAlwaysReached = (row[6] || "").split(" ").some(function (token) {
          return token && !token.endsWith("!") && allDay.some(function (word) { return terms[parseInt(token, 10)][0].includes(word); });
        });
        return isAlwaysReached ? Object.assign({}, office, { isAlwaysReached: true }) : office;
      },
      // What the words from `at` on ask of days and hours, with their length; otherwise nothing.
      askedAt: function (words, at) {
        var best = null;
        patterns.forEach(function (pattern) {
          var found = pattern.form.exec(words.slice(at)), asked = found && pattern.make(found);
          if (asked && (!best || found[0].length > best.length)) best = Object.assign(asked, { length: found[0].length });
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
        return each && (!late || !wanted || offices.isOpenUntil(office, wanted, late));
      },
      spansOn: offices.spansOn, spanNow: offices.spanNow, mayRest: offices.mayRest,
      // All these times at once: now, saturday, sunday, evening, night.
      opens: function (office, times, clock, holidays) {
        var wanted = (times.includes("saturday") ? 32 : 0) | (times.includes("sunday") ? 64 : 0);
        var late = times.includes("night") ? 19 * 60 + 1 : times.includes("evening") ? 17 * 60 + 1 : 0;
        if (times.includes("now") && !offices.spanNow(office, clock, holidays)) return false;
        return (office.days & wanted) === wanted && (!late || offices.isOpenUntil(office, wanted, late));
      }
    };
  };
})();
