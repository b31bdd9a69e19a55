// The site's own words: its choices, towns, abilities and lists, and what people say instead.
"use strict";
(function () {
  function partsOf(key) {
    return [key].concat(key.split(/[・()]/)).filter(function (part, i, all) { return part.length > 1 || all.length < 3; });
  }
  // 薬を届ける is found in 薬を届けてほしい.
  function stemOf(word) { return /^.{3,}[るくすむ]$/.test(word) ? word.slice(0, -1) : word; }

  tebiki.vocabulary = function (told) {
    function key(words) { return tebiki.pressed(tebiki.fold(words)); }
    var lists = told.lists.map(function (title) { return [title, title, "list"]; });
    var terms = told.terms.concat(lists).map(function (term, number) {
      // Who comes to a town is found there, too.
      var isVisited = term[2] === "visited";
      return { number: number, label: term[0], field: term[1], sort: isVisited ? "town" : term[2], isVisited: isVisited, key: key(term[0]), parts: partsOf(key(term[0])) };
    });
    var groups = told.same.split("\n").filter(Boolean).map(function (line) { return tebiki.pressed(line.replace(/ /g, "|")).split("|"); });
    var groupsOf = new Map(), termsOf = new Map(), words = new Map(), loose = new Map(), concepts = new Map(), longest = 0;
    function put(map, word, value) {
      if (!map.has(word)) map.set(word, []);
      map.get(word).push(value);
    }
    function learn(word) {
      words.set(word, word);
      if (!words.has(stemOf(word))) words.set(stemOf(word), word);
      put(loose, tebiki.loose(word), word);
      longest = Math.max(longest, word.length);
    }
    groups.forEach(function (group) { group.forEach(function (word) { put(groupsOf, word, group); learn(word); }); });
    terms.forEach(function (term) { term.parts.forEach(function (part) { put(termsOf, part, term); learn(part); }); });
    // 金目・真田 is of towns, as 真田 is one.
    terms.forEach(function (term) {
      if (term.sort !== "kind") return;
      var town = term.parts.slice(1).some(function (part) { return termsOf.get(part).some(function (other) { return other.sort === "town"; }); });
      if (town) terms.forEach(function (other) { if (other.field === term.field) other.sort = "town"; });
    });

    function strengthsOf(word, others) {
      var strengths = new Map();
      function say(term, strength) { strengths.set(term.number, Math.max(strengths.get(term.number) || 0, strength)); }
      function exact(term, points) {
        say(term, points);
        terms.forEach(function (other) {
          if (other !== term && other.field === term.field && other.key.includes(term.key)) say(other, 70);
        });
      }
      function exactly(wanted) {
        (termsOf.get(word) || []).filter(wanted).forEach(function (term) { exact(term, 90); });
        others.forEach(function (other) { (termsOf.get(other) || []).filter(wanted).forEach(function (term) { exact(term, 87); }); });
      }
      // A list by its title; by a part of it only when nothing else is called so.
      exactly(function (term) { return term.sort !== "list" || term.key === word || others.includes(term.key); });
      if (!strengths.size) exactly(function (term) { return term.sort === "list"; });
      [[word]].concat([others]).forEach(function (some, i) {
        if (strengths.size) return;
        some.forEach(function (one) {
          if (one.length < 2 + i) return;
          terms.forEach(function (term) { if (term.key.includes(one)) say(term, i ? 38 : 70); });
        });
      });
      return strengths;
    }
    // What a word of the site's means: the terms that it names, with points, and words that say the same.
    function concept(word) {
      if (concepts.has(word)) return concepts.get(word);
      var others = Array.from(new Set((groupsOf.get(word) || []).flat())).filter(function (other) { return other !== word; });
      var strengths = strengthsOf(word, others);
      var first = Array.from(strengths).sort(function (a, b) { return b[1] - a[1]; })[0];
      var made = { word: word, others: others, terms: strengths, means: first ? terms[first[0]] : null };
      concepts.set(word, made);
      return made;
    }
    // Several words at once, as of one that is still being typed.
    function union(some) {
      var made = { word: some[0], others: [], terms: new Map(), means: null };
      some.slice(0, 12).forEach(function (word) {
        var one = concept(word);
        made.means = made.means || one.means;
        one.terms.forEach(function (points, number) { made.terms.set(number, Math.max(points - 3, made.terms.get(number) || 0)); });
      });
      return made;
    }

    function spelled(word) {
      var key = tebiki.loose(word);
      return key.length > 2 && loose.has(key) ? concept(loose.get(key)[0]) : null;
    }

    return {
      terms: terms,
      knows: function (word) { return words.has(word); },
      concept: function (word) { return concept(words.get(word)); },
      // A word of nobody's: it may be a piece of terms all the same, タクシー of 介護タクシー.
      free: function (word) {
        var strengths = /^[ぁ-ゖー]{1,2}$/.test(word) ? new Map() : strengthsOf(word, []);
        strengths.forEach(function (points, number) { strengths.set(number, Math.min(points, 55)); });
        return { word: word, others: [], terms: strengths, means: null };
      },
      // The longest word of the site's that stands there.
      longestAt: function (text, at) {
        for (var length = Math.min(longest, text.length - at); length > 0; --length) {
          if (words.has(text.substr(at, length))) return length;
        }
        return 0;
      },
      // Words that begin so: ほうもんか.
      begun: function (word) {
        var some = Array.from(words.keys()).filter(function (other) { return other.startsWith(word); });
        return some.length ? Object.assign(union(some.map(function (one) { return words.get(one); })), { word: word }) : null;
      },
      // The word that is written so when nobody minds long vowels and the size of kana.
      spelled: spelled,
      // The word that is meant, when vowels are long or short, or the hand slipped once.
      nearly: function (word) {
        var key = tebiki.loose(word), same = spelled(word);
        if (same || key.length < 4) return same;
        var near = Array.from(loose.keys()).filter(function (other) { return other.length > 3 && tebiki.oneSlip(key, other); });
        return near.length ? union(near.map(function (one) { return loose.get(one)[0]; })) : null;
      }
    };
  };
})();
