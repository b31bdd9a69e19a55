// Searches everything from the home page. The data are loaded when somebody begins to search.
"use strict";
(function () {
  var form = document.querySelector("form[data-search]");
  if (!form) return;
  var input = form.querySelector("input");
  var data = null;
  var loading = null;

  function pressed(text) { return tebiki.fold(text).replace(/\s/g, ""); }
  function written(text) { return tebiki.plain(text).replace(/\s/g, ""); }
  function digits(text) { return text.normalize("NFKC").replace(/[^0-9]/g, ""); }
  function itemOf(line) {
    var words = line[6].split("||");
    var can = new Map();
    line[7].split(" ").forEach(function (token) {
      if (token) can.set(parseInt(token, 10), token.endsWith("?") ? "ask" : "yes");
    });
    return { kind: line[0], name: line[1], kana: line[2], tel: line[3], dialled: line[9] || digits(line[3]), detail: line[4],
      path: line[5], can: can,
      names: words[0], told: words.slice(1).join("|"), foundBy: (line[8] || "").split("|").filter(Boolean),
      written: written(line[1]), key: pressed(line[1]), reading: pressed(line[2]), kindKey: pressed(line[0]) };
  }
  function load() {
    if (data) return Promise.resolve(data);
    loading = loading || new Promise(function (resolve, reject) {
      window.tebikiSearch = function (told) {
        tebiki.learnFolding(told.folding);
        data = { rows: told.entries.concat(told.pages).map(itemOf), entries: told.entries.length, meaning: tebiki.meaning(told.same),
          abilities: told.abilities.map(function (label) {
            var key = pressed(label);
            return { label: label, key: key, names: [key].concat(key.split(/[・()]/)) };
          }) };
        resolve(data);
      };
      var script = document.createElement("script");
      script.src = form.dataset.search;
      script.onerror = function () { loading = null; reject(); };
      document.head.append(script);
    });
    return loading;
  }

  // The abilities that a word of the wish names, with the points they bring: 胃ろう・経管栄養 is both of its names.
  function pointsOf(ability, word) {
    if (ability.names.includes(word.text)) return 50;
    if (word.whole) return 0;
    return ability.key.startsWith(word.text) ? 46 : ability.key.includes(word.text) ? 30 : 0;
  }
  function askedFor(wish) {
    var asked = new Map();
    wish.forEach(function (word) {
      data.abilities.forEach(function (ability, number) {
        var points = pointsOf(ability, word);
        if (points) asked.set(number, Math.max(asked.get(number) || 0, points - (word.own ? 0 : 3)));
      });
    });
    return asked;
  }

  // The name itself, then what it is and can do, a part of the name, the kind of list; last what is only told of it.
  function weight(item, word) {
    var names = data.meaning.holds(item.names, word);
    if (item.key === word.text || item.reading === word.text) return 100;
    if (word.own && (item.key.startsWith(word.text) || item.reading.startsWith(word.text))) return 60;
    if (names === 2) return 50;
    if (!word.whole && (item.key.includes(word.text) || item.reading.includes(word.text))) return 40;
    if (names) return 30;
    if (item.kindKey.includes(word.text) && !word.whole) return 20;
    return data.meaning.holds(item.told, word) ? 10 : 0;
  }
  // The points of one wish; abilities that speak for the item go to `reasons`.
  function best(item, wish, reasons) {
    var points = 0;
    wish.words.forEach(function (word) {
      var here = weight(item, word);
      if (here) points = Math.max(points, here - (word.own ? 0 : 3));
    });
    var told = points;
    wish.asked.forEach(function (here, number) {
      var answer = item.can.get(number);
      if (!answer) return;
      if (here > 40 || here >= told) reasons.push({ label: data.abilities[number].label, answer: answer });
      points = Math.max(points, here - (answer === "ask" ? 2 : 0));
    });
    return points;
  }
  // The question holds a word of the page, or is its beginning: 救急 of 救急車. A number only by itself, 119 not in
  // 0463-00-1190.
  function leadsTo(item, question) {
    return item.foundBy.some(function (word) {
      if (/^[0-9]+$/.test(word)) return new RegExp("(^|[^0-9-])" + word + "($|[^0-9-])").test(question);
      return question.includes(word) || (question.length > 1 && word.startsWith(question));
    });
  }
  function hasNumber(item, question) {
    return /^[-0-9() ]{6,}$/.test(question) && digits(item.dialled.split(";")[0]) === digits(question);
  }
  // Before all points: the entry that is called so letter by letter or has this number, then the page that is meant
  // for such a question, then the entry that is called so in other letters.
  // A word that stands for a service (看取り) asks for whom to call, though something to read is called so, too.
  function rankOf(item, isEntry, question) {
    var key = pressed(question);
    var may = isEntry && (item.tel || !data.meaning.knows(key));
    if ((may && item.written === written(question)) || (isEntry && hasNumber(item, question))) return 3;
    if (leadsTo(item, key)) return 2;
    return may && (item.key === key || item.reading === key) ? 1 : 0;
  }
  // Whom one can call stands before what one can read.
  function hitsOf(wishes) {
    return data.rows.map(function (item, order) {
      var sum = 0, reasons = [];
      for (var wish of wishes) {
        var points = best(item, wish, reasons);
        if (!points) return null;
        sum += points;
      }
      return { item: item, points: sum + (item.tel ? 55 : 0), order: order, reasons: reasons };
    }).filter(Boolean).sort(function (a, b) { return b.points - a.points || a.order - b.order; });
  }

  // Hits, and whether they are only near to what was asked.
  function search(question) {
    var ways = data.meaning.ways(question), found = null;
    for (var i = 0; i < ways.length && !(found && found.hits.length); ++i) {
      var wishes = ways[i].map(function (words) { return { words: words, asked: askedFor(words) }; });
      found = { hits: hitsOf(wishes), nearly: i === 2 };
    }
    var ranks = new Map(data.rows.map(function (item, place) {
      return [item, rankOf(item, place < data.entries, question.normalize("NFKC"))];
    }));
    var missed = data.rows.filter(function (item) {
      return ranks.get(item) > 1 && !found.hits.some(function (hit) { return hit.item === item; });
    });
    found.hits = missed.map(function (item) { return { item: item, points: 0, reasons: [] }; }).concat(found.hits);
    found.hits.sort(function (a, b) { return ranks.get(b.item) - ranks.get(a.item); });
    if (missed.length) found.nearly = false;
    return found;
  }

  function run(remember) {
    var question = input.value.trim();
    if (remember) {
      var state = new URLSearchParams();
      if (question) state.set("q", question);
      tebiki.hash.write(state);
    }
    if (!question) { tebiki.results.hide(); return Promise.resolve(); }
    return load().then(function () { tebiki.results.show(question, search(question), form.dataset.root); },
      tebiki.results.fail);
  }
  function recall() {
    var question = tebiki.hash.isState() && tebiki.hash.read().get("q");
    if (!question) return;
    input.value = question;
    run(false).then(tebiki.results.bringIntoSight);
  }

  var waiting;
  input.addEventListener("focus", function () { load().catch(function () {}); });
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(function () { run(true); }, 200); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(waiting);
    run(true).then(tebiki.results.bringIntoSight);
  });
  window.addEventListener("hashchange", recall);
  recall();
})();
