// Understands a question: the longest words that the site knows, days and hours, numbers; the rest as it is written.
"use strict";
// Nobody asks more characters at once; a page of pasted text or a held key would take seconds.
tebiki.mostAsked = 120;
(function () {
  // Wishes that must all be met, each with the words it was said in; `said`: what stands between words of grammar, each
  // with its synonyms; `explains`: whether something is to be explained, 〜のちがい; `denied`: wishes that must
  // not be met.
  tebiki.question = function (vocabulary, corpus, opening, language) {
    var filler = new Set((language.filler || "").split(" ").filter(Boolean).map(function (word) { return tebiki.pressed(tebiki.fold(word)); }));
    var explaining = foldedWords(language.explain), denying = foldedWords(language.deny);
    var longestFiller = Math.max.apply(null, Array.from(filler, function (word) { return word.length; }).concat([0]));

    function foldedWords(words) { return (words || "").split(" ").filter(Boolean).map(tebiki.fold); }
    function longestOf(words, chunk, at) {
      return words.reduce(function (most, word) { return chunk.startsWith(word, at) && !isSmall(chunk[at + word.length]) ? Math.max(most, word.length) : most; }, 0);
    }
    function isWritten(word) {
      return [corpus.names, corpus.readings, corpus.facts, corpus.headings, corpus.told].some(function (text) { return text.text.includes(word); });
    }
    function isNamed(word) { return corpus.names.text.includes(word) || corpus.readings.text.includes(word); }
    function isBegun(word) { return corpus.names.text.includes("|" + word) || corpus.readings.text.includes("|" + word); }
    // よつば of 介護老人保健施設よつば.
    function isEndOfAName(word) { return corpus.names.text.includes(word + "|") || isBegun(word); }
    // Whoever can be called is told of in these very words.
    function isToldOfAnOffice(word) { return corpus.isOffice(corpus.facts, word) || corpus.isOffice(corpus.told, word); }
    function text(words) { return { type: "text", words: words, concept: vocabulary.free(words) }; }
    function meant(words, concept) { return { type: "concept", words: words, concept: concept }; }

    function isMeant(wish) { return wish.type === "concept"; }
    // どこのFAX asks for nothing.
    function isGrammar(chunk) {
      var at = 0;
      for (var idle = 1; idle && at < chunk.length; at += idle) idle = fillerAt(chunk, at);
      return at === chunk.length;
    }
    function isSmall(kana) { return /^[ぁぃぅぇぉっゃゅょー]$/.test(kana || ""); }
    // The で of ディサービス and the ので of 中原のデイサービス are none: small kana belong to what stands before them, and what
    // the site knows begins there.
    var unmet = 0; // characters of the question that are no word of the site's
    var denied = []; // what is not wanted: the 病院 of 病院以外
    function fillerAt(chunk, at) {
      // Folding makes the が of 家族が休む what 虹ケ浜 has.
      if (chunk[at] === "け" && filler.has("が") && /[一-鿿]け[一-鿿]/.test(chunk.substr(at - 1, 3))) return 1;
      for (var length = Math.min(longestFiller, chunk.length - at); length > 0; --length) {
        if (filler.has(chunk.substr(at, length)) && !isSmall(chunk[at + length]) && !cutsKnown(chunk, at, length) && !cutsCompound(chunk, at, length)) return length;
      }
      return 0;
    }
    // The an of manager, the st of test.
    function cutsLetters(chunk, at, length) {
      return /[a-z]/.test(chunk[at]) && (/[a-z]/.test(chunk[at - 1] || "") || /[a-z]/.test(chunk[at + length] || ""));
    }
    function knownAt(chunk, at) {
      var known = vocabulary.longestAt(chunk, at);
      return known && !cutsLetters(chunk, at, known) ? known : 0;
    }
    // The 人 of 人生会議.
    function cutsCompound(chunk, at, length) {
      if (cutsLetters(chunk, at, length)) return true;
      return length === 1 && /^[一-鿿]{2}/.test(chunk.slice(at)) && !vocabulary.longestAt(chunk, at + 1) && !opening.askedAt(chunk, at + 1);
    }
    function cutsKnown(chunk, at, length) {
      for (var head = 1; head < length; ++head) {
        var known = vocabulary.longestAt(chunk, at + head);
        if (known > length - head && (known > 2 || (known > 1 && at + head + known === chunk.length))) return true;
      }
      return false;
    }
    // The length of the longest piece from there on that stands in a name. Two or three hiragana stand anywhere, and
    // long titles hold pieces of sentences: of those without a telephone only longer pieces count.
    function nameAt(chunk, at) {
      var length = 2;
      if (isSmall(chunk[at])) return 0;
      while (at + length < chunk.length && isNamed(chunk.substr(at, length + 1))) ++length;
      // The の of もしバナゲームの講演会 is no part of the name that is asked for.
      while (length > 3 && filler.has(chunk[at + length - 1]) && at + length < chunk.length) --length;
      var piece = chunk.substr(at, length);
      if (length < (/^[ぁ-ゖー]+$/.test(piece) ? 4 : 3)) return 0;
      return length > 4 || corpus.isOffice(corpus.names, piece) || corpus.isOffice(corpus.readings, piece) ? length : 0;
    }
    // A word that nobody wrote: perhaps of other vowels, or mistyped; otherwise it is said so.
    function guess(word) {
      var nearly = vocabulary.nearly(word);
      if (nearly) return meant(word, nearly);
      var name = corpus.nearlyNamed(word);
      return name ? text(name) : null;
    }
    // の訪問看護 is a particle and a service, 金目の a town and a particle, though names and remarks hold them as they are.
    function isKnownWithParticle(chunk, at, known, idle, name) {
      var behind = idle && vocabulary.longestAt(chunk, at + idle), before = known && fillerAt(chunk, at + known);
      return behind && idle + behind >= name || before && known + before >= name;
    }
    // The 回 of 回らない is not what 3回 counts, nor the でい of 住んでいて what デイ is short for, but that of 入れるデイ is. 人 and
    // the 市 of 横浜市 are no wishes.
    function isWord(chunk, at, length, before) {
      var kana = /^[ぁ-ゖー]+$/.test(chunk.substr(at, length));
      if (length === 1 && (fillerAt(chunk, at) === 1 || /[一-鿿]$/.test(before))) return false;
      if (kana && length > 1 && at + length === chunk.length && /[一-鿿][ぁ-ゖ]*[るたなう]$/.test(before)) return true;
      return (length > 1 && !kana) || (standsAlone(chunk, at + length) && !(kana && before));
    }
    function standsAlone(chunk, end) {
      return end === chunk.length || fillerAt(chunk, end) || vocabulary.longestAt(chunk, end) > 1 || opening.askedAt(chunk, end);
    }
    // さいデイサービス of 小さいデイサービス stands in かさいデイサービス, but it is the service that is asked for; ときの動 of
    // ときの動画 and の病院へ行 stand in titles.
    function isEndOfName(chunk, at, name) {
      var piece = chunk.substr(at, name);
      if (!name || isBegun(piece)) return false;
      if (fillerAt(chunk, at) > 1 || (fillerAt(chunk, at) && knownAt(chunk, at + 1) > 1)) return true;
      for (var head = 1; head < 4 && head + 2 < name; ++head) if (vocabulary.longestAt(piece, head) === name - head) return true;
      return false;
    }
    // The 医療 of 医療保険, which somebody writes as one word, is not what is asked for; the rest of it is nobody's word.
    function compoundAt(chunk, at, known) {
      var word = /^[一-鿿]*/.exec(chunk.slice(at))[0], rest = at + known;
      if (!known || word.length < known + 2 || vocabulary.longestAt(chunk, rest) || fillerAt(chunk, rest) || opening.askedAt(chunk, rest)) return 0;
      return isWritten(word) ? word.length : 0;
    }
    function splitOf(chunk) {
      var wishes = [], free = [], run = "", isJoined = false;
      function endRun() {
        if (run) free.push(run);
        run = "";
      }
      for (var at = 0; at < chunk.length; ) {
        var denial = (run ? isEndOfAName(run) : wishes.length) ? longestOf(denying, chunk, at) : 0;
        if (denial) {
          if (run) wishes.push(text(run));
          // 病院と診療所以外 wants neither.
          do { denied.push(wishes.pop()); } while (denied[denied.length - 1].isJoined && wishes.length);
          run = "";
          at += denial;
          continue;
        }
        var time = opening.askedAt(chunk, at), known = knownAt(chunk, at), name = nameAt(chunk, at), idle = fillerAt(chunk, at);
        if (known && known < 3 && !isWord(chunk, at, known, run)) known = 0;
        if (isKnownWithParticle(chunk, at, known, idle, name) || isEndOfName(chunk, at, name)) name = 0;
        var number = /^[0-9]+(?:時間|[一-鿿])/.exec(chunk.slice(at)), counted = number ? number[0].length : 0;
        var most = Math.max(time ? time.length : 0, known, name, idle, counted, compoundAt(chunk, at, known));
        // The なし of 年会費なし, which an office says so, is no word of grammar.
        var isOneFact = most && most === idle && idle > 1 && run.length > 1 && isToldOfAnOffice(run + chunk.substr(at, idle));
        if (!most || isOneFact) {
          run += chunk.substr(at, most || 1);
          at += most || 1;
          continue;
        }
        endRun();
        var words = chunk.substr(at, most);
        if (time && time.length === most) wishes.push({ type: "time", words: words, time: time });
        else if (known === most) wishes.push(meant(words, vocabulary.concept(words)));
        else if (idle !== most) wishes.push(text(/^を[一-鿿]/.test(words) ? words.slice(1) : words));
        if (idle === most && known !== most) isJoined = /^[とかや]$/.test(words);
        else if (wishes.length) {
          wishes[wishes.length - 1].isJoined = isJoined;
          isJoined = false;
        }
        at += most;
      }
      endRun();
      unmet += free.join("").length;
      return { wishes: wishes, free: free };
    }
    // Words between known ones only count where they begin a fact, or may begin one of a row that is not loaded, or are a
    // slip for a known word.
    function understood(chunk) {
      var split = splitOf(chunk), wishes = split.wishes;
      split.free.forEach(function (run) {
        var kana = /^[ぁ-ゖー]{3,}$/.test(run), same = kana && vocabulary.spelled(run);
        var guessed = same ? meant(run, same) : (kana || run.length > 3) && !isWritten(run) ? guess(run) : null;
        if (guessed) wishes.push(guessed);
        else if (kana && isEndOfAName(run)) wishes.push(text(run));
        else if (run.length > 1 && (corpus.facts.text.includes("|" + run) || (!corpus.entries && !/^[ぁ-ゖー]+$/.test(run)))) wishes.push(text(run));
        else if (/[一-鿿]{2}|[ァ-ヶーa-z]{3}/.test(run) && isWritten(run)) wishes.push(text(run));
        else if (!wishes.length && (run.length > 1 || (split.free.length < 2 && /[一-鿿]/.test(run) && isWritten(run)))) wishes.push(text(run));
      });
      return wishes;
    }
    // 何日か is some days and no question.
    function explanationAt(chunk, at) { return /^何[一-鿿]か/.test(chunk.slice(at)) ? 0 : longestOf(explaining, chunk, at); }
    // What a chunk says between words of grammar: what the site knows with its synonyms, the rest as it is.
    function saidIn(chunk) {
      var said = [], run = "", head = 0;
      // どこまで is grammar, but a title begins so.
      for (var some = 1; some; head += some) some = fillerAt(chunk, head);
      if (head > 3 && isBegun(chunk.slice(0, head))) said.push([chunk.slice(0, head)]);
      function endRun() {
        if (run) said.push([run]);
        run = "";
      }
      for (var at = 0; at < chunk.length; ) {
        var idle = Math.max(fillerAt(chunk, at), explanationAt(chunk, at)), known = knownAt(chunk, at), denial = said.length && !run ? longestOf(denying, chunk, at) : 0;
        if (denial) {
          said.pop();
          at += denial;
          continue;
        }
        // No sentence begins with a particle: もしも.
        if (!at && idle === 1 && /^[ぁ-ゖ]/.test(chunk)) idle = 0;
        if (/^何[一-鿿](?!か)/.test(chunk.slice(at))) {
          endRun();
          said.push([chunk.substr(at, 2)]);
        }
        var time = opening.askedAt(chunk, at);
        if (time && time.length > idle && time.length > known) known = 0, idle = time.length;
        if (known > 1 || idle) endRun();
        if (known > 1 && known >= idle) said.push([chunk.substr(at, known)].concat(vocabulary.concept(chunk.substr(at, known)).others));
        else if (!idle) run += chunk[at];
        at += known > 1 && known >= idle ? known : idle || 1;
      }
      endRun();
      return said;
    }
    // Latin letters are a reading, unless they are written so; nurse in a page in English is no ぬrせ.
    function inLetters(chunk) {
      var reading = /^[a-z'-]{4,}$/.test(chunk) && tebiki.kanaOf(chunk);
      if (reading && (vocabulary.knows(reading) || isNamed(reading))) return reading;
      if (isWritten(chunk) || vocabulary.knows(chunk)) return chunk;
      return chunk.replace(/[a-zōūāēīâîûêô'-]{2,}/g, function (letters) { return tebiki.kanaOf(letters) || letters; });
    }
    // A number, or a part of one with its hyphen among other words: 00-0188ってどこ.
    function numberOf(chunk) {
      var within = /[0-9]{2,}-[0-9]{3,4}(?:-[0-9]{4})?(?![0-9年月日])/.exec(chunk), words = within ? within[0] : chunk, digits = words.replace(/[^0-9]/g, "");
      return within || (/^(?:fax|tel|電話)?[-0-9()#+]{3,}$/.test(chunk) && digits.length > 2) ? { type: "number", words: words, digits: digits } : null;
    }
    function wishesOf(chunk) {
      var number = numberOf(chunk);
      if (number) return [number];
      var time = opening.askedAt(chunk, 0);
      if (time && time.length === chunk.length) return [{ type: "time", words: chunk, time: time }];
      if (vocabulary.knows(chunk)) return [meant(chunk, vocabulary.concept(chunk))];
      if (filler.has(chunk)) return [];
      if (chunk.length > 1 && corpus.names.text.includes(chunk)) return [text(chunk)];
      var begun = chunk.length > 1 && vocabulary.begun(chunk);
      if (begun && begun.terms.size) return [meant(chunk, begun)];
      if (chunk.length > 1 && corpus.readings.text.includes(chunk)) return [text(chunk)];
      var wholly = /^[ぁ-ゖー]+$/.test(chunk) && !isWritten(chunk) ? guess(chunk) : null;
      if (wholly) return [wholly];
      var wishes = understood(chunk);
      // What an office says in these very words, unless it is two things that others say in theirs: 透析の送り迎え.
      if (chunk.length > 3 && chunk.length < 13 && isToldOfAnOffice(chunk) && wishes.filter(isMeant).length < 2) return [text(chunk)];
      return wishes.length || isGrammar(chunk) ? wishes : [guess(chunk) || text(chunk)];
    }
    // ほうもん かんご is one word.
    function joined(chunks) {
      for (var i = 0; i + 1 < chunks.length; ++i) {
        if (vocabulary.knows(chunks[i] + chunks[i + 1])) chunks.splice(i, 2, chunks[i] + chunks[i + 1]);
      }
      return chunks;
    }
    return function (whole) {
      var question = whole.slice(0, tebiki.mostAsked);
      unmet = 0;
      denied = [];
      // 0463 00 0010 and +81463000010 are numbers, too.
      question = question.normalize("NFKC").replace(/(^|[^0-9])\+?81[-\s]?(?=[0-9]{2})/, "$10").replace(/([0-9]{2,4})[\s.]([0-9]{2,4})[\s.]([0-9]{4})(?![0-9])/, "$1-$2-$3");
      var chunks = tebiki.fold(question).split(/[\s、。,!?・「」]+/).map(tebiki.pressed).filter(Boolean).map(inLetters);
      var seen = new Set(), wishes = joined(chunks).flatMap(wishesOf).map(tebiki.towards(vocabulary, corpus));
      var folded = tebiki.fold(question).replace(/\s/g, "");
      // A third of it is no word of the site's: it tells a story, in which what nobody wrote is no wish, unless
      // it stands by itself.
      var tells = folded.length > 9 && unmet > 0.3 * folded.length, isStory = tells && corpus.entries;
      // The rest of a verb, おろ of おろしてくれる, and 家 by itself are no wishes beside others.
      function isRest(wish) {
        if (wish.type !== "text" || /^[一-鿿]$/.test(wish.words)) return wish.type === "text";
        return ((isStory && !chunks.includes(wish.words)) || /^[ぁ-ゖー]{1,3}$/.test(wish.words)) && !isWritten(wish.words);
      }
      var asked = wishes.filter(function (wish) { return !isRest(wish) || wishes.every(isRest); }).filter(function (wish) {
        var same = wish.type === "concept" && wish.concept.means ? "means " + wish.concept.means.number : wish.words;
        return !seen.has(same) && seen.add(same);
      });
      asked.explains = Array.from(folded).some(function (c, at) { return explanationAt(folded, at); });
      asked.tells = tells;
      asked.said = chunks.flatMap(saidIn);
      asked.denied = denied;
      return asked;
    };
  };
})();
