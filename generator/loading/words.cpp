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

bool has_file(base::FileTree const& tree, std::string_view path) {
  auto const entries = tree.entries();
  return std::any_of(entries.begin(), entries.end(), [&](auto& entry) { return entry.path == path; });
}

std::string path_of_words(std::string const& language) { return "words/" + language + ".json"; }

/// The words of a file as they are; nothing where it cannot be used.
std::optional<model::Words> read_words_file(std::string const& path, base::FileTree const& templates,
                                            base::Sources& sources, base::Diagnostics& diagnostics,
                                            base::SourceLocation& at) {
  auto const text = read_text(path, templates, sources, diagnostics);
  auto const value = text.usable ? read_json(text.file, sources, diagnostics) : std::nullopt;
  if (!value) return std::nullopt;
  at = value->at;
  return read_words(*value, diagnostics);
}

/// Each language has the words that the site has, and no others. `Missing::taken_over`: what a file does not say is as
/// in that of the site.
enum class Missing { told, taken_over };

void compare_words(model::Words& words, model::Words const& of_site, Missing missing, base::SourceLocation file,
                   base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (auto const& [key, word] : of_site.all()) known.push_back(key);
  for (auto const& [key, word] : words.all()) {
    if (of_site.find(key)) continue;
    diagnostics.error(
        word.at, "unknown-word",
        {fmt::format("「{}」という言葉は、使われません。", key), fmt::format("Nothing asks for a word “{}”.", key)},
        did_you_mean(key, known));
  }
  for (auto const& [key, word] : of_site.all()) {
    if (words.find(key)) continue;
    if (missing == Missing::taken_over) {
      words.add(key, word);
      continue;
    }
    diagnostics.error(
        file, "missing-word",
        {fmt::format("言葉「{}」がありません。", key), fmt::format("There is no word “{}”.", key)},
        {fmt::format("もとの言葉は「{}」です。「\"{}\": \"言葉\"」の行を加えてください。", word.text, key),
         fmt::format("Add a line “\"{}\": \"words\"”; the site says “{}”.", key, word.text)});
  }
}

void report_unknown_language(model::Translation const& translation, base::FileTree const& templates,
                             std::string const& site_language, base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (auto const& entry : templates.entries()) {
    auto name = std::string_view(entry.path);
    if (!name.starts_with("words/") || !name.ends_with(".json")) continue;
    name = name.substr(6, name.size() - 11);
    if (name.starts_with(site_language + "-")) name.remove_prefix(site_language.size() + 1);
    if (name != site_language) known.emplace_back(name);
  }
  auto const& code = translation.code;
  diagnostics.error(
      translation.at, "unknown-language",
      {fmt::format("「{}」という言語の言葉のファイル「templates/words/{}.json」がありません。", code, code),
       fmt::format("There is no “templates/words/{}.json” with the words of the language “{}”.", code, code)},
      did_you_mean(code, known));
}

void tell_of_untranslated_site(model::Translation const& translation, base::Diagnostics& diagnostics) {
  auto const& code = translation.code;
  diagnostics.warning(
      translation.at, "untranslated-site",
      {fmt::format("site.{}.json がないので、この言語のページでも、サイトの名前や連絡先は、もとの言葉のままです。",
                   code),
       fmt::format("Without a site.{}.json the site's name and contact are not translated.", code)},
      {fmt::format("site.{}.json に {{\"name\": \"…\"}} のように書いてください。", code),
       fmt::format("Write a site.{}.json, like {{\"name\": \"…\"}}.", code)});
}

}  // namespace

model::Words load_words(base::FileTree const& templates, std::string const& language, base::Sources& sources,
                        base::Diagnostics& diagnostics) {
  auto const path = path_of_words(language);
  if (!has_file(templates, path)) {
    report_missing_file(path, sources, diagnostics);
    return {};
  }
  base::SourceLocation at;
  auto words = read_words_file(path, templates, sources, diagnostics, at);
  if (!words) return {};
  for (auto const& use : model::words_of_program()) check_use(use, *words, at, diagnostics);
  return std::move(*words);
}

void load_translated_words(model::Site& site, base::FileTree const& templates, base::Sources& sources,
                           base::Diagnostics& diagnostics) {
  for (auto& translation : site.translations) {
    auto const whole = path_of_words(translation.code), form = path_of_words(site.language + "-" + translation.code);
    bool const other = has_file(templates, whole);
    if (!other && !has_file(templates, form)) {
      report_unknown_language(translation, templates, site.language, diagnostics);
      continue;
    }
    translation.language = other ? translation.code : site.language;
    if (other && !translation.says_site) tell_of_untranslated_site(translation, diagnostics);
    base::SourceLocation at;
    auto words = read_words_file(other ? whole : form, templates, sources, diagnostics, at);
    if (!words || site.words.all().empty()) continue;
    compare_words(*words, site.words, other ? Missing::told : Missing::taken_over, at, diagnostics);
    for (auto const& use : model::words_of_program()) {
      if (words->find(use.key)) check_use(use, *words, at, diagnostics);
    }
    translation.words = std::move(*words);
  }
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
