#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "base/damage.hpp"
#include "base/reported.hpp"
#include "loading/loaded.hpp"
#include "source_dir.hpp"

namespace tebiki::loading {
namespace {

using base::damaged;

/// Both folders that the repository holds: one sound, one full of mistakes.
Files folder(std::string const& name) {
  Files files;
  base::DiskTree tree(std::filesystem::path(TEBIKI_SOURCE_DIR) / name);
  for (auto& entry : tree.entries()) files[entry.path] = tree.read(entry.path).value_or("");
  return files;
}

/// Damages a few files and loads; all that is said has its place, memory stays bounded, and nothing may be thrown.
void load_damaged(Files files, std::mt19937& random) {
  for (auto& [path, text] : files) {
    if (path.ends_with(".png") && random() % 4) continue;
    if (random() % 3 == 0) text = damaged(text, random);
  }
  Loaded loaded;
  load_files(loaded, std::move(files));
  base::expect_places(loaded.diagnostics, loaded.sources);
  EXPECT_LT(base::peak_memory_in_megabytes(), 1000);
}

TEST(Damage, OfTheSampleNeverEndsTheProgram) {
  auto files = folder("content");
  for (auto& [path, text] : files) text.resize(std::min<std::size_t>(text.size(), 20'000));
  std::mt19937 random(20261121);
  for (int round = 0; round < 25; ++round) load_damaged(files, random);
}

TEST(Damage, OfAFolderFullOfMistakesNeverEndsTheProgram) {
  auto files = folder("tests/golden/every-kind-of-mistake/content");
  std::mt19937 random(4);
  for (int round = 0; round < 150; ++round) load_damaged(files, random);
}

TEST(Damage, OfSchemasNeverEndsTheProgram) {
  auto const schema =
      std::string(R"({"title": "一覧", "required": ["a"], "if": {"required": ["a"]}, "then": {"properties": {"b":
    {"type": "string", "minLength": 2}}}, "anyOf": [{"type": "object"}], "dependencies": {"a": ["b"]}, "properties": {
    "a": {"type": ["string", "null"], "format": "choice", "enum": ["x", "y"], "pattern": "^[a-z]+$", "maxLength": 3},
    "b": {"type": "array", "items": {"type": "object", "required": ["c"], "properties": {"c": {"type": "number",
          "multipleOf": 2, "minimum": 1, "exclusiveMaximum": 9}}}, "minItems": 1, "maxItems": 2, "uniqueItems": true},
    "d": {"format": "reference", "x-list": "x"}, "e": {"const": 1}, "f": {"type": "integer", "enum": [1, 2]}}})");
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    Files files = {
        {"lists/x/schema.json", round % 4 ? damaged(schema, random) : schema},
        {"lists/x/a.json", damaged(R"([{"id": "i", "a": "x", "b": [{"c": 4}], "d": "i", "e": 1, "f": 2}])", random)},
        {"lists/x/b.csv", damaged("id,a,b,f\nj,x,,2\n\"k\",\"y\ny\",z,1\n", random)}};
    Loaded loaded;
    load_files(loaded, std::move(files));
    base::expect_places(loaded.diagnostics, loaded.sources);
  }
}

}  // namespace
}  // namespace tebiki::loading
