// Words of scripts stand in the page, in the page's language; `{name}` in them is filled in here.
"use strict";
tebiki.say = function (words, values) {
  return words.replace(/\{([a-z0-9_-]+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
};
// The day as the page's language writes it, in Japan.
tebiki.longDay = function () {
  var language = document.documentElement.lang || "ja";
  return new Intl.DateTimeFormat(/^ja/.test(language) ? "ja-JP-u-ca-japanese" : language, { dateStyle: "long", timeZone: "Asia/Tokyo" }).format(new Date());
};
// What the `<template>` of that id holds.
tebiki.clone = function (id) { return document.getElementById(id).content.firstElementChild.cloneNode(true); };
