// Narrows a list down, over all its pages: words, choices of each filter (any of them), filters together (all of them).
// Until something is chosen the page stays as it came; what is chosen stands in the address.
"use strict";
(function () {
  var finder = document.querySelector("[data-finder]");
  if (!finder || !finder.dataset.finder) return;
  var form = finder.querySelector(".filters"), input = form.querySelector("input[type=search]");
  var wide = window.matchMedia("(min-width: 60rem)");
  var facets = form.querySelector(".facets"), fields = tebiki.fields(form.querySelector(".fields"), wide);
  var reset = form.querySelector("button[type=reset]"), see = form.querySelector(".see");
  var words = finder.dataset, count = finder.querySelector(".count b"), none = finder.querySelector(".none");
  var chips = finder.querySelector(".wanted"), link = finder.querySelector(".link"), copy = link.querySelector(".copy");
  var whole = Array.from(finder.querySelectorAll(".whole")), narrowed = finder.querySelector(".narrowed");
  var head = finder.querySelector(".results-head"), found = narrowed.querySelector(".entries"), silent = narrowed.querySelector(".unanswered");
  var listPath = new URL(words.list, location.href).pathname, allCount = count.textContent;
  var shownFirst = 8, shownAtOnce = 50;
  var boxes = fields.boxes, times = fields.times, wishes = fields.wishes;
  var choices, turn = 0, filling, unmade = null;

  // Made when it is seen, or when a choice is recalled.
  function makeFields() {
    if (unmade) fields.make(unmade);
    unmade = null;
  }
  var quick = tebiki.quick(finder.querySelector(".quick"), function (name, value) {
    makeFields();
    var box = fields.boxOf(name, value);
    box.checked = !box.checked;
    apply();
  });

  // The script of the list stands in the page, behind this one; where it is missing the list can be read as it is.
  var loading = null, script = finder.querySelector("script");
  var told = new Promise(function (resolve) { window.tebikiList = resolve; });
  // The rows of a long list are loaded when somebody begins to choose; when they cannot be read, the next choice tries again.
  function rows() {
    loading = loading || told.then(function (list) {
      if (list.rows) return [list.rows];
      var load = tebiki.loader(list.rowFiles, script.src, "tebikiListRows");
      return Promise.all(list.rowFiles.map(function (name, i) { return load(i); }));
    }).then(function (pieces) {
      pieces.forEach(choices.add);
      tellToday();
    }).catch(function (failed) {
      loading = null;
      throw failed;
    });
    return loading;
  }

  function checked() { return boxes.filter(function (box) { return box.checked; }); }
  function wantedNow() {
    var byFilter = new Map();
    checked().forEach(function (box) {
      var filter = box.dataset.choice.split(".")[0];
      if (!byFilter.has(filter)) byFilter.set(filter, { filter: filter, choices: [] });
      byFilter.get(filter).choices.push(box.dataset.choice);
    });
    return { question: input.value, wishes: Array.from(byFilter.values()), withAsk: !fields.ask || fields.ask.checked,
      times: times.filter(function (box) { return box.checked; }).map(function (box) { return box.value; }) };
  }
  function labelOf(box) { return box.closest(".option").querySelector("span").textContent; }
  function recount(answer) {
    boxes.forEach(function (box) { say(box, answer.left(box.dataset.choice.split(".")[0], box.dataset.choice)); });
    times.forEach(function (box) { say(box, answer.leftAt(box.value)); });
    quick.press(fields.boxOf);
  }
  function say(box, left) {
    var option = box.closest(".option"), number = option.querySelector(".n");
    if (number.textContent === String(left)) return;
    number.textContent = left;
    option.classList.toggle("empty", left === 0);
  }

  // What was chosen, each with a button that takes it off, under its full name.
  function parts() {
    var all = checked().concat(times.filter(function (box) { return box.checked; })).map(function (box) {
      return { field: box.closest("fieldset").querySelector("legend").textContent, label: labelOf(box), quick: quick.has(box), off: function () { box.checked = false; } };
    });
    var asked = input.value.trim();
    if (asked) all.push({ field: "", label: tebiki.say(words.question, { question: asked }), wish: asked, off: function () { input.value = ""; } });
    if (fields.ask && !fields.ask.checked) all.push({ field: "", label: words.sureOnly, off: function () { fields.ask.checked = true; } });
    return all;
  }
  function showChips(all) {
    var hadFocus = chips.contains(document.activeElement);
    // What is pressed above the rows comes off there.
    var shown = all.filter(function (part) { return !part.quick; });
    chips.replaceChildren.apply(chips, shown.map(function (part) {
      var chip = tebiki.clone("page-chip"), button = chip.querySelector("button");
      tebiki.rows.put(chip, "small", part.field);
      button.querySelector("span").textContent = part.label;
      button.addEventListener("click", function () { part.off(); apply(); });
      return chip;
    }));
    if (shown.length) chips.append(tebiki.clone("page-all-off"));
    if (hadFocus) (chips.querySelector("button") || input).focus();
    chips.hidden = !shown.length;
    reset.hidden = !all.length;
    var number = facets.querySelector("summary .n");
    number.textContent = all.length || "";
    number.hidden = !all.length;
  }
  // What would be left without one of the wishes: the way out where nobody fits.
  function waysOut(all) {
    return all.map(function (part) {
      var before = [input.value, fields.ask && fields.ask.checked], states = boxes.concat(times).map(function (box) { return box.checked; });
      part.off();
      var left = choices.ask(wantedNow()).rows().length;
      boxes.concat(times).forEach(function (box, i) { box.checked = states[i]; });
      input.value = before[0];
      if (fields.ask) fields.ask.checked = before[1];
      return { part: part, left: left };
    }).filter(function (way) { return way.left; }).sort(function (a, b) { return b.left - a.left; });
  }
  function showNone(all) {
    var centre = tebiki.clone("page-dropped").querySelector(".centre");
    if (centre && !none.querySelector(".centre")) none.append(centre);
    var ways = none.querySelector(".ways");
    ways.replaceChildren.apply(ways, waysOut(all).map(function (way) {
      var item = tebiki.clone("page-way"), button = item.querySelector("button");
      var wish = way.part.wish || way.part.label.replace(/「/g, "『").replace(/」/g, "』");
      button.textContent = tebiki.say(words.way, { wish: wish, count: way.left });
      button.addEventListener("click", function () { way.part.off(); apply(); count.focus(); });
      return item;
    }));
  }

  // Of the rows that came with the page, too, when it is known who is open when.
  function tellToday() {
    whole.forEach(function (part) {
      part.querySelectorAll(".entry").forEach(function (row) {
        var opening = row.querySelector(".opening"), number = opening ? choices.rowOfPath(row.id + "/") : -1, item = number >= 0 && choices.item(number);
        if (!item || !item.office || row.querySelector(".today")) return;
        var today = document.createElement("span");
        today.className = "today";
        opening.before(today);
        tebiki.rows.putToday(row, item.office, choices, words);
      });
    });
  }
  function rowOf(number) {
    var item = choices.item(number);
    var asked = checked().filter(function (box) { return wishes.has(box.dataset.choice) || quick.wordOf(box); }).map(function (box) {
      var answer = choices.answer(number, box.dataset.choice), label = quick.wordOf(box) || labelOf(box);
      return answer === "yes" || answer === "ask" ? tebiki.rows.ability(label, answer) : "";
    }).filter(Boolean);
    var row = tebiki.rows.row(item, words.root, asked);
    tebiki.rows.put(row, ".tag", item.tags[0]);
    tebiki.rows.put(row, ".town", item.tags.length > 1 && item.tags[item.tags.length - 1]);
    tebiki.rows.putToday(row, item.office, choices, words);
    tebiki.rows.put(row, ".opening", item.detail || (item.days + " " + item.hours).trim());
    putAddress(row, document.getElementById(item.path.replace(/\/$/, "")));
    tebiki.rows.putFax(row, item, input.value, words.fax);
    return tebiki.rows.closed(row);
  }
  // On paper the row says what its own row on this page says, where there is one: the address.
  function putAddress(row, own) {
    var address = own && own.querySelector(".detail");
    tebiki.rows.put(row, ".detail", address && address.textContent).classList.add("on-paper");
  }
  // Only what is seen is drawn: the first rows at once, those of the first screens after them, others when asked for.
  function fill(list, numbers, from, upTo) {
    list.append.apply(list, numbers.slice(from, upTo).map(rowOf));
    tellMore(list, numbers);
  }
  function begunWith(list, numbers, answer) {
    list.append.apply(list, numbers.slice(0, shownFirst).map(rowOf));
    filling = setTimeout(function () {
      recount(answer);
      filling = setTimeout(function () { fill(list, numbers, shownFirst, shownAtOnce); }, 30);
    }, 30);
  }
  function tellMore(list, numbers) {
    var at = list.children.length, left = numbers.length - at;
    if (list.nextElementSibling && list.nextElementSibling.matches(".more")) list.nextElementSibling.remove();
    if (left < 1) return;
    var more = tebiki.clone("page-more"), button = more.querySelector("button");
    button.textContent = tebiki.say(button.dataset.more, { count: left });
    button.addEventListener("click", function () {
      fill(list, numbers, at, at + shownAtOnce);
      list.children[at].querySelector("a").focus();
    });
    list.after(more);
  }
  function show(wanted, all) {
    var answer = choices.ask(wanted), numbers = answer.rows();
    clearTimeout(filling);
    found.replaceChildren();
    begunWith(found, numbers, answer);
    count.textContent = tebiki.say(words.count, { count: numbers.length });
    see.textContent = numbers.length ? tebiki.say(words.see, { count: numbers.length }) : words.seeNone;
    see.disabled = !numbers.length;
    offerPrinting(numbers);
    none.hidden = numbers.length > 0;
    if (!numbers.length) showNone(all);
    var without = answer.unanswered(function (choice) { return wishes.has(choice); }), list = silent.querySelector(".entries");
    silent.hidden = !without.length;
    silent.open = false;
    list.replaceChildren();
    silent.querySelector("summary span").textContent = tebiki.say(words.unanswered, { count: without.length });
    silent.ontoggle = function () { if (silent.open && !list.children.length) fill(list, without, 0, shownAtOnce); };
  }
  function offerPrinting(numbers) {
    var few = numbers.length > tebiki.mostOnSheets ? [] : numbers.map(choices.item);
    tebiki.offerPrinting(head, few.filter(function (item) { return item.dialled; }).map(function (item) { return item.path; }));
  }
  function turnTo(isNarrowed) {
    whole.forEach(function (part) { part.hidden = isNarrowed; });
    narrowed.hidden = link.hidden = !isNarrowed;
    if (!isNarrowed) {
      tebiki.offerPrinting(head, []);
      count.textContent = allCount;
      see.textContent = tebiki.say(words.see, { count: choices ? words.size : "" });
      see.disabled = false;
    }
  }
  function apply() {
    var wanted = wantedNow(), all = parts(), mine = ++turn;
    fields.unfoldChosen();
    quick.press(fields.boxOf);
    if (!all.length) {
      showChips(all);
      remember();
      turnTo(false);
      if (loading) whenRead(function () { if (mine === turn) recount(choices.ask(wanted)); });
      return Promise.resolve();
    }
    return rows().then(function () {
      if (mine !== turn) return;
      showChips(all);
      remember();
      show(wanted, all);
      turnTo(true);
    }, function () { if (mine === turn) giveUp(); });
  }
  // For what nobody waits for.
  function whenRead(act) { rows().then(act, function () { /* Who chooses is told. */ }); }
  // Without rows nothing is chosen: the whole list is there, the typed words stay for the next attempt.
  function giveUp() {
    checked().concat(times).forEach(function (box) { box.checked = false; });
    if (fields.ask) fields.ask.checked = true;
    clearTimeout(filling);
    quick.press(fields.boxOf);
    showChips([]);
    turnTo(false);
    count.textContent = words.failed;
  }

  // The address names what was chosen in words, so that it stays right when the list changes.
  function remember() {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    checked().concat(times.filter(function (box) { return box.checked; })).forEach(function (box) { state.append(box.name, box.value); });
    if (fields.ask && !fields.ask.checked) state.set("with-ask", "no");
    if (state.toString() || tebiki.hash.isState()) tebiki.hash.write(state);
    tebiki.chosen.keep(listPath, state.toString());
  }
  function recall() {
    if (location.hash && !tebiki.hash.isState()) return reachRow();
    var state = tebiki.hash.read();
    input.value = state.get("q") || "";
    if (state.toString()) makeFields();
    boxes.concat(times).forEach(function (box) { box.checked = state.getAll(box.name).includes(box.value); });
    if (fields.ask) fields.ask.checked = state.get("with-ask") !== "no";
    return apply();
  }
  // A link to a row shows the row, also when it is filtered away; one that stands on another page is reached at its own.
  function reachRow() {
    var name = tebiki.decoded(location.hash.slice(1));
    if (document.getElementById(name)) return form.reset();
    if (!name.includes("/")) return;
    whenRead(function () {
      var row = choices.rowOfPath(name + "/");
      if (row >= 0) location.replace(words.root + name + "/index.html");
    });
  }

  function unfold() {
    // Where the entries are compared side by side they take the whole width.
    var beside = wide.matches && !finder.querySelector(".compared");
    if (beside) makeFields();
    facets.open = beside;
  }
  told.then(function (list) {
    choices = tebiki.choices(list);
    words.size = list.count;
    unmade = list;
    quick.add(list, words.sunday);
    wide.addEventListener("change", unfold);
    form.hidden = false;
    finder.classList.add("ready");
    unfold();
    recall();
    setTimeout(makeFields, 200);
    if (list.rows || wide.matches) setTimeout(begin);
  });
  // Counts are told as soon as the rows are there.
  function begin() {
    var first = !loading;
    makeFields();
    whenRead(function () { if (first || !chips.children.length) recount(choices.ask(wantedNow())); });
  }

  // Keys that are struck while one is answered are answered together.
  var waiting;
  input.addEventListener("focus", function () {
    begin();
    whenRead(function () { setTimeout(choices.prepare, 50); });
  });
  facets.addEventListener("toggle", function () { if (facets.open) begin(); });
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(apply); });
  form.addEventListener("change", function (event) { if (event.target !== input) apply(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  chips.addEventListener("click", function (event) { if (event.target.closest(".all-off")) form.reset(); });
  // On a phone the form covers the list: the button that tells the count leads there.
  see.addEventListener("click", function () {
    facets.open = wide.matches;
    finder.querySelector(".results").scrollIntoView();
    finder.querySelector(".narrowed:not([hidden]) .entry a, .whole:not([hidden]) .entry a").focus({ preventScroll: true });
  });
  copy.addEventListener("click", function () { tebiki.copyAddress(copy); });
  window.addEventListener("hashchange", recall);
})();
