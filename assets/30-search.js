// Searches everything from the home page. The data are loaded when somebody begins to search.
"use strict";
(function () {
  var form = document.querySelector("form[data-search]");
  if (!form) return;
  var input = form.querySelector("input");
  var found = document.getElementById("page-found");
  var status = found.querySelector("[role=status]");
  var rows = found.querySelector(".entries");
  var root = form.dataset.root;
  var shownAtOnce = 20;
  var data = null;
  var loading = null;

  function load() {
    if (data) return Promise.resolve(data);
    loading = loading || new Promise(function (resolve, reject) {
      window.tebikiSearch = function (lines) {
        data = lines.map(function (line) {
          return { kind: line[0], name: line[1], kana: line[2], tel: line[3], detail: line[4], path: line[5],
            words: tebiki.fold(line[6]), key: tebiki.fold(line[1]).replace(/\s/g, ""),
            reading: tebiki.fold(line[2]).replace(/\s/g, ""), kindKey: tebiki.fold(line[0]) };
        });
        resolve(data);
      };
      var script = document.createElement("script");
      script.src = form.dataset.search;
      script.onerror = function () { loading = null; reject(); };
      document.head.append(script);
    });
    return loading;
  }

  // The name itself before its beginning, before a part of it, before anything else that holds the word.
  function weight(item, word) {
    if (item.key === word || item.reading === word) return 100;
    if (item.key.startsWith(word) || item.reading.startsWith(word)) return 60;
    if (item.key.includes(word) || item.reading.includes(word)) return 40;
    if (item.kindKey.includes(word)) return 20;
    if (item.words.includes(word)) return 10;
    return 0;
  }
  function search(words) {
    return data.map(function (item, order) {
      var sum = 0;
      for (var word of words) {
        var points = weight(item, word);
        if (!points) return null;
        sum += points;
      }
      return { item: item, points: sum + (item.tel ? 5 : 0), order: order };
    }).filter(Boolean).sort(function (a, b) { return b.points - a.points || a.order - b.order; });
  }

  function element(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  function rowOf(item) {
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
    if (item.tel) {
      var reach = element("div", "reach");
      var tel = element("a", "tel", item.tel);
      tel.href = "tel:" + item.tel.normalize("NFKC").replace(/[^0-9+]/g, "");
      reach.append(tel);
      row.append(reach);
    }
    return row;
  }

  function show(all, limit) {
    rows.replaceChildren.apply(rows, all.slice(0, limit).map(function (hit) { return rowOf(hit.item); }));
    status.replaceChildren(element("b", "", all.length + "件"),
      element("span", "chosen", all.length ? "「" + input.value.trim() + "」" :
        "「" + input.value.trim() + "」は見つかりません。ことばを短くするか、下の一覧や場面からおさがしください。"));
    if (all.length > limit) {
      var more = element("li", "more");
      var button = element("button", "action", "のこり" + (all.length - limit) + "件も見る");
      button.type = "button";
      button.addEventListener("click", function () { show(all, all.length); });
      more.append(button);
      rows.append(more);
    }
  }

  function run(remember) {
    var words = tebiki.wordsOf(input.value);
    if (remember) {
      var state = new URLSearchParams();
      if (words.length) state.set("q", input.value.trim());
      tebiki.hash.write(state);
    }
    if (!words.length) { found.hidden = true; return Promise.resolve(); }
    return load().then(function () {
      show(search(words), shownAtOnce);
      found.hidden = false;
    }, function () {
      status.textContent = "さがすためのデータを読めませんでした。下の一覧からおさがしください。";
      found.hidden = false;
    });
  }
  function bringIntoSight() {
    found.querySelector("h2").focus({ preventScroll: true });
    found.scrollIntoView();
  }
  function recall() {
    var question = tebiki.hash.isState() && tebiki.hash.read().get("q");
    if (!question) return;
    input.value = question;
    run(false).then(bringIntoSight);
  }

  var waiting;
  input.addEventListener("focus", function () { load().catch(function () {}); });
  input.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(function () { run(true); }, 200); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); run(true).then(bringIntoSight); });
  window.addEventListener("hashchange", recall);
  recall();
})();
