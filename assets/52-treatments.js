// Several treatments at once where a telephone shows the matrix question by question: who can do all of them. What was
// chosen stands in the address; one treatment alone needs no script.
"use strict";
(function () {
  var choice = document.querySelector(".questions:not(.of-list)");
  if (!choice) return;
  var prose = choice.closest(".prose"), links = Array.from(choice.querySelectorAll("a"));
  var head = tebiki.clone("page-treatments"), adding = [];
  choice.before(head);

  function labelOf(link) { return link.querySelector("span").textContent; }
  function numberOf(label) { return links.findIndex(function (link) { return labelOf(link) === label; }) + 1; }
  function chosen() {
    var several = tebiki.hash.isState() ? tebiki.hash.read().getAll("treatment") : [];
    var one = links.find(function (link) { return link.hash === location.hash && location.hash; });
    return (one ? [labelOf(one)] : several).filter(numberOf);
  }
  function cellOf(row, label) { return row.querySelector(".answer-" + numberOf(label)); }
  function answers(row, labels) {
    return labels.every(function (label) { var cell = cellOf(row, label); return cell && cell.querySelector(".yes, .ask"); });
  }
  // Of several treatments scripts leave their columns, and the rows with ○ or △ in all of them.
  function show() {
    var labels = chosen(), several = labels.length > 1, count = 0;
    prose.classList.toggle("several", several);
    prose.querySelectorAll(".matrix .answer").forEach(function (cell) {
      cell.classList.toggle("asked", several && labels.some(function (label) { return cell.classList.contains("answer-" + numberOf(label)); }));
    });
    prose.querySelectorAll(".matrix tbody tr").forEach(function (row) {
      if (!row.querySelector(".answer")) return;
      row.classList.toggle("fits", several && answers(row, labels));
      if (row.classList.contains("fits")) ++count;
    });
    head.hidden = !several;
    head.querySelector("b").textContent = labels.join("・");
    head.querySelector("p span").textContent = tebiki.say(head.dataset.all, { count: count });
    pick([]);
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
