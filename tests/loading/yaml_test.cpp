#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"

namespace tebiki::loading::testing {
namespace {

struct Yaml {
  explicit Yaml(std::string const& text) {
    auto file = sources.add("a.yaml", text);
    value = read_yaml(sources.text(file), {file, 0}, diagnostics);
  }
  std::string json() const { return value ? model::to_json(*value) : "nothing"; }
  std::string ja() const { return complaints(diagnostics, sources); }
  std::string en() const { return complaints(diagnostics, sources, base::Language::en); }

  Sources sources;
  Diagnostics diagnostics;
  std::optional<model::Value> value;
};

TEST(Yaml, ReadsListsAndObjects) {
  EXPECT_EQ(Yaml("list: taxis\ncolumns: [name, tel]\nwhere:\n  wheelchair: true\n  areas:\n    - 港地区\n").json(),
            R"({"list": "taxis", "columns": ["name", "tel"], "where": {"wheelchair": true, "areas": ["港地区"]}})");
}

TEST(Yaml, ReadsJson) {
  EXPECT_EQ(Yaml(R"({"a": 1, "b": [true, null, "x"]})").json(), R"({"a": 1, "b": [true, null, "x"]})");
}

TEST(Yaml, TakesOnlyPlainNumbersAndTrueAndFalseForSuch) {
  EXPECT_EQ(Yaml("a: 12\nb: -1.5\nc: true\nd: \"12\"\ne: 'true'").json(),
            R"({"a": 12, "b": -1.5, "c": true, "d": "12", "e": "true"})");
}

TEST(Yaml, LeavesTelephoneNumbersDatesCodesAndYesAsText) {
  EXPECT_EQ(
      Yaml("a: 0463-00-0001\nb: 0463000001\nc: 2026-04-01\nd: yes\ne: +81\nf: 12345678901234567890").json(),
      R"({"a": "0463-00-0001", "b": "0463000001", "c": "2026-04-01", "d": "yes", "e": "+81", "f": "12345678901234567890"})");
}

TEST(Yaml, TakesTextSetOffByABarAsItIs) {
  EXPECT_EQ(Yaml("a: |\n  12\nb: >\n  一行目\n  二行目\n").json(), R"({"a": "12\n", "b": "一行目 二行目\n"})");
}

TEST(Yaml, ReadsAnEmptyTextAndEmptyValuesAsNull) {
  EXPECT_EQ(Yaml("").json(), "null");
  EXPECT_EQ(Yaml("# 注\n").json(), "null");
  EXPECT_EQ(Yaml("a:\nb: ~\nc: null").json(), R"({"a": null, "b": null, "c": null})");
}

TEST(Yaml, TellsOfWordsThatANumberSignWouldDropFromAValue) {
  Yaml const lost("答え: 電話は #7119 へ\n次: 1");
  EXPECT_EQ(lost.json(), R"({"答え": "電話は", "次": 1})");
  EXPECT_EQ(lost.ja(),
            "1:9 warning yaml-comment: 空白のあとの「#」から行の終わりまでは、メモとみなして読みとばします。 / "
            "値の一部なら、値の全体を「\"」で囲んでください。メモなら、その前の行に移します。\n");
  EXPECT_EQ(Yaml("a: [b, c #d\n]").ja().substr(0, 4), "1:10");
  for (auto text : {"# メモ\na: b\n  # メモ\n", "a: \"b #c\"", "a: b#c", "a: |\n  b #c\n"})
    EXPECT_EQ(Yaml(text).ja(), "") << text;
}

TEST(Yaml, KnowsPlacesInBytesBehindJapaneseAndCrlf) {
  Yaml yaml("題名: あ\r\n列: [名, \"電話\"]\r\n");
  auto const& object = *yaml.value->object();
  EXPECT_EQ(place(yaml.sources, object[0].value.at), "1:5");
  EXPECT_EQ(place(yaml.sources, object[1].key_at), "2:1");
  EXPECT_EQ(place(yaml.sources, (*object[1].value.list())[1].at), "2:8");
}

TEST(Yaml, KnowsPlacesOfAPieceInTheMiddleOfAFile) {
  Sources sources;
  Diagnostics diagnostics;
  auto file = sources.add("a.md", "前の行\nlist: taxis\n");
  auto value = read_yaml("list: taxis\n", {file, 10}, diagnostics);
  EXPECT_EQ(place(sources, value->find("list")->at), "2:7");
}

TEST(Yaml, RefusesAKeyGivenTwiceAndKeepsTheFirst) {
  Yaml yaml("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(yaml.json(), R"({"a": 1, "b": 2})");
  EXPECT_EQ(yaml.ja(), "3:1 duplicate-key: 「a」が二度書かれています。 / どちらか一方を消してください。\n");
  EXPECT_EQ(yaml.en(), "3:1 duplicate-key: “a” is given twice. / Remove one of them.\n");
}

TEST(Yaml, RefusesAliasesAnchorsAndTags) {
  EXPECT_EQ(Yaml("a: &x 1\nb: *x").ja(),
            "1:4 yaml-alias: YAML のアンカー（「&」で始まる名前）は使えません。 / 消してください。"
            "「&」で始まる文字なら「\"」で囲みます。\n");
  EXPECT_EQ(
      Yaml("a: !!str 1").en(),
      "1:4 yaml-tag: YAML tags (“!type”) are not allowed. / Remove it; if it is text that begins with !, put it in "
      "quotation marks.\n");
}

TEST(Yaml, StopsAtABillionLaughs) {
  std::string laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'j'; ++c)
    laughs += std::string(1, c) + ": &" + c + " [*" + char(c - 1) + ",*" + char(c - 1) + "]\n";
  EXPECT_EQ(Yaml(laughs).json(), "nothing");
}

TEST(Yaml, RefusesDeepNesting) {
  EXPECT_EQ(Yaml("a: " + std::string(40, '[') + std::string(40, ']')).en(),
            "1:35 too-deep: This is nested too deeply (at most 32 levels). / Use fewer levels.\n");
  EXPECT_EQ(Yaml(std::string(100'000, '{')).json(), "nothing");
  EXPECT_EQ(Yaml(std::string(100'000, '[')).json(), "nothing");
  std::string dashes;
  for (int i = 0; i < 50'000; ++i) dashes += "- ";
  EXPECT_EQ(Yaml(dashes).json(), "nothing");
}

TEST(Yaml, ExplainsAFullWidthColon) {
  EXPECT_EQ(Yaml("title: a\nlist：taxis\n").ja(),
            "2:5 yaml-syntax: 項目名の後ろのコロンが全角の「：」です。 / "
            "半角にして後ろに空白を入れ、「list: …」のように書いてください。\n");
  EXPECT_EQ(
      Yaml("list：taxis\nas: table\n").en(),
      "1:5 yaml-syntax: The colon after the key is a full-width “：”. / Use an ASCII colon and a blank: “list: …”.\n");
}

TEST(Yaml, ExplainsAMissingBlankAfterAColon) {
  EXPECT_EQ(Yaml("title: a\nlist:taxis\nas: table\n").ja(),
            "2:6 yaml-syntax: 「list:」の後ろに半角の空白がありません。 / 「list: taxis」のように書いてください。\n");
  EXPECT_EQ(Yaml("where: {wheelchair:yes}").en(),
            "1:20 yaml-syntax: There is no blank after “wheelchair:”. / Write “wheelchair: yes”.\n");
}

TEST(Yaml, ExplainsATabAndAFullWidthBlankAsIndentation) {
  EXPECT_EQ(Yaml("a:\n\tb: c\n").ja(),
            "2:1 yaml-syntax: 字下げにタブが使われています。 / タブを消し、半角の空白で字下げしてください。\n");
  EXPECT_EQ(Yaml("a: 1\n　b: c\n").en(),
            "2:1 yaml-syntax: This line is indented with a full-width blank. / Replace it with ordinary blanks.\n");
}

TEST(Yaml, ExplainsValuesThatNeedQuotationMarks) {
  EXPECT_EQ(Yaml("title: 案内: 令和8年版\n").ja(),
            "1:10 yaml-syntax: 値の中に「: 」があり、項目名と見分けられません。 / "
            "値を「\"」で囲み、「\"案内: 令和8年版\"」のように書いてください。\n");
  EXPECT_EQ(Yaml("mail: @home\n").en(),
            "1:7 yaml-syntax: The value begins with “@”, which has a meaning in YAML. / "
            "Put the value in quotation marks: \"@home\".\n");
}

TEST(Yaml, ExplainsWhatIsNotClosed) {
  EXPECT_EQ(
      Yaml("a: \"x\nb: c\n").ja(),
      "1:4 yaml-syntax: この「\"」で始まる文字列が閉じられていません。 / 文字列の終わりに「\"」を書いてください。\n");
  EXPECT_EQ(Yaml("a: [x, y\nb: c\n").en(),
            "1:4 yaml-syntax: This “[” is not closed with “]”. / Add the missing “]”.\n");
}

TEST(Yaml, ExplainsNeedlessIndentationAndAMissingBlankAfterADash) {
  EXPECT_EQ(Yaml("a: b\n  c: d\n").ja(),
            "2:3 yaml-syntax: 上の行より字下げが深くなっています。 / 上の行と字下げをそろえてください。\n");
  EXPECT_EQ(Yaml("- a\n-b\n").en(), "2:2 yaml-syntax: There is no blank after “-”. / Write “- b”.\n");
}

TEST(Yaml, RefusesASecondDocumentAndPercentLines) {
  EXPECT_EQ(Yaml("a: 1\n---\nb: 2\n").ja(),
            "2:1 yaml-syntax: YAML の途中に「---」の行があります。 / この行を消してください。\n");
  EXPECT_EQ(Yaml("a: 1\n%b\n").json(), "nothing");
}

TEST(Yaml, TakesLineSeparatorsForText) {
  EXPECT_EQ(Yaml("a: x\u2028y\nb: \"x\u2029 y\"\n").json(), "{\"a\": \"x\u2028y\", \"b\": \"x\u2029 y\"}");
}

TEST(Yaml, TakesBytesOrderMarksAndCharactersBeyondTheBasicPlaneForText) {
  EXPECT_EQ(Yaml("a: \uFEFFx\nb: 𠮷\n").json(), "{\"a\": \"\uFEFFx\", \"b\": \"𠮷\"}");
}

TEST(Yaml, UnderlinesTextSetOffByABarToItsEnd) {
  Yaml const yaml("a: |\n  一行目\n  二行目\n\n# 注\nb: 1\n");
  auto const at = yaml.value->find("a")->at;
  EXPECT_EQ(yaml.sources.text(at.file).substr(at.offset, at.length), "|\n  一行目\n  二行目");
}

TEST(Yaml, SurvivesAnything) {
  std::string const pieces[] = {
      "a",    ":",    ": ",  "- ", "[", "]", "{", "}", "\"", "'",  "\n", "\n  ", "\t",
      "#",    "&x",   "*x",  "!t", "%", "@", "|", ">", "?",  "? ", "あ", "：",   std::string(1, '\0'),
      "\x04", "\r\n", "---", ","};
  std::size_t state = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 9; ++i)
      text += pieces[((state = state * 6364136223846793005u + 1442695040888963407u) >> 33) % 30];
    Yaml yaml(text);
    EXPECT_TRUE(yaml.value || yaml.diagnostics.has_errors()) << text;
  }
}

}  // namespace
}  // namespace tebiki::loading::testing
