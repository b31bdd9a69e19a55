// Answers questions: who fits all wishes; when nobody does, who fits when one of them is dropped.
"use strict";
(function () {
  tebiki.answers = function (corpus, opening, understand, terms) {
    var evidence = tebiki.evidence(corpus, terms), given = tebiki.points(corpus, opening, terms, evidence), strong = given.strong, certain = given.certain, towns = given.towns;
    var sorts = tebiki.partSorts(corpus, strong), saying = tebiki.saying(evidence, sorts);
    // While a question is typed most wishes stay the same.
    var known = new Map();
    function partOf(wish, i, wishes) {
      var alone = wishes.length < 2, key = wish.type + " " + wish.words + " " + (wish.concept ? wish.concept.word : "") + (alone ? " alone" : "");
      if (!known.has(key)) {
        if (known.size > 40) known.clear();
        known.set(key, { points: given.ofWish(wish, alone), told: null });
      }
      return Object.assign({ known: known.get(key), points: known.get(key).points }, wish);
    }
    // Whether a row is certainly what is not wanted: a hospital for 病院以外.
    function isDenied(wishes) {
      var points = wishes.denied.filter(function (wish) { return wish.concept; }).map(function (wish) { return given.ofWish(wish, false); });
      return function (row) { return points.some(function (some) { return some[row] > 56; }); };
    }
    // The wishes with the points of all rows.
    function partsOf(wishes) {
      var times = wishes.filter(function (wish) { return wish.type === "time"; });
      var parts = wishes.filter(function (wish) { return wish.type !== "time"; }).map(partOf);
      if (times.length) {
        var services = parts.flatMap(asked).map(function (number) { return terms[number]; }).filter(function (term) { return term.sort === "kind"; });
        parts.push({ type: "time", words: times.map(function (wish) { return wish.words; }).join(" "), points: given.ofTimes(times, services) });
      }
      if (wishes.denied.length) deny(parts, isDenied(wishes));
      return parts;
    }
    function deny(parts, denied) {
      parts.forEach(function (part) {
        part.denied = denied;
        part.points = part.points.map(function (points, row) { return points && denied(row) ? 0 : points; });
      });
    }
    // The long texts are searched when they are needed.
    function tell(parts) {
      parts.forEach(function (part) {
        if (part.known) part.points = part.known.told = part.known.told || given.withTold(Object.assign({}, part, { points: part.known.points }));
        if (part.known && part.denied) deny([part], part.denied);
        part.found = part.points.some(Boolean);
      });
    }
    var readings = tebiki.readings(corpus, evidence);
    // Who fits: those who answer every wish, and those who only mention some of it; of these, who can be called and answer
    // one of the wishes for certain; to be there at that time is none of these.
    function fitting(parts) {
      var fit = { strong: [], mentions: [], partly: [] };
      if (!parts.length) return fit;
      var arrays = parts.map(function (part) { return part.points; }), isTime = parts.map(function (part) { return part.type === "time"; }), first = arrays[0];
      for (var row = 0; row < first.length; ++row) {
        var least = first[row], most = isTime[0] ? 0 : least, sum = least;
        for (var i = 1; i < arrays.length && least; ++i) {
          var points = arrays[i][row];
          if (points < least) least = points;
          if (points > most && !isTime[i]) most = points;
          sum += points;
        }
        if (!least) continue;
        // Who answers all wishes alike stands before who answers one of them better.
        var hit = { item: corpus.rows[row], row: row, points: sum + least };
        (least < strong ? fit.mentions : fit.strong).push(hit);
        if (least < strong && most >= certain && hit.item.tel) fit.partly.push(hit);
      }
      return fit;
    }
    // Words that are told somewhere only, 手伝 beside 階段 and 介護タクシー: they put nobody out whom two choices of the site's
    // name.
    function withoutTold(parts) {
      if (parts.filter(sorts.isChoice).length < 2) return parts;
      tell(parts);
      function fitsAChoice(row) { return parts.some(function (part) { return sorts.isChoice(part) && part.points[row] >= strong; }); }
      return parts.filter(function (part) {
        return !part.found || part.type !== "text" || part.points.some(function (points, row) { return points >= strong && (corpus.rows[row].tel || fitsAChoice(row)); });
      });
    }
    // What many rows say tells least.
    function sizeOf(part) { return part.points.reduce(function (sum, points) { return sum + (points > 0 ? 1 : 0); }, 0); }
    // Nobody of the service is there at night, but some can be called: of who asks for 夜中 that is meant, too.
    function callableAtNight(parts) {
      var night = parts.find(function (part) { return part.type === "time" && /^夜[^0-9]*$|深夜/.test(part.words); });
      var calls = night && parts.length > 1 ? understand("夜間電話").filter(function (wish) { return wish.type === "concept"; }).map(partOf) : [];
      if (calls.length !== 1) return parts;
      return parts.map(function (part) { return part === night ? Object.assign(calls[0], { words: night.words }) : part; });
    }
    function settle(parts) {
      var fit = fitting(parts), dropped = [];
      if (!fit.strong.length) {
        var called = callableAtNight(parts), atNight = fitting(called);
        if (atNight.strong.length) {
          parts = called;
          fit = atNight;
        }
      }
      if (!fit.strong.length) {
        parts = withoutTold(parts);
        fit = fitting(parts);
      }
      if (!fit.strong.length) {
        tell(parts);
        fit = fitting(parts);
        // An office of the service that was asked for, which says the town or the ability in its own words.
        if (parts.length > 1 && fit.partly.length) fit = { strong: fit.partly, mentions: fit.mentions.filter(function (hit) { return !fit.partly.includes(hit); }) };
      }
      function without(gone) { return parts.filter(function (part) { return part !== gone; }); }
      // Texts that hold every word are an answer, but not to who asks for somebody to call who can do this and that.
      function suffices(some) {
        var listed = parts.find(sorts.isList);
        if (listed) return some.some(function (hit) { return listed.points[hit.row] >= certain; });
        if (some.some(function (hit) { return parts.some(function (part) { return part.type !== "time" && part.points[hit.row] === 100; }); })) return true;
        return !parts.every(sorts.isStructured) && some.length && (some.some(function (hit) { return hit.item.tel; }) || parts.filter(function (part) { return sorts.isChoice(part) || sorts.isToldByOffices(part); }).length < 2);
      }
      while (!fit.strong.length && parts.length > 1 && !suffices(fit.mentions)) {
        var others = parts.slice().sort(function (a, b) { return sorts.rankOf(a) - sorts.rankOf(b) || sizeOf(b) - sizeOf(a); });
        var gone = others.find(function (part) { return fitting(without(part)).strong.length; }) ||
          others.find(function (part) { return fitting(without(part)).mentions.length; }) || others[0];
        dropped.push(gone);
        parts = without(gone);
        fit = fitting(parts);
      }
      return { parts: parts, dropped: dropped, fit: fit };
    }
    // Other wishes that might be dropped in place of the first one, with the number of rows that would be left.
    function otherWays(parts, dropped) {
      if (dropped.length !== 1) return [];
      return parts.filter(function (part) { return part !== dropped[0] && part.type !== "number"; }).map(function (part) {
        return { words: part.words, count: fitting(parts.filter(function (other) { return other !== part; })).strong.length };
      }).filter(function (way) { return way.count; });
    }

    // Rows of the district of a town that was dropped: it is what else those of the town say of where they are.
    function neighbours(dropped) {
      var near = new Set();
      dropped.filter(function (part) { return sorts.isChoice(part) && part.concept.means.sort === "town"; }).forEach(function (part) {
        var here = corpus.rows.filter(function (item, row) { return item.tel && part.points[row] >= certain; });
        here.flatMap(function (item) { return item.said.split(" "); }).filter(function (term, i, all) {
          return term && terms[parseInt(term, 10)].sort === "town" && !towns.isVisited(parseInt(term, 10)) && all.indexOf(term) === i;
        }).forEach(function (term) { corpus.postings[parseInt(term, 10)].forEach(function (posting) { near.add(posting >> 1); }); });
      });
      return near;
    }
    function isUrgent(item) { return item.foundBy.some(function (word) { return /^#?[0-9]+$/.test(word); }); }
    // Whether the page is meant for such a question. The page for emergencies, which has a number to dial among its
    // words, where the question holds one of them, 119 only by itself and not in 0463-00-1190. Other pages by the whole
    // word, and `loosely`, when nobody else fits, also by a part of the question.
    function leadsTo(item, question, said, loosely) {
      return item.foundBy.some(function (word) {
        if (/^[0-9]+$/.test(word)) return new RegExp("(^|[^0-9-])" + word + "($|[^0-9-])").test(question);
        return question === word || said === word || ((isUrgent(item) || loosely) && (question.includes(word) || (question.length > 1 && word.startsWith(question))));
      });
    }
    function asked(part) {
      return part.type === "concept" ? Array.from(part.concept.terms.keys()) : [];
    }
    // Marks that a row shows: abilities that were asked for.
    function reasonsOf(row, parts) {
      var said = corpus.rows[row].said.split(" ");
      return parts.flatMap(asked).filter(function (term) { return terms[term].sort === "ability"; }).map(function (term) {
        var answer = said.includes(term + "?") ? "ask" : said.includes(String(term)) ? "yes" : "";
        return { label: terms[term].label, answer: answer };
      }).filter(function (reason) { return reason.answer; });
    }

    // What is to be read: not for who names somebody to call, nor for who needs help at once.
    function readingsOf(wishes, settled, main, leads) {
      var urgent = Array.from(leads).some(isUrgent), listed = settled.parts.find(sorts.isList);
      if (urgent && !wishes.tells || settled.parts.some(function (part) { return sorts.isName(part); })) return [];
      // An issue of the letter that tells of it stands before pages that tell of the letter.
      if (listed && main.some(function (hit) { return listed.points[hit.row] >= certain && corpus.rows[hit.row].list >= 0; })) return [];
      var read = readings(wishes, settled, main);
      return urgent ? Object.assign(read.filter(function (hit) { return hit.points >= 70; }), { besides: read.besides }) : read;
    }

    // The rows that meet every wish of the question, or where its words at least occur; nothing where it asks for nothing.
    function rows(question) {
      var parts = partsOf(understand(question)), fit = fitting(parts);
      if (!parts.length) return null;
      if (!fit.strong.length) {
        tell(parts);
        fit = fitting(parts);
      }
      return (fit.strong.length ? fit.strong : fit.mentions).map(function (hit) { return hit.row; });
    }
    // `hits` best first; `mentions()`, rows where the words only occur; what was dropped, and what else might be.
    function answer(whole) {
      var question = whole.slice(0, tebiki.mostAsked);
      var key = tebiki.fold(question).replace(/\s/g, ""), plain = tebiki.plain(question).replace(/\s/g, "");
      var wishes = understand(question), parts = partsOf(wishes), settled = settle(parts.slice());
      // Nobody else is there.
      if (wishes.denied.length && !settled.fit.strong.length && !settled.fit.mentions.length) {
        wishes.denied = [];
        parts = partsOf(wishes);
        settled = settle(parts.slice());
      }
      var said = wishes.said.map(function (words) { return words[0]; }).join("");
      var leads = new Set(corpus.pages.filter(function (item) { return leadsTo(item, key, said, !settled.fit.strong.length || settled.dropped.length > 0); }));
      // Who asks for a film or a form means rows of that list.
      var listed = settled.parts.some(sorts.isList);
      var named = settled.parts.some(function (part) { return part.type === "text" && part.points.some(function (points, row) { return points > 69 && row < corpus.entries; }); });
      var fit = settled.fit, main = fit.strong.length ? saying.telling(wishes, settled.parts, fit.strong) : fit.mentions;
      var beyond = fit.strong.filter(function (hit) { return !main.includes(hit); });
      if (leads.size && !listed && (settled.dropped.length && !named && !settled.dropped.every(function (part) { return part.type === "time"; }) || settled.parts.every(function (part) { return part.type === "time"; }))) main = [];
      // Whom a page is meant for needs none of those who only mention the word.
      if (Array.from(leads).some(function (item) { return leadsTo(item, key, said, false); })) main = main.filter(function (hit) { return hit.item.tel || hit.points > 56; });
      corpus.rows.forEach(function (item, row) {
        if (leads.has(item) && !main.some(function (hit) { return hit.item === item; })) main.push({ item: item, row: row, points: 0 });
      });
      var read = beyond.length && !wishes.explains ? [] : readingsOf(wishes, settled, main, leads), reading = new Set(read.map(function (hit) { return hit.row; }));
      if (read.length) main = read.concat(main.filter(function (hit) { return !reading.has(hit.row) && (!settled.dropped.length && read.besides(hit) || leads.has(hit.item)); }));
      var near = neighbours(settled.dropped);
      // A word that stands for a service (看取り) asks for whom to call, though something to read is called so, too.
      var callable = settled.parts.flatMap(asked).some(function (term) {
        return corpus.postings[term].some(function (posting) { return corpus.rows[posting >> 1].tel; });
      });
      var pointsFor = saying.pointsOf(wishes, settled.parts);
      function ahead(hit) {
        var written = tebiki.plain(hit.item.name).replace(/\s/g, "") === plain && hit.row < corpus.entries;
        return written && (hit.item.tel || !callable) ? 3 : leads.has(hit.item) && !listed ? (leadsTo(hit.item, key, said, false) ? 2 : 0.5) : reading.has(hit.row) ? 1 : 0;
      }
      main.forEach(function (hit) {
        hit.ahead = ahead(hit);
        // The numbers of the page for emergencies are for who is led there, not for who finds something to read in it.
        hit.isForEmergencies = Boolean(hit.ahead && hit.ahead !== 1 && hit.item.foundBy && isUrgent(hit.item));
        hit.reasons = reasonsOf(hit.row, settled.parts);
        hit.doubts = hit.reasons.filter(function (reason) { return reason.answer === "ask"; }).length;
        hit.points += (hit.item.tel ? 55 : 0) + (near.has(hit.row) ? 30 : 0) + pointsFor(hit);
      });
      main.sort(function (a, b) { return b.ahead - a.ahead || a.doubts - b.doubts || b.points - a.points || (corpus.sizes[b.item.list] || 0) - (corpus.sizes[a.item.list] || 0) || a.row - b.row; });
      function mentions() {
        if (!fit.strong.length) return [];
        tell(settled.parts);
        return beyond.concat(fitting(settled.parts).mentions.filter(function (hit) { return !beyond.some(function (other) { return other.row === hit.row; }); }));
      }
      // Who is led to a page, or to something to read, needs not be told what others lack.
      var told = leads.size > 0 || read.length > 0;
      return { hits: main, mentions: mentions, understood: settled.parts,
        dropped: told ? [] : settled.dropped, others: told ? [] : otherWays(parts, settled.dropped) };
    }
    return { answer: answer, rows: rows, towns: towns, reasonsOf: reasonsOf,
      // Who answers every part for certain; what is dropped first has the lowest rank.
      fits: function (parts) { return fitting(parts).strong; },
      rankOf: function (part) {
        tell([part]);
        return sorts.rankOf(part);
      } };
  };

  // Answers questions over what the data script tells.
  // `known`: a searcher over other entries of the site, whose words it shares.
  tebiki.searcher = function (told, known) {
    if (!known) tebiki.learnFolding(told.folding);
    var opening = known ? known.opening : tebiki.opening(told.language, told.holidays), vocabulary = known ? known.vocabulary : tebiki.vocabulary(told);
    var corpus = tebiki.corpus(told, opening);
    var understand = tebiki.question(vocabulary, corpus, opening, told.language);
    var answers = tebiki.answers(corpus, opening, understand, vocabulary.terms);
    return { vocabulary: vocabulary, terms: vocabulary.terms, opening: opening, holidays: told.holidays, understand: understand,
      // What is known of days and hours of the office of a hit.
      officeOf: function (hit) { return corpus.open[hit.row]; },
      corpus: corpus, towns: answers.towns, rows: answers.rows, answer: answers.answer, fits: answers.fits, rankOf: answers.rankOf, reasonsOf: answers.reasonsOf };
  };
})();
