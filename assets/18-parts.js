// Parts of a question, each with the points of all rows: what sort of wish one is.
"use strict";
tebiki.partSorts = function (corpus, strong) {
  function isChoice(part) { return Boolean(part.concept && part.concept.means); }
  // Whether it is a piece of the name of somebody who can be called; kana such as これから begin or end it.
  function isName(part) {
    var least = /^[ぁ-ゖー]+$/.test(part.words) ? 69 : 57;
    return part.type === "text" && part.points.some(function (points, row) { return points > least && corpus.rows[row].tel; });
  }
  // レスパイト入院, which the site has words for and offices tell of, though no choice is called so.
  function isToldByOffices(part) {
    return part.type === "concept" && !part.concept.terms.size && part.points.some(function (points, row) { return points >= strong && corpus.rows[row].tel; });
  }
  return {
    isName: isName, isChoice: isChoice, isToldByOffices: isToldByOffices,
    isAbility: function (part) { return isChoice(part) && part.concept.means.sort === "ability"; },
    isList: function (part) { return isChoice(part) && part.concept.means.sort === "list"; },
    isStructured: function (part) { return part.type === "time" || !part.found || isChoice(part); },
    // What is dropped first: words that nobody knows, then free ones, the town, the time, the ability; last service and name.
    rankOf: function (part) {
      if (!part.found) return 0;
      if (part.type === "text") return isName(part) ? 5 : 1;
      if (part.type === "time") return 3;
      if (part.type === "number") return 6;
      if (isChoice(part)) return { town: 2, ability: 4 }[part.concept.means.sort] || 5;
      // 整形外科 is no choice of a field, but a fact of its own.
      return part.points.some(function (points) { return points > 84; }) ? 4 : isToldByOffices(part) ? 5 : 1;
    }
  };
};
