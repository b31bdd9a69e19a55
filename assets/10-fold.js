// Words are compared as tebiki folds them: NFKC, small letters, hiragana, no blanks, one hyphen; ヶ ゖ count as け.
"use strict";
var tebiki = window.tebiki || (window.tebiki = {});

document.documentElement.classList.add("scripted");

tebiki.fold = function (words) {
  return words.normalize("NFKC").toLowerCase()
    .replace(/[ァ-ヶ]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0x60); })
    .replace(/ゖ/g, "け").replace(/ゕ/g, "か")
    .replace(/[‐-―−]/g, "-");
};

// The words of a question, each folded by itself; blanks of any width stand between them.
tebiki.wordsOf = function (question) {
  return tebiki.fold(question).split(/\s+/).filter(Boolean);
};

tebiki.hash = {
  read: function () { return new URLSearchParams(location.hash.replace(/^#/, "")); },
  write: function (parameters) {
    var text = parameters.toString();
    history.replaceState(history.state, "", text ? "#" + text : location.pathname + location.search);
  },
  // An anchor such as #facilities/aoba is no state of ours.
  isState: function () { return /^#[\w-]+=/.test(location.hash); }
};
