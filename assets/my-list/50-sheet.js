// The list on paper: whom to call, lines to write on, and a code that opens the list again.
"use strict";
(function () {
  var sheet = document.querySelector(".sheet");
  if (!sheet) return;
  var rowsOfPaper = 8;

  function rowOf(office) {
    var row = tebiki.clone("page-sheet-row");
    row.querySelector(".kana").textContent = office.kana;
    row.querySelector(".sheet-name").textContent = office.name;
    row.querySelectorAll(".kana, .sheet-name, .sheet-facts").forEach(tebiki.markJapanese);
    row.querySelector("b").textContent = office.tel;
    row.querySelector(".sheet-facts").textContent = [[office.kind, office.town].filter(Boolean).join("・"), office.hours,
      office.fax && tebiki.say(document.querySelector(".my-list").dataset.fax, { number: office.fax })].filter(Boolean).join("　");
    row.querySelector("i").textContent = office.memo;
    return row;
  }
  function drawCode(address) {
    var code = sheet.querySelector(".code"), possible = tebiki.drawCode(code.firstElementChild, address);
    code.hidden = !possible;
    sheet.querySelector(".with-code").hidden = !possible;
  }
  function fill() {
    var offices = tebiki.listShown(), date = sheet.querySelector("[data-date]"), lines = sheet.querySelector(".by-hand");
    sheet.querySelector(".sheet-rows").replaceChildren.apply(sheet.querySelector(".sheet-rows"), offices.map(rowOf));
    date.textContent = tebiki.say(date.dataset.date, { date: tebiki.longDay() });
    lines.replaceChildren();
    for (var i = 0; i < Math.max(2, Math.min(4, rowsOfPaper - offices.length)); ++i) lines.append(tebiki.clone("page-sheet-line"));
    drawCode(offices.length ? tebiki.listAddress(offices, false) : "");
  }
  window.addEventListener("beforeprint", fill);
  tebiki.printList = function () {
    fill();
    window.print();
  };
  document.querySelector("[data-sheet]").addEventListener("click", tebiki.printList);
})();
