// Words are compared as tebiki folds them (search_key): NFKC, small letters, hiragana, one hyphen, ヶ as け, and of
// each Chinese character the usual form. The page brings the forms of its own characters.
"use strict";
var tebiki = window.tebiki || (window.tebiki = {});

document.documentElement.classList.add("scripted");

tebiki.usual = new Map();
// `pairs`: a variant and its usual form in turn, 髙高﨑崎.
tebiki.learnVariants = function (pairs) {
  var forms = Array.from(pairs || "");
  for (var i = 0; i + 1 < forms.length; i += 2) tebiki.usual.set(forms[i], forms[i + 1]);
};
// As it is written, whatever the width and case.
tebiki.plain = function (words) {
  return words.normalize("NFKC").toLowerCase().replace(/[\uFE00-\uFE0F]|\uDB40[\uDD00-\uDDEF]/g, "");
};
tebiki.fold = function (words) {
  return tebiki.plain(words)
    .replace(/[ァ-ヶ]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0x60); })
    .replace(/ゖ/g, "け").replace(/ゕ/g, "か")
    .replace(/[‐-―−]/g, "-")
    .replace(/[\u3400-\u9FFF\uF900-\uFAFF]|[\uD840-\uD8FF][\uDC00-\uDFFF]/g, function (c) { return tebiki.usual.get(c) || c; });
};

// The words of a question, each folded by itself; blanks of any width stand between them.
tebiki.wordsOf = function (question) {
  return tebiki.fold(question).split(/\s+/).filter(Boolean);
};
