// Shows what the search on the home page found: name, what was asked for with its mark, and the number to call.
"use strict";
(function () {
  var found = document.getElementById("page-found");
  if (!found) return;
  var status = found.querySelector("[role=status]");
  var rows = found.querySelector(".entries");
  var shownAtOnce = 20;

  // Puts the text into the place in the row, or takes the place out where there is none.
  function put(row, place, text) {
    var found = row.querySelector(place);
    if (text) found.textContent = text; else found.remove();
    return found;
  }
  function abilityOf(reason) {
    var line = tebiki.clone(reason.answer === "yes" ? "page-ability-yes" : "page-ability-ask");
    line.querySelector("span:not(.mark)").textContent = reason.label;
    return line;
  }
  function rowOf(hit, root) {
    var item = hit.item;
    var row = tebiki.clone("page-result");
    put(row, ".kana", item.kana);
    put(row, ".name a", item.name).href = root + item.path;
    put(row, ".tag", item.kind);
    put(row, ".detail", item.detail !== item.kind ? item.detail : "");
    if (hit.reasons.length) row.querySelector(".abilities").append.apply(row.querySelector(".abilities"), hit.reasons.map(abilityOf));
    else row.querySelector(".abilities").remove();
    put(row, ".tel", item.dialled && item.tel).href = "tel:" + item.dialled;
    put(row, ".no-tel", !item.dialled && item.tel);
    if (!item.tel) row.querySelector(".reach").remove();
    return row;
  }
  function fill(result, limit, root) {
    var shown = result.hits.slice(0, limit);
    rows.replaceChildren.apply(rows, shown.map(function (hit) { return rowOf(hit, root); }));
    var left = result.hits.length - shown.length;
    if (!left) return;
    var more = tebiki.clone("page-more");
    var button = more.querySelector("button");
    button.textContent = tebiki.say(button.dataset.more, { count: left });
    button.addEventListener("click", function () {
      fill(result, result.hits.length, root);
      rows.children[limit].querySelector("a").focus();
    });
    rows.append(more);
  }
  function say(count, told) {
    var number = document.createElement("b"), words = document.createElement("span");
    number.textContent = count;
    words.className = "chosen";
    words.textContent = told;
    status.replaceChildren(number, words);
  }

  tebiki.results = {
    show: function (question, result, root) {
      fill(result, shownAtOnce, root);
      var words = found.dataset;
      var told = !result.hits.length ? words.notFound : result.nearly ? words.nearly : words.question;
      say(tebiki.say(words.count, { count: result.hits.length }), tebiki.say(told, { question: question }));
      found.hidden = false;
    },
    hide: function () { found.hidden = true; },
    fail: function () {
      status.textContent = found.dataset.failed;
      found.hidden = false;
    },
    bringIntoSight: function () {
      if (found.hidden) return;
      found.querySelector("h2").focus({ preventScroll: true });
      found.scrollIntoView();
    }
  };
})();
