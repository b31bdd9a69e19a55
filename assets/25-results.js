// Shows what the search on the home page found, by kind: name, what was asked for with its mark, hours of today or of
// the day that was asked for, and the number to call.
"use strict";
(function () {
  var found = document.getElementById("page-found");
  if (!found) return;
  var status = found.querySelector("[role=status]"), copy = found.querySelector(".copy");
  var answers = found.querySelector(".found-rows"), chips = found.querySelector(".wishes");
  var words = found.dataset, main = found.parentNode;
  var shownOfEach = 10, shownAtOnce = 4;
  var resting, filling, wide = window.matchMedia("(min-width: 60rem)");

  var copyWords = copy.textContent, put = tebiki.rows.put;
  // The first term of that sort that the row says, of those asked for if it says one.
  function termOf(item, sort, search, asked) {
    var said = item.said.split(" ").filter(function (token) { return token && !token.endsWith("!"); })
      .map(function (token) { return search.terms[parseInt(token, 10)]; }).filter(function (term) { return term.sort === sort; });
    var term = said.find(function (one) { return asked.has(one.number); }) || said[0];
    return !term ? "" : search.towns.isVisited(term.number) ? term.field + " " + term.label : term.label;
  }
  // Each ability once, though two words of the question ask for it.
  function abilitiesOf(hit) {
    return (hit.reasons || []).filter(function (reason, i, all) {
      return all.findIndex(function (other) { return other.label === reason.label; }) === i;
    }).map(function (reason) { return tebiki.rows.ability(reason.label, reason.answer); });
  }
  function rowOf(hit, search, result, root) {
    var item = hit.item, row = tebiki.rows.row(item, root, abilitiesOf(hit)), office = item.tel && search.officeOf(hit);
    put(row, ".tag", termOf(item, "kind", search, result.asked));
    put(row, ".town", termOf(item, "town", search, result.asked));
    var told = tebiki.rows.putAsked(row, office, result.times, search);
    if (!told) tebiki.rows.putToday(row, office, search, words);
    if (told && row.querySelector(".today")) row.querySelector(".opening").remove();
    else put(row, ".opening", item.tel && (item.detail || (item.days + " " + item.hours).trim()));
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
    return inOrder(Array.from(groups));
  }
  function isOfOffices(pair) { return pair[1].some(function (hit) { return hit.item.tel; }); }
  // What leads the reader first; behind those who can be called what is read and seen.
  function inOrder(groups) {
    var first = groups.findIndex(isOfOffices), behind = groups.slice(first + 1);
    if (first < 0) return groups;
    return groups.slice(0, first + 1).concat(behind.filter(isOfOffices), behind.filter(function (pair) { return !isOfOffices(pair); }));
  }
  function groupOf(pair) {
    var group = tebiki.clone("page-group");
    group.querySelector("h3").textContent = tebiki.say(words.group, { kind: pair[0], count: pair[1].length });
    return group;
  }
  // The first rows of the first kind at once; the others when these are seen, and `tellLast(group)` which is the last
  // of those who can be called.
  function showGroups(hits, toRow, tellLast) {
    clearTimeout(filling);
    var groups = groupsOf(hits), offices = groups.filter(isOfOffices), last = (offices.length ? offices : groups).slice(-1)[0];
    groups.slice(0, 1).forEach(function (pair) {
      var group = groupOf(pair), list = group.querySelector("ol");
      list.append.apply(list, pair[1].slice(0, shownAtOnce).map(toRow));
      answers.append(group);
    });
    filling = setTimeout(function () {
      groups.forEach(function (pair, place) {
        var group = place ? groupOf(pair) : answers.querySelector(".found-group");
        fill(group.querySelector("ol"), pair[1], toRow, place ? 0 : shownAtOnce);
        if (place) answers.append(group);
        if (pair === last) tellLast(group);
      });
    }, 20);
  }
  // Those who fit less, behind the group, and whom to call. Their rows are found nowhere else.
  function showBeside(group, result, search, toRow, ask) {
    var beside = tebiki.beside(search, result, result.wishes);
    function put(list, hits) { fill(list, hits, toRow, 0); }
    var bands = tebiki.bands.beside(beside, words, put);
    if (result.dropped.length) bands.push(tebiki.bands.ways(result, ask, words));
    else if (bands.length) bands = bands.concat(tebiki.bands.centre());
    if (beside.read.length) bands.push(tebiki.bands.reading(beside.read, words, put));
    group.after.apply(group, bands);
    result.beside = (beside.without ? beside.without.hits : []).concat(beside.unanswered, beside.read);
  }
  function showMentions(result, toRow) {
    var beside = new Set((result.beside || []).map(function (hit) { return hit.row; }));
    var mentions = result.otherKinds.concat(result.mentions()).filter(function (hit) { return !beside.has(hit.row); });
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
  function showWishes(wishes, ask) {
    chips.replaceChildren.apply(chips, wishes.map(function (wish, i) {
      var chip = tebiki.clone("page-wish"), button = chip.querySelector("button");
      put(chip, "small", wish.field);
      button.querySelector("span").textContent = wish.label;
      chip.classList.toggle("gone", wish.gone);
      button.addEventListener("click", function () {
        ask(tebiki.wishes.without(wishes, [wish])).then(function () { (chips.querySelectorAll("button")[i] || chips.querySelector("button") || document.getElementById("page-q")).focus({ preventScroll: true }); });
      });
      return chip;
    }));
    chips.hidden = !wishes.some(function (wish) { return wish.isKnown; });
  }
  // What need not follow every key: the count is said, who fits less and what only mentions the words, when the reader rests.
  function whenResting(act, now) {
    clearTimeout(resting);
    resting = setTimeout(act, now ? 20 : 400);
  }
  // Nothing of an earlier question is added to what stands there.
  function stopFilling() {
    clearTimeout(resting);
    clearTimeout(filling);
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

  // Who asks for a film means films: what else was found is folded away.
  function keepKind(result) {
    var listed = result.understood.find(function (part) { return part.concept && part.concept.means && part.concept.means.sort === "list"; });
    var kind = listed && listed.concept.means.label;
    function isMeant(hit) { return hit.item.kind === kind || hit.isForEmergencies; }
    result.otherKinds = [];
    if (!kind || !result.hits.some(function (hit) { return hit.item.kind === kind; })) return;
    result.otherKinds = result.hits.filter(function (hit) { return !isMeant(hit); });
    result.hits = result.hits.filter(isMeant);
  }
  // What the rows need to know of the question.
  function answerTo(question, search) {
    var result = search.answer(question);
    var asked = result.understood.flatMap(function (part) { return part.concept ? Array.from(part.concept.terms.keys()) : []; });
    result.asked = new Set(asked.concat(asked.flatMap(search.towns.comingTo)));
    result.partly = search.partly;
    result.question = question;
    result.wishes = tebiki.wishes(question, result, search);
    result.times = result.wishes.flatMap(function (wish) { return wish.gone ? [] : wish.times; });
    keepKind(result);
    return result;
  }
  // Box, wishes and results alone, the box at the top of a small screen; or the home page as it was.
  function standAlone(alone) {
    var was = main.classList.contains("asked");
    main.classList.toggle("asked", alone);
    if (alone && !was && !wide.matches) main.scrollIntoView({ behavior: "instant" });
  }

  copy.addEventListener("click", function () { tebiki.copyAddress(copy); });

  tebiki.results = {
    // `ask(question)` asks anew; `now`: the reader waits for it.
    show: function (question, search, root, ask, now) {
      var result = answerTo(question, search);
      answers.replaceChildren();
      function toRow(hit) { return rowOf(hit, search, result, root); }
      var last = null;
      showGroups(result.hits, toRow, function (group) { last = group; });
      if (result.dropped.length || !result.hits.length) answers.prepend(tebiki.bands.dropped(question, result, words));
      else showPartly(result);
      if (!result.hits.length) answers.append(tebiki.bands.ways(result, ask, words));
      showWishes(result.wishes, ask);
      main.classList.toggle("urgent-asked", result.hits.some(function (hit) { return hit.isForEmergencies; }));
      whenResting(function () {
        offerPrinting(result.hits);
        tell(tebiki.say(words.count, { count: result.hits.length }), tebiki.say(words.question, { question: question }));
        if (last) showBeside(last, result, search, toRow, ask);
        showMentions(result, toRow);
      }, now);
      copy.hidden = false;
      copy.querySelector("span").textContent = copyWords;
      found.hidden = false;
      standAlone(true);
    },
    hide: function () {
      stopFilling();
      status.replaceChildren();
      found.hidden = true;
      standAlone(false);
    },
    // The first rows cost most: shapes of letters are looked up, code is compiled. While the reader still types, a row of
    // the site's own words is laid out and taken away before anybody sees it.
    prepare: function (search) {
      if (!found.hidden) return;
      var name = search.terms.map(function (term) { return term.label; }).join(" ").slice(0, 400), result = answerTo(name.slice(0, 40), search);
      var item = { name: name, path: "", said: "", tel: "0123-456789", dialled: "0", detail: words.openUntil + words.closed };
      var group = groupOf(["", []]);
      group.querySelector("ol").append(rowOf({ item: item, row: 0, reasons: [{ label: name, answer: "yes" }] }, search, result, ""));
      answers.append(group);
      showWishes(result.wishes, null);
      // Who has gone on down the page stays there: it gets no shorter.
      main.style.minHeight = main.getBoundingClientRect().height + "px";
      found.hidden = false;
      main.classList.add("asked");
      found.getBoundingClientRect();
      main.classList.remove("asked");
      found.hidden = true;
      main.style.minHeight = "";
      answers.replaceChildren();
      chips.replaceChildren();
    },
    // The page's own lists are left to look in.
    fail: function () {
      stopFilling();
      answers.replaceChildren();
      chips.replaceChildren();
      copy.hidden = true;
      status.textContent = words.failed;
      found.hidden = false;
    },
    links: function () { return Array.from(answers.querySelectorAll(".name a, .more button, .ways button")).filter(function (link) { return link.offsetParent; }); },
    bringIntoSight: function () {
      if (found.hidden) return;
      status.focus({ preventScroll: true });
      if (!main.classList.contains("asked")) found.scrollIntoView();
      else if (!wide.matches || main.getBoundingClientRect().top < 0) main.scrollIntoView({ behavior: "instant" });
    }
  };
})();
