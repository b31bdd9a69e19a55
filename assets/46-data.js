// On the page of open data the columns of each list are folded away below its files.
"use strict";
document.querySelectorAll(".scroll:has(th a[href$='.csv'])").forEach(function (files) {
  var hint = files.nextElementSibling, box = hint && hint.matches(".scroll-hint") ? hint.nextElementSibling : hint;
  var caption = box && box.matches(".scroll") && box.querySelector("caption");
  if (!caption) return;
  var fold = document.createElement("details"), summary = document.createElement("summary");
  fold.className = "data-columns";
  summary.textContent = caption.textContent;
  caption.hidden = true;
  files.after(fold);
  fold.append(summary);
  if (hint !== box) fold.append(hint);
  fold.append(box);
});
