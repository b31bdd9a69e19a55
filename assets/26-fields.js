// The form of a finder: what can be chosen of a list, made of what its script told.
"use strict";
(function () {
  var foldedFrom = 9, seenOfFolded = 6;
  function isAbility(told) { return told[1] === "ask" || told[1] === "wish"; }

  // `place` takes the groups of choices, `wide` matches where they stand beside the rows.
  tebiki.fields = function (place, wide) {
    // The boxes of choices and of times, that of 「要相談」も含める, and which choices are abilities.
    var form = { boxes: [], times: [], ask: null, wishes: new Set() };
    function option(name, value, label) {
      var made = tebiki.clone("page-option"), box = made.querySelector("input");
      box.name = name;
      box.value = value;
      made.querySelector("span").textContent = label;
      return made;
    }
    function addFieldset(told) {
      var set = tebiki.clone("page-fields"), options = set.querySelector(".options");
      set.querySelector("legend").textContent = told[0];
      told[2].forEach(function (choice) {
        var made = option(choice[0], choice[1], choice[3]), box = made.querySelector("input");
        box.dataset.choice = choice[2];
        if (isAbility(told)) form.wishes.add(choice[2]);
        form.boxes.push(box);
        options.append(made);
      });
      if (told[1] === "ask") {
        set.append(tebiki.clone("page-with-ask"));
        form.ask = set.querySelector("[name=with-ask]");
      }
      place.append(set);
      foldRest(set);
    }
    // Beside the rows the first choices of a long group are seen, and those that are chosen, until the reader asks for the rest.
    // On a phone the form is opened for choosing: everything in it is there at once.
    function foldRest(set) {
      var options = Array.from(set.querySelectorAll(".options > .option"));
      if (options.length < foldedFrom) return;
      var more = tebiki.clone("page-more-choices");
      more.addEventListener("click", function () {
        var next = set.querySelector(".rest input");
        set.querySelectorAll(".rest").forEach(function (option) { option.classList.remove("rest"); });
        more.remove();
        next.focus();
      });
      set.querySelector(".options").append(more);
      var rows = Array.from(new Set(options.map(function (option) { return option.offsetTop; })));
      // As many as stand in two lines with the button behind them, of the first group in three.
      var last = rows[set.previousElementSibling ? 1 : 2], isLong = wide.matches && rows[rows.length - 1] > last;
      var seen = isLong ? options.filter(function (option) { return option.offsetTop <= last; }).length : seenOfFolded;
      options.slice(seen).forEach(function (option) { option.classList.add("rest"); });
      tellRest(set);
      for (; isLong && seen > 1 && more.offsetTop > last; tellRest(set)) options[--seen].classList.add("rest");
    }
    function tellRest(set) {
      var more = set.querySelector(".more-choices"), left = set.querySelectorAll(".rest").length;
      if (more && left) more.textContent = tebiki.say(more.dataset.more, { count: left });
      else if (more) more.remove();
    }
    form.unfoldChosen = function () {
      place.querySelectorAll(".rest:has(:checked)").forEach(function (option) {
        option.classList.remove("rest");
        tellRest(option.closest("fieldset"));
      });
    };
    function addTimes() {
      var set = tebiki.clone("page-times");
      form.times.push.apply(form.times, set.querySelectorAll("input"));
      place.append(set);
    }
    form.boxOf = function (name, value) {
      return form.boxes.concat(form.times).find(function (box) { return box.name === name && box.value === value; });
    };
    form.make = function (list) {
      // What most people ask first: what it is, what it can do, where, when it is open.
      var filters = list.filters.slice(), first = filters.splice(0, 1), area = filters.findIndex(function (told) { return told[1] === "area"; });
      first.concat(filters.filter(isAbility), area < 0 ? [] : filters.splice(area, 1)).forEach(addFieldset);
      if (list.hours) addTimes();
      filters.filter(function (told) { return !isAbility(told); }).forEach(addFieldset);
    };
    return form;
  };
})();
