// Scripts that are loaded when somebody asks for what they bring.
"use strict";
(function () {
  // Promises the element of the script when it has run. `hasArrived(script)`: whether what it brings is there; a file
  // that came cut off, or a page in its place, brings nothing.
  tebiki.script = function (address, hasArrived) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = function () { if (hasArrived(script)) resolve(script); else script.onerror(); };
      script.onerror = function () { script.remove(); reject(new Error(address)); };
      document.head.append(script);
    });
  };
  // Asked for once; what failed is asked for again.
  tebiki.once = function (load) {
    var asked = new Map();
    return function (name) {
      if (!asked.has(name)) {
        asked.set(name, load(name));
        asked.get(name).catch(function () { asked.delete(name); });
      }
      return asked.get(name);
    };
  };

  var arrived = new Map();
  window.tebikiSearch = function (told) { arrived.set(document.currentScript.src, told); };
  // Promises the data for searching that stand there, and their address.
  tebiki.searchData = tebiki.once(function (address) {
    return tebiki.script(address, function (script) { return arrived.has(script.src); }).then(function (script) {
      return { told: arrived.get(script.src), base: script.src };
    });
  });
})();
