// Maps that can be moved: only a click loads the script that shows them, and its pictures from the host that the town names.
"use strict";
(function () {
  var told = document.currentScript.dataset;
  function styled() {
    return new Promise(function (resolve, reject) {
      var style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = told.mapStyle;
      style.onload = resolve;
      style.onerror = reject;
      document.head.append(style);
    });
  }
  var load = tebiki.once(function () {
    return styled().then(function () { return tebiki.script(told.mapScript, function () { return tebiki.moveMap; }); });
  });
  document.querySelectorAll(".map-places").forEach(function (box) {
    var button = box.querySelector("button"), status = box.querySelector("[role=status]");
    button.addEventListener("click", function () {
      status.textContent = told.mapLoading;
      load().then(function () {
        status.textContent = "";
        tebiki.moveMap(box, JSON.parse(box.querySelector("script").textContent), told, function () { status.textContent = told.mapFailed; });
        button.hidden = true;
      }).catch(function () { status.textContent = told.mapFailed; });
    });
  });
})();
