// Something to read for a whole sentence: which rows say most of what it says.
"use strict";
(function () {
  var most = 6;
  function isFree(words) { return words.length < 2; }
  function isLoose(part) { return part.found && part.type === "text"; }

  tebiki.readings = function (corpus, evidence) {
    // A long text holds much by chance; a page of its own goes before a part of a booklet that says the same, and to who
    // wants something explained both go before what only happens to tell of it.
    function worthOf(row, explains) {
      var length = corpus.told.starts[row + 1] - corpus.told.starts[row], written = row >= corpus.entries && explains ? 1.25 : 1;
      return written * (/^[^/]+\/$/.test(corpus.rows[row].path) ? 1.1 : 1) / (1 + 0.15 * Math.log(Math.max(1, length / 300)));
    }
    function sharesOf(said, explains) {
      return evidence.shares(said).map(function (share, row) { return share && share * worthOf(row, explains); });
    }

    // The best hits first: for what is to be explained, and where nobody fits but by dropping a word that is no choice of
    // the site's. `main`: hits that are known already.
    return function (wishes, settled, main) {
      var strong = settled.fit.strong.length > 0, loose = settled.dropped.length > 0 && settled.dropped.every(isLoose);
      var asked = wishes.explains || (strong && wishes.tells && settled.parts.length < 2);
      // Who drops a choice is shown what says nearly all of the sentence, too.
      var whole = strong && !asked && !loose && settled.dropped.length > 0;
      if (whole && wishes.said.filter(isFree).length < 3) return [];
      if (strong && !asked && !settled.dropped.length) return [];
      var shares = sharesOf(wishes.said, wishes.explains), found = [];
      if (!strong && !asked && main.some(function (hit) { return hit.item.tel; })) return [];
      var least = !main.length ? 0.1 : asked || !strong ? 0.45 : 0.7, best = least;
      if (whole) least = best = 0.95;
      // Of a story the words that are the site's are not enough: they name the offices.
      var own = asked && !wishes.explains ? sharesOf(wishes.said.filter(isFree)) : null;
      function isRead(item, row) { return (!item.tel || (loose && !strong)) && (!own || own[row] > 0.4); }
      corpus.rows.forEach(function (item, row) { if (isRead(item, row)) best = Math.max(best, shares[row]); });
      corpus.rows.forEach(function (item, row) {
        if (isRead(item, row) && shares[row] >= Math.max(least, 0.75 * best)) found.push({ item: item, row: row, points: 100 * shares[row] });
      });
      // What explains something speaks of it more than once.
      if (wishes.explains) found.forEach(function (hit) { hit.points += Math.min(20, evidence.times(hit.row, wishes.said)); });
      found = found.sort(function (a, b) { return b.points - a.points; }).slice(0, most);
      // Of those who only mention the words, who says much less of them is no answer beside these.
      found.besides = function (hit) { return strong || hit.points > 84 || shares[hit.row] >= 0.5 * best; };
      return found;
    };
  };
})();
