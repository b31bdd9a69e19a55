// Where somebody wants to be taken: 病院 beside ストレッチャー, which no hospital says of itself, is where one goes, 病院へ.
"use strict";
tebiki.towards = function (vocabulary, corpus) {
  function isMeant(wish) { return wish.type === "concept"; }
  // Whether a row says both.
  function saySame(one, other) {
    var rows = new Set();
    one.concept.terms.forEach(function (points, term) { corpus.postings[term].forEach(function (posting) { rows.add(posting >> 1); }); });
    return Array.from(other.concept.terms.keys()).some(function (term) {
      return corpus.postings[term].some(function (posting) { return rows.has(posting >> 1); });
    });
  }
  return function (wish, i, wishes) {
    var particle = isMeant(wish) && ["へ", "まで"].find(function (some) { return vocabulary.knows(wish.concept.word + some); });
    if (!particle) return wish;
    var ride = { type: "concept", words: wish.words, concept: vocabulary.concept(wish.concept.word + particle) };
    var isRidden = wishes.some(function (other) {
      return isMeant(other) && other.concept.means && other.concept.means.sort === "ability" && !saySame(other, wish) && saySame(other, ride);
    });
    return isRidden ? ride : wish;
  };
};
