// Address book entries (vCard 3.0, RFC 2426, in UTF-8: what telephones in Japan read), made when they are asked for.
"use strict";
(function () {
  // No value can end its line or begin another property.
  function escaped(text) {
    return text.replace(/\r\n?|[\n\u2028\u2029]/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "")
      .replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
  }
  // Lines of at most 75 bytes, cut between characters.
  function folded(line) {
    var out = "", bytes = 0, coder = new TextEncoder();
    Array.from(line).forEach(function (c) {
      var size = coder.encode(c).length;
      if (bytes + size > 75) {
        out += "\r\n ";
        bytes = 1;
      }
      out += c;
      bytes += size;
    });
    return out + "\r\n";
  }
  // What is dialled behind `tel:`, without an extension.
  function number(dialled) { return decodeURIComponent(dialled).replace(/;.*/, "").replace(/[^0-9+#*]/g, ""); }

  function card(office) {
    var notes = [office.hours, /;ext=/.test(office.dialled) && office.tel, office.memo].filter(Boolean).join("\n");
    var lines = [["FN", office.name], ["ORG", office.name], ["X-PHONETIC-ORG", office.kana], ["SORT-STRING", office.kana],
      ["ADR;TYPE=WORK", office.address], ["URL", office.page], ["NOTE", notes]];
    var text = "BEGIN:VCARD\r\nVERSION:3.0\r\n" + folded("N:" + escaped(office.name) + ";;;;");
    if (office.dialled) text += folded("TEL;TYPE=WORK,VOICE:" + number(office.dialled));
    if (office.fax) text += folded("TEL;TYPE=WORK,FAX:" + office.fax.normalize("NFKC").replace(/[^0-9+]/g, ""));
    lines.forEach(function (line) {
      if (!line[1]) return;
      var value = escaped(line[1]);
      text += folded(line[0] + ":" + (/^ADR/.test(line[0]) ? ";;" + value + ";;;;" : value));
    });
    return text + "X-ABShowAs:COMPANY\r\nEND:VCARD\r\n";
  }

  // `offices`: { name, kana, tel, dialled, fax, hours, address, page, memo }, whatever of it is known.
  tebiki.vcard = function (offices) {
    return offices.map(card).join("");
  };
  tebiki.download = function (name, type, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  };

  // On the page of an office.
  var button = document.querySelector(".record [data-vcard]");
  if (!button) return;
  button.addEventListener("click", function () {
    var page = document.querySelector(".record");
    function said(place) {
      var found = page.querySelector(place);
      return found ? found.textContent.trim().replace(/\s+/g, " ") : "";
    }
    var own = document.querySelector("link[rel=canonical]");
    tebiki.download(tebiki.idOf(location.pathname).replace("/", "-") + ".vcf", "text/vcard;charset=utf-8", tebiki.vcard([{
      name: said("h1"), kana: said(".kana"), tel: said(".tel.big"), dialled: page.querySelector(".tel.big").getAttribute("href").replace(/^tel:/, ""),
      fax: said(".record-reach .fax"), hours: said(".record-reach .opening"), address: said(".record-reach .address"), page: own ? own.href : location.href.replace(/#.*/, "")
    }]));
  });
})();
