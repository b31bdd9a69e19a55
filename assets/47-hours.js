// Whether somebody is at the telephone now, by the clock of Japan: until when, or whom to call instead. Without scripts
// the hours stand there as they are.
"use strict";
(function () {
  var aDay = 24 * 60;
  var now = tebiki.clock(), yesterday = tebiki.clock(-1);

  // Until which minute of today somebody is there; hours of yesterday may run into today. Each range has its days.
  function openUntil(times) {
    var untils = times.until.split(" ").map(Number), days = times.days.split(" "), result;
    times.from.split(" ").map(Number).forEach(function (from, i) {
      [[now, 0], [yesterday, aDay]].forEach(function (pair) {
        var day = pair[0], minute = now.minute + pair[1];
        var works = days[i].includes(day.weekday) && !tebiki.wordsOf(times.holidays).includes(day.date);
        if (works && minute >= from && minute < untils[i]) result = untils[i];
      });
    });
    return result;
  }

  // Where there is no list of holidays, or it has ended, the hours stand there as they are by day.
  var other = document.querySelector(".after-hours"), holidays = other ? tebiki.wordsOf(other.dataset.holidays) : [];
  if (other) {
    var until = openUntil(other.dataset), open = until !== undefined;
    var restsOnHolidays = Array.from(document.querySelectorAll(".call .hours")).some(function (hours) { return hours.textContent.includes("祝"); });
    var known = !tebiki.mayBeHoliday(holidays, now.date) && (holidays.length > 0 || !restsOnHolidays);
    document.documentElement.classList.toggle("closed-now", !open);
    if (open && known) document.querySelectorAll(".call .hours, .hero-call .hours").forEach(function (hours) {
      hours.classList.add("open");
      hours.textContent = tebiki.say(other.dataset.open, { until: tebiki.timeOf(until > aDay ? until - aDay : until) });
    });
  }

  var today = document.querySelector('.week [data-weekday="' + now.weekday + '"]');
  // On a holiday only those are there for certain who work every day.
  var isHoliday = tebiki.mayBeHoliday(holidays, now.date);
  if (today && !(isHoliday && document.querySelector(".week [data-weekday]:not(.open)"))) {
    today.classList.add("today");
    today.setAttribute("aria-current", "date");
  }

  // Of the office whose page this is: whether somebody is there now, and from when until when on each day of its week. Of
  // offices near it: until when today.
  var reach = document.querySelector(".record-reach[data-open-until]"), week = Array.from(document.querySelectorAll(".week li"));
  if (!reach) return;
  var told = { holidays: tebiki.wordsOf(reach.dataset.holidays), opening: tebiki.opening({ days: reach.dataset.days, "every-day": reach.dataset.everyDay, "working-days": reach.dataset.workingDays, "all-day": reach.dataset.allDay }) };
  function text(place, selector) { return Array.from(place.querySelectorAll(selector)).map(function (part) { return part.textContent; }); }
  function tell(place, opening, notes, element) {
    var words = text(place, opening), office = told.opening.of(words.length > 1 ? words[0] : "", words[words.length - 1] || "", notes), at = document.createElement(element);
    if (!office.days || !office.spans.length) return office;
    var isAlwaysReached = place === reach && tebiki.wordsOf(reach.dataset.allDay).some(function (word) { return text(document, ".record .tags, .record-reach .has").join(" ").includes(word); });
    office = Object.assign({}, office, { isAlwaysReached: isAlwaysReached });
    at.className = "today";
    place.querySelector(opening).closest(".opening").before(at);
    tebiki.rows.putToday(place, office, told, reach.dataset);
    return office;
  }
  if (week.length) {
    var note = text(reach, ".opening-note").concat(text(reach, ".remark"))[0] || "", office = tell(reach, ".opening > *", note, "p");
    week.forEach(function (day, i) {
      var own = office.week[i], span = own && own.isSure && own.spans.length === 1 && !office.whole && day.matches(".open") && own.spans[0];
      if (day.matches(".open") && office.days && !own) {
        day.classList.remove("open");
        day.querySelector("small").textContent = reach.dataset.closedDay;
      } else if (span && span[0] % 60 + span[1] % 60 === 0) day.querySelector("small").textContent = span[0] / 60 + "–" + span[1] / 60;
      else if (span) day.querySelector("small").replaceChildren(tebiki.timeOf(span[0]), document.createElement("br"), tebiki.timeOf(span[1]));
    });
  }
  document.querySelectorAll(".record-body .entry:has(.opening)").forEach(function (row) { tell(row, ".opening", row.dataset.openingNote || "", "span"); });
})();
