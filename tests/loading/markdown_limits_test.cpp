#include <gtest/gtest.h>

#include "loading/markdown_dump.hpp"
#include "model/visit.hpp"

namespace tebiki::loading::testing {
namespace {

std::string repeated(std::string const& piece, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

TEST(MarkdownLimits, RefuseDeepNesting) {
  EXPECT_EQ(Read(repeated(">", 10'000) + "a").en(),
            "1:25 too-deep: Quotes and lists are nested too deeply (at most 24 levels). / Use fewer levels.\n");
  EXPECT_EQ(Read(repeated("- ", 10'000) + "a").ja(),
            "1:49 too-deep: 引用や箇条書きの入れ子が深すぎます（24 段まで）。 / 入れ子を浅くしてください。\n");
  EXPECT_TRUE(Read(repeated("*a **b ", 5'000) + "c" + repeated("** *", 5'000)).diagnostics.size() > 0);
}

TEST(MarkdownLimits, RefuseEndlessLinesAndParagraphs) {
  EXPECT_EQ(Read("文\n" + std::string(60'000, 'a')).ja(),
            "2:50001 too-long: この行か段落は長すぎて読めません。 / 1 行は 50000 バイト、「|」は 1000 個まで、"
            "一つの段落の「[」は 20000 個までです。分けてください。\n");
  EXPECT_EQ(Read(repeated("|a", 1'001) + "\n").diagnostics.size(), 1u);
  EXPECT_EQ(Read(repeated("[a\n", 20'001)).diagnostics.size(), 1u);
  EXPECT_EQ(Read(repeated("[a\n\n", 20'001)).ja(), "");
}

TEST(MarkdownLimits, ReadAnyAmountOfSigns) {
  for (auto piece : {"*", "[", "{"}) EXPECT_LE(Read(repeated(piece, 1'000'000)).diagnostics.size(), 101u) << piece;
  for (auto piece : {"*", "[", "{", "_", "`a", "~~", "<", "![", "&", "\\", "{{", "{a|", "a@", "](", "> ", "|"}) {
    auto line = repeated(piece, 40 / std::string(piece).size()) + "\n";
    EXPECT_LE(Read(repeated(line, 1'000)).diagnostics.size(), 101u) << piece;
  }
}

TEST(MarkdownLimits, StopComplainingAfterAHundredMistakes) {
  Read read(repeated("<b> ", 200));
  EXPECT_EQ(read.diagnostics.size(), 101u);
  EXPECT_NE(read.ja().find("too-many-mistakes: このファイルには、ここから先にも誤りがあります。 / "
                           "ここまでの誤りを直してから、もう一度確かめてください。"),
            std::string::npos);
}

TEST(MarkdownLimits, TakeControlCharactersForBlanks) {
  EXPECT_EQ(Read(std::string("a\0b\fc\x01*d*", 9)).dump(), "p@1:1 text@1:1(a b c ) em@1:7(text@1:8(d))\n");
}

/// Every Text stands in the file as it is, from its place on: what the places of missing characters rely on.
struct PlacesHold {
  std::string_view source;
  std::string wrong;

  void all(model::Blocks const& blocks) {
    model::for_each_block(blocks, [this](model::Block const& block) {
      model::for_each_text(block, [this](model::Inlines const& inlines) {
        model::for_each_inline(inlines, [this](model::Inline const& piece) { look_at(piece); });
      });
    });
  }
  void look_at(model::Inline const& piece) {
    auto* text = std::get_if<model::Text>(&piece.node);
    if (text && text->text != " " && source.substr(piece.at.offset, text->text.size()) != text->text)
      wrong += text->text + "\n";
  }
};

TEST(MarkdownLimits, KeepPlacesWhateverIsWritten) {
  std::string const pieces[] = {"*",
                                "**",
                                "_",
                                "~~",
                                "`",
                                "[",
                                "]",
                                "](ref:a)",
                                "![",
                                "a",
                                "b",
                                "あ",
                                "「",
                                "」",
                                "。",
                                "{漢|か}",
                                "\n",
                                "\n\n",
                                "\n> ",
                                "> ",
                                "\n- ",
                                "\n1. ",
                                "\n    ",
                                "  \n",
                                "\\\n",
                                "\\*",
                                "<b>",
                                "<https://e.jp/>",
                                "https://e.jp/",
                                "www.e.jp",
                                "a@b.jp",
                                "# ",
                                "\n## ",
                                "\n---\n",
                                "|c|d|",
                                "\n| x | y |\n|---|:-:|\n| 1 | 2 |\n",
                                "[^1]",
                                "\n[^1]: ",
                                "\n[a]: ref:x \"t\"\n",
                                "[a]",
                                "\n```\n",
                                "\t",
                                " ",
                                "\r\n",
                                "{#x}",
                                "- [ ] ",
                                "𠮷"};
  std::uint64_t state = 11;
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      text += pieces[(state >> 33) % std::size(pieces)];
    }
    Read read(text);
    PlacesHold places{read.sources.text(read.file), {}};
    places.all(read.blocks);
    EXPECT_EQ(places.wrong, "") << text;
  }
}

}  // namespace
}  // namespace tebiki::loading::testing
