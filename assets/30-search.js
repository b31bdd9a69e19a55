// Searches everything from the home page. The data are loaded when somebody begins to search.
"use strict";
(function () {
  // From other pages to the box; without scripts, which it needs, to where the lists stand.
  document.querySelectorAll("a[data-box]").forEach(function (link) { link.hash = link.dataset.box; });
  var form = document.querySelector("form[data-search]");
  if (!form) return;
  var input = form.querySelector("input");

  // What answers a question: one searcher over all, or of a large site one over the pieces that may answer.
  function searcherFor(told, base) {
    if (told.rowFiles) return tebiki.pieces(told, base);
    var whole = tebiki.searcher(told);
    return function () { return whole; };
  }
  var load = tebiki.once(function () {
    return tebiki.searchData(form.dataset.search).then(function (data) { return searcherFor(data.told, data.base); });
  });
  function ask(question) {
    input.value = question;
    return run(true, true).then(tebiki.results.bringIntoSight);
  }
  function run(remember, now) {
    // An address may ask more than the box takes.
    if (input.value.length > tebiki.mostAsked) input.value = input.value.slice(0, tebiki.mostAsked);
    var question = input.value.trim();
    if (remember) {
      var state = new URLSearchParams();
      if (question) state.set("q", question);
      tebiki.hash.write(state, question && !tebiki.hash.isState());
    }
    if (!question) { tebiki.results.hide(); return Promise.resolve(); }
    return load().then(function (searcher) { return searcher(question); }).then(function (search) {
      if (input.value.trim() === question) tebiki.results.show(question, search, form.dataset.root, ask, now);
    }, function () {
      if (input.value.trim() === question) tebiki.results.fail();
    });
  }
  // The box of other pages asks by ?q=.
  function takeOver() {
    var asked = new URLSearchParams(location.search).get("q");
    if (asked === null) return;
    var state = asked.trim() ? "#" + new URLSearchParams({ q: asked.trim() }) : "";
    history.replaceState(history.state, "", location.pathname + (state || location.hash));
  }
  function recall() {
    var question = tebiki.hash.isState() && tebiki.hash.read().get("q");
    if (!question) return leave();
    input.value = question;
    run(false, true).then(tebiki.results.bringIntoSight);
  }
  // Without a question the home page is there again; so it is for a link to what results put away.
  function leave() {
    var target = document.getElementById(tebiki.decoded(location.hash.slice(1)));
    if (!input.value || (target && target.getClientRects().length)) return;
    input.value = "";
    tebiki.results.hide();
    if (target) target.scrollIntoView();
  }
  // Down from the box into what was found and along it, up again; Escape empties the box.
  function move(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var links = tebiki.results.links(), at = links.indexOf(document.activeElement);
    if (event.isComposing || (event.target !== input && at < 0)) return;
    if (event.key === "Escape") {
      input.value = "";
      run(true, true);
      input.focus();
    } else if (step && links.length) {
      event.preventDefault();
      (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
    }
  }

  function prepare() {
    load().then(function (searcher) { return searcher(""); }).then(function (search) {
      setTimeout(function () { if (!input.value.trim()) tebiki.results.prepare(search); }, 200);
    }).catch(function () {});
  }
  input.addEventListener("focus", prepare, { once: true });
  input.addEventListener("input", function () { run(true, false); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    run(true, true).then(tebiki.results.bringIntoSight);
  });
  document.addEventListener("keydown", move);
  window.addEventListener("hashchange", recall);
  takeOver();
  recall();
  if (location.hash === "#" + input.id) input.focus();
})();
