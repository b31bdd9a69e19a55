// Words are compared as tebiki folds them (search_key): NFKC, small letters, and each character as the table says that
// the page brings: katakana as hiragana, one hyphen, of each Chinese character the usual form.
"use strict";
var tebiki = window.tebiki || (window.tebiki = {});

document.documentElement.classList.add("scripted");

tebiki.folding = new Map();
// `pairs`: a character and the one it is found as in turn, アあ髙高.
tebiki.learnFolding = function (pairs) {
  var characters = Array.from(pairs || "");
  for (var i = 0; i + 1 < characters.length; i += 2) tebiki.folding.set(characters[i], characters[i + 1]);
  var foldable = Array.from(tebiki.folding.keys(), function (c) { return c.replace(/[\\\]^-]/, "\\$&"); }).join("");
  tebiki.foldable = foldable ? new RegExp("[" + foldable + "]", "gu") : null;
};
// As it is written, whatever the width and case.
tebiki.plain = function (words) {
  return words.normalize("NFKC").toLowerCase().replace(/[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g, "");
};
tebiki.fold = function (words) {
  var plain = tebiki.plain(words);
  return tebiki.foldable ? plain.replace(tebiki.foldable, function (c) { return tebiki.folding.get(c); }) : plain;
};
