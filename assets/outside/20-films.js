// Films: only a click puts the player in the place of the picture, and begins.
"use strict";
(function () {
  var player = document.currentScript.dataset.filmPlayer;
  document.querySelectorAll("[data-film]").forEach(function (button) {
    button.addEventListener("click", function () {
      var frame = document.createElement("iframe");
      frame.className = "film-frame";
      frame.title = button.dataset.title;
      frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      frame.allowFullscreen = true;
      frame.src = player + "/embed/" + encodeURIComponent(button.dataset.film) + "?autoplay=1";
      button.replaceWith(frame);
      frame.focus();
    });
  });
})();
