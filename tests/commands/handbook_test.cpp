// What content/README.md shows to staff works as it stands there.
#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "base/diagnostics.hpp"
#include "loading/load.hpp"
#include "source_dir.hpp"
#include "views/compose.hpp"

namespace tebiki::commands {
namespace {

namespace fs = std::filesystem;

/// A fenced block of the handbook: ```json facilities
struct Example {
  std::string language;
  std::string place;  ///< empty for blocks that only show something
  std::string text;
};

std::vector<Example> examples_of(std::string_view handbook) {
  std::vector<Example> found;
  std::string fence;
  while (!handbook.empty()) {
    auto line = handbook.substr(0, handbook.find('\n'));
    handbook.remove_prefix(std::min(line.size() + 1, handbook.size()));
    auto ticks = std::min(line.find_first_not_of('`'), line.size());
    if (fence.empty() && ticks >= 3) {
      fence = line.substr(0, ticks);
      auto info = line.substr(ticks);
      auto blank = std::min(info.find(' '), info.size());
      found.push_back({std::string(info.substr(0, blank)),
                       blank < info.size() ? std::string(info.substr(blank + 1)) : std::string(),
                       {}});
    } else if (!fence.empty() && line == fence) {
      fence.clear();
    } else if (!fence.empty()) {
      found.back().text += std::string(line) + "\n";
    }
  }
  return found;
}

/// Where the handbook tells to put such an example.
std::string path_of(Example const& example, std::size_t number) {
  auto name = "example-" + std::to_string(number);
  if (example.place == "page") return "pages/" + name + ".md";
  if (example.place == "schema") return "lists/" + name + "/schema.json";
  if (example.place == "publication") return "publications/handbook/publication.json";
  for (std::string const folder : {"newsletter", "leaflet"}) {
    if (example.place != folder) continue;
    return "publications/handbook-" + folder + (example.language == "json" ? "/publication.json" : "/01-first.md");
  }
  if (example.place == "flyers") return "publications/handbook-flyers-" + std::to_string(number) + "/publication.json";
  if (example.place == "part") return "publications/handbook/" + std::to_string(10 + number) + "-" + name + ".md";
  if (example.place.ends_with(".en") || example.place.ends_with(".easy")) {
    bool const page = example.place.find('/') == std::string::npos;
    return (page ? "pages/" : "lists/") + example.place + (example.language == "json" ? ".json" : ".md");
  }
  std::string const ending = example.language == "markdown" ? ".md" : "." + example.language;
  return "lists/" + example.place + "/" + name + ending;
}

std::string report_on(std::map<std::string, std::string> files) {
  base::Sources sources;
  base::Diagnostics diagnostics;
  auto site = loading::load(base::MemoryTree(std::move(files)), {2026, 12, 15}, 1, sources, diagnostics);
  loading::select_day(site, {2026, 12, 15}, diagnostics);
  base::DiskTree templates(fs::path(TEBIKI_SOURCE_DIR) / "templates");
  site.words = loading::load_words(templates, site.language, sources, diagnostics);
  loading::load_translated_words(site, templates, sources, diagnostics);
  auto const style = loading::load_print_style(templates, "standard", sources, diagnostics);
  for (auto const& translation : loading::take_translations(site)) views::compose(translation, style, diagnostics);
  loading::fill_in_site_words(site);
  views::compose(site, style, diagnostics);
  return base::text_report(diagnostics.sorted(sources), sources, base::Language::ja);
}

TEST(Handbook, EveryExampleCanBeCopiedIntoTheSampleWithoutAMistake) {
  base::DiskTree sample(fs::path(TEBIKI_SOURCE_DIR) / "content");
  std::map<std::string, std::string> files;
  for (auto& entry : sample.entries()) files[entry.path] = sample.read(entry.path).value_or("");
  auto site = nlohmann::ordered_json::parse(files.at("site.json"));
  std::size_t number = 0;
  std::map<std::string, int> places;
  for (auto& example : examples_of(files.at("README.md"))) {
    if (example.place.empty()) continue;
    ++places[example.place];
    if (example.place == "site") {
      site.update(nlohmann::ordered_json::parse("{" + example.text + "}"));
      continue;
    }
    EXPECT_TRUE(files.emplace(path_of(example, ++number), example.text).second) << path_of(example, number);
  }
  for (auto place : {"site", "facilities", "taxis", "contact-windows", "schema", "page", "publication", "flyers",
                     "part", "newsletter", "leaflet", "news", "events", "tools.en", "cases/sudden-discharge.easy",
                     "videos/schema.en", "videos"})
    EXPECT_GT(places[place], 0) << "the handbook shows no " << place;
  files["site.json"] = site.dump();
  EXPECT_EQ(report_on(files), "");
}

TEST(Handbook, AnExampleThatDoesNotWorkWouldBeSeen) {
  auto examples = examples_of("text\n````markdown page\n```view\nlist: nowhere\n```\n````\n```text\nx\n```\n");
  ASSERT_EQ(examples.size(), 2u);
  EXPECT_EQ(examples[0].place, "page");
  EXPECT_EQ(examples[0].text, "```view\nlist: nowhere\n```\n");
  EXPECT_EQ(examples[1].place, "");
  EXPECT_THAT(report_on({{"site.json", R"({"name": "x"})"}, {"pages/a.md", "# a\n\n" + examples[0].text}}),
              testing::HasSubstr("unknown-list"));
}

}  // namespace
}  // namespace tebiki::commands
