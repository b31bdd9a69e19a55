// Holds that what a field means is its role: no field is looked up by its key but in the table of roles, and in that
// of what is imported, whose keys are those of a new list.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "source_dir.hpp"

namespace {

namespace fs = std::filesystem;

fs::path const generator = fs::path(TEBIKI_SOURCE_DIR) / "generator";
fs::path const roles = generator / "model" / "roles.cpp";
fs::path const import_fields = generator / "importing" / "fields.cpp";

std::string text_of(fs::path const& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

std::vector<std::string> matches(std::string const& text, std::regex const& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.push_back((*at)[1]);
  return found;
}

/// The keys that the table of roles names.
std::set<std::string> const& keys() {
  static auto const found = matches(text_of(roles), std::regex("\"([a-z_]+)\""));
  static std::set<std::string> const keys(found.begin(), found.end());
  return keys;
}

/// The keys by which a source text looks fields up: `find("remarks")`, `text_of("kana")`, `key == "areas"`.
std::vector<std::string> looked_up(std::string const& source) {
  static std::regex const lookup("(?:(?:\\.|->)(?:find|text_of)\\(|\\bkey\\)? [=!]= )\"([a-z_]+)\"");
  std::vector<std::string> found;
  for (auto& word : matches(source, lookup)) {
    if (keys().contains(word)) found.push_back(word);
  }
  return found;
}

TEST(FieldKeys, AreInTheTableOfRoles) {
  EXPECT_THAT(keys(), testing::IsSupersetOf({"name", "kana", "confirmed", "days", "remarks", "areas", "publish_from"}));
}

TEST(FieldKeys, AreFoundWhereSomebodyLooksAFieldUpByOne) {
  EXPECT_THAT(looked_up("auto* value = record.find(\"remarks\");"), testing::ElementsAre("remarks"));
  EXPECT_THAT(looked_up("if (field.key == \"areas\" || field->key != \"scenes\")"),
              testing::ElementsAre("areas", "scenes"));
  EXPECT_THAT(looked_up("record->text_of(\"kana\"), text.find(\"：\"), rule.find(\"type\"), data.text(\"kana\")"),
              testing::ElementsAre("kana"));
}

/// The keys that the table of what is imported names.
std::set<std::string> const& imported_keys() {
  static auto const found = matches(text_of(import_fields), std::regex("Column::\\w+, \"([a-z_]+)\""));
  static std::set<std::string> const keys(found.begin(), found.end());
  return keys;
}

/// The keys of fields that a source text of the import names, in whatever way but as the English word for a heading,
/// `{"名称"}, "name"`.
std::vector<std::string> named(std::string const& source) {
  std::vector<std::string> found;
  for (auto& word : matches(source, std::regex("(?:[({=] ?|[^}], )\"([a-z_]+)\""))) {
    if (keys().contains(word) || imported_keys().contains(word)) found.push_back(word);
  }
  return found;
}

TEST(FieldKeys, OfAnImportAreInTheTableOfWhatIsImported) {
  EXPECT_THAT(imported_keys(), testing::IsSupersetOf({"name", "kana", "services", "office_number", "areas", "url"}));
  EXPECT_THAT(
      named("add_text(\"address\", text); add_member(row, \"service_details\", {\"days\", now}); key == \"url\""),
      testing::ElementsAre("address", "service_details", "days", "url"));
}

/// The file beside the list has words of its own, which no schema changes.
TEST(FieldKeys, AreNamedNowhereElseInTheImport) {
  std::size_t looked_at = 0;
  for (auto& entry : fs::directory_iterator(import_fields.parent_path())) {
    if (entry.path() == import_fields || entry.path().filename() == "baseline.cpp") continue;
    ++looked_at;
    EXPECT_THAT(named(text_of(entry.path())), testing::IsEmpty()) << entry.path();
  }
  EXPECT_GT(looked_at, 10u);
}

/// Page files, site.json and schema.json have keys of their own; what is looked at here are the layers that have
/// records of lists in their hands.
TEST(FieldKeys, AreNoWayToAFieldOutsideTheTableOfRoles) {
  for (auto folder : {"model", "views", "html", "pdf", "loading/records", "importing", "commands"}) {
    for (auto& entry : fs::recursive_directory_iterator(generator / folder)) {
      auto const ending = entry.path().extension();
      if ((ending != ".cpp" && ending != ".hpp") || entry.path() == roles) continue;
      EXPECT_THAT(looked_up(text_of(entry.path())), testing::IsEmpty()) << entry.path();
    }
  }
}

}  // namespace
