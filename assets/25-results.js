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
  // The address that calls a number, as telephone_address of the generator makes it.
  function telephoneAddress(number) {
    var parts = number.normalize("NFKC").match(/[0-9+*#][-0-9*#(). \u2010-\u2015\u2212ー]*/);
    var inner = number.normalize("NFKC").match(/(?:内線|ext)[^0-9]*([0-9]+)/);
    if (!parts || !/[0-9]/.test(parts[0])) return "";
    return "tel:" + parts[0].replace(/[^0-9+*#]/g, "").replace(/#/g, "%23") + (inner ? ";ext=" + inner[1] : "");
  }
  function reachOf(tel) {
    var reach = element("div", "reach");
    var link = element("a", "tel", tel);
    link.href = telephoneAddress(tel);
    reach.append(link);
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
    if (item.tel) row.append(reachOf(item.tel));
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
