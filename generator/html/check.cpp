#include "html/check.hpp"

#include <algorithm>
#include <array>

#include "base/did_you_mean.hpp"
#include "base/unicode.hpp"
#include "html/assets.hpp"
#include "html/page_data.hpp"
#include "html/template_check.hpp"

namespace tebiki::html {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"home", "list", "entry", "page", "publication", "part"};

/// `facilities.entry` → `entry`; empty for a template that is not made for one subject.
std::string_view kind_of(std::string_view name) {
  auto const dot = name.rfind('.');
  auto const kind = dot == name.npos ? std::string_view() : name.substr(dot + 1);
  return std::find(kinds.begin(), kinds.end(), kind) == kinds.end() ? std::string_view() : kind;
}

}  // namespace

void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics) {
  if (templates.find(name)) return;
  auto const file = "templates/site/" + std::string(name) + ".mustache";
  diagnostics.error({}, "missing-template", {"「" + file + "」がありません。", "There is no “" + file + "”."},
                    {"tebiki に付いてくるファイルを写してください。", "Copy the one that comes with tebiki."});
}

void check_templates(Templates const& templates, Names const& assets, base::Diagnostics& diagnostics) {
  auto const shared = shared_names(assets);
  require(templates, layout_template, diagnostics);
  for (auto const kind : kinds) {
    require(templates, kind, diagnostics);
    check_template(templates, layout_template, kind, shared, page_names(kind), diagnostics);
  }
  for (auto const& name : templates.names()) {
    auto const kind = kind_of(name);
    if (!kind.empty()) check_template(templates, layout_template, name, shared, page_names(kind), diagnostics);
  }
  check_template(templates, not_found_template, "", shared, page_names(not_found_template), diagnostics);
  check_template(templates, forward_template, "", shared, page_names(forward_template), diagnostics);
}

void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics) {
  std::vector<std::string> used;
  used.reserve(pages.size());
  for (auto const& page : pages) used.push_back(page.subject + '.' + std::string(kind_name(page.kind)));
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

void check(base::FileTree const& templates, base::FileTree const& assets, base::Sources& sources,
           base::Diagnostics& diagnostics) {
  Templates const read(templates, sources, diagnostics);
  check_templates(read, gather_assets(assets, diagnostics).names(), diagnostics);
}

}  // namespace tebiki::html
