// Buttons that save an office: in the rows of lists and of what was found, and on the page of the office itself.
"use strict";
(function () {
  var made = document.getElementById("page-save");
  tebiki.offerSaving = function () { /* No office here can be called. */ };
  if (!made) return;

  function show(button) { button.setAttribute("aria-pressed", tebiki.saved.has(button.dataset.id)); }
  function serve(button, id, name) {
    button.dataset.id = id;
    button.querySelector(".of").textContent = name;
    button.addEventListener("click", function () {
      tebiki.saved.toggle(id, name);
      if (!tebiki.saved.lasts()) say(button);
    });
    show(button);
  }
  // Once, where saving lasts only as long as the page.
  function say(button) {
    if (document.querySelector(".not-kept")) return;
    var note = tebiki.clone("page-not-kept");
    (button.closest(".entry") || button.parentElement).append(note);
  }

  // Gives a row its button, if it is an office that can be called.
  tebiki.offerSaving = function (row) {
    var link = row.querySelector(".name a");
    if (!link || !row.querySelector(".reach a.tel") || row.querySelector(".save")) return;
    var button = made.content.firstElementChild.cloneNode(true);
    serve(button, tebiki.idOf(new URL(link.getAttribute("href"), document.baseURI).pathname), link.textContent.trim());
    row.append(button);
  };

  document.querySelectorAll(".entry").forEach(tebiki.offerSaving);
  document.querySelectorAll(".record .save").forEach(function (button) {
    serve(button, tebiki.idOf(location.pathname), document.querySelector("h1").textContent.trim());
  });
  tebiki.saved.onChange(function () { document.querySelectorAll(".save").forEach(show); });
})();
