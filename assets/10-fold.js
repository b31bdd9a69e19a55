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
};
// As it is written, whatever the width and case.
tebiki.plain = function (words) {
  return words.normalize("NFKC").toLowerCase().replace(/[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g, "");
};
tebiki.fold = function (words) {
  return Array.from(tebiki.plain(words), function (c) { return tebiki.folding.get(c) || c; }).join("");
};

// The words of a question, each folded by itself; blanks of any width stand between them.
tebiki.wordsOf = function (question) {
  return tebiki.fold(question).split(/\s+/).filter(Boolean);
};
