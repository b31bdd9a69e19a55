// The list as a link: #facilities/aoba,bee,taxis/kamome – names of lists stand where they change – with memos behind
// a colon, if they are to go along: #facilities/aoba:Mon%20and%20Thu.
"use strict";
(function () {
  var most = 500;
  var decoded = tebiki.decoded;
  function coded(text) { return encodeURIComponent(text).replace(/%20/g, "+"); }

  tebiki.listLink = {
    write: function (offices, withMemos) {
      var list = "";
      return offices.map(function (office) {
        var at = office.id.lastIndexOf("/"), folder = office.id.slice(0, at + 1);
        var said = (folder === list ? "" : folder.split("/").map(encodeURIComponent).join("/")) + encodeURIComponent(office.id.slice(at + 1));
        list = folder;
        return said + (withMemos && office.memo ? ":" + coded(office.memo) : "");
      }).join(",");
    },
    // { offices, left }: what a fragment names, whoever wrote it, and how many are too many; nothing when it is no list but
    // an anchor such as #page-main.
    read: function (fragment) {
      var text = fragment.replace(/^#/, ""), list = "", seen = new Set();
      if (!text.includes("/") && /%2f/i.test(text)) text = decoded(text);  // as some programs for messages send it
      if (!text.includes("/")) return null;
      var parts = text.split(",");
      var offices = parts.slice(0, most).map(function (part) {
        var colon = part.indexOf(":"), name = decoded(colon < 0 ? part : part.slice(0, colon)).trim();
        var at = name.lastIndexOf("/");
        if (at >= 0) list = name.slice(0, at + 1);
        return { id: (at >= 0 ? name : list + name).slice(0, 200), name: "", memo: colon < 0 ? "" : decoded(part.slice(colon + 1).replace(/\+/g, " ")).slice(0, tebiki.saved.longestMemo) };
      }).filter(function (office) {
        var good = office.id && !/\/$/.test(office.id) && !seen.has(office.id);
        seen.add(office.id);
        return good;
      });
      return { offices: offices, left: Math.max(0, parts.length - most) };
    }
  };
})();
