// The menu of a small screen goes away by Escape, and when somebody taps or goes on beside it.
"use strict";
document.querySelectorAll(".menu-small").forEach(function (menu) {
  function leave(event) { if (menu.open && !menu.contains(event.target)) menu.open = false; }
  document.addEventListener("click", leave);
  document.addEventListener("focusin", leave);
  menu.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
