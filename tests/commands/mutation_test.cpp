// Whole content folders and imports, damaged at random. A few rounds run with every test; many, best under the
// sanitizers, with TEBIKI_MUTATIONS=2000 build/asan/tests/commands_test --gtest_filter='Mutation*'.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "base/damage.hpp"
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/photograph.hpp"
#include "base/reported.hpp"
#include "base/unicode.hpp"
#include "commands/commands.hpp"
#include "importing/trial.hpp"
#include "source_dir.hpp"
#include "test_folder.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

/// A file or two of every kind that a content folder may hold.
Files every_kind_of_file() {
  using namespace base;
  Files files;
  files["site.json"] = R"({"name": "見本の手引き", "publisher": "見本市", "base_url": "https://example.jp/",
"contact": {"name": "見本センター", "tel": "0463-00-0001", "email": "a@example.jp", "hours": "平日 8:30〜17:15"},
"menu": [{"label": "事業所", "ref": "offices"}, {"label": "手引き", "ref": "guide"}],
"synonyms": [["おむつ", "紙おむつ"]], "theme": {"brand": "#00596b"}})";
  files["lists/offices/schema.json"] = R"({"title": "事業所", "required": ["name"], "properties": {
"name": {"type": "string", "x-label": "名称"}, "kana": {"type": "string", "format": "kana", "x-label": "よみ"},
"tel": {"type": "string", "format": "tel", "x-label": "電話", "x-column": true},
"kind": {"type": "string", "format": "choice", "enum": ["訪問看護", "薬局"], "x-label": "種類", "x-filter": true},
"oxygen": {"type": "string", "format": "support", "x-label": "在宅酸素", "x-group": "処置"},
"place": {"type": "string", "format": "coordinates", "x-label": "場所"},
"open": {"type": "string", "format": "hours", "x-label": "時間"},
"photo": {"type": "string", "format": "image", "x-label": "写真"},
"partner": {"type": "string", "format": "reference", "x-list": "offices", "x-label": "連携先"},
"confirmed": {"type": "string", "format": "date", "x-label": "確認日"}}})";
  files["lists/offices/a.json"] = R"([{"id": "aoba", "name": "見本 あおば", "kana": "みほん あおば",
"tel": "0463-00-0011", "kind": "訪問看護", "oxygen": "yes", "place": "35.33,139.35", "photo": "images/a.jpg",
"partner": "kaede", "confirmed": "2026-04-01"}])";
  files["lists/offices/b.csv"] =
      "id,name,よみ,電話,種類,在宅酸素,確認日\r\nkaede,見本 かえで,みほん かえで,0463-00-0012,薬局,△,令和8年4月1日\r\n"
      "sakura,\"見本 さくら\n薬局\",みほん さくら,0463-00-0013,薬局,×,2026/4/1\r\n";
  files["lists/offices/momiji.md"] =
      "---\nname: 見本 もみじ\nkana: みほん もみじ\ntel: 0463-00-0014\nkind: 薬局\n---\n\n## "
      "案内\n\n**「大切」**です。\n";
  files["pages/about.md"] =
      "---\ntitle: この手引き\ndescription: 案内\n---\n\n## はじめに\n\n{手引|てび}きの[事業所](ref:offices/aoba)と"
      "[章](ref:guide/consult)。注[^1]。https://example.jp\n\n![図](images/b.png \"説明\")\n\n1. 一\n2. 二\n   - [x] "
      "済\n\n"
      "| 表 | 数 |\n|---|--:|\n| あ | 1 |\n\n> 引用 `code`\n\n[^1]: 脚注\n\n```view\nlist: offices\nas: table\n"
      "columns: [name, tel, kind]\nwhere: {kind: 薬局}\nsort: kana\ncaption: 薬局\n```\n";
  files["publications/guide/publication.json"] =
      R"({"title": "手引き", "summary": "見本", "cover": {"title_lines": ["手", "引き"], "edition": "令和8年度版"},
"contents": true, "index": true, "revised": "2026-04-01", "colour": "#aa3300"})";
  files["publications/guide/01-consult.md"] =
      "---\ntitle: 相談\ntab: 相談\n---\n\n# 相談\n\n```toc\n```\n\n```view\nlist: offices\nas: cards\n```\n\n"
      "```view\nlist: offices\nas: matrix\ncolumns: [oxygen]\n```\n\n```qr\nref: offices\n```\n\n```index\n```\n";
  files["images/a.jpg"] = photograph::of_a_camera(photograph::four_fields(), Orientation::turn_right);
  files["images/b.png"] = encode_png(photograph::four_fields());
  return files;
}

