// Says above a table that it can be moved sideways, where it is wider than its box.
"use strict";
(function () {
  var hint = document.getElementById("page-scroll-hint");
  var boxes = document.querySelectorAll(".scroll");
  if (!hint || !boxes.length || !window.ResizeObserver) return;
  var observer = new ResizeObserver(function (changes) {
    changes.forEach(function (change) {
      var box = change.target;
      var more = box.scrollWidth > box.clientWidth + 1;
      if (more !== box.classList.contains("more")) box.previousElementSibling.hidden = !more;
      box.classList.toggle("more", more);
    });
  });
  boxes.forEach(function (box) {
    var words = hint.content.firstElementChild.cloneNode(true);
    words.hidden = true;
    box.before(words);
    observer.observe(box);
    // A name at the beginning of a row comes into sight again when the way by keyboard goes from its end to the next row.
    box.addEventListener("focusin", function (event) {
      var link = event.target.getClientRects()[0], edge = box.getBoundingClientRect();
      if (link && event.target !== box && link.left < edge.left) box.scrollLeft += link.left - edge.left - 16;
    });
  });
})();

// Rows of a list are laid out when they come near the screen, and may push what has just got the focus out of it.
(function () {
  document.addEventListener("focusin", function (event) {
    var frames = 0;
    function keep() {
      if (document.activeElement !== event.target || ++frames > 6) return;
      event.target.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      requestAnimationFrame(keep);
    }
    if (event.target.closest(".list-page .entry")) requestAnimationFrame(keep);
  });
})();
