// How much each row answers a wish, in points up to 100.
"use strict";
(function () {
  var strong = 40;  // points from which a row answers a wish, rather than only mentions it
  var certain = 80; // points from which there is no doubt of it

  function giver(corpus, points) {
    return function (text, word, some) {
      if (word) corpus.scan(text, word, function (row) { points[row] = Math.max(points[row], some); });
    };
  }
  function addTerm(corpus, points, term, some) {
    corpus.postings[term].forEach(function (posting) {
      var row = posting >> 1;
      points[row] = Math.max(points[row], some - 2 * (posting & 1));
    });
  }
  // The points, and those of rows where the words of the wish only occur.
  function toldPoints(corpus, towns, evidence, part) {
    var points = part.points.slice(), give = giver(corpus, points), word = part.type === "number" ? part.words : part.concept.word;
    if (part.type === "number" && part.digits.length > 4) return points;
    [word, part.words].forEach(function (some) {
      give(corpus.told, some, 10);
      give(corpus.headings, some, 20);
    });
    if (!part.concept) return points;
    // What the site has words for, though no choice of it is called so, is answered by an office that tells it: レスパイト入院.
    if (part.type === "concept" && !part.concept.terms.size) {
      [word].concat(part.concept.others).forEach(function (some) {
        corpus.scan(corpus.told, some, function (row) { if (corpus.rows[row].tel) points[row] = Math.max(points[row], some === word ? strong + 2 : strong); });
      });
    }
    // 面会時間 is told by 面会の時間は14時から.
    if (part.type === "text" && word.length > 2) {
      evidence.shares([[word]]).forEach(function (share, row) { if (share > 0.75) points[row] = Math.max(points[row], 10); });
    }
    part.concept.others.forEach(function (other) {
      if (other.length > 2 || /^[一-鿿]{2}$/.test(other)) give(corpus.told, other, 8);
      // 電話かFAX（申込書） says 申し込み, too, which is no choice of the site's.
      if (other.length > 2 && !part.concept.terms.size) give(corpus.facts, other, strong);
    });
    part.concept.terms.forEach(function (some, term) {
      if (some >= certain) towns.comingTo(term).forEach(function (number) { addTerm(corpus, points, number, some - 4); });
    });
    return points;
  }
  // The points that each row has for the wish.
  // Who asks for a service in a town is served by those who come to its district, too; who asks for the town alone, is not.
  function pointsOf(corpus, towns, wish, alone) {
    var points = new Uint8Array(corpus.rows.length), give = giver(corpus, points);
    if (wish.type === "number") {
      give(corpus.numbers, wish.digits, 100);
      give(corpus.facts, wish.words, 90);
      return points;
    }
    var word = wish.concept.word, counted = /^([0-9]+)([^0-9])$/.exec(word);
    // The 市 of 秦野市 is not what a town is called.
    if (!/^[一-鿿]$/.test(word)) give(corpus.facts, word, 50);
    if (counted) give(corpus.facts, counted[2] + "数" + counted[1] + "|", 50); // 車いす固定台数2 says 2台
    if (!/^[ぁ-ゖー]{1,2}$/.test(word)) {
      give(corpus.names, word, 60);
      give(corpus.readings, word, 58);
    }
    [corpus.names, corpus.readings].forEach(function (text) {
      if (word.length > 1) give(text, "|" + word, 70);
      give(text, "|" + word + "|", 100);
    });
    // Who says the very word stands before who says another for it: 心療内科 and 精神科.
    [word].concat(wish.concept.others).forEach(function (one) {
      (corpus.byFact.get(one) || []).forEach(function (row) { points[row] = points[row] > 84 ? points[row] + 1 : one === word ? 92 : 85; });
    });
    if (!wish.concept.terms.size) {
      wish.concept.others.forEach(function (other) { if (other.length > 2) give(corpus.names, other, 45); });
    }
    // Who comes to a town stands behind who is there.
    wish.concept.terms.forEach(function (some, term) {
      addTerm(corpus, points, term, towns.isVisited(term) ? some - 4 : some);
      if (some >= certain && !alone) towns.comingTo(term).forEach(function (number) { addTerm(corpus, points, number, some - 6); });
    });
    // Who is called so stands before others of the kind.
    [word, word + "|"].forEach(function (part) { corpus.scan(corpus.names, part, function (row) { points[row] += points[row] < 100 ? 4 : 0; }); });
    return points;
  }

  // The days of the services that are asked for, where the office has days of their own for them; otherwise nothing.
  function serviceDays(corpus, opening, services, row) {
    return services.reduce(function (days, term) {
      var words = corpus.behind(corpus.told, row, term.key), own = words && opening.of(words, "").days;
      return own ? (days || 0) | own : days;
    }, null);
  }
  // Days and hours are one wish of the same office.
  function timePoints(corpus, opening, terms, wishes, services) {
    var points = new Uint8Array(corpus.rows.length), times = wishes.map(function (wish) { return wish.time; });
    var late = times.some(function (time) { return time.closes; });
    // At night who never closes stands before who closes late.
    var wanted = times.reduce(function (days, time) { return days | (time.days || 0); }, 0);
    corpus.open.forEach(function (office, row) {
      if (!office || !opening.fit(office, times)) return;
      var own = wanted ? serviceDays(corpus, opening, services, row) : null;
      if (own === null || (own & wanted) === wanted) points[row] = !late ? 80 : office.whole ? 100 : 70;
    });
    // What says the time in its name is there at that time, whenever the house is open: 24時間つながる.
    if (!wanted) terms.filter(function (term) { return wishes.every(function (wish) { return wish.words.length > 1 && term.key.includes(wish.words); }); })
      .forEach(function (term) { addTerm(corpus, points, term.number, certain); });
    return points;
  }

  tebiki.points = function (corpus, opening, terms, evidence) {
    var towns = tebiki.towns(corpus, terms);
    return {
      strong: strong, certain: certain, towns: towns,
      ofWish: function (wish, alone) { return pointsOf(corpus, towns, wish, alone); },
      withTold: function (part) { return toldPoints(corpus, towns, evidence, part); },
      ofTimes: function (wishes, services) { return timePoints(corpus, opening, terms, wishes, services); }
    };
  };
})();
