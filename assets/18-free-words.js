// Who says the words of a question that are no wish of the site's.
"use strict";
tebiki.saying = function (evidence, sorts) {
  function freeOf(wishes) { return wishes.said.filter(function (words) { return words.length < 2; }); }
  return {
    // Points for saying what is said. Who can be called, for words that are no wish of the site's, 年会費なし, and for
    // telling of what they can do in the reader's word, 床ずれ; what is to be read, for all of it.
    pointsOf: function (wishes, parts) {
      // All texts are searched for it when it is needed.
      var free = evidence.shares(freeOf(wishes)), full = null;
      var own = evidence.shares(parts.filter(sorts.isAbility).map(function (part) { return [part.words]; }));
      return function (hit) {
        if (hit.item.tel) return 30 * free[hit.row] + 3 * own[hit.row];
        full = full || evidence.shares(wishes.said.length > 1 ? wishes.said : []);
        return 30 * full[hit.row];
      };
    },
    // Of the hits for one service: where some offices say what else was said, 畑しごと, and most do not, those who say it.
    telling: function (wishes, parts, hits) {
      var words = freeOf(wishes);
      if (!words.length || hits.length < 3 || parts.length > 1 || !parts.every(sorts.isChoice) || parts.some(sorts.isAbility)) return hits;
      var shares = evidence.shares(words), best = hits.reduce(function (most, hit) { return hit.item.tel ? Math.max(most, shares[hit.row]) : most; }, 0);
      if (best < 0.35) return hits;
      var some = hits.filter(function (hit) { return shares[hit.row] >= 0.6 * best || (!hit.item.tel && wishes.tells); });
      return some.length <= hits.length / 2 ? some : hits;
    }
  };
};
