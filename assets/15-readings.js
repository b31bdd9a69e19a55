// Something to read for a whole sentence: which rows say most of what it says.
"use strict";
(function () {
  // Pairs of characters of which one is more than kana, and threes of kana: what two texts about one thing share.
  function gramsOf(words) {
    var grams = new Set();
    for (var at = 0; at + 1 < words.length; ++at) {
      var pair = words.substr(at, 2), three = words.substr(at, 3);
      if (!/^[ぁ-ゖー]+$/.test(pair)) grams.add(pair);
      else if (/^[ぁ-ゖー]{3}$/.test(three)) grams.add(three);
    }
    return /^[a-z]+$/.test(words) || (words.length === 1 && !/[ぁ-ゖー]/.test(words)) ? [words] : Array.from(grams);
  }
  // Each piece once: what the site knows with its synonyms, of other words their grams.
  function piecesOf(said) {
    var pieces = new Map();
    said.forEach(function (words) {
      var some = words.length > 1 ? [words] : gramsOf(words[0]).map(function (gram) { return [gram]; });
      some.forEach(function (piece) { pieces.set(piece[0], piece); });
    });
    return Array.from(pieces.values());
  }

  tebiki.readings = function (corpus) {
    var texts = [[corpus.told, 1], [corpus.facts, 1], [corpus.headings, 1.2], [corpus.names, 1.3]];
    // 薬 is not held by 薬剤師.
    function isOneSign(word) { return /^[一-鿿]$/.test(word); }
    function scanAlone(text, word, found) {
      var alone = new RegExp("(^|[^一-鿿])" + word + "($|[^一-鿿])");
      corpus.scan(text, word, function (row) { if (alone.test(text.text.slice(text.starts[row], text.starts[row + 1]))) found(row); });
    }
    // Who asks for 何日 wants a number of days: 30日, not 8月30日.
    function holdersOfNumber(unit) {
      var holders = new Map(), number = new RegExp("(^|[^0-9月])[0-9]+" + unit);
      corpus.scan(corpus.told, unit, function (row) {
        if (number.test(corpus.told.text.slice(corpus.told.starts[row], corpus.told.starts[row + 1]))) holders.set(row, 1);
      });
      return holders;
    }
    // The rows that say one of the words, with how much that counts: a synonym less, a title more.
    function holdersOf(words) {
      var holders = new Map();
      if (/^何[一-鿿]$/.test(words[0])) return holdersOfNumber(words[0][1]);
      texts.forEach(function (text) {
        words.forEach(function (word, i) {
          var some = text[1] * (i ? 0.6 : 1);
          (isOneSign(word) ? scanAlone : corpus.scan)(text[0], word, function (row) { holders.set(row, Math.max(some, holders.get(row) || 0)); });
        });
      });
      return holders;
    }
    function timesIn(row, said) {
      var text = corpus.told.text.slice(corpus.told.starts[row], corpus.told.starts[row + 1]);
      return said.reduce(function (sum, words) { return sum + text.split(words[0]).length - 1; }, 0);
    }
    // A long text holds much by chance; a page of its own goes before a part of a booklet that says the same, and to who
    // wants something explained both go before what only happens to tell of it.
    function worthOf(row, explains) {
      var length = corpus.told.starts[row + 1] - corpus.told.starts[row], written = row >= corpus.entries && explains ? 1.25 : 1;
      return written * (/^[^/]+\/$/.test(corpus.rows[row].path) ? 1.1 : 1) / (1 + 0.15 * Math.log(Math.max(1, length / 300)));
    }
    // How much of what is said each row says, too: about 1 for all of it. What few rows say counts for more.
    function sharesOf(said, explains) {
      var shares = new Float32Array(corpus.rows.length), all = 0;
      piecesOf(said).forEach(function (words) {
        var holders = holdersOf(words), weight = Math.log(1 + corpus.rows.length / Math.max(1, holders.size));
        all += holders.size ? weight : weight / 4;
        holders.forEach(function (some, row) { shares[row] += weight * some; });
      });
      return shares.map(function (share, row) { return all ? share / all * worthOf(row, explains) : 0; });
    }
    function isLoose(part) { return part.found && part.type === "text"; }

    // At most six hits, best first: for what is to be explained, and where nobody fits but by dropping a word that is no
    // choice of the site's. `main`, hits that only mention the words, are given points by it.
    return function (wishes, settled, main) {
      var strong = settled.fit.strong.length > 0, loose = settled.dropped.length > 0 && settled.dropped.every(isLoose);
      var asked = wishes.explains || (strong && wishes.tells && settled.parts.length < 2);
      if (strong && !asked && !loose) return [];
      var shares = sharesOf(wishes.said, wishes.explains), found = [];
      if (!strong) main.forEach(function (hit) { hit.points += 30 * shares[hit.row]; });
      if (!strong && !asked && main.some(function (hit) { return hit.item.tel; })) return [];
      var least = !main.length ? 0.1 : asked ? 0.45 : loose && !strong ? 0.25 : strong ? 0.8 : 0.65, best = least;
      // Of a story the words that are the site's are not enough: they name the offices.
      var own = asked && !wishes.explains ? sharesOf(wishes.said.filter(function (words) { return words.length < 2; })) : null;
      function isRead(item, row) { return (!item.tel || (loose && !strong)) && (!own || own[row] > 0.4); }
      corpus.rows.forEach(function (item, row) { if (isRead(item, row)) best = Math.max(best, shares[row]); });
      corpus.rows.forEach(function (item, row) {
        if (isRead(item, row) && shares[row] >= Math.max(least, 0.75 * best)) found.push({ item: item, row: row, points: 100 * shares[row] });
      });
      // What explains something speaks of it more than once.
      if (wishes.explains) found.forEach(function (hit) { hit.points += Math.min(5, timesIn(hit.row, wishes.said) / 2); });
      return found.sort(function (a, b) { return b.points - a.points; }).slice(0, 6);
    };
  };
})();
