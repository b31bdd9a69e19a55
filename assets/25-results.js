// Shows what the search on the home page found, by kind: name, what was asked for with its mark, hours of today, and
// the number to call.
"use strict";
(function () {
  var found = document.getElementById("page-found");
  if (!found) return;
  var status = found.querySelector("[role=status]");
  var answers = found.querySelector(".found-rows"), wishes = found.querySelector(".wishes");
  var words = found.dataset;
  var shownOfEach = 10, shownAtOnce = 4;
  var resting, filling;

  var put = tebiki.rows.put;
  // The words as the reader wrote them; wishes are folded.
  function original(question, wanted) {
    var characters = Array.from(question);
    for (var length = 1; length <= characters.length; ++length) {
      for (var at = 0; at + length <= characters.length; ++at) {
        var part = characters.slice(at, at + length).join("");
        if (tebiki.pressed(tebiki.fold(part)) === wanted) return part.trim();
      }
    }
    return wanted;
  }
  function saidAs(question, part) {
    return part.words.split(" ").map(function (some) { return original(question, some); }).join(" ");
  }
  // The first term of that sort that the row says, of those asked for if it says one.
  function termOf(item, sort, search, asked) {
    var said = item.said.split(" ").filter(Boolean).map(function (token) { return search.terms[parseInt(token, 10)]; })
      .filter(function (term) { return term.sort === sort; });
    var term = said.find(function (one) { return asked.has(one.number); }) || said[0];
    return !term ? "" : search.towns.isVisited(term.number) ? term.field + " " + term.label : term.label;
  }
  function rowOf(hit, search, result, root) {
    var item = hit.item, row = tebiki.rows.row(item, root, (hit.reasons || []).map(function (reason) { return tebiki.rows.ability(reason.label, reason.answer); }));
    put(row, ".tag", termOf(item, "kind", search, result.asked));
    put(row, ".town", termOf(item, "town", search, result.asked));
    tebiki.rows.putToday(row, item.tel && search.officeOf(hit), search, words);
    put(row, ".opening", item.tel && (item.detail || (item.days + " " + item.hours).trim()));
    put(row, ".detail", item.tel ? "" : item.detail);
    tebiki.rows.putFax(row, item, result.question, words.fax);
    return tebiki.rows.closed(row);
  }
  // Rows from `from` on, and a button that brings those behind the first ten.
  function fill(list, hits, toRow, from) {
    list.append.apply(list, hits.slice(from, shownOfEach).map(toRow));
    var left = hits.slice(shownOfEach);
    if (!left.length) return;
    var more = tebiki.clone("page-more"), button = more.querySelector("button");
    button.textContent = tebiki.say(button.dataset.more, { count: left.length });
    button.addEventListener("click", function () {
      more.remove();
      list.append.apply(list, left.map(toRow));
      list.children[shownOfEach].querySelector("a").focus();
    });
    list.after(more);
  }
  function groupsOf(hits) {
    var groups = new Map();
    hits.forEach(function (hit) {
      if (!groups.has(hit.item.kind)) groups.set(hit.item.kind, []);
      groups.get(hit.item.kind).push(hit);
    });
    return Array.from(groups);
  }
  function groupOf(pair) {
    var group = tebiki.clone("page-group");
    group.querySelector("h3").textContent = tebiki.say(words.group, { kind: pair[0], count: pair[1].length });
    return group;
  }
  // The first rows of the first kind at once; the others when these are seen.
  function showGroups(hits, toRow) {
    clearTimeout(filling);
    groupsOf(hits).forEach(function (pair, place) {
      if (place) return;
      var group = groupOf(pair), list = group.querySelector("ol");
      list.append.apply(list, pair[1].slice(0, shownAtOnce).map(toRow));
      answers.append(group);
    });
    filling = setTimeout(function () {
      groupsOf(hits).forEach(function (pair, place) {
        var group = place ? groupOf(pair) : answers.querySelector(".found-group");
        fill(group.querySelector("ol"), pair[1], toRow, place ? 0 : shownAtOnce);
        if (place) answers.append(group);
      });
    }, 20);
  }
  function showMentions(result, toRow) {
    var mentions = result.mentions();
    if (!mentions.length) return;
    var rest = tebiki.clone("page-mentions"), summary = rest.querySelector("summary");
    summary.textContent = tebiki.say(summary.dataset.mentions, { count: mentions.length });
    rest.addEventListener("toggle", function () { fill(rest.querySelector("ol"), mentions, toRow, 0); }, { once: true });
    answers.append(rest);
  }
  // Of a large site, when more pieces may answer than were loaded.
  function showPartly(result) {
    if (!result.partly) return;
    var note = document.createElement("p");
    note.textContent = words.partly;
    answers.prepend(note);
  }
  // What nobody fits, what else might be dropped, and whom to call.
  function showDropped(question, result, ask) {
    if (!result.dropped.length && result.hits.length) return showPartly(result);
    var band = tebiki.clone("page-dropped"), ways = band.querySelector(".ways");
    var dropped = result.dropped.map(function (part) { return tebiki.say(words.question, { question: saidAs(question, part) }); }).join("");
    put(band, "b", result.hits.length ? tebiki.say(words.dropped, { wishes: dropped, count: result.hits.length })
      : tebiki.say(words.notFound, { question: question }));
    result.others.forEach(function (way) {
      var item = tebiki.clone("page-way"), button = item.querySelector("button"), said = saidAs(question, way);
      button.textContent = tebiki.say(words.way, { wish: said, count: way.count });
      button.addEventListener("click", function () { ask(question.replace(said, " ").replace(/\s+/g, " ").trim()); });
      ways.append(item);
    });
    if (!result.others.length) ways.remove();
    answers.prepend(band);
  }
  function showWishes(question, result) {
    var parts = result.understood.concat(result.dropped);
    wishes.replaceChildren.apply(wishes, parts.map(function (part) {
      var chip = tebiki.clone("page-wish"), term = part.concept && part.concept.means;
      var label = term ? term.label : saidAs(question, part);
      put(chip, "small", term && term.field !== term.label ? term.field : "");
      chip.querySelector("span").textContent = label;
      chip.classList.toggle("gone", result.dropped.includes(part));
      return chip;
    }));
    wishes.hidden = !parts.some(function (part) { return part.concept && part.concept.means; });
  }
  // What need not follow every key: the count is said, and what only mentions the words, when the reader rests.
  function whenResting(act, now) {
    clearTimeout(resting);
    resting = setTimeout(act, now ? 20 : 400);
  }
  function tell(count, told) {
    var number = document.createElement("b"), said = document.createElement("span");
    number.textContent = count;
    said.className = "chosen";
    said.textContent = told;
    status.replaceChildren(number, said);
  }
  function offerPrinting(hits) {
    tebiki.offerPrinting(found.querySelector(".found-head"), hits.filter(function (hit) { return hit.item.dialled; })
      .map(function (hit) { return hit.item.path; }));
  }

  tebiki.results = {
    // `ask(question)` asks anew; `now`: the reader waits for it.
    show: function (question, search, root, ask, now) {
      var result = search.answer(question);
      var asked = result.understood.flatMap(function (part) { return part.concept ? Array.from(part.concept.terms.keys()) : []; });
      result.asked = new Set(asked.concat(asked.flatMap(search.towns.comingTo)));
      result.partly = search.partly;
      result.question = question;
      answers.replaceChildren();
      function toRow(hit) { return rowOf(hit, search, result, root); }
      showGroups(result.hits, toRow);
      showDropped(question, result, ask);
      showWishes(question, result);
      whenResting(function () {
        offerPrinting(result.hits);
        tell(tebiki.say(words.count, { count: result.hits.length }), tebiki.say(words.question, { question: question }));
        showMentions(result, toRow);
      }, now);
      found.hidden = false;
    },
    hide: function () { found.hidden = true; },
    // The first rows cost most: shapes of letters are looked up, code is compiled. While the reader still types, a row of
    // the site's own words is laid out and taken away before anybody sees it.
    prepare: function (search) {
      if (!found.hidden) return;
      var name = search.terms.map(function (term) { return term.label; }).join(" ").slice(0, 400), result = search.answer(name.slice(0, 40));
      var item = { name: name, path: "", said: "", tel: "0123-456789", dialled: "0", detail: words.openUntil + words.closed };
      var group = groupOf(["", []]);
      result.asked = new Set();
      result.question = "";
      group.querySelector("ol").append(rowOf({ item: item, row: 0, reasons: [{ label: name, answer: "yes" }] }, search, result, ""));
      answers.append(group);
      showWishes(name, result);
      found.hidden = false;
      found.getBoundingClientRect();
      found.hidden = true;
      answers.replaceChildren();
      wishes.replaceChildren();
    },
    fail: function () {
      answers.replaceChildren();
      status.textContent = words.failed;
      found.hidden = false;
    },
    links: function () { return Array.from(answers.querySelectorAll(".name a, .more button, .ways button")).filter(function (link) { return link.offsetParent; }); },
    bringIntoSight: function () {
      if (found.hidden) return;
      found.querySelector("h2").focus({ preventScroll: true });
      found.scrollIntoView();
    }
  };
})();
