// Of a large site only the pieces are loaded that may answer the question: those where most of its words occur.
"use strict";
(function () {
  var mostAtOnce = 5;
  function numbersOf(text) { return (text || "").split(" ").filter(Boolean).map(Number); }
  // One for each kind of file of a site: whoever asks while others still wait shares what arrives.
  var loaders = new Map();
  function loader(names, base, callback) {
    var key = callback + " " + base + " " + names[0];
    if (!loaders.has(key)) loaders.set(key, loaderOf(names, base, callback));
    return loaders.get(key);
  }
  function loaderOf(names, base, callback) {
    var arrived = new Map();
    window[callback] = function (number, told) { arrived.set(number, told); };
    return tebiki.once(function (number) {
      return tebiki.script(new URL(names[number], base).href, function () { return arrived.has(number); }).then(function () { return arrived.get(number); });
    });
  }

  // Promises the rows of all pieces that hold the pages with these paths (the sum of their letters tells where to look).
  tebiki.rowsOfPages = function (told, base, paths) {
    var rowsOf = loader(told.rowFiles, base, "tebikiRows"), keysOf = loader(told.keyFiles, base, "tebikiKeys");
    return Promise.all(paths.map(function (path) {
      var sum = Array.from(path).reduce(function (some, c) { return some + c.codePointAt(0); }, 0);
      return keysOf(sum % told.keyFiles.length).then(function (keys) { return numbersOf(keys["/" + path]); });
    })).then(function (found) {
      return Promise.all(Array.from(new Set(found.flat()), rowsOf));
    }).then(function (pieces) { return pieces.flat(); });
  };
  tebiki.loader = loader;

  // `base`: where the script with `told` was loaded from.
  tebiki.pieces = function (told, base) {
    var rowsOf = loader(told.rowFiles, base, "tebikiRows"), keysOf = loader(told.keyFiles, base, "tebikiKeys");
    var termPieces = told.termPieces.map(numbersOf), loaded = new Map();
    var whole = tebiki.searcher(Object.assign({}, told, { entries: [] })), latest = null;

    function hash(pair) {
      var characters = Array.from(pair);
      return (characters[0].codePointAt(0) * 31 + characters[1].codePointAt(0)) % told.keyFiles.length;
    }
    function piecesOfKey(file, key) {
      return keysOf(file).then(function (keys) { return new Set(numbersOf(keys[key])); });
    }
    // 四の宮 and 虹け丘 stand for 四之宮 and 虹が丘, too: what is asked is pressed, keys are as they are written.
    function written(character) { return { "け": ["け", "が"], "の": ["の", "之"] }[character] || [character]; }
    function piecesOfPair(one, other) {
      var pairs = written(one).flatMap(function (first) { return written(other).map(function (second) { return first + second; }); });
      return Promise.all(pairs.map(function (pair) { return piecesOfKey(hash(pair), pair); })).then(function (sets) {
        return new Set(sets.flatMap(function (set) { return Array.from(set); }));
      });
    }
    // Where all pairs of the word's characters occur; a word of one character, 鍼, is a key of its own.
    function piecesOfWord(word) {
      var characters = Array.from(word);
      if (characters.length === 1) return piecesOfKey(word.codePointAt(0) % told.keyFiles.length, word);
      return Promise.all(characters.slice(1).map(function (c, i) { return piecesOfPair(characters[i], c); })).then(function (sets) {
        return new Set(Array.from(sets[0] || []).filter(function (piece) { return sets.every(function (set) { return set.has(piece); }); }));
      });
    }
    function piecesOf(wish) {
      if (wish.type === "number") {
        return wish.digits.length > 3 ? piecesOfKey(Number(wish.digits.slice(-4)) % told.keyFiles.length, "#" + wish.digits.slice(-4)) : Promise.resolve(new Set());
      }
      var some = new Set();
      wish.concept.terms.forEach(function (points, term) { termPieces[term].forEach(function (piece) { some.add(piece); }); });
      if (some.size) return Promise.resolve(some);
      return piecesOfWord(wish.concept.word);
    }
    // The best pieces: those with most of the wishes.
    function choose(sets) {
      var counts = new Map();
      sets.forEach(function (set) { set.forEach(function (piece) { counts.set(piece, (counts.get(piece) || 0) + 1); }); });
      var best = Math.max.apply(null, Array.from(counts.values()).concat([0]));
      var fitting = Array.from(counts.keys()).filter(function (piece) { return counts.get(piece) === best; }).sort(function (a, b) { return a - b; });
      return { chosen: fitting.slice(0, mostAtOnce), left: fitting.length > mostAtOnce };
    }
    function searcherOf(pieces) {
      var key = pieces.join(" ");
      if (!latest || latest.key !== key) {
        var entries = pieces.flatMap(function (piece) { return loaded.get(piece); });
        latest = { key: key, searcher: tebiki.searcher(Object.assign({}, told, { entries: entries }), whole) };
      }
      return latest.searcher;
    }

    // The searcher over the rows that may answer the question; `partly` when there are more.
    return function (question) {
      var wishes = whole.understand(question).filter(function (wish) { return wish.type !== "time"; });
      return Promise.all(wishes.map(piecesOf)).then(function (sets) {
        var found = choose(sets);
        return Promise.all(found.chosen.map(function (piece) {
          return rowsOf(piece).then(function (rows) { loaded.set(piece, rows); });
        })).then(function () { return Object.assign(searcherOf(found.chosen), { partly: found.left }); });
      });
    };
  };
})();
