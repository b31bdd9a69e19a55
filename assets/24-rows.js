// Rows that scripts draw: of what was searched for, of a list that was narrowed down.
"use strict";
// The time by the clock of Japan: `date` as in content, `weekday` from Sunday, `minute` of the day; so many days later.
tebiki.clock = function (days) {
  // Japan knows no summer time.
  var now = new Date(Date.now() + (9 + 24 * (days || 0)) * 3600000);
  return { date: now.toISOString().slice(0, 10), minute: now.getUTCHours() * 60 + now.getUTCMinutes(), weekday: now.getUTCDay() };
};

tebiki.rows = {
  // Puts the text into the place in the row, or takes the place out where there is none.
  put: function (row, place, text) {
    var at = row.querySelector(place);
    if (text) at.textContent = text; else at.remove();
    return at;
  },
  // `answer`: yes or ask.
  ability: function (label, answer) {
    var line = tebiki.clone(answer === "yes" ? "page-ability-yes" : "page-ability-ask");
    line.querySelector("span:not(.mark)").textContent = label;
    return line;
  },
  // Name, number and what was asked for; `item` has name, path, tel and dialled.
  row: function (item, root, abilities) {
    var row = tebiki.clone("page-result"), put = tebiki.rows.put;
    if (item.language) row.querySelector(".what").lang = item.language;
    put(row, ".name a", item.name).href = root + item.path + (/\/$/.test(item.path) ? "index.html" : "");
    if (abilities.length) row.querySelector(".abilities").append.apply(row.querySelector(".abilities"), abilities);
    else row.querySelector(".abilities").remove();
    put(row, ".tel", item.dialled && item.tel).href = "tel:" + item.dialled;
    put(row, ".no-tel", !item.dialled && item.tel);
    return row;
  },
  // The FAX number, for who asks for it. `told`: how it is said.
  putFax: function (row, item, question, told) {
    var wanted = /fax|ファックス|ファクス/i.test(question.normalize("NFKC"));
    tebiki.rows.put(row, ".fax", wanted && item.fax && tebiki.say(told, { number: item.fax }));
  },
  // Of a row when nothing more will be put into it.
  closed: function (row) {
    if (!row.querySelector(".reach").children.length) row.querySelector(".reach").remove();
    else if (tebiki.offerSaving) tebiki.offerSaving(row);
    return row;
  }
};
