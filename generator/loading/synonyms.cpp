#include <fmt/format.h>

#include <set>

#include "base/unicode.hpp"
#include "loading/load_steps.hpp"

namespace tebiki::loading {
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
