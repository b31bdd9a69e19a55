// The way back from an entry leads to the list as the reader had narrowed it down.
"use strict";
document.querySelectorAll("[data-back]").forEach(function (link) {
  var state = tebiki.chosen.of(link.pathname);
  if (state) link.hash = state;
});
