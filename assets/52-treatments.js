// Several treatments at once where a telephone shows the matrix question by question: who can do all of them. What was
// chosen stands in the address; one treatment alone needs no script.
"use strict";
(function () {
  var choice = document.querySelector(".questions:not(.of-list)");
  if (!choice) return;
  var prose = choice.closest(".prose"), links = Array.from(choice.querySelectorAll("a"));
  var head = tebiki.clone("page-treatments"), adding = [];
  var tables = Array.from(prose.querySelectorAll(".scroll:has(> .matrix)")), askHead = prose.querySelector(".ask-head");
  choice.before(head);
  tables[tables.length - 1].after(askHead);
  for (var after = askHead.nextElementSibling; after; after = after.nextElementSibling) after.classList.add("after-rows");

  function labelOf(link) { return link.querySelector("span").textContent; }
  function numberOf(label) { return links.findIndex(function (link) { return labelOf(link) === label; }) + 1; }
  function chosen() {
    var several = tebiki.hash.isState() ? tebiki.hash.read().getAll("treatment") : [];
    var one = links.find(function (link) { return link.hash === location.hash && location.hash; });
    return (one ? [labelOf(one)] : several).filter(numberOf);
  }
  function cellsOf(row) { return Array.from(row.querySelectorAll("td:is(.yes, .ask, .no, .unanswered, .answer)")); }
  function is(cell, answer) { return cell.matches(answer) || Boolean(cell.querySelector(answer)); }
  // Of several treatments scripts leave their columns, and the rows with ○ or △ in all of them. Who can do all stands before
  // who wants to be asked.
  function show() {
    var labels = chosen(), several = labels.length > 1, fits = [];
    prose.classList.toggle("several", several);
    prose.classList.toggle("sorted", labels.length > 0);
    var numbers = labels.map(numberOf);
    prose.querySelectorAll(".matrix tbody tr:not(.group)").forEach(function (row) {
      var cells = cellsOf(row), asked = numbers.map(function (number) { return cells[number - 1]; });
      cells.forEach(function (cell) {
        cell.classList.toggle("asked", asked.includes(cell));
        cell.dataset.asked = labels[asked.indexOf(cell)] || "";
      });
      var isFit = labels.length > 0 && asked.every(function (cell) { return is(cell, ".yes, .ask"); });
      row.classList.toggle("fits", isFit);
      row.classList.toggle("asks", isFit && asked.some(function (cell) { return is(cell, ".ask"); }));
      if (isFit) fits.push(row);
    });
    tellGroups(fits);
    head.hidden = !several;
    head.querySelector("b").textContent = labels.join("・");
    head.querySelector("p span").textContent = tebiki.say(head.dataset.all, { count: fits.length });
    pick([]);
  }
  // A group that nobody is left of has no heading.
  function tellGroups(fits) {
    var asks = fits.filter(function (row) { return row.classList.contains("asks"); });
    askHead.hidden = !asks.length;
    askHead.querySelector("small").textContent = tebiki.say(askHead.dataset.count, { count: asks.length });
    tables.forEach(function (table) {
      var heading = table.previousElementSibling;
      while (heading && heading.matches(".scroll-hint, .note")) heading = heading.previousElementSibling;
      if (heading && heading.matches("h2, h3")) heading.classList.toggle("bare", !table.querySelector(".fits:not(.asks)"));
    });
  }
  // To choose one more the questions stand there again; those that are chosen already do not.
  function pick(labels) {
    adding = labels;
    prose.classList.toggle("adding", adding.length > 0);
    links.forEach(function (link) { link.parentElement.hidden = adding.includes(labelOf(link)); });
  }
  choice.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link || !adding.length) return;
    event.preventDefault();
    var state = new URLSearchParams(adding.concat([labelOf(link)]).map(function (label) { return ["treatment", label]; }));
    location.hash = state.toString();
    head.scrollIntoView();
    head.querySelector("b").focus({ preventScroll: true });
  });
  document.querySelectorAll(".question [data-add]").forEach(function (button) {
    button.addEventListener("click", function () {
      pick(chosen());
      choice.scrollIntoView();
      choice.querySelector("li:not([hidden]) a").focus({ preventScroll: true });
    });
  });
  window.addEventListener("hashchange", show);
  show();
})();
