// The printed page shows what the reader chose on the screen, what is folded away, and the day.
"use strict";
document.querySelectorAll("[data-print]").forEach(function (button) {
  button.addEventListener("click", function () { window.print(); });
});
(function () {
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll(".answered:not([open])"));
    opened.forEach(function (fold) { fold.open = true; });
    var day = document.querySelector("[data-printed]");
    if (!day) return;
    day.textContent = tebiki.say(day.dataset.printed, { date: tebiki.longDay() });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); });
})();
