// Shows what the search on the home page found: name, what was asked for with its mark, and the number to call.
"use strict";
(function () {
  var found = document.getElementById("page-found");
  if (!found) return;
  var status = found.querySelector("[role=status]");
  var rows = found.querySelector(".entries");
  var shownAtOnce = 20;

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function abilityOf(label, answer) {
    var line = element("li");
    var mark = element("span", "mark " + answer, answer === "yes" ? "○" : "△");
    mark.setAttribute("aria-hidden", "true");
    line.append(mark, label + " ", element("small", "", answer === "yes" ? "対応できます" : "要相談"));
    return line;
  }
  function reachOf(item) {
    var reach = element("div", "reach");
    var number = item.dialled ? element("a", "tel", item.tel) : element("span", "no-tel", item.tel);
    if (item.dialled) number.href = "tel:" + item.dialled;
    reach.append(number);
    return reach;
  }
  function rowOf(hit, root) {
    var item = hit.item;
    var row = element("li", "entry unnumbered");
    var what = element("div", "what");
    var name = element("h3", "name");
    var link = element("a", "", item.name);
    link.href = root + item.path;
    name.append(link);
    if (item.kana) what.append(element("p", "kana", item.kana));
    what.append(name);
    var details = element("p", "details");
    details.append(element("span", "tag", item.kind));
    if (item.detail && item.detail !== item.kind) details.append(element("span", "detail", item.detail));
    what.append(details);
    row.append(what);
    if (hit.reasons.length) {
      var list = element("ul", "abilities");
      list.append.apply(list, hit.reasons.map(function (reason) { return abilityOf(reason.label, reason.answer); }));
      row.append(list);
    }
    if (item.tel) row.append(reachOf(item));
    return row;
  }
  function fill(result, limit, root) {
    var shown = result.hits.slice(0, limit);
    rows.replaceChildren.apply(rows, shown.map(function (hit) { return rowOf(hit, root); }));
    var left = result.hits.length - shown.length;
    if (!left) return;
    var more = element("li", "more");
    var button = element("button", "action", "のこり" + left + "件も見る");
    button.type = "button";
    button.addEventListener("click", function () {
      fill(result, result.hits.length, root);
      rows.children[limit].querySelector("a").focus();
    });
    more.append(button);
    rows.append(more);
  }

  tebiki.results = {
    show: function (question, result, root) {
      fill(result, shownAtOnce, root);
      var words = "「" + question + "」";
      status.replaceChildren(element("b", "", result.hits.length + "件"), element("span", "chosen",
        !result.hits.length ? words + "は見つかりません。ことばを短くするか、下の一覧や場面からおさがしください。" :
        result.nearly ? words + "に近いもの" : words));
      found.hidden = false;
    },
    hide: function () { found.hidden = true; },
    fail: function () {
      status.textContent = "さがすためのデータを読めませんでした。下の一覧からおさがしください。";
      found.hidden = false;
    },
    bringIntoSight: function () {
      if (found.hidden) return;
      found.querySelector("h2").focus({ preventScroll: true });
      found.scrollIntoView();
    }
  };
})();
