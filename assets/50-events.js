// What has changed since the page was made: events whose deadline or last day has passed. Days are those of Japan.
"use strict";
(function () {
  var today = tebiki.clock().date;
  function daysUntil(day) { return Math.round((Date.parse(day) - Date.parse(today)) / 86400000); }

  document.querySelectorAll("[data-last-day]").forEach(function (event) {
    var days = event.dataset, state = event.querySelector(".state");
    if (!state) return;
    var over = days.lastDay < today, closed = days.deadline && days.deadline < today;
    if (over || closed) {
      state.textContent = over ? days.over : days.closed;
      event.classList.toggle("over", over);
      // Nobody is asked to call or to apply for what is over.
      var page = event.closest(".record") || event;
      page.querySelectorAll("[data-apply]" + (over ? ", .record-reach .tel" : "")).forEach(function (button) {
        if (over || button.matches(".button")) button.hidden = true;
      });
    } else if (days.deadline && !state.querySelector(".left")) {
      var left = document.createElement("span"), count = daysUntil(days.deadline);
      left.className = "left";
      left.textContent = count ? tebiki.say(days.left, { days: count }) : days.lastChance;
      state.append(left);
    }
  });

  // What is over stands behind what is to come: first among what was over before, if a group of that follows.
  function recount(group) {
    var count = group.querySelector("small");
    if (count) count.textContent = count.textContent.replace(/[0-9]+/, group.querySelector("ol").children.length);
  }
  document.querySelectorAll(":is(.group, .agenda-group) > ol").forEach(function (list) {
    var group = list.parentElement, next = group.nextElementSibling;
    var past = next && next.querySelector("ol > li[data-last-day]");
    var over = Array.from(list.children).filter(function (event) { return event.dataset.lastDay < today; });
    if (!over.length || (!past && over.length === list.children.length)) return;
    over.forEach(function (event) {
      if (past) past.before(event); else list.append(event);
      past = past && event;
      event.querySelectorAll(".reach").forEach(function (reach) { reach.hidden = true; });
    });
    if (!past) return;
    group.hidden = !list.children.length;
    recount(group);
    recount(next);
  });

  document.querySelectorAll('.calendar [data-day="' + today + '"]').forEach(function (day) {
    day.classList.add("today");
    day.setAttribute("aria-current", "date");
  });
})();
