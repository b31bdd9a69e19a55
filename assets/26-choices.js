// The rows of a list with what each has, as sets of bits: ten thousand are narrowed down between two keys.
"use strict";
(function () {
  function bits(size) { return new Uint32Array((size + 31) >> 5); }
  function put(set, row) { set[row >> 5] |= 1 << (row & 31); }
  function all(size) {
    var set = bits(size).fill(0xffffffff);
    if (size & 31) set[set.length - 1] = (1 << (size & 31)) - 1;
    return set;
  }
  function each(one, other, merge) {
    var set = new Uint32Array(one.length);
    for (var i = 0; i < set.length; ++i) set[i] = merge(one[i], other[i]);
    return set;
  }
  function both(one, other) { return each(one, other, function (a, b) { return a & b; }); }
  function either(one, other) { return each(one, other, function (a, b) { return a | b; }); }
  function without(one, other) { return each(one, other, function (a, b) { return a & ~b; }); }
  function countBoth(one, other) {
    var count = 0;
    for (var i = 0; i < one.length; ++i) {
      var v = one[i] & other[i];
      v -= (v >>> 1) & 0x55555555;
      v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
      count += (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return count;
  }
  function rowsOf(set) {
    var rows = [];
    set.forEach(function (part, i) {
      for (var bit = 0; part; ++bit, part >>>= 1) if (part & 1) rows.push(i * 32 + bit);
    });
    return rows;
  }

  // `told`: what the script of the list says. Rows are added when they are there, in pieces; words are understood as those
  // of the search box for the whole site are.
  tebiki.choices = function (told) {
    var size = told.count, whole = all(size), choicesAt = 15, tagsAt = 16, breaksAt = 17;
    var sets = new Map(), rows = [], offices = [], opening = tebiki.opening(told.language), words = null;
    // Made when words are asked for: of ten thousand rows that takes a moment.
    function searcher() {
      words = words || tebiki.searcher(Object.assign({ pages: [], entries: rows }, told));
      return words;
    }

    function answers(choice) {
      if (!sets.has(choice)) sets.set(choice, { yes: bits(size), ask: bits(size), no: bits(size) });
      return sets.get(choice);
    }
    function add(more) {
      more.forEach(function (row) {
        var at = rows.push(row) - 1;
        offices[at] = opening.ofRow(row, told.terms);
        (row[choicesAt] || "").split(" ").forEach(function (token) {
          if (!token) return;
          var end = token[token.length - 1], choice = end === "?" || end === "!" ? token.slice(0, -1) : token;
          put(answers(choice)[end === "?" ? "ask" : end === "!" ? "no" : "yes"], at);
        });
      });
    }

    function setOfQuestion(question) {
      var found = question.trim() && searcher().rows(question), set = bits(size);
      if (!found) return whole;
      found.forEach(function (row) { put(set, row); });
      return set;
    }
    function setOfChoice(choice, withAsk) {
      var answer = answers(choice);
      return withAsk ? either(answer.yes, answer.ask) : answer.yes;
    }
    // Offices that are open at all these times; what depends on the clock is found anew when a minute has gone.
    var openAt = new Map(), minute = -1;
    function setOfTimes(times) {
      var clock = tebiki.clock(), key = times.slice().sort().join(" ");
      if (!times.length) return whole;
      if (clock.minute !== minute) { openAt.clear(); minute = clock.minute; }
      if (!openAt.has(key)) {
        var set = bits(size);
        offices.forEach(function (office, row) { if (office && opening.opens(office, times, clock, told.holidays)) put(set, row); });
        openAt.set(key, set);
      }
      return openAt.get(key);
    }

    return {
      add: add,
      // A row as the search box has it, with its tags and when it is open, if it says so.
      item: function (row) {
        return Object.assign(tebiki.entryOf(rows[row], told), { tags: (rows[row][tagsAt] || "").split("\t").filter(Boolean), office: offices[row],
          breaks: (rows[row][breaksAt] || "").split(" ").filter(Boolean).map(Number) });
      },
      // What words need, before somebody types any.
      prepare: function () { searcher(); },
      rowOfPath: function (path) { return rows.findIndex(function (row) { return row[5] === path; }); },
      // yes, ask, no, or nothing
      answer: function (row, choice) {
        var answer = answers(choice);
        return ["yes", "ask", "no"].find(function (word) { return answer[word][row >> 5] & (1 << (row & 31)); }) || "";
      },
      opening: opening, holidays: told.holidays,
      // `wanted`: question, wishes (each { filter, choices }: any of them), times, withAsk. Sets by what they ask.
      ask: function (wanted) {
        var parts = [{ name: "", set: setOfQuestion(wanted.question) }, { name: "time", set: setOfTimes(wanted.times) }];
        wanted.wishes.forEach(function (wish) {
          parts.push({ name: wish.filter, set: wish.choices.map(function (choice) { return setOfChoice(choice, wanted.withAsk); }).reduce(either) });
        });
        function allBut(name) { return parts.reduce(function (left, part) { return part.name === name ? left : both(left, part.set); }, whole); }
        var fits = allBut(null), counted = new Map();
        function base(name) {
          if (!counted.has(name)) counted.set(name, parts.some(function (part) { return part.name === name; }) ? allBut(name) : fits);
          return counted.get(name);
        }
        return {
          // Those who answered ○ to all, then those who want to be asked.
          rows: function () {
            var sure = wanted.wishes.reduce(function (left, wish) {
              return both(left, wish.choices.map(function (choice) { return answers(choice).yes; }).reduce(either));
            }, fits);
            return rowsOf(sure).concat(rowsOf(without(fits, sure)));
          },
          // Who would fit if an answer that was never given were a yes.
          unanswered: function (isQuestion) {
            wanted.wishes.filter(function (wish) { return isQuestion(wish.choices[0]); }).forEach(function (wish) {
              var answer = answers(wish.choices[0]), answered = either(either(answer.yes, answer.ask), answer.no);
              var part = parts.find(function (one) { return one.name === wish.filter; });
              part.asked = either(part.set, without(whole, answered));
            });
            var left = parts.reduce(function (some, part) { return both(some, part.asked || part.set); }, whole);
            return rowsOf(without(left, fits));
          },
          // How many rows the choice would leave, all else being as it is.
          left: function (filter, choice) { return countBoth(base(filter), setOfChoice(choice, wanted.withAsk)); },
          leftAt: function (time) { return countBoth(base("time"), setOfTimes(wanted.times.includes(time) ? wanted.times : wanted.times.concat([time]))); }
        };
      }
    };
  };
})();
