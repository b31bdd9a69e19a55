// All rows that can be found, as a few long texts: one pass over a text finds every row that holds a word.
"use strict";
(function () {
  function digits(text) { return (/[^0-9-]/.test(text) ? text.normalize("NFKC") : text).replace(/[^0-9]/g, ""); }
  // `pieces`: the words of each row.
  function textOf(pieces) {
    var starts = new Uint32Array(pieces.length + 1), at = 0;
    pieces.forEach(function (piece, row) { starts[row] = at; at += piece.length + 3; });
    starts[pieces.length] = at;
    return { text: pieces.map(function (piece) { return "\n|" + piece + "|"; }).join(""), starts: starts };
  }
  function rowAt(starts, at) {
    var low = 0, high = starts.length - 1;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= at) low = middle; else high = middle;
    }
    return low;
  }
  // Calls `found(row)` once for each row that holds the word. 2月 is not held by 12月, nor pt by accept.
  function scan(text, word, found) {
    var number = /^[0-9]+[^0-9-]/.test(word), letters = /^[a-z]{1,3}$/.test(word);
    for (var at = text.text.indexOf(word); at >= 0; ) {
      if ((number && /[0-9]/.test(text.text[at - 1])) || (letters && /[a-z]/.test(text.text[at - 1] + text.text[at + word.length]))) {
        at = text.text.indexOf(word, at + 1);
        continue;
      }
      var row = rowAt(text.starts, at);
      found(row);
      at = text.text.indexOf(word, text.starts[row + 1]);
    }
  }
  tebiki.lines = { textOf: textOf, scan: scan };
  // What stands behind a piece of the row's words, up to the next one: of |通所介護|月〜土| the days.
  function behind(text, row, piece) {
    var end = text.starts[row + 1], at = text.text.indexOf("|" + piece + "|", text.starts[row]);
    if (at < 0 || at >= end) return "";
    var from = at + piece.length + 2;
    return text.text.slice(from, Math.min(end, text.text.indexOf("|", from)));
  }

  // Whether the name, its beginning or its end is the key with one slip. `part`: 0 the whole name, 1 its ends.
  function slips(name, key, part) {
    if (!part) return Math.abs(name.length - key.length) < 2 && tebiki.oneSlip(name, key);
    var head = name[0] === key[0] || name[1] === key[1] || name[0] === key[1];
    var tail = name.slice(-1) === key.slice(-1) || name.slice(-2, -1) === key.slice(-2, -1) || name.slice(-1) === key.slice(-2, -1);
    return [key.length - 1, key.length, key.length + 1].some(function (n) {
      return (head && tebiki.oneSlip(name.slice(0, n), key)) || (tail && tebiki.oneSlip(name.slice(-n), key));
    });
  }
  // One call for all rows: each has its price.
  function pressed(texts) { return tebiki.pressed(texts.join("\u0001")).split("\u0001"); }
  function folded(texts) { return pressed([tebiki.fold(texts.join("\u0001"))]); }

  function entryOf(row, told) {
    return { list: Number(row[0]), kind: told.lists[row[0]], name: row[1], kana: row[2] || "", tel: row[3] || "", fax: row[4] || "", path: row[5] || "",
      said: row[6] || "", days: row[9] || "", hours: row[10] || "", detail: row[12] || "", dialled: row[13] || digits(row[3] || ""), note: row[14] || "" };
  }
  tebiki.entryOf = entryOf;
  function pageOf(row) {
    return { list: -1, kind: row[0], name: row[1], kana: "", tel: "", fax: "", path: row[3] || "", said: "", days: "", hours: "",
      detail: row[2] || "", dialled: "", note: "", foundBy: (row[6] || "").split("|").filter(Boolean), language: row[7] || "" };
  }

  tebiki.corpus = function (told, opening) {
    var rows = told.entries.map(function (row) { return entryOf(row, told); }).concat(told.pages.map(pageOf));
    var entries = told.entries.length;
    function column(number, pageNumber) {
      return pressed(told.entries.map(function (row) { return row[number] || ""; })
        .concat(told.pages.map(function (row) { return row[pageNumber] || ""; })));
    }
    // Postings: the rows that say each term, and those that want to be asked first.
    var sizes = told.lists.map(function () { return 0; });
    var postings = told.terms.concat(told.lists).map(function () { return []; });
    rows.forEach(function (item, row) {
      if (item.list >= 0) ++sizes[item.list];
      if (item.list >= 0) postings[told.terms.length + item.list].push(row << 1);
      item.said.split(" ").forEach(function (token) {
        if (token && !token.endsWith("!")) postings[parseInt(token, 10)].push((row << 1) | Number(token.endsWith("?")));
      });
    });
    // The rows of each fact as a whole.
    function rowsByFact(facts) {
      var rows = new Map();
      facts.forEach(function (pieces, row) {
        if (pieces) pieces.split("|").forEach(function (piece) { if (rows.has(piece)) rows.get(piece).push(row); else rows.set(piece, [row]); });
      });
      return rows;
    }
    var facts = column(7, -1), remarks = column(8, 5), looseNames = null;
    // Words of names and readings without what nobody minds, made when first they are needed.
    function nameWords() {
      if (!looseNames) {
        looseNames = new Map();
        made.names.text.concat(made.readings.text).split(/[\n|]+/).forEach(function (name) {
          var key = tebiki.loose(name);
          if (key) looseNames.set(key, name);
        });
      }
      return looseNames;
    }
    var made = {
      rows: rows, entries: entries, pages: rows.slice(entries), postings: postings, scan: scan, behind: behind, sizes: sizes,
      // Whether the text of somebody who can be called holds the word.
      isOffice: function (text, word) {
        for (var at = text.text.indexOf(word); at >= 0; ) {
          var row = rowAt(text.starts, at);
          if (rows[row].tel) return true;
          at = text.text.indexOf(word, text.starts[row + 1]);
        }
        return false;
      },
      names: textOf(folded(rows.map(function (item) { return item.name; }))),
      readings: textOf(folded(rows.map(function (item) { return item.kana; }))),
      facts: textOf(facts), byFact: rowsByFact(facts), headings: textOf(column(-1, 4)), told: textOf(remarks),
      numbers: textOf(rows.map(function (item, row) {
        return [digits(item.tel), digits(item.fax), row < entries ? told.entries[row][11] || "" : ""].join("|");
      })),
      // The name, or the end or beginning of one, that differs from the word in vowels or one slip of the hand.
      nearlyNamed: function (word) {
        var key = tebiki.loose(word), near = "";
        if (key.length < 4) return "";
        nameWords().forEach(function (name, loose) {
          if (near) return;
          if (loose.includes(key) || slips(loose, key, 0) || (key.length > 4 && slips(loose, key, 1))) near = name;
        });
        return near;
      },
      open: rows.map(function (item, row) { return row < entries ? opening.ofRow(told.entries[row], told.terms) : null; })
    };
    return made;
  };
})();
