// How much of what is said the rows say, too, in any words of theirs: what few rows say counts for more.
"use strict";
(function () {
  // Pairs of characters of which one is more than kana, and threes of kana: what two texts about one thing share. Of 試し
  // and 試せる both say 試.
  function gramsOf(words) {
    var grams = new Set();
    for (var at = 0; at + 1 < words.length; ++at) {
      var pair = words.substr(at, 2), three = words.substr(at, 3);
      if (/^[ぁ-ゖー]{2}$/.test(pair)) {
        if (/^[ぁ-ゖー]{3}$/.test(three)) grams.add(three);
      } else grams.add(/^[一-鿿][ぁ-ゖ]$/.test(pair) && !/[一-鿿]/.test(words[at - 1] || "") ? pair[0] : pair);
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
  // 薬 is not held by 薬剤師.
  function isOneSign(word) { return /^[一-鿿]$/.test(word); }

  tebiki.evidence = function (corpus, terms) {
    var texts = [[corpus.told, 1], [corpus.facts, 1], [corpus.headings, 1.2], [corpus.names, 1.3]];
    // While a question is typed most pieces stay the same.
    var known = new Map();
    function textOf(row) { return corpus.told.text.slice(corpus.told.starts[row], corpus.told.starts[row + 1]); }
    function scanAlone(text, word, found) {
      var alone = new RegExp("(^|[^一-鿿])" + word + "($|[^一-鿿])");
      corpus.scan(text, word, function (row) { if (alone.test(text.text.slice(text.starts[row], text.starts[row + 1]))) found(row); });
    }
    // Who asks for 何日 wants a number of days: 30日, not 8月30日.
    function holdersOfNumber(unit) {
      var holders = new Map(), number = new RegExp("(^|[^0-9月])[0-9]+" + unit);
      corpus.scan(corpus.told, unit, function (row) { if (number.test(textOf(row))) holders.set(row, 1); });
      return holders;
    }
    function holdersOf(words) {
      var holders = new Map();
      if (/^何[一-鿿]$/.test(words[0])) return holdersOfNumber(words[0][1]);
      texts.forEach(function (text) {
        words.forEach(function (word, i) {
          var some = text[1] * (i ? 0.6 : 1);
          (isOneSign(word) ? scanAlone : corpus.scan)(text[0], word, function (row) { holders.set(row, Math.max(some, holders.get(row) || 0)); });
        });
      });
      // What was chosen of a list is said as it is called there.
      terms.forEach(function (term) {
        var i = words.findIndex(function (word) { return term.key.includes(word); });
        if (i < 0 || isOneSign(words[i])) return;
        corpus.postings[term.number].forEach(function (posting) { if (corpus.rows[posting >> 1].tel) holders.set(posting >> 1, Math.max(i ? 0.6 : 1, holders.get(posting >> 1) || 0)); });
      });
      return holders;
    }
    // The rows that say one of the words, with how much that counts: a synonym less, a title more.
    function knownHolders(words) {
      var key = words.join(" ");
      if (known.size > 200) known.clear();
      if (!known.has(key)) known.set(key, holdersOf(words));
      return known.get(key);
    }
    return {
      // Of each row its part of what is said: about 1 for all of it.
      shares: function (said) {
        var shares = new Float32Array(corpus.rows.length), all = 0;
        piecesOf(said).forEach(function (words) {
          var holders = knownHolders(words), weight = Math.log(1 + corpus.rows.length / Math.max(1, holders.size));
          all += holders.size ? weight : weight / 4;
          holders.forEach(function (some, row) { shares[row] += weight * some; });
        });
        return shares.map(function (share) { return all ? share / all : 0; });
      },
      times: function (row, said) {
        var text = textOf(row);
        return said.reduce(function (sum, words) { return sum + text.split(words[0]).length - 1; }, 0);
      }
    };
  };
})();
