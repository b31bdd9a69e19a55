// Words of the interface, and words that mean the same to those who search.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/unicode.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/load.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

void report_missing_file(std::string const& path, base::Sources& sources, base::Diagnostics& diagnostics) {
  diagnostics.error(whole_file(path, sources), "missing-words",
                    {fmt::format("画面と冊子の言葉のファイル「templates/{}」がありません。", path),
                     fmt::format("There is no “templates/{}” with the words of pages and booklets.", path)},
                    {"tebiki に付いてくるファイルを写すか、site.json の language を \"ja\" にしてください。",
                     "Copy the one that comes with tebiki, or give site.json the language \"ja\"."});
}

model::Words read_words(model::Value const& file, base::Diagnostics& diagnostics) {
  model::Words words;
  if (!file.object()) return words;
  for (auto const& [key, key_at, value] : *file.object()) {
    if (key == "$comment") continue;
    if (value.text()) {
      words.add(key, {*value.text(), key_at});
      continue;
    }
    diagnostics.error(value.at, "malformed-value",
                      {fmt::format("「{}」には言葉を書いてください。", key), fmt::format("“{}” must be a text.", key)},
                      {fmt::format("例　\"{}\": \"言葉\"", key), fmt::format("For example, \"{}\": \"words\"", key)});
    words.add(key, {"", key_at});
  }
  return words;
}

bool holds(std::string_view names, std::string_view name) {
  return (" " + std::string(names) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

/// A word that the program asks for is there, and wants nothing filled in that the program does not know.
void check_use(model::WordUse const& use, model::Words const& words, base::SourceLocation file,
               base::Diagnostics& diagnostics) {
  auto const* word = words.find(use.key);
  if (!word) {
    diagnostics.error(
        file, "missing-word",
        {fmt::format("言葉「{}」がありません。", use.key), fmt::format("There is no word “{}”.", use.key)},
        {fmt::format("「\"{}\": \"言葉\"」の行を加えてください。", use.key),
         fmt::format("Add a line “\"{}\": \"words\"”.", use.key)});
    return;
  }
  for (auto const& piece : model::pieces_of(word->text)) {
    if (!piece.filled_in || holds(use.names, piece.text)) continue;
    diagnostics.error(word->at, "unknown-word-name",
                      {fmt::format("言葉「{}」の「{{{}}}」に入れるものがありません。", use.key, piece.text),
                       fmt::format("Nothing can be filled in for “{{{}}}” of the word “{}”.", piece.text, use.key)},
                      use.names.empty() ? base::Message{"かっこごと消してください。", "Remove it with its braces."}
                                        : base::Message{fmt::format("使えるのは「{}」です。", use.names),
                                                        fmt::format("There are: {}.", use.names)});
  }
}

}  // namespace

model::Words load_words(base::FileTree const& templates, std::string const& language, base::Sources& sources,
                        base::Diagnostics& diagnostics) {
  auto const path = "words/" + language + ".json";
  auto const entries = templates.entries();
  if (std::none_of(entries.begin(), entries.end(), [&](auto& entry) { return entry.path == path; })) {
    report_missing_file(path, sources, diagnostics);
    return {};
  }
  auto const text = read_text(path, templates, sources, diagnostics);
  if (!text.usable) return {};
  auto const value = read_json(text.file, sources, diagnostics);
  if (!value) return {};
  auto words = read_words(*value, diagnostics);
  for (auto const& use : model::words_of_program()) check_use(use, words, value->at, diagnostics);
  return words;
}

// ---- synonyms ----

namespace {

using model::Value;

base::Message const example{"「[\"歯科診療所\", \"歯医者\"]」のように、同じ意味のことばを並べて書いてください。",
                            "Write words that mean the same, like [\"歯科診療所\", \"歯医者\"]."};

void refuse_form(Value const& value, base::Diagnostics& diagnostics) {
  diagnostics.error(value.at, "malformed-synonyms",
                    {"synonyms の中は、ことばの組で書きます。", "“synonyms” holds groups of words."}, example);
}

/// The word, if it is one and new to its group.
void read_word(Value const& value, std::vector<std::string>& group, std::set<std::string>& known,
               base::Diagnostics& diagnostics) {
  auto* text = value.text();
  if (!text) return refuse_form(value, diagnostics);
  auto word = std::string(base::trimmed(*text));
  if (word.empty()) {
    diagnostics.error(value.at, "malformed-synonyms",
                      {"synonyms に、空のことばがあります。", "“synonyms” holds an empty word."},
                      {"ことばを書くか、「\"\"」を消してください。", "Write a word or remove the \"\"."});
    return;
  }
  if (!known.insert(base::search_key(word)).second) {
    diagnostics.error(
        value.at, "repeated-synonym",
        {fmt::format("「{}」は、この組にもうあります。", word), fmt::format("“{}” is in this group already.", word)},
        {"どちらかを消してください。全角と半角、大文字と小文字、ひらがなとカタカナは、同じことばとしてさがせます。",
         "Remove one of them. Width, case and kind of kana make no difference in searching."});
    return;
  }
  group.push_back(std::move(word));
}

/// One word means the same as no other.
void refuse_lonely(Value const& group, std::vector<std::string> const& words, base::Diagnostics& diagnostics) {
  diagnostics.error(group.at, "malformed-synonyms",
                    words.empty() ? base::Message{"synonyms に、ことばのない組があります。",
                                                  "“synonyms” holds a group without words."}
                                  : base::Message{fmt::format("synonyms に、「{}」だけの組があります。", words[0]),
                                                  fmt::format("“synonyms” holds a group of “{}” alone.", words[0])},
                    example);
}

}  // namespace

std::vector<std::vector<std::string>> read_synonyms(Value const& site_file, base::Diagnostics& diagnostics) {
  std::vector<std::vector<std::string>> groups;
  auto* value = site_file.find("synonyms");
  if (!value || !value->list()) return groups;
  for (auto const& item : *value->list()) {
    if (!item.list()) {
      refuse_form(item, diagnostics);
      continue;
    }
    std::vector<std::string> group;
    std::set<std::string> known;
    for (auto const& word : *item.list()) read_word(word, group, known, diagnostics);
    if (group.size() >= 2) {
      groups.push_back(std::move(group));
    } else if (item.list()->size() < 2) {
      refuse_lonely(item, group, diagnostics);
    }
  }
  return groups;
}

}  // namespace tebiki::loading
