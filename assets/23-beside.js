// What stands beside those who fit when these are few: who fits without one of the wishes, and who never answered.
"use strict";
(function () {
  var few = 3, mostToRead = 4;

  function sets(all) { return all.map(function (hits) { return new Set(hits.map(function (hit) { return hit.row; })); }); }

  // `without`: the wish, and who else would fit; `unanswered`: who would fit if they answered yes, each with the abilities
  // that nobody knows of; `read`: what is to be read of one of the wishes. Nothing stands in two of them, nor among those
  // who fit.
  tebiki.beside = function (search, result, wishes) {
    var found = { without: null, unanswered: [], read: [] }, corpus = search.corpus, parts = result.understood, all = parts.concat(result.dropped);
    var callable = result.hits.filter(function (hit) { return hit.item.tel; });
    if (all.length < 2 || !callable.length || (!result.dropped.length && callable.length > few)) return found;
    var shown = new Set(result.hits.map(function (hit) { return hit.row; }));

    function isAbility(part) { return part.type === "concept" && part.concept.means && part.concept.means.sort === "ability"; }
    function termsOf(part) { return Array.from(part.concept.terms.keys()).filter(function (term) { return search.terms[term].sort === "ability"; }); }
    // The lists whose records answer such a question.
    function listsOf(part) {
      return new Set(termsOf(part).flatMap(function (term) { return corpus.postings[term].map(function (posting) { return corpus.rows[posting >> 1].list; }); }));
    }
    function refuses(item, part) {
      var said = item.said.split(" ");
      return termsOf(part).some(function (term) { return said.includes(term + "!"); });
    }
    function hitOf(hit, unknown) {
      var reasons = search.reasonsOf(hit.row, all).concat(unknown.map(function (part) { return { label: part.concept.means.label, answer: "" }; }));
      return Object.assign(hit, { reasons: reasons, doubts: reasons.filter(function (reason) { return reason.answer === "ask"; }).length });
    }
    function sorted(hits) { return hits.sort(function (a, b) { return a.doubts - b.doubts || b.points - a.points || a.row - b.row; }); }

    function unanswered() {
      var abilities = all.filter(isAbility), others = all.filter(function (part) { return !isAbility(part); });
      if (!abilities.length || !others.length) return [];
      var able = sets(abilities.map(function (part) { return search.fits([part]); })), lists = abilities.map(listsOf);
      return sorted(search.fits(others).filter(function (hit) { return hit.item.tel && !shown.has(hit.row); }).map(function (hit) {
        var unknown = abilities.filter(function (part, i) { return !able[i].has(hit.row); });
        var asks = unknown.every(function (part) { return lists[abilities.indexOf(part)].has(hit.item.list) && !refuses(hit.item, part); });
        return unknown.length && asks ? hitOf(hit, unknown) : null;
      }).filter(Boolean));
    }
    // First the town, then the time; an ability only beside others.
    function without() {
      var ranked = wishes.map(function (wish) { return { wish: wish, rank: Math.max.apply(null, wish.parts.map(search.rankOf)) }; })
        .sort(function (one, other) { return one.rank - other.rank; });
      var abilities = ranked.filter(function (one) { return one.rank === 4; }).length;
      for (var i = 0; i < ranked.length; ++i) {
        if (ranked[i].rank > 4 || (ranked[i].rank === 4 && abilities < 2)) continue;
        var left = parts.filter(function (part) { return !ranked[i].wish.parts.includes(part); });
        var hits = left.length ? search.fits(left).filter(function (hit) { return hit.item.tel && !shown.has(hit.row); }) : [];
        if (hits.length) return { wish: ranked[i].wish, hits: sorted(hits.map(function (hit) { return hitOf(hit, []); })) };
      }
      return null;
    }

    // Of each service and ability what is called so best.
    function read() {
      var best = all.filter(function (part) { return search.rankOf(part) > 3; }).map(function (part) {
        return sorted(search.fits([part]).filter(function (hit) { return !hit.item.tel && !shown.has(hit.row); }).map(function (hit) { return hitOf(hit, []); }));
      });
      return [0, 1].flatMap(function (place) { return best.map(function (hits) { return hits[place]; }); }).filter(function (hit, i, hits) {
        return hit && hits.findIndex(function (other) { return other && other.row === hit.row; }) === i;
      }).slice(0, mostToRead);
    }

    found.unanswered = unanswered();
    found.unanswered.forEach(function (hit) { shown.add(hit.row); });
    if (!result.dropped.length) found.without = without();
    if (result.hits.every(function (hit) { return hit.item.tel; })) found.read = read();
    return found;
  };
})();
