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
        var works = days[i].includes(day.weekday) && !times.holidays.split(" ").includes(day.date);
        if (works && minute >= from && minute < untils[i]) result = untils[i];
      });
    });
    return result;
  }

  // Where the list of holidays has ended, the hours stand there as they are by day.
  var other = document.querySelector(".after-hours"), holidays = other ? other.dataset.holidays.split(" ") : [];
  if (other) {
    var until = openUntil(other.dataset), open = until !== undefined;
    var known = !tebiki.mayBeHoliday(holidays, now.date);
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
})();
