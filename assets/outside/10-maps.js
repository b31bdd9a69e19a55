// Maps that can be moved: only a click loads the script that shows them, and its pictures from the host that the town names.
"use strict";
(function () {
  var told = document.currentScript.dataset, loading = null;
  function load() {
    loading = loading || new Promise(function (resolve, reject) {
      var style = document.createElement("link"), script = document.createElement("script");
      style.rel = "stylesheet";
      style.href = told.mapStyle;
      script.src = told.mapScript;
      style.onerror = script.onerror = reject;
      style.onload = function () { document.head.append(script); };
      script.onload = resolve;
      document.head.append(style);
    });
    loading.catch(function () { loading = null; });
    return loading;
  }
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
