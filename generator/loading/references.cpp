#include "loading/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/did_you_mean.hpp"
#include "base/unicode.hpp"
#include "loading/markdown/walk.hpp"
#include "loading/names.hpp"
#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {
namespace {

using model::FieldKind;
using model::Reference;

/// What was deleted or never was has seldom a name that is near; all names there are would not help.
base::Message near_or_gone(std::string const& name, std::vector<std::string> const& candidates) {
  if (base::nearest(name, candidates)) return did_you_mean(name, candidates);
  return {"名前のつづりを確かめてください。もう無いものなら、ここから消してください。",
          "See whether the name is spelt right; if there is no such thing any more, remove it here."};
}

class Checker {
 public:
  Checker(model::Site& site, Absent const& absent, base::Diagnostics& diagnostics)
      : site_(site), names_(site, absent), diagnostics_(diagnostics) {
    for (auto const& path : absent.doubtful) doubtful_images_.insert(path);
  }

  void check(Reference& reference, base::SourceLocation at) {
    reference.name = names_.current(reference.name);
    switch (names_.standing(reference.name)) {
      case Names::Standing::known:
        return check_fragment(reference, at);
      case Names::Standing::doubtful:
        return;
      case Names::Standing::unknown:
        return report_dead(reference, at);
    }
  }

  /// `own` is the name of the page or part that the blocks stand in; empty for a record.
  void check_blocks(model::Blocks& blocks, std::string const& own) {
    Visitor visitor;
    visitor.block = [&](model::Block& block) {
      auto* figure = std::get_if<model::Figure>(&block.node);
      auto* image = figure ? std::get_if<model::Image>(&figure->picture) : nullptr;
      if (image) check_image(image->path, block.at);
      if (auto* directive = std::get_if<model::Directive>(&block.node)) check_code(*directive);
    };
    visitor.inline_node = [&](model::Inline& node) {
      if (auto* image = std::get_if<model::Image>(&node.node)) check_image(image->path, node.at);
      auto* link = std::get_if<model::Link>(&node.node);
      auto* reference = link ? std::get_if<Reference>(&link->target) : nullptr;
      if (!reference) return;
      if (!reference->name.empty()) return check(*reference, node.at);
      Reference here{own, reference->fragment};
      if (!own.empty()) check_fragment(here, node.at);
    };
    walk(blocks, visitor);
  }

  void check_list(model::List& list) {
    for (auto& record : list.records) {
      check_values(list.schema.fields, record.values);
      check_blocks(record.body, "");
    }
  }

 private:
  /// What a `qr` leads to; the name that was meant takes its place, as in links.
  void check_code(model::Directive& directive) {
    auto* options = directive.kind == "qr" ? std::get_if<model::Object>(&directive.options.data) : nullptr;
    if (!options) return;
    for (auto& option : *options) {
      auto* text = option.key == "ref" ? std::get_if<std::string>(&option.value.data) : nullptr;
      if (!text || base::trimmed(*text).empty()) continue;
      auto reference = reference_from(*text);
      check(reference, option.value.at);
      *text = reference.name + (reference.fragment.empty() ? "" : "#" + reference.fragment);
    }
  }

  void check_fragment(Reference& reference, base::SourceLocation at) {
    if (reference.fragment.empty() || names_.resolve(reference)) return;
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("「{}」に「#{}」という見出しはありません。", reference.name, reference.fragment),
                        fmt::format("“{}” has no heading “#{}”.", reference.name, reference.fragment)},
                       did_you_mean(reference.fragment, names_.anchors(reference.name)));
  }

  void report_dead(Reference const& reference, base::SourceLocation at) {
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("参照先「{}」がありません。", reference.name),
                        fmt::format("“{}” refers to nothing.", reference.name)},
                       near_or_gone(reference.name, names_.candidates(reference.name)));
  }

  void check_image(std::string const& path, base::SourceLocation at) {
    if (path.empty() || site_.images.count(path) > 0 || doubtful_images_.count(path) > 0) return;
    std::vector<std::string> candidates;
    for (auto const& image : site_.images) candidates.push_back(image.first);
    auto in_folder = site_.images.find("images/" + path);
    base::Message put{"画像を images/ に置くか、ここに書いた名前を直してください。",
                      "Put the picture into images/, or correct the name."};
    diagnostics_.error(at, "missing-image",
                       {fmt::format("画像「{}」がありません。", path), fmt::format("There is no picture “{}”.", path)},
                       in_folder != site_.images.end()   ? did_you_mean(in_folder->first, candidates)
                       : base::nearest(path, candidates) ? did_you_mean(path, candidates)
                                                         : put);
  }

  void check_values(std::vector<model::Field> const& fields, std::vector<model::FieldValue>& values) {
    for (auto& value : values) {
      auto found = std::find_if(fields.begin(), fields.end(),
                                [&](model::Field const& field) { return field.slot == value.slot; });
      if (found != fields.end()) check_value(*found, value);
    }
  }

  void check_value(model::Field const& field, model::FieldValue& value) {
    if (auto* several = std::get_if<model::FieldValues>(&value.data)) {
      for (auto& item : several->items) check_value(field, item);
    }
    if (auto* rows = std::get_if<model::FieldRows>(&value.data)) {
      for (auto& row : rows->rows) check_values(field.fields, row.values);
    }
    if (auto* blocks = std::get_if<model::Blocks>(&value.data)) check_blocks(*blocks, "");
    auto* text = std::get_if<std::string>(&value.data);
    if (!text) return;
    if (field.kind == FieldKind::image) check_image(*text, value.at);
    if (field.kind == FieldKind::reference) check_record(field, *text, value.at);
  }

  /// A reference field holds the id alone, or as in links a name of its list: `aoba`, `ref:offices/aoba`. The whole name
  /// takes its place.
  void check_record(model::Field const& field, std::string& id, base::SourceLocation at) {
    auto const* list = site_.list(field.reference_list);
    if (!list) return;
    auto own = list->slug + "/";
    if (id.starts_with("ref:")) id.erase(0, 4);
    if (id.starts_with(own)) id.erase(0, own.size());
    auto name = names_.current(own + id);
    if (names_.standing(name) != Names::Standing::unknown) {
      id = name;
      return;
    }
    std::vector<std::string> ids;
    for (auto const& record : list->records) ids.push_back(record.id);
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("{}「{}」は一覧「{}」にありません。", field.label, id, field.reference_list),
                        fmt::format("{} “{}” is not in the list “{}”.", field.label, id, field.reference_list)},
                       near_or_gone(id, ids));
  }

  model::Site& site_;
  Names names_;
  base::Diagnostics& diagnostics_;
  std::set<std::string> doubtful_images_;
};

}  // namespace

void check_references(model::Site& site, Absent const& absent, base::Diagnostics& diagnostics) {
  Checker checker(site, absent, diagnostics);
  for (auto& item : site.menu) checker.check(item.target, item.at);
  for (auto& scene : site.scenes) {
    if (scene.page) checker.check(*scene.page, scene.page_at);
  }
  for (auto& list : site.lists) checker.check_list(list);
  for (auto& page : site.pages) checker.check_blocks(page.blocks, page.slug);
  for (auto& publication : site.publications) {
    for (auto& part : publication.parts) checker.check_blocks(part.blocks, publication.slug + "/" + part.slug);
  }
}

}  // namespace tebiki::loading