/// How many rounds: a few unless the environment wants more.
int rounds(int few) {
  auto const* wanted = std::getenv("TEBIKI_MUTATIONS");
  return wanted ? std::atoi(wanted) : few;
}

class Mutation : public testing::Test {
 protected:
  TestFolder const folder;
  fs::path const root = folder.root;
  fs::path const source = TEBIKI_SOURCE_DIR;
  std::mt19937 random{20261121};
  int told = 0, sound = 0, failed = 0;

  void write(fs::path const& path, std::string const& bytes) const { tebiki::write(root / path, bytes); }
  Settings settings() const {
    return {{root / "content", root / "templates", source / "assets", root / "output"}, {2026, 10, 15}, 1};
  }
  bool one_in(unsigned count) { return random() % count == 0; }

  /// Damaged, and in half of the cases text all the same: other bytes are mostly refused at the door.
  std::string damaged(std::string const& bytes) {
    auto made = base::damaged(bytes, random);
    if (one_in(2))
      while (auto bad = base::first_invalid_utf8(made)) made.erase(*bad, 1);
    return made;
  }

  /// Runs a command; a Failure is an answer, anything else that is thrown is none.
  template <class Command>
  void expect_answer(Command&& command) {
    commands::Run run;
    try {
      command(run);
      ++(run.diagnostics.has_errors() ? told : sound);
    } catch (base::Failure const& failure) {
      EXPECT_FALSE(failure.message().ja.empty());
      ++failed;
    }
    // Said of all files together.
    base::expect_places(run.diagnostics, run.sources, "import-no-rows");
  }

  void print_counts(char const* what) const {
    std::printf("%s: %d sound, %d with mistakes, %d failures; peak memory %ld MB\n", what, sound, told, failed,
                base::peak_memory_in_megabytes());
    EXPECT_LT(base::peak_memory_in_megabytes(), 2'000);
  }
};

TEST_F(Mutation, OfAnyFileOfAContentFolderIsToldAtItsPlaceOrBuilt) {
  auto const whole = every_kind_of_file();
  fs::create_directories(root);
  for (int round = 0; round < rounds(12) && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    fs::remove_all(root / "content");
    unsigned const share = one_in(2) ? 5 : 20;
    for (auto const& [path, bytes] : whole)
      write("content/" + path, round > 0 && one_in(share) ? damaged(bytes) : bytes);
    if (round == 0 || one_in(8)) {
      fs::remove_all(root / "templates");
      fs::copy(source / "templates", root / "templates", fs::copy_options::recursive);
      for (auto const* path :
           {"site/page.mustache", "site/entry.mustache", "site/header.mustache", "print/standard.json"})
        if (round > 0 && one_in(3)) {
          auto const bytes = base::read_file(root / "templates" / path).value_or("");
          write(fs::path("templates") / path, damaged(bytes));
        }
    }
    expect_answer([&](commands::Run& run) {
      produce(Inputs(settings().folders), settings(), {}, run);
      if (round > 0) return;
      // Only damage may be a mistake, or nothing behind the reading is ever reached.
      auto const found = run.diagnostics.sorted(run.sources);
      EXPECT_EQ(base::text_report(found, run.sources, base::Language::ja), "");
    });
  }
  print_counts("sites");
}

TEST_F(Mutation, OfTheRowsOfAnImportIsToldAtItsPlaceOrImported) {
  std::string rows;
  for (int i = 0; i < 6; ++i) {
    auto const n = std::to_string(i);
    rows += importing::row({{"number", "149999999" + n},
                            {"name", "\"見本ケア, " + n + "\""},
                            {"tel", "0463-00-000" + n},
                            {"days", "平日,土曜"},
                            {"capacity", n},
                            {"url", "https://example.jp/" + n}});
  }
  for (int round = 0; round < rounds(60) && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    fs::remove_all(root);
    write("content/site.json", R"({"name": "見本"})");
    write("content/lists/facilities/schema.json",
          base::read_file(source / "content/lists/facilities/schema.json").value_or(""));
    ImportRequest request{"mhlw-care", {root / "jigyosho_130.csv"}, "facilities", "142034", Writing::real};
    // The second import merges with what the first one wrote, now and then damaged as well.
    for (int time = 0; time < 2; ++time) {
      write("jigyosho_130.csv", importing::header + damaged(rows));
      for (auto const* path : {"mhlw-care.json", ".import/mhlw-care.json"}) {
        auto const own = root / "content/lists/facilities" / path;
        if (time == 1 && one_in(4) && fs::exists(own)) write(own, damaged(base::read_file(own).value_or("")));
      }
      expect_answer([&](commands::Run& run) { import(request, settings(), run); });
    }
  }
  print_counts("imports");
}

}  // namespace
}  // namespace tebiki::commands
