// Rows that scripts draw: of what was searched for, of a list that was narrowed down.
"use strict";
// 17:15, of a minute of the day.
tebiki.timeOf = function (minute) { return Math.floor(minute / 60) + ":" + String(minute % 60).padStart(2, "0"); };

tebiki.rows = {
  // Puts the text into the place in the row, or takes the place out where there is none.
  put: function (row, place, text) {
    var at = row.querySelector(place);
    if (text) tebiki.rows.tell(at, text); else at.remove();
    return at;
  },
  // A telephone number among other words stays on one line.
  tell: function (at, text) {
    at.replaceChildren.apply(at, text.split(/(\b0\d{1,4}-\d{1,4}-\d{3,4}\b)/).map(function (part, i) {
      if (i % 2 === 0 || part === text) return part;
      var number = document.createElement("span");
      number.className = "nobreak";
      number.textContent = part;
      return number;
    }).filter(Boolean));
  },
  // Lets the words of the element be parted before these characters, and nowhere else.
  part: function (at, breaks) {
    var text = at.firstChild;
    breaks.slice().reverse().forEach(function (place) { text.splitText(place).before(document.createElement("wbr")); });
  },
  // `answer`: yes, ask or, when there is none yet, nothing.
  ability: function (label, answer) {
    var line = tebiki.clone("page-ability-" + (answer || "unanswered"));
    line.querySelector("span:not(.mark)").textContent = label;
    return line;
  },
  // Name, number and what was asked for; `item` has name, path, tel and dialled.
  row: function (item, root, abilities) {
    var row = tebiki.clone("page-result"), put = tebiki.rows.put;
    if (item.language) row.querySelector(".what").lang = item.language;
    put(row, ".name a", item.name).href = root + item.path + (/\/$/.test(item.path) ? "index.html" : "");
    if (item.breaks) tebiki.rows.part(row.querySelector(".name a"), item.breaks);
    if (abilities.length) row.querySelector(".abilities").append.apply(row.querySelector(".abilities"), abilities);
    else row.querySelector(".abilities").remove();
    put(row, ".tel", item.dialled && item.tel).href = "tel:" + item.dialled;
    put(row, ".no-tel", !item.dialled && item.tel);
    return row;
  },
  // Before its days and hours, whether an office is open: until when, from when today, or not today. `office` is what
  // `told.opening` knows of it; `words`: openUntil, openFrom, closed.
  putToday: function (row, office, told, words) {
    var at = row.querySelector(".today"), clock = tebiki.clock(), bit = 1 << (clock.weekday + 6) % 7;
    var now = office && told.opening.spanNow(office, clock, told.holidays), today = office && office.week[(clock.weekday + 6) % 7];
    // Who is reached at any hour, or may be open all the same, is not told to be closed.
    var known = office && office.days && !told.opening.mayRest(office, clock.date, told.holidays) && !now && (!today || today.isSure || (today.spans.length && today.spans.every(function (span) { return span[1] <= clock.minute; })));
    var rests = office && office.days && ((office.restsOnHolidays && told.holidays.includes(clock.date)) || office.feasts.some(function (feast) { return feast.test(clock.date); }));
    var next = known && today && today.spans.find(function (span) { return clock.minute < span[0]; });
    if (now && now.isSure && !office.whole) {
      at.textContent = tebiki.say(words.openUntil, { until: tebiki.timeOf(now.until > 1440 ? now.until - 1440 : now.until) });
      at.classList.add("open");
    } else if (!next && office && (office.isAlwaysReached || (office.mayOpen & bit && !rests))) at.remove();
    else if (rests || (known && !today)) at.textContent = words.closed;
    else if (next) at.textContent = tebiki.say(words.openFrom, { from: tebiki.timeOf(next[0]) });
    else if (known && words.over) at.textContent = words.over;
    else at.remove();
  },
  // In place of today the hours of the days that were asked for. `asked`: the wishes of the question for days and hours,
  // each with its words. Whether it was said so.
  putAsked: function (row, office, asked, told) {
    var days = asked.reduce(function (all, time) { return all | (time.days || 0); }, 0), isToday = days === 1 << (tebiki.clock().weekday + 6) % 7;
    if (!office || !asked.length || asked[0].now || isToday) return false;
    var at = row.querySelector(".today"), spans = days && !office.whole ? told.opening.spansOn(office, days) : [];
    if (!spans.length) at.remove();
    else {
      row.querySelector(".opening").textContent = "";
      at.textContent = asked.filter(function (time) { return time.days; }).map(function (time) { return time.words; }).join("・") + " " +
        spans.map(function (span) { return span.map(tebiki.timeOf).join("〜"); }).join("、");
    }
    return true;
  },
  // The FAX number, for who asks for it, and on paper. `told`: how it is said.
  putFax: function (row, item, question, told) {
    var wanted = /fax|ファックス|ファクス/i.test(question.normalize("NFKC"));
    var fax = tebiki.rows.put(row, ".fax", item.fax && tebiki.say(told, { number: item.fax }));
    fax.classList.toggle("on-paper", !wanted);
  },
  // Of a row when nothing more will be put into it.
  closed: function (row) {
    if (!row.querySelector(".reach").children.length) row.querySelector(".reach").remove();
    else if (tebiki.offerSaving) tebiki.offerSaving(row);
    return row;
  }
};
