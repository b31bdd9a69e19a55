// What stands around the rows that were found: what nobody fits, who fits without one wish, who never answered, whom to call.
"use strict";
tebiki.bands = {
  // What nobody fits. `words`: those of the page.
  dropped: function (question, result, words) {
    var band = tebiki.clone("page-dropped");
    var gone = result.wishes.filter(function (wish) { return wish.gone; });
    var said = gone.map(function (wish) { return tebiki.say(words.question, { question: wish.said }); }).join("");
    tebiki.rows.put(band, "b", result.hits.length ? tebiki.say(words.dropped, { wishes: said, count: result.hits.length })
      : tebiki.say(words.notFound, { question: question }));
    band.querySelectorAll(".ways, .centre").forEach(function (part) { part.remove(); });
    return band;
  },
  // What else might be dropped, and whom to call.
  ways: function (result, ask, words) {
    var band = tebiki.clone("page-dropped"), ways = band.querySelector(".ways");
    band.firstElementChild.remove();
    result.others.forEach(function (way) {
      var wish = result.wishes.find(function (one) { return one.parts.some(function (part) { return part.words === way.words; }); });
      var item = tebiki.clone("page-way"), button = item.querySelector("button");
      button.textContent = tebiki.say(words.way, { wish: wish.said, count: way.count });
      button.addEventListener("click", function () { ask(tebiki.wishes.without(result.wishes, [wish])); });
      ways.append(item);
    });
    if (!result.others.length) ways.remove();
    return band;
  },
  // `fill(list, hits)` puts rows into a list. Nothing where few enough do not fit, and nobody else.
  beside: function (found, words, fill) {
    function band(heading, hits) {
      var made = tebiki.clone("page-beside");
      made.querySelector("h3").textContent = heading;
      fill(made.querySelector("ol"), hits);
      return made;
    }
    var made = [], other = found.without;
    if (other) {
      var said = tebiki.say(words.question, { question: other.wish.label });
      made.push(band(tebiki.say(words.also, { wishes: said, count: other.hits.length }), other.hits));
    }
    if (found.unanswered.length) made.push(band(tebiki.say(words.unanswered, { count: found.unanswered.length }), found.unanswered));
    return made;
  },
  // What is to be read about it.
  reading: function (hits, words, fill) {
    var group = tebiki.clone("page-group");
    group.classList.replace("found-group", "found-reading");
    group.querySelector("h3").textContent = words.reading;
    fill(group.querySelector("ol"), hits);
    return group;
  },
  // Where the site tells of a centre to call.
  centre: function () { return document.getElementById("page-centre") ? [tebiki.clone("page-centre")] : []; }
};
