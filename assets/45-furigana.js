// Readings above characters can be put away, on all pages until they are wanted again.
"use strict";
(function () {
  var button = document.querySelector("[data-furigana]");
  if (!button) return;
  // Areas and translations stand below the whole site, where this script's folder is.
  var key = "tebiki furigana " + new URL("..", document.currentScript.src).pathname;
  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }
  function store(word) {
    try { localStorage.setItem(key, word); } catch (refused) { /* It holds for this page. */ }
  }
  function show(shown) {
    document.documentElement.classList.toggle("no-furigana", !shown);
    button.setAttribute("aria-pressed", String(shown));
  }
  show(stored() !== "off");
  button.addEventListener("click", function () {
    var shown = button.getAttribute("aria-pressed") !== "true";
    store(shown ? "on" : "off");
    show(shown);
  });
})();
