#include "html/templates.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

/// Walks a template with its partials as filling would and compares each name with those that it gets there: an unknown
/// one would be filled with nothing.
class Checker {
 public:
  Checker(Templates const& templates, std::string_view content, base::Diagnostics& diagnostics)
      : templates_(templates), content_(content), diagnostics_(diagnostics) {}

  void enter(Names const& names) { scopes_.push_back(&names); }

  void walk(Template const& made, int depth) {
    auto const outside = scopes_.size();
    std::vector<bool> pushed;
    for (auto const& tag : made.tags) {
      base::SourceLocation const at{made.file, tag.name_at};
      if (tag.kind == TagKind::partial) partial(tag, at, depth);
      if (tag.kind == TagKind::close) {
        if (pushed.empty()) continue;
        if (pushed.back()) scopes_.pop_back();
        pushed.pop_back();
      }
      if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) pushed.push_back(section(tag, at));
      if (tag.kind == TagKind::variable || tag.kind == TagKind::unescaped) variable(tag, at);
    }
    scopes_.resize(outside);
  }

 private:
  Name const* find(std::string_view name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      auto found = std::find_if((*scope)->begin(), (*scope)->end(), [&](Name const& n) { return n.name == name; });
      if (found != (*scope)->end()) return &*found;
    }
    return nullptr;
  }

  Name const* known(std::string_view name, base::SourceLocation at) {
    if (auto const* found = find(name)) return found;
    diagnostics_.error(at, "unknown-template-name",
                       {"「" + std::string(name) + "」という名前は、ここでは使えません。",
                        "There is no “" + std::string(name) + "” here."},
                       base::did_you_mean(name, names_in_sight()));
    return nullptr;
  }

  /// Those of the page itself first: they are listed when none is near.
  std::vector<std::string> names_in_sight() const {
    std::vector<std::string> names;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      for (auto const& name : **scope) names.push_back(name.name);
    }
    return names;
  }

  /// True when the section opened a scope of its own.
  bool section(Tag const& tag, base::SourceLocation at) {
    auto const* name = known(tag.name, at);
    if (!name || tag.kind == TagKind::inverted || name->kind != NameKind::list) return false;
    scopes_.push_back(&name->items);
    return true;
  }

  void variable(Tag const& tag, base::SourceLocation at) {
    if (auto const asked = word_tag(tag)) return word(*asked, at);
    auto const* name = known(tag.name, at);
    if (!name) return;
    std::string const word(tag.name);
    bool const raw = tag.kind == TagKind::unescaped;
    if (name->kind == NameKind::list || name->kind == NameKind::flag) {
      diagnostics_.error(at, "template-name-is-section",
                         {"「" + word + "」は文字ではないので、そのままは出せません。", "“" + word + "” is no text."},
                         {"「{{#" + word + "}}…{{/" + word + "}}」の形で使ってください。",
                          "Use it as “{{#" + word + "}}…{{/" + word + "}}”."});
    } else if (raw && name->kind == NameKind::text) {
      diagnostics_.error(at, "unescaped-template-name",
                         {"「" + word + "」をそのまま出すと、文字が HTML として働いてしまいます。",
                          "“" + word + "” would act as HTML."},
                         {"「{{" + word + "}}」と書いてください。", "Write “{{" + word + "}}”."});
    } else if (!raw && name->kind == NameKind::markup) {
      diagnostics_.error(at, "escaped-template-name",
                         {"「" + word + "」は HTML なので、このままでは記号が見えてしまいます。",
                          "“" + word + "” is HTML; its tags would be seen as text."},
                         {"「{{{" + word + "}}}」と書いてください。", "Write “{{{" + word + "}}}”."});
    }
  }

  /// The word is there, and what a word of the page wants filled in are names of this place.
  void word(WordTag const& asked, base::SourceLocation at) {
    auto const& words = templates_.words();
    if (words.all().empty()) return;  // reported while loading
    auto const* found = words.find(asked.key);
    if (!found) return report_unknown_word(asked.key, at);
    if (asked.for_script) return;
    for (auto const& piece : model::pieces_of(found->text)) {
      if (!piece.filled_in || find(piece.text)) continue;
      std::string const name(piece.text), key(asked.key);
      diagnostics_.error(found->at, "unknown-word-name",
                         {"言葉「" + key + "」の「{" + name + "}」に入れるものがありません。",
                          "Nothing can be filled in for “{" + name + "}” of the word “" + key + "”."},
                         base::did_you_mean(name, names_in_sight()));
    }
  }

  void report_unknown_word(std::string_view key, base::SourceLocation at) {
    std::vector<std::string> keys;
    for (auto const& [known, word] : templates_.words().all()) keys.push_back(known);
    diagnostics_.error(at, "unknown-word",
                       {"「" + std::string(key) + "」という言葉は、言葉のファイル（templates/words）にありません。",
                        "There is no word “" + std::string(key) + "” in templates/words."},
                       base::did_you_mean(key, keys));
  }

  void partial(Tag const& tag, base::SourceLocation at, int depth) {
    std::string const name(tag.name == "content" ? content_ : tag.name);
    auto const* made = templates_.find(name);
    if (!made) {
      diagnostics_.error(at, "unknown-partial",
                         {"「" + name + ".mustache」というテンプレートがありません。",
                          "There is no template “" + name + ".mustache”."},
                         base::did_you_mean(name, templates_.names()));
    } else if (depth >= deepest_partial) {
      diagnostics_.error(
          at, "template-recursion", {"「" + name + "」が自分自身を含んでいます。", "“" + name + "” contains itself."},
          {"どこかの「{{> " + name + "}}」を消してください。", "Remove one “{{> " + name + "}}” of the circle."});
    } else {
      walk(*made, depth + 1);
    }
  }

  Templates const& templates_;
  std::string_view content_;
  base::Diagnostics& diagnostics_;
  std::vector<Names const*> scopes_;
};

