// Buttons that save an office: in the rows of lists and of what was found, and on the page of the office itself. What was
// saved, or found, is printed from where the reader is: links to the page of the list, which prints when it is opened so.
"use strict";
(function () {
  var made = document.getElementById("page-save");
  tebiki.offerSaving = tebiki.offerPrinting = function () { /* No office here can be called. */ };
  if (!made) return;
  tebiki.mostOnSheets = 50;

  function show(button) { button.setAttribute("aria-pressed", tebiki.saved.has(button.dataset.id)); }
  function serve(button, id, name) {
    button.dataset.id = id;
    button.querySelector(".of").textContent = name;
    button.addEventListener("click", function () {
      var done = tebiki.saved.toggle(id, name), old = document.querySelector(".saved-full");
      if (old) old.remove();
      showBar();
      if (!done) sayFull(button);
      if (!tebiki.saved.lasts()) say(button);
    });
    show(button);
  }
  // Once, where saving lasts only as long as the page.
  function say(button) {
    if (document.querySelector(".not-kept")) return;
    beside(button).append(tebiki.clone("page-not-kept"));
  }
  // Beside the button whose office is not saved, because so many are.
  function sayFull(button) {
    var note = tebiki.clone("page-saved-full");
    note.textContent = tebiki.say(note.dataset.full, { count: tebiki.saved.most });
    beside(button).append(note);
  }
  function beside(button) { return button.closest(".entry") || button.parentElement; }

  // Gives a row its button, if it is an office that can be called.
  tebiki.offerSaving = function (row) {
    var link = row.querySelector(".name a");
    if (!link || !row.querySelector(".reach a.tel") || row.querySelector(".save")) return;
    var button = made.content.firstElementChild.cloneNode(true);
    serve(button, tebiki.idOf(new URL(link.getAttribute("href"), document.baseURI).pathname), link.textContent.trim());
    row.append(button);
  };

  // What was saved can be printed at once: a bar at the foot of the window, there when something was saved on this page.
  function showBar() {
    var count = tebiki.saved.all().length, bar = document.querySelector(".saved-bar");
    if (document.querySelector(".my-list")) return;
    if (!count) {
      if (bar) bar.remove();
      return;
    }
    if (!bar) {
      bar = tebiki.clone("page-saved-bar");
      document.body.append(bar);
    }
    var list = bar.querySelector(".list span");
    list.textContent = tebiki.say(list.dataset.saved, { count: count });
  }

  // Puts a link into `place` that prints the offices with these pages; none where nobody or too many would be printed.
  tebiki.offerPrinting = function (place, paths) {
    var old = place.querySelector(".print-found");
    if (old) old.remove();
    if (!paths.length || paths.length > tebiki.mostOnSheets) return;
    var link = tebiki.clone("page-print-found"), words = link.querySelector("span");
    link.href = link.getAttribute("href") + "#print=" + paths.map(function (path) { return tebiki.idOf(path).split("/").map(encodeURIComponent).join("/"); }).join(",");
    words.textContent = tebiki.say(words.dataset.print, { count: paths.length });
    place.append(link);
  };

  // What is seen first has its buttons at once, rows further below when the page can be used.
  (function offer(rows) {
    rows.slice(0, 8).forEach(tebiki.offerSaving);
    if (rows.length > 8) setTimeout(offer, 20, rows.slice(8));
  })(Array.from(document.querySelectorAll(".entry")));
  document.querySelectorAll(".record-reach .save").forEach(function (button) {
    serve(button, tebiki.idOf(location.pathname), document.querySelector("h1").textContent.trim());
  });
  tebiki.saved.onChange(function () { document.querySelectorAll(".save").forEach(show); });
})();
