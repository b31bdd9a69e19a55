// Where offices are, and where they come to: who comes to a district comes to each of its towns.
"use strict";
(function () {
  function termsOf(item, terms) {
    return item.said.split(" ").filter(Boolean).map(function (token) { return terms[parseInt(token, 10)]; });
  }
  // Fields of towns of which somebody says two: where they come to. An office is in one town and in one district.
  function fieldsOfVisits(rows, terms) {
    var fields = new Set();
    rows.forEach(function (item) {
      var said = new Set();
      termsOf(item, terms).forEach(function (term) {
        if (term.sort !== "town" || !item.tel) return;
        if (said.has(term.field)) fields.add(term.field);
        said.add(term.field);
      });
    });
    return fields;
  }

  tebiki.towns = function (corpus, terms) {
    var visits = null, known = new Map();
    function isVisited(number) {
      visits = visits || fieldsOfVisits(corpus.rows, terms);
      return visits.has(terms[number].field);
    }
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
