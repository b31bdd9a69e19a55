// The offices that the reader saved: in this browser only, told to nobody. `tebiki.saved.all()`: [{ id, name, memo }].
"use strict";
(function () {
  // Pages of an area have the same offices as the whole site, which stands where this script's folder does.
  var site = new URL("..", document.currentScript.src);
  var key = "tebiki saved " + site.pathname, most = 500, longestMemo = 300;
  var pageOnly = null;  // the list where nothing can be stored

  function text(value, length) { return typeof value === "string" ? value.slice(0, length) : ""; }
  // Whatever stands in the storage or came from outside: only what is a list of offices.
  function clean(list) {
    var seen = new Set();
    return (Array.isArray(list) ? list : []).filter(function (office) {
      var good = office && typeof office.id === "string" && office.id && !seen.has(office.id);
      if (good) seen.add(office.id);
      return good;
    }).slice(0, most).map(function (office) {
      return { id: text(office.id, 200), name: text(office.name, 200), memo: text(office.memo, longestMemo) };
    });
  }
  function read() {
    if (pageOnly) return pageOnly;
    try {
      return clean(JSON.parse(localStorage.getItem(key) || "[]"));
    } catch (failed) {
      if (!(failed instanceof SyntaxError)) pageOnly = [];
      return [];
    }
  }
  function write(list) {
    try {
      if (!pageOnly) localStorage.setItem(key, JSON.stringify(clean(list)));
    } catch (refused) {
      pageOnly = clean(list);
    }
    if (pageOnly) pageOnly = clean(list);
    tell();
  }
  function tell() { document.dispatchEvent(new Event("tebiki-saved")); }

  tebiki.site = site;
  // The record whose page the link leads to: its list and its own name.
  tebiki.idOf = function (address) {
    return address.replace(/[?#].*$/, "").replace(/(index\.html|\/)$/, "").split("/").filter(Boolean).slice(-2).map(tebiki.decoded).join("/");
  };
  tebiki.saved = {
    longestMemo: longestMemo,
    all: read,
    replace: write,
    has: function (id) { return read().some(function (office) { return office.id === id; }); },
    most: most,
    // False, and nothing happens, where one more would be too many.
    toggle: function (id, name) {
      var list = read(), others = list.filter(function (office) { return office.id !== id; }), isThere = others.length < list.length;
      if (!isThere && list.length >= most) return false;
      write(isThere ? others : list.concat([{ id: id, name: name, memo: "" }]));
      return true;
    },
    // Whether the list is still there when the window is closed.
    lasts: function () { read(); return !pageOnly; },
    onChange: function (act) { document.addEventListener("tebiki-saved", act); }
  };
  window.addEventListener("storage", function (change) { if (change.key === key || change.key === null) tell(); });
  window.addEventListener("pageshow", function (shown) { if (shown.persisted) tell(); });

  var badge = document.querySelector(".saved-tool .badge");
  function count() {
    var saved = read().length;
    badge.hidden = !saved;
    badge.firstElementChild.textContent = saved;
  }
  if (badge) {
    count();
    tebiki.saved.onChange(count);
  }
})();
