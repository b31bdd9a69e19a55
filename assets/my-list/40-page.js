// The page of the saved offices: rows in the reader's order, each with a memo; a list that somebody sent stands there
// until it is kept or left.
"use strict";
(function () {
  var page = document.querySelector(".my-list");
  if (!page) return;
  var words = page.dataset, rows = page.querySelector(".entries"), told = page.querySelector(".undo > span");
  var heading = page.querySelector("h1"), title = heading.textContent, undo = page.querySelector("[data-undo]");
  var received = null, contacts = new Map(), before = null;

  function part(place) { return page.querySelector(place); }
  function offices() { return received ? received.offices : tebiki.saved.all(); }
  function say(text, list) {
    told.textContent = text;
    before = list || null;
    undo.hidden = !before;
  }
  // What the site says of an office; of one that it does not have only its name.
  function known(office) {
    return Object.assign({ name: office.name || office.id, kana: "", tel: "", fax: "", kind: "", town: "", hours: "", dialled: "", page: "" },
      contacts.get(office.id), { id: office.id, memo: office.memo });
  }
  function put(row, place, text) {
    var at = row.querySelector(place);
    if (text) at.textContent = text; else at.remove();
    return at;
  }

  function change(id, act) {
    var list = tebiki.saved.all(), at = list.findIndex(function (office) { return office.id === id; });
    if (at < 0) return;
    act(list, at);
    tebiki.saved.replace(list);
  }
  function move(id, step, name) {
    var shown = Array.from(rows.querySelectorAll(".save"), function (button) { return button.dataset.id; });
    var neighbour = shown[shown.indexOf(id) + step];
    change(id, function (list, at) {
      var to = list.findIndex(function (office) { return office.id === neighbour; });
      list.splice(at, 1, list.splice(to, 1, list[at])[0]);
    });
    var row = rows.querySelector('[data-id="' + CSS.escape(id) + '"]').closest(".entry");
    var place = Array.from(rows.children).indexOf(row) + 1, button = row.querySelector(step < 0 ? "[data-up]" : "[data-down]");
    (button.disabled ? row.querySelector(".move:not(:disabled)") : button).focus();
    say(tebiki.say(words.moved, { name: name, place: place }));
  }
  function take(list, text) {
    tebiki.saved.replace(list);
    say(text, before);
  }
  function addMoves(row, office, at, count) {
    [["[data-up]", -1, at === 0], ["[data-down]", 1, at === count - 1]].forEach(function (way) {
      var button = row.querySelector(way[0]);
      button.querySelector(".vh").prepend(office.name);
      button.disabled = way[2];
      button.addEventListener("click", function () { move(office.id, way[1], office.name); });
    });
  }
  function addMemo(row, office) {
    var input = row.querySelector(".memo input");
    input.value = office.memo;
    input.maxLength = tebiki.saved.longestMemo;
    row.querySelector(".memo .vh").textContent = office.name;
    input.addEventListener("input", function () {
      change(office.id, function (list, at) { list[at].memo = input.value; });
      showLink();
    });
  }
  function rowOf(office, at, all) {
    var row = tebiki.clone("page-kept"), name = put(row, ".name a", office.name);
    name.href = office.page;
    tebiki.markJapanese(row.querySelector(".what"));
    put(row, ".tag", office.kind);
    put(row, ".town", office.town);
    tebiki.rows.putToday(row, office.office, office.told, words);
    put(row, ".opening", office.hours);
    put(row, ".tel", office.dialled && office.tel).href = "tel:" + office.dialled;
    put(row, ".no-tel", !office.dialled && office.tel);
    if (received) {
      row.querySelector(".moves").remove();
      row.querySelector(".memo").remove();
    } else {
      addMoves(row, office, at, all.length);
      addMemo(row, office);
    }
    put(row, ".received-memo", received && office.memo);
    tebiki.offerSaving(row);
    return row;
  }
  // Who is named but not to be found on the site: told by name.
  function showUnknown(list) {
    var lost = list.filter(function (office) { return !contacts.has(office.id); });
    part(".unknown").hidden = !lost.length;
    part(".unknown p").textContent = words.unknown;
    part(".unknown ul").replaceChildren.apply(part(".unknown ul"), lost.map(function (office) {
      var item = document.createElement("li");
      item.textContent = office.name || office.id;
      return item;
    }));
  }
  function show() {
    var list = offices(), shown = list.filter(function (office) { return contacts.has(office.id); }).map(known);
    var focused = document.activeElement && rows.contains(document.activeElement);
    rows.replaceChildren.apply(rows, shown.map(rowOf));
    heading.textContent = !received ? title : received.found ? words.found : words.received;
    part(".page-head .lead").hidden = Boolean(received);
    part(".received").hidden = !received;
    part(".received .sent").hidden = Boolean(received && received.found);
    part(".received .here").hidden = !received || !received.found;
    part("[data-own]").hidden = !tebiki.saved.all().length;
    part("[data-own] span").textContent = tebiki.say(words.ownList, { count: tebiki.saved.all().length });
    part(".empty").hidden = Boolean(received) || list.length > 0;
    part(".take").hidden = !shown.length;
    part(".count").hidden = !shown.length;
    part(".count b").textContent = tebiki.say(words.count, { count: shown.length });
    part(".end").hidden = Boolean(received) || !list.length;
    part(".not-kept").hidden = tebiki.saved.lasts();
    if (!shown.length) part(".sending").hidden = true;
    showUnknown(list);
    showLink();
    return focused;
  }
  function showLink() {
    part("#my-list-link").value = tebiki.listAddress(offices(), part(".sending input[type=checkbox]").checked);
  }

  // The address of what is shown, without the wish to print it.
  function settleAddress() {
    var shown = received ? "#found=" + tebiki.listLink.write(received.offices, true) : location.pathname + location.search;
    history.replaceState(null, "", shown);
  }
  // Reads what is to be shown, then what the site says of it. `#print` is the reader's own list, `#print=` and `#found=`
  // are offices that were found here, and what others send has no such word before it.
  function load() {
    var wish = /^#(print|found)(?:=(.*))?$/.exec(location.hash), prints = Boolean(wish && wish[1] === "print");
    received = tebiki.listLink.read(wish ? wish[2] || "" : location.hash);
    if (received) received.found = Boolean(wish);
    if (prints) settleAddress();
    part(".sending").hidden = true;
    var ids = offices().map(function (office) { return office.id; });
    if (!ids.length && !received) { show(); return Promise.resolve(); }
    return tebiki.contactsOf(ids, words.search).then(function (found) {
      contacts = found;
      show();
      if (received && received.left) say(tebiki.say(words.left, { count: received.left }));
      if (prints) tebiki.printList();
    }, function () { say(words.failed); });
  }

  // Where the list is opened by others: here, or where the site is published if this is a file of a disk.
  tebiki.listAddress = function (list, withMemos) {
    var own = document.querySelector("link[rel=canonical]");
    var base = /^http/.test(location.protocol) || !own ? location.href.replace(/#.*/, "") : own.href;
    return base + "#" + tebiki.listLink.write(list, withMemos);
  };
  // What is shown, for the sheet and the address book.
  tebiki.listShown = function () { return offices().map(known); };

  // A button of a row takes the office off the list; what stood there can come back.
  var last = tebiki.saved.all();
  tebiki.saved.onChange(function () {
    var list = tebiki.saved.all(), gone = last.filter(function (office) { return !list.some(function (other) { return other.id === office.id; }); });
    var was = last;
    last = list;
    if (document.activeElement && document.activeElement.matches(".memo input")) return;
    if (received) {
      part("[data-own]").hidden = !list.length;
      part("[data-own] span").textContent = tebiki.say(words.ownList, { count: list.length });
      return;
    }
    var here = rows.contains(document.activeElement);
    if (list.some(function (office) { return !contacts.has(office.id); })) load(); else show();
    if (gone.length !== 1 || was.length !== list.length + 1) return;
    say(tebiki.say(words.removed, { name: known(gone[0]).name }), was);
    if (here) undo.focus();
  });
  undo.addEventListener("click", function () {
    var list = before;
    say("");
    if (list) tebiki.saved.replace(list);
    var first = rows.querySelector(".name a");
    if (first) first.focus();
  });
  part("[data-empty]").addEventListener("click", function () {
    var list = tebiki.saved.all();
    tebiki.saved.replace([]);
    say(tebiki.say(words.removedAll, { count: list.length }), list);
    undo.focus();
  });
  part("[data-keep]").addEventListener("click", function () {
    var list = tebiki.saved.all(), fresh = received.offices.filter(function (office) { return !tebiki.saved.has(office.id); })
      .map(function (office) { return { id: office.id, name: known(office).name, memo: office.memo }; });
    tebiki.saved.replace(list.concat(fresh));
    var kept = tebiki.saved.all().length - list.length, full = kept < fresh.length && tebiki.say(words.full, { count: tebiki.saved.most });
    history.replaceState(null, "", location.pathname + location.search);
    load().then(function () {
      say([tebiki.say(words.kept, { count: kept }), full].filter(Boolean).join(" "));
      heading.tabIndex = -1;
      heading.focus();
    });
  });
  part("[data-own]").addEventListener("click", function (event) {
    event.preventDefault();
    history.replaceState(null, "", location.pathname + location.search);
    load();
  });
  part("[data-send]").addEventListener("click", function () {
    part(".sending").hidden = !part(".sending").hidden;
    this.setAttribute("aria-expanded", !part(".sending").hidden);
    if (!part(".sending").hidden) part("#my-list-link").select();
  });
  part(".sending input[type=checkbox]").addEventListener("change", showLink);
  part(".sending button").addEventListener("click", function () {
    var address = part("#my-list-link");
    address.select();
    tebiki.copy(address.value).then(function () { say(words.copied); }, function () { say(words.notCopied); });
  });
  part("[data-cards]").addEventListener("click", function () {
    tebiki.download(words.file + ".vcf", "text/vcard;charset=utf-8",
      tebiki.vcard(tebiki.listShown().filter(function (office) { return office.dialled; })));
  });
  // An anchor of the page, such as that of the link that skips the header, leaves what is shown.
  window.addEventListener("hashchange", function () {
    if (!location.hash || /^#(print|found)\b/.test(location.hash) || tebiki.listLink.read(location.hash)) load();
  });
  // The script of the sheet stands behind this one.
  setTimeout(load);
})();
