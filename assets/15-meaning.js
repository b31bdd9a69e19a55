// What a question may mean. A question is wishes that must all be met; a wish is words any of which will do.
"use strict";

// `lines`: groups of words that mean the same, a line a group, folded, blanks between.
tebiki.meaning = function (lines) {
  var groups = (lines || "").split("\n").filter(Boolean).map(function (line) { return line.split(" "); });
  var everyWord = Array.from(new Set(groups.flat())).sort(function (a, b) { return b.length - a.length; });

  // A short word in kana stands inside others by chance (いろう in はいろう): it must be the whole piece.
  function alike(word) { return { text: word, own: false, whole: /^[ぁ-ゖー]{1,3}$/.test(word) }; }
  function wish(word, belongs) {
    var others = groups.filter(belongs).flat().filter(function (other) { return other !== word; });
    return [{ text: word, own: true, whole: false }].concat(Array.from(new Set(others)).map(alike));
  }
  function same(word) { return wish(word, function (group) { return group.includes(word); }); }
  function begun(word) {
    return wish(word, function (group) {
      return word.length > 1 && group.some(function (other) { return other.startsWith(word); });
    });
  }
  // 近くの歯医者さん → 歯医者: the known words in it, longest first.
  function within(question) {
    var rest = question, found = [];
    everyWord.forEach(function (word) {
      if (word.length > 1 && rest.includes(word)) { rest = rest.replace(word, " "); found.push(word); }
    });
    return found;
  }

  return {
    knows: function (word) { return everyWord.includes(word); },
    // Ways to understand the question, the nearest first: each is tried only when those before find nothing.
    ways: function (question) {
      var words = tebiki.wordsOf(question);
      var known = within(words.join(""));
      return [words.map(same), words.map(begun)].concat(known.length ? [known.map(same)] : []);
    },
    // Whether pieces between bars hold the word; 2 where one is the word.
    holds: function (pieces, word) {
      if (!pieces.includes(word.text)) return 0;
      if (("|" + pieces + "|").includes("|" + word.text + "|")) return 2;
      return word.whole ? 0 : 1;
    }
  };
};
