// Marks the month that it is in a chart of activities, where the chart says that it is of this fiscal year.
"use strict";
document.querySelectorAll(".gantt").forEach(function (chart) {
  var caption = chart.caption ? chart.caption.textContent.normalize("NFKC") : "", today = tebiki.clock().date;
  var year = today.slice(0, 4) - (today.slice(5, 7) < "04"), month = String(Number(today.slice(5, 7)));
  // The year is told by its last day but three months, which every calendar calls as its first: 令和8年12月31日.
  var era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" }).format(Date.UTC(year, 11, 31));
  if (![era.replace("元", "1"), era, year + "年"].some(function (name) { return caption.includes(name + "度"); })) return;
  Array.from(chart.tHead.rows[0].cells).forEach(function (head, column) {
    var own = head.firstChild && head.firstChild.nodeType === Node.TEXT_NODE ? head.firstChild.data.trim() : "";
    if (own !== month) return;
    head.classList.add("now");
    head.setAttribute("aria-current", "date");
    chart.style.setProperty("--now", column - 1);
    var told = document.createElement("span");
    told.className = "now-told";
    told.textContent = tebiki.say(chart.dataset.now, { month: month });
    chart.caption.append(" ", told);
  });
});
