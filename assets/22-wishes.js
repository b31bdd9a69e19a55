// What a question asks for, as chips say it and as it is asked again without one of them.
"use strict";
(function () {
  // Tells of folded words how the reader wrote them, and where. Most are found among the characters, each folded once;
  // those that are folded otherwise together, ﾊﾟ, among all pieces.
  function wordsOf(question) {
    var characters = Array.from(question), ends = [], key = "";
    characters.forEach(function (c) {
      key += tebiki.pressed(tebiki.fold(c));
      ends.push(key.length);
    });
    function piece(from, to) { return { words: characters.slice(from, to).join("").trim(), at: from }; }
    return function (wanted) {
      var at = wanted ? key.indexOf(wanted) : -1;
      if (at >= 0) {
        return piece(ends.findIndex(function (end) { return end > at; }), ends.findIndex(function (end) { return end >= at + wanted.length; }) + 1);
      }
      // Folding makes words longer, ｱﾊﾟｰﾄ and ㈱, but not that much.
      for (var length = 1; length <= Math.min(characters.length, 3 * wanted.length); ++length) {
        for (var from = 0; from + length <= characters.length; ++from) {
          if (tebiki.pressed(tebiki.fold(characters.slice(from, from + length).join(""))) === wanted) return piece(from, from + length);
        }
      }
      return { words: wanted, at: characters.length };
    };
  }
  function isOfList(term) { return term.sort === "list"; }

  // `search` is what the searcher is, `result` its answer to the question.
  tebiki.wishes = function (question, result, search) {
    var corpus = search.corpus, written = wordsOf(question);
    // Somebody who can be called answers so: of an office, not of what stands in a plan.
    function isAnswered(number) { return corpus.postings[number].some(function (posting) { return corpus.rows[posting >> 1].tel; }); }
    function termsOf(part) {
      var terms = part.concept ? Array.from(part.concept.terms) : [];
      return terms.sort(function (one, other) { return other[1] - one[1]; }).map(function (pair) { return search.terms[pair[0]]; });
    }
    function termOf(part) {
      if (!part.concept || !part.concept.means) return null;
      var terms = termsOf(part).filter(function (term) { return isOfList(term) || isAnswered(term.number); });
      var best = terms.filter(function (term) { return part.concept.terms.get(term.number) >= part.concept.terms.get(terms[0].number) - 3; });
      return best.find(function (term) { return term.number === part.concept.means.number; }) || best.find(function (term) { return !isOfList(term); }) || best[0] || null;
    }
    function wishOf(part) {
      var each = part.words.split(" ").map(written), term = termOf(part);
      var said = each.map(function (one) { return one.words; });
      return { parts: [part], at: Math.min.apply(null, each.map(function (one) { return one.at; })), said: said.join(" "),
        label: term ? term.label : said.join("・"), field: term && term.field !== term.label ? term.field : "",
        times: part.type === "time" ? part.words.split(" ").map(function (words, i) {
          return Object.assign({}, search.opening.askedAt(words, 0), { words: said[i] });
        }) : [],
        isKnown: Boolean(term) || part.type === "time", gone: result.dropped.includes(part),
        abilities: termsOf(part).filter(function (term) { return term.sort === "ability"; }) };
    }
    // たん and 吸引, of which one is also what a taxi has: the same ability is one wish.
    function isSame(one, other) {
      return one.label === other.label || (one.gone === other.gone && one.abilities.some(function (term) { return other.abilities.includes(term); }));
    }
    var wishes = result.understood.concat(result.dropped).map(wishOf).sort(function (one, other) { return one.at - other.at; });
    return wishes.reduce(function (all, wish) {
      var same = all.find(function (one) { return isSame(one, wish); });
      if (!same) return all.concat([wish]);
      same.parts = same.parts.concat(wish.parts);
      return all;
    }, []);
  };
  // The question without these wishes.
  tebiki.wishes.without = function (wishes, gone) {
    return wishes.filter(function (wish) { return !gone.includes(wish); }).map(function (wish) { return wish.said; }).join(" ");
  };
})();
