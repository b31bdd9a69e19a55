// What is wished most of a list stands above its rows, one tap away, in words of its own.
"use strict";
// `place`: where it stands; `toggle(name, value)` chooses it, or takes it off.
tebiki.quick = function (place, toggle) {
  var all = [];
  function add(name, value, word, isOfRows) {
    var item = tebiki.clone("page-quick"), button = item.querySelector("button");
    button.querySelector("span").textContent = word;
    button.addEventListener("click", function () { toggle(name, value); });
    all.push({ button: button, name: name, value: value, word: isOfRows && word });
    place.append(item);
  }
  function found(box) {
    return all.find(function (one) { return one.name === box.name && one.value === box.value; });
  }
  // Of other lists who is there now, beside their number, in the words of the form; where that stands open, not again.
  function addNow() {
    var option = tebiki.clone("page-times").querySelector(".option");
    add("open", option.querySelector("input").value, option.querySelector("span").textContent, false);
    place.classList.add("in-form");
    place.parentElement.querySelector(".count").after(place);
  }
  return {
    // `list`: what the script of the list tells of it.
    add: function (list, sunday) {
      list.filters.forEach(function (told) {
        told[2].forEach(function (choice) { if (choice[4]) add(choice[0], choice[1], choice[4], true); });
      });
      if (all.length && list.hours) add("open", "sunday", sunday, false);
      else if (list.hours) addNow();
    },
    has: function (box) {
      var one = found(box);
      return Boolean(one && one.button.offsetParent);
    },
    // What a row says that has it.
    wordOf: function (box) { var one = found(box); return one && one.word; },
    // Tells of each whether it is chosen, and how many have it.
    press: function (boxOf) {
      all.forEach(function (one) {
        var box = boxOf(one.name, one.value);
        one.button.setAttribute("aria-pressed", String(Boolean(box && box.checked)));
        if (box) one.button.querySelector(".n").textContent = box.closest(".option").querySelector(".n").textContent;
      });
    }
  };
};
