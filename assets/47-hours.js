// Whether somebody is at the telephone now, by the clock of Japan: until when, or whom to call instead. Without scripts
// the hours stand there as they are.
"use strict";
(function () {
  var aDay = 24 * 60;
  var now = tebiki.clock(), yesterday = tebiki.clock(-1);

  // Until which minute of today somebody is there; hours of yesterday may run into today.
  function openUntil(times) {
    var untils = times.until.split(" ").map(Number), result;
    times.from.split(" ").map(Number).forEach(function (from, i) {
      [[now, 0], [yesterday, aDay]].forEach(function (pair) {
        var day = pair[0], minute = now.minute + pair[1];
        var works = times.days.includes(day.weekday) && !times.holidays.split(" ").includes(day.date);
        if (works && minute >= from && minute < untils[i]) result = untils[i];
      });
    });
    return result;
  }

  var other = document.querySelector(".after-hours");
  if (other) {
    var until = openUntil(other.dataset), open = until !== undefined, call = document.querySelector(".call");
    other.hidden = open;
    call.hidden = !open;
    var hours = call.querySelector(".hours");
    hours.classList.toggle("open", open);
    if (open) {
      until = until > aDay ? until - aDay : until;
      hours.textContent = tebiki.say(other.dataset.open, {
        until: Math.floor(until / 60) + ":" + String(until % 60).padStart(2, "0") });
    }
  }

  var today = document.querySelector('.week [data-weekday="' + now.weekday + '"]');
  if (today) {
    today.classList.add("today");
    today.setAttribute("aria-current", "date");
  }
})();
