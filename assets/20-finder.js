// Narrows a list down: words, choices of each filter (any of them), filters together (all of them).
"use strict";
(function () {
  var finder = document.querySelector("[data-finder]");
  if (!finder) return;
  var form = finder.querySelector(".filters");
  var input = form.querySelector("input[type=search]");
  var ask = form.querySelector("input[name=with-ask]");
  var reset = form.querySelector("button[type=reset]");
  var see = form.querySelector(".see");
  var facets = form.querySelector(".facets");
  tebiki.learnFolding(finder.dataset.folding);
  var meaning = tebiki.meaning(finder.dataset.same);
  var words = finder.dataset;
  var count = finder.querySelector(".count b");
  var chosen = finder.querySelector(".chosen");
  var none = finder.querySelector(".none");
  var boxes = Array.from(form.querySelectorAll("[data-filter] input"));
  var groups = Array.from(finder.querySelectorAll(".group"));
  var jumps = Array.from(finder.querySelectorAll(".jumps a")).map(function (link) {
    var title = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return { link: link, group: title.closest(".group") };
  });
  var entries = Array.from(finder.querySelectorAll(".entry")).map(function (row) {
    var has = new Map();
    row.dataset.has.split(" ").forEach(function (token) {
      if (token) has.set(token.replace("?", ""), token.endsWith("?") ? "ask" : "yes");
    });
    return { row: row, has: has, words: row.dataset.words };
  });

  function hasChoice(entry, choice, withAsk) {
    var answer = entry.has.get(choice);
    return answer === "yes" || (answer === "ask" && withAsk);
  }
  function filterOf(choice) { return choice.split(".")[0]; }

  // Choices of one filter are alternatives, different filters are wishes that must all be met.
  function says(entry, question) {
    return question.every(function (words) {
      return words.some(function (word) { return meaning.holds(entry.words, word); });
    });
  }
  // The first way to understand the words that finds something.
  function understood(question) {
    var ways = meaning.ways(question);
    return ways.find(function (way) { return entries.some(function (entry) { return says(entry, way); }); }) || ways[0];
  }
  function fits(entry, wishes, withAsk, question) {
    return says(entry, question) &&
      wishes.every(function (wish) {
        return wish.choices.some(function (choice) { return hasChoice(entry, choice, withAsk); });
      });
  }
  function wishesOf(checked) {
    var wishes = new Map();
    checked.forEach(function (box) {
      var filter = filterOf(box.dataset.choice);
      if (!wishes.has(filter)) wishes.set(filter, { filter: filter, choices: [] });
      wishes.get(filter).choices.push(box.dataset.choice);
    });
    return Array.from(wishes.values());
  }

  // How many rows each choice would leave, all else being as it is.
  function recount(wishes, withAsk, question) {
    boxes.forEach(function (box) {
      var filter = filterOf(box.dataset.choice);
      var others = wishes.filter(function (wish) { return wish.filter !== filter; });
      var left = entries.filter(function (entry) {
        return hasChoice(entry, box.dataset.choice, withAsk) && fits(entry, others, withAsk, question);
      }).length;
      var option = box.closest(".option");
      option.querySelector(".n").textContent = left;
      option.classList.toggle("empty", left === 0);
    });
  }

  // サービス：訪問看護・薬局　ストレッチャー：あり
  function summary(checked) {
    var said = new Map();
    checked.forEach(function (box) {
      var field = box.closest("fieldset");
      said.set(field, (said.get(field) || []).concat(box.closest(".option").querySelector("span").textContent));
    });
    return Array.from(said, function (choice) {
      return tebiki.say(words.chosen, { field: choice[0].querySelector("legend").textContent, choices: choice[1].join(words.dot) });
    });
  }

  function apply() {
    var question = understood(input.value);
    var checked = boxes.filter(function (box) { return box.checked; });
    var withAsk = !ask || ask.checked;
    var wishes = wishesOf(checked);
    var shown = 0;
    entries.forEach(function (entry) {
      var visible = fits(entry, wishes, withAsk, question);
      entry.row.hidden = !visible;
      if (visible) sayWhatToAsk(entry, checked);
      shown += visible;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector(".entry:not([hidden])"); });
    jumps.forEach(function (jump) { jump.link.parentElement.hidden = jump.group.hidden; });
    count.textContent = tebiki.say(words.count, { count: shown });
    see.textContent = shown ? tebiki.say(words.see, { count: shown }) : words.seeNone;
    see.disabled = !shown;
    var asked = input.value.trim();
    chosen.textContent = summary(checked).concat(asked ? [tebiki.say(words.question, { question: asked })] : []).join(words.gap);
    none.hidden = shown > 0;
    reset.hidden = !checked.length && !question.length && withAsk;
    recount(wishes, withAsk, question);
    remember(checked, withAsk);
  }

  // 要相談 is said before the number, not only among all the marks.
  function sayWhatToAsk(entry, checked) {
    var reach = entry.row.querySelector(".reach");
    reach.querySelectorAll(".asks").forEach(function (note) { note.remove(); });
    checked.forEach(function (box) {
      if (entry.has.get(box.dataset.choice) !== "ask") return;
      var note = tebiki.clone("page-asks"), said = note.querySelector("[data-ask]");
      said.textContent = tebiki.say(said.dataset.ask, { choice: box.closest(".option").querySelector("span").textContent });
      reach.prepend(note);
    });
  }

  // The address names what was chosen in words, so that it stays right when the list changes.
  function remember(checked, withAsk) {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    checked.forEach(function (box) { state.append(box.name, box.value); });
    if (!withAsk) state.set("with-ask", "no");
    if (state.toString() || tebiki.hash.isState()) tebiki.hash.write(state);
    tebiki.chosen.keep(location.pathname, state.toString());
  }

  function recall() {
    if (location.hash && !tebiki.hash.isState()) return;
    var state = tebiki.hash.read();
    input.value = state.get("q") || "";
    boxes.forEach(function (box) {
      box.checked = state.getAll(box.name).includes(box.value);
      var fold = box.checked && box.closest("fieldset details");
      if (fold) fold.open = true;
    });
    if (ask) ask.checked = state.get("with-ask") !== "no";
  }

  var wide = window.matchMedia("(min-width: 60rem)");
  function unfold() { facets.open = wide.matches; }
  wide.addEventListener("change", unfold);
  unfold();
  form.hidden = false;
  finder.classList.add("ready");
  recall();
  apply();

  var waiting;
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply); });
  // On a phone the form covers the list: the button that tells the count leads there.
  see.addEventListener("click", function () {
    facets.open = wide.matches;
    finder.querySelector(".count").scrollIntoView();
    finder.querySelector(".entry:not([hidden]) a").focus({ preventScroll: true });
  });
  window.addEventListener("hashchange", function () { recall(); apply(); });
  // A link to a row that is filtered away shows the row all the same.
  window.addEventListener("hashchange", function () {
    var row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row && row.hidden) { form.reset(); }
  });
})();