void check_page(Templates const& templates, std::string_view name, std::string_view content, Names const& shared,
                Names const& own, base::Diagnostics& diagnostics) {
  Checker checker(templates, content, diagnostics);
  checker.enter(shared);
  checker.enter(own);
  if (auto const* made = templates.find(name)) checker.walk(*made, 0);
}

void check_blocks(Templates const& templates, base::Diagnostics& diagnostics) {
  for (auto const& [block, names] : all_block_names()) {
    auto const name = std::string(block_folder) + std::string(block);
    require(templates, name, diagnostics);
    Checker checker(templates, {}, diagnostics);
    checker.enter(names);
    if (auto const* made = templates.find(name)) checker.walk(*made, 0);
  }
}

/// Designs of flyers ask for these; a design is checked by those that make flyers.
constexpr std::string_view words_of_flyers = "flyer.";

/// Words that neither a template nor the program asks for: slips of the pen, or left behind.
void check_for_idle_words(Templates const& templates, base::Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> asked;
  for (auto const& use : model::words_of_program()) asked.emplace(use.key);
  for (auto const& name : templates.names()) {
    for (auto const& tag : templates.find(name)->tags) {
      if (auto const word = word_tag(tag)) asked.emplace(word->key);
    }
  }
  for (auto const& [key, word] : templates.words().all()) {
    if (asked.contains(key) || key.starts_with(words_of_flyers)) continue;
    diagnostics.error(word.at, "unknown-word",
                      {"言葉「" + key + "」は、どこでも使われていません。", "Nothing uses the word “" + key + "”."},
                      base::did_you_mean(key, {asked.begin(), asked.end()}));
  }
}

}  // namespace

void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics) {
  if (templates.find(name)) return;
  auto const file = "templates/site/" + std::string(name) + ".mustache";
  diagnostics.error({}, "missing-template", {"「" + file + "」がありません。", "There is no “" + file + "”."},
                    {"tebiki に付いてくるファイルを写してください。", "Copy the one that comes with tebiki."});
}

void check_templates(Templates const& templates, Assets const& assets, base::Diagnostics& diagnostics) {
  base::Diagnostics found;
  auto const shared = shared_names(assets);
  require(templates, layout_template, found);
  for (auto const kind : page_kinds) require(templates, kind, found);
  for (auto const& name : templates.names()) {
    auto const kind = page_kind(name);
    if (!kind.empty()) check_page(templates, layout_template, name, shared, page_names(kind), found);
  }
  check_page(templates, not_found_template, "", shared, page_names(not_found_template), found);
  check_page(templates, forward_template, "", shared, page_names(forward_template), found);
  check_blocks(templates, found);
  if (!found.has_errors() && !diagnostics.has_errors()) check_for_idle_words(templates, found);
  diagnostics.merge(found);
}

void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics) {
  std::vector<std::string> used;
  for (auto const page : model::made_pages) used.push_back(std::string(page) + ".page");
  for (auto const& page : pages) {
    bool const again = &page != pages.data() && page.kind == (&page - 1)->kind && page.subject == (&page - 1)->subject;
    if (!again) used.push_back(page.subject + '.' + std::string(kind_name(page.kind)));
  }
  std::sort(used.begin(), used.end());
  used.erase(std::unique(used.begin(), used.end()), used.end());
  for (auto const& name : templates.names()) {
    if (name.find('.') == std::string::npos || std::binary_search(used.begin(), used.end(), name)) continue;
    auto const near = base::nearest(name, used);
    diagnostics.warning(
        {templates.find(name)->file, 0}, "idle-template",
        {"「" + name + ".mustache」を使うページがありません。", "No page uses “" + name + ".mustache”."},
        near ? base::did_you_mean(name + ".mustache", {*near + ".mustache"})
             : base::Message{"名前は「一覧の名前.entry.mustache」のように付けます。",
                             "Names look like “list.entry.mustache”."});
  }
}

}  // namespace tebiki::html
