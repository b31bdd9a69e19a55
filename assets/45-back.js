// The way back from an entry leads to the list as the reader had narrowed it down.
"use strict";
document.querySelectorAll("[data-back]").forEach(function (link) {
  var list = new URL(link.dataset.back, location.href), state = tebiki.chosen.of(list.pathname);
  if (!state) return;
  list.hash = state;
  link.href = list.href;
});
