// The way back from an entry leads to the list as the reader had narrowed it down; that from a page of a list which is
// there no more, because the list was cut otherwise since, to the list and the row.
"use strict";
document.querySelectorAll("[data-back]").forEach(function (link) {
  var list = new URL(link.dataset.back, location.href), state = tebiki.chosen.of(list.pathname);
  if (!state) return;
  list.hash = state;
  link.href = list.href;
});
if (document.body.classList.contains("not-found")) {
  var formerPage = /^(.*\/)(?:kana\/[a-z]+|page)\/(?:[0-9]+\/)?(?:index\.html)?$/.exec(location.pathname);
  if (formerPage) location.replace(formerPage[1] + location.hash);
}
