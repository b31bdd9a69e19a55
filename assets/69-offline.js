// What the reader has seen and saved can be read without a network, where a server brings the pages. What is kept stays
// on this machine.
"use strict";
(function () {
  // Shown in place of a page that is not kept: the way there, for when the network is back.
  var again = document.querySelector(".offline [data-again]");
  if (again && location.hash) {
    var address = new URL(tebiki.site);
    try { address = new URL(decodeURIComponent(location.hash.slice(1))); } catch (broken) { /* Home, then. */ }
    again.hidden = !address.href.startsWith(tebiki.site.href);
    again.firstElementChild.href = again.hidden ? tebiki.site.href : address.href;
  }

  if (!navigator.serviceWorker || !/^http/.test(location.protocol)) return;
  function keepSaved(registration) {
    var paths = tebiki.saved.all().map(function (office) { return office.id.split("/").map(encodeURIComponent).join("/") + "/index.html"; });
    if (registration.active && paths.length) registration.active.postMessage({ keep: paths });
  }
  function loaded() {
    var assets = new URL("assets/", tebiki.site).href;
    return performance.getEntriesByType("resource").map(function (file) { return file.name; }).filter(function (name) { return name.startsWith(assets); });
  }
  // Asked now: a worker that has just begun takes charge of the page at once.
  var wasKept = navigator.serviceWorker.controller;
  navigator.serviceWorker.register(new URL("service-worker.js", tebiki.site)).then(function () { return navigator.serviceWorker.ready; })
    .then(function (registration) {
      keepSaved(registration);
      tebiki.saved.onChange(function () { keepSaved(registration); });
      // This very page and what it loaded, when it was opened before there was anybody to keep it.
      if (!wasKept) registration.active.postMessage({ keep: [location.href.replace(/#.*/, "")].concat(loaded()) });
    }).catch(function () { /* Switched off by the reader or the server: the site works all the same. */ });
})();
