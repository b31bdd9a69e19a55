#include "html/template_check.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/did_you_mean.hpp"

namespace tebiki::html {
namespace {

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
    // Those of the page itself first: they are listed when none is near.
    std::vector<std::string> candidates;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      for (auto const& candidate : **scope) candidates.push_back(candidate.name);
    }
    diagnostics_.error(at, "unknown-template-name",
                       {"「" + std::string(name) + "」という名前は、ここでは使えません。",
                        "There is no “" + std::string(name) + "” here."},
                       base::did_you_mean(name, candidates));
    return nullptr;
  }

  /// True when the section opened a scope of its own.
  bool section(Tag const& tag, base::SourceLocation at) {
    auto const* name = known(tag.name, at);
    if (!name || tag.kind == TagKind::inverted || name->kind != NameKind::list) return false;
    scopes_.push_back(&name->items);
    return true;
  }

  void variable(Tag const& tag, base::SourceLocation at) {
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

}  // namespace

void check_template(Templates const& templates, std::string_view name, std::string_view content, Names const& shared,
                    Names const& own, base::Diagnostics& diagnostics) {
  Checker checker(templates, content, diagnostics);
  checker.enter(shared);
  checker.enter(own);
  if (auto const* made = templates.find(name)) checker.walk(*made, 0);
}

}  // namespace tebiki::html
