// Readings however they are typed: in Latin letters by Hepburn or Kunrei, with long or short vowels, large or small kana.
"use strict";
(function () {
  var rows = { "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ", m: "まみむめも",
    y: "や ゆ よ", r: "らりるれろ", w: "わ   を", g: "がぎぐげご", z: "ざじずぜぞ", d: "だぢづでど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ",
    f: "  ふ  ", j: " じ   " };
  var ofLetters = new Map();
  Object.keys(rows).forEach(function (head) {
    Array.from(rows[head]).forEach(function (kana, i) { if (kana !== " ") ofLetters.set(head + "aiueo"[i], kana); });
  });
  ["shiし", "chiち", "tsuつ"].forEach(function (pair) { ofLetters.set(pair.slice(0, 3), pair[3]); });
  Object.entries({ ky: "き", sh: "し", sy: "し", ch: "ち", ty: "ち", ny: "に", hy: "ひ", my: "み", ry: "り", gy: "ぎ", j: "じ", jy: "じ",
    zy: "じ", by: "び", py: "ぴ" }).forEach(function (pair) {
    ["aゃ", "uゅ", "oょ"].forEach(function (end) { ofLetters.set(pair[0] + end[0], pair[1] + end[1]); });
  });

  // Hiragana for letters that are a reading; otherwise nothing.
  tebiki.kanaOf = function (letters) {
    var rest = letters.normalize("NFD").replace(/[\u0300-\u036f'-]/g, ""), kana = "";
    while (rest) {
      var syllable = [3, 2, 1].map(function (n) { return rest.slice(0, n); }).find(function (part) { return ofLetters.has(part); });
      if (syllable) {
        kana += ofLetters.get(syllable);
        rest = rest.slice(syllable.length);
      } else if (/^(n|m(?=[bpm]))/.test(rest)) {
        kana += "ん";
        rest = rest.replace(/^(nn(?![aiueoy])|n|m)/, "");
      } else if (/^([kstpgzdbcj])\1|^tc/.test(rest)) {
        kana += "っ";
        rest = rest.slice(1);
      } else return "";
    }
    return kana;
  };

  // 四之宮 and 四ノ宮, 袖ケ浜 and 袖が浜 are one; of folded words.
  tebiki.pressed = function (words) {
    return words.replace(/\s/g, "").replace(/之/g, "の").replace(/([一-鿿])[がけ](?=[一-鿿])/g, "$1け");
  };

  var small = "ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわ";
  var sameVowel = /([おこそとのほもよろをごぞどぼぽ])[おう]|([うくすつぬふむゆるぐずづぶぷ])う|([えけせてねへめれげぜでべぺ])[えい]|([あかさたなはまやらわがざだばぱ])あ|([いきしちにひみりぎじぢびぴ])い/g;
  // What is left of a word when nobody minds long vowels and the size of kana: でさびす of デイサービス and ディサービス.
  tebiki.loose = function (word) {
    return word.replace(/[ぁぃぅぇぉっゃゅょゎ]/g, function (c) { return small[small.indexOf(c) + 1]; })
      .replace(/ぢ/g, "じ").replace(/づ/g, "ず").replace(/[ー・-]/g, "").replace(sameVowel, "$1$2$3$4$5");
  };

  // Whether one slip of the hand makes one word of the other: a character more, less or another, or two exchanged.
  tebiki.oneSlip = function (one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    var i = 0;
    while (i < one.length && one[i] === other[i]) ++i;
    var a = one.slice(i), b = other.slice(i);
    return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) ||
      (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  };
})();
