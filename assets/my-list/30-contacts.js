// What the site says today of the offices of a list: from the data for searching, of a large site only the pieces that hold them.
"use strict";
(function () {
  function digits(text) { return text.normalize("NFKC").replace(/[^0-9]/g, ""); }
  function contactOf(row, told, opening) {
    function term(sort) {
      var said = (row[6] || "").split(" ").filter(Boolean).map(function (token) { return told.terms[parseInt(token, 10)]; })
        .find(function (one) { return one[2] === sort; });
      return said ? said[0] : "";
    }
    return { name: row[1], kana: row[2] || "", tel: row[3] || "", fax: row[4] || "", page: new URL(row[5] + "index.html", tebiki.site).href,
      kind: term("kind") || told.lists[row[0]], town: term("town"), days: row[9] || "", opens: row[10] || "",
      hours: [row[9], row[10], row[14]].filter(Boolean).join(" "), office: opening.ofRow(row, told.terms),
      told: { opening: opening, holidays: told.holidays }, dialled: row[13] || digits(row[3] || "") };
  }

  // Offices are told of in Japanese on pages in other languages, too.
  tebiki.markJapanese = function (place) { if (!/^ja/.test(document.documentElement.lang)) place.lang = "ja"; };

  // Promises a map from the names of records to what is known of them; who is not in it is not on the site.
  tebiki.contactsOf = function (ids, address) {
    return tebiki.searchData(address).then(function (search) {
      var told = search.told;
      if (!told.rowFiles) return { told: told, rows: told.entries };
      return tebiki.rowsOfPages(told, search.base, ids.map(function (id) { return id + "/"; })).then(function (rows) { return { told: told, rows: rows }; });
    }).then(function (found) {
      var wanted = new Set(ids), contacts = new Map(), opening = tebiki.opening(found.told.language);
      found.rows.forEach(function (row) {
        var id = tebiki.idOf(row[5] || "");
        if (wanted.has(id) && !contacts.has(id)) contacts.set(id, contactOf(row, found.told, opening));
      });
      return contacts;
    });
  };
})();
