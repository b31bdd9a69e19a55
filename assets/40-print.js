// The printed page shows what the reader chose on the screen, what is folded away, the day, and its address as a QR code.
"use strict";
(function () {
  var printed = document.querySelector(".printed"), opened = [], loading = null;
  // The script that draws codes comes when the page has long been there, or when somebody wants to print.
  function withCode() {
    if (tebiki.drawCode || !printed) return Promise.resolve();
    loading = loading || tebiki.script(printed.dataset.code, function () { return tebiki.drawCode; }).catch(function () { loading = null; });
    return loading;
  }
  window.addEventListener("load", function () { (window.requestIdleCallback || setTimeout)(withCode); });
  document.querySelectorAll("[data-print]").forEach(function (button) {
    if (button.matches("button")) button.addEventListener("click", function () { withCode().then(function () { window.print(); }); });
  });
  // The address of the page on the site, with what was chosen on it; a page from a disk that knows no address has none.
  function address() {
    var own = document.querySelector("link[rel=canonical]"), here = location.href.replace(/#.*/, "");
    return (own ? own.href + location.search : /^http/.test(here) ? here : "") + location.hash;
  }
  function tellAddress() {
    var told = address(), code = printed.querySelector(".code"), drawn = tebiki.drawCode && tebiki.drawCode(code, told);
    code.toggleAttribute("hidden", !drawn);
    printed.querySelector(".address").textContent = /^http/.test(told) ? tebiki.decoded(told.replace(/\+/g, "%20")) : "";
  }
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll(".answered:not([open]), .data-columns:not([open])"));
    opened.forEach(function (fold) { fold.open = true; });
    if (!printed) return;
    var day = printed.querySelector("[data-printed]");
    day.textContent = tebiki.say(day.dataset.printed, { date: tebiki.longDay() });
    tellAddress();
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); });
})();
