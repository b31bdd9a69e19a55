// What the reader chose: in the address of the page, to be copied from there, and for the way back to a list.
"use strict";
// Of an address that is cut off, #100%, the text as it is.
tebiki.decoded = function (text) {
  try { return decodeURIComponent(text); } catch (broken) { return text; }
};
tebiki.hash = {
  read: function () { return new URLSearchParams(location.hash.replace(/^#/, "")); },
  // `anew`: Back leads to what was before it.
  write: function (parameters, anew) {
    var text = parameters.toString(), address = text ? "#" + text : location.pathname + location.search;
    if (anew) history.pushState(null, "", address);
    else history.replaceState(history.state, "", address);
  },
  // An anchor such as #facilities/aoba is no state of ours. Fields may have Japanese keys, which are escaped: #%E7%A8%AE=.
  isState: function () { return /^#[^/=]+=/.test(location.hash); }
};

// What was chosen in a list, kept while the window is open; by the path of the list.
tebiki.chosen = {
  key: function (path) { return "chosen " + path.replace(/index\.html$/, ""); },
  keep: function (path, state) {
    try { sessionStorage.setItem(this.key(path), state); } catch (refused) { /* Storage may be switched off. */ }
  },
  of: function (path) {
    try { return sessionStorage.getItem(this.key(path)) || ""; } catch (refused) { return ""; }
  }
};

// Promises that the text is copied. Pages that did not come safely have no clipboard, but may copy what is selected.
tebiki.copy = function (text) {
  var copying = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
  return copying.catch(function () {
    var before = document.activeElement, field = document.createElement("textarea");
    field.value = text;
    field.className = "vh";
    document.body.append(field);
    field.select();
    var isCopied = document.execCommand("copy");
    field.remove();
    before.focus({ preventScroll: true });
    if (!isCopied) throw new Error("not copied");
  });
};
// A button that copies the address of the page, and says whether it did.
tebiki.copyAddress = function (button) {
  var says = button.querySelector("span");
  tebiki.copy(location.href).then(function () { says.textContent = button.dataset.done; }, function () { says.textContent = button.dataset.failed; });
};
