// Where offices are, and where they come to: who comes to a district comes to each of its towns.
"use strict";
(function () {
  function termsOf(item, terms) {
    return item.said.split(" ").filter(Boolean).map(function (token) { return terms[parseInt(token, 10)]; });
  }

  tebiki.towns = function (corpus, terms) {
    var known = new Map();
    function isVisited(number) { return terms[number].isVisited; }
    // The districts of a town: what else all who are there say of where they are.
    function districtsOf(town) {
      var there = corpus.postings[town.number].map(function (posting) { return termsOf(corpus.rows[posting >> 1], terms); });
      return (there[0] || []).filter(function (term) {
        return term !== town && term.sort === "town" && !isVisited(term.number) && there.every(function (said) { return said.includes(term); });
      });
    }
    // The terms of those who come to a town because they come to its district.
    function comingTo(number) {
      var town = terms[number];
      if (town.sort !== "town" || isVisited(number)) return [];
      var districts = new Set(districtsOf(town).map(function (term) { return term.key; }));
      return terms.filter(function (term) { return isVisited(term.number) && districts.has(term.key); }).map(function (term) { return term.number; });
    }
    return {
      isVisited: isVisited,
      comingTo: function (number) {
        if (!known.has(number)) known.set(number, comingTo(number));
        return known.get(number);
      }
    };
  };
})();
