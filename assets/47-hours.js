// Whether somebody is at the telephone now, by the clock of Japan: until when, or whom to call instead. Without scripts
// the hours stand there as they are.
"use strict";
(function () {
  var parts = {};
  new Intl.DateTimeFormat("en-US", { timeZone: "Asia/Tokyo", hourCycle: "h23", weekday: "short", year: "numeric", month: "2-digit",
    day: "2-digit", hour: "2-digit", minute: "2-digit" }).formatToParts(new Date()).forEach(function (part) { parts[part.type] = part.value; });
  var weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(parts.weekday);
  var date = parts.year + "-" + parts.month + "-" + parts.day;
  var minute = parts.hour * 60 + Number(parts.minute);

  var other = document.querySelector(".after-hours");
  if (other) {
    var times = other.dataset, call = document.querySelector(".call");
    var open = times.days.includes(weekday) && !times.holidays.split(" ").includes(date) && minute >= times.from && minute < times.until;
    other.hidden = open;
    call.hidden = !open;
    var hours = call.querySelector(".hours");
    hours.classList.toggle("open", open);
    if (open) {
      hours.textContent = tebiki.say(times.open, {
        until: Math.floor(times.until / 60) + ":" + String(times.until % 60).padStart(2, "0") });
    }
  }

  var today = document.querySelector('.week [data-weekday="' + weekday + '"]');
  if (today) {
    today.classList.add("today");
    today.setAttribute("aria-current", "date");
  }
})();
