// Whether somebody is at the telephone now, by the clock of Japan: until when, or whom to call instead. Without scripts
// the hours stand there as they are.
"use strict";
(function () {
  var a_day = 24 * 60;
  var clock = new Intl.DateTimeFormat("en-US", { timeZone: "Asia/Tokyo", hourCycle: "h23", weekday: "short", year: "numeric",
    month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
  function in_japan(time) {
    var parts = {};
    clock.formatToParts(time).forEach(function (part) { parts[part.type] = part.value; });
    return { weekday: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(parts.weekday),
      date: parts.year + "-" + parts.month + "-" + parts.day, minute: parts.hour * 60 + Number(parts.minute) };
  }
  var now = in_japan(new Date()), yesterday = in_japan(new Date(Date.now() - a_day * 60000));

  // Until which minute of today somebody is there; hours of yesterday may run into today.
  function open_until(times) {
    var untils = times.until.split(" ").map(Number), result;
    times.from.split(" ").map(Number).forEach(function (from, i) {
      [[now, 0], [yesterday, a_day]].forEach(function (pair) {
        var day = pair[0], minute = now.minute + pair[1];
        var works = times.days.includes(day.weekday) && !times.holidays.split(" ").includes(day.date);
        if (works && minute >= from && minute < untils[i]) result = untils[i];
      });
    });
    return result;
  }

  var other = document.querySelector(".after-hours");
  if (other) {
    var until = open_until(other.dataset), open = until !== undefined, call = document.querySelector(".call");
    other.hidden = open;
    call.hidden = !open;
    var hours = call.querySelector(".hours");
    hours.classList.toggle("open", open);
    if (open) {
      until = until > a_day ? until - a_day : until;
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
