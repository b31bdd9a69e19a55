// Directives: the blocks that take their places, and how their options are read.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/visit.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Block;
using model::Blocks;

/// A directive and where it stands.
struct Place {
  model::Directive const& directive;
  base::SourceLocation at;
  int level;
  Legend& legend;
};

Blocks one(Block block) {
  Blocks out;
  out.push_back(std::move(block));
  return out;
}

/// Whether records that are not shown today fit: on other days the view is not empty.
bool fits_on_other_days(View const& view) {
  auto const& withheld = view.list->source->withheld;
  return std::any_of(withheld.begin(), withheld.end(),
                     [&](model::Record const& record) { return satisfies(record, view.where); });
}

Blocks nothing_found(View const& view, ComposeContext const& context) {
  if (view.where_at && view.only == ShownEvents::all && !fits_on_other_days(view)) {
    context.diagnostics.warning(
        *view.where_at, "view-empty",
        {fmt::format("一覧「{}」に、この条件に合うものがありません。", view.list->source->slug),
         fmt::format("No record of “{}” fits these conditions.", view.list->source->slug)},
        {"where の値の書き方を確かめてください。", "See whether the values in “where” are right."});
  }
  model::Paragraph paragraph;
  paragraph.text.push_back(model::words(std::string(context.lists.site().words["view.none"]), view.at));
  return one({std::move(paragraph), view.at});
}

Blocks expand_view(Place const& place, ComposeContext const& context) {
  auto view = read_view(place.directive, place.at, context);
  if (!view) return {};
  auto selection = select(*view, context.lists);
  auto made = selection.empty() ? nothing_found(*view, context)
                                : view->kind(*view, selection, {context, place.level + 1, place.legend});
  bool const rows = view->kind == cards || view->kind == table || view->kind == matrix || view->kind == map;
  for (auto& block : made) {
    block.origin = Block::Origin::view;
    if (rows) context.long_views.add(*view, selection, block, context);
  }
  return made;
}

Blocks expand_toc(Place const& place, ComposeContext const& context) {
  OptionReader options(place.directive, place.at, context.diagnostics);
  options.expect_only({"depth"});
  model::Contents contents;
  contents.depth = options.whole_number("depth", 1, 6).value_or(contents.depth);
  return one({contents, place.at});
}

/// What takes no options.
Blocks expand_bare(Place const& place, ComposeContext const& context, model::BlockNode node) {
  OptionReader(place.directive, place.at, context.diagnostics).expect_only({});
  return one({std::move(node), place.at});
}

Blocks expand_directive(Place const& place, ComposeContext const& context) {
  switch (place.directive.kind) {
    case model::DirectiveKind::view:
      return expand_view(place, context);
    case model::DirectiveKind::form:
      return form(place.directive, place.at, place.level + 1, context);
    case model::DirectiveKind::qr:
      return qr_code(place.directive, place.at, context.lists.site(), context.diagnostics);
    case model::DirectiveKind::toc:
      return expand_toc(place, context);
    case model::DirectiveKind::index:
      return expand_bare(place, context, model::Index{});
    case model::DirectiveKind::page_break:
      return expand_bare(place, context, model::PageBreak{});
  }
  return {};
}

bool is_directive(Block const& block) { return std::holds_alternative<model::Directive>(block.node); }

}  // namespace

void expand(Blocks& blocks, ComposeContext const& context, int level) {
  bool any = std::any_of(blocks.begin(), blocks.end(), is_directive);
  auto legend = Legend::wanted;
  Blocks out;
  for (auto& block : blocks) {
    if (auto* heading = std::get_if<model::Heading>(&block.node)) level = heading->level;
    if (auto* directive = std::get_if<model::Directive>(&block.node)) {
      auto made = expand_directive({*directive, block.at, level, legend}, context);
      std::move(made.begin(), made.end(), std::back_inserter(out));
      continue;
    }
    model::for_each_inner_blocks(block, [&](Blocks& inside) { expand(inside, context, level); });
    if (any) out.push_back(std::move(block));
  }
  if (any) blocks = std::move(out);
}

// Options, and what is said of names that there are not.

namespace {

void report_no_text(base::Diagnostics& diagnostics, base::SourceLocation at, std::string_view key) {
  diagnostics.error(at, "option-value",
                    {fmt::format("「{}」には文字を書いてください。", key), fmt::format("“{}” must be a text.", key)},
                    {fmt::format("例　{}", base::in_its_syntax(fmt::format(R"("{}": "値")", key))),
                     fmt::format("For example, {}", base::in_its_syntax(fmt::format(R"("{}": "value")", key)))});
}

/// Labels and the titles of groups are understood, too; keys alone are listed.
std::vector<std::string> labels_and_groups(SortedList const& list) {
  std::vector<std::string> names;
  for (auto& field : list.fields) {
    for (auto& name : {field.label, field.group}) {
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

constexpr std::size_t shown_names = 12;

base::Message remedy(std::optional<std::string> const& near, std::vector<std::string> const& candidates) {
  if (near) return base::meant(*near);
  if (candidates.empty()) return {"使えるものがまだ一つもありません。", "There is none yet."};
  auto names = quoted(candidates);
  return {fmt::format("使えるのは{}です。", names.ja), fmt::format("There are {}.", names.en)};
}

void report(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name, base::Message hint) {
  diagnostics.error(at, name.code,
                    {fmt::format("「{}」という{}はありません。", name.word, name.what.ja),
                     fmt::format("“{}” is not {}.", name.word, name.what.en)},
                    std::move(hint));
}

}  // namespace

void OptionReader::expect_only(std::vector<std::string_view> const& keys) {
  auto* members = directive_.options.object();
  if (!members) {
    if (directive_.options.is_null()) return;
    diagnostics_.error(at_, "directive-shape",
                       {fmt::format("「{}」の中は「項目: 値」の形で書きます。", word_of(directive_.kind)),
                        fmt::format("The lines of “{}” take the form “option: value”.", word_of(directive_.kind))},
                       {"一行に一つずつ、コロンのうしろに空白を入れて書いてください。",
                        "Write one to a line, with a blank behind the colon."});
    return;
  }
  for (auto& member : *members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    if (auto meant = base::nearest(member.key, {keys.begin(), keys.end()})) misspelt_.push_back(std::move(*meant));
    report_unknown(diagnostics_, member.key_at,
                   {"unknown-option",
                    {fmt::format("項目は {} に", word_of(directive_.kind)),
                     fmt::format("an option of “{}”", word_of(directive_.kind))},
                    member.key,
                    {keys.begin(), keys.end()}});
  }
}

bool OptionReader::is_misspelt(std::string_view key) const {
  return std::find(misspelt_.begin(), misspelt_.end(), key) != misspelt_.end();
}

model::Member const* OptionReader::member(std::string_view key) const {
  auto* members = directive_.options.object();
  if (!members) return nullptr;
  auto found = std::find_if(members->begin(), members->end(), [&](model::Member const& m) { return m.key == key; });
  return found == members->end() || found->value.is_null() ? nullptr : &*found;
}

std::optional<std::string> OptionReader::text(std::string_view key) {
  auto* found = member(key);
  if (!found) return std::nullopt;
  if (auto* text = found->value.text()) return *text;
  if (auto* number = found->value.number()) return model::plain_number(*number);
  report_no_text(diagnostics_, found->value.at, key);
  return std::nullopt;
}

std::optional<int> OptionReader::whole_number(std::string_view key, int least, int most) {
  auto* found = member(key);
  if (!found) return std::nullopt;
  auto* number = found->value.number();
  if (number && *number >= least && *number <= most && std::floor(*number) == *number) return int(*number);
  auto const example = base::in_its_syntax(fmt::format(R"("{}": {})", key, least));
  diagnostics_.error(found->value.at, "option-value",
                     {fmt::format("「{}」には{}から{}までの整数を書いてください。", key, least, most),
                      fmt::format("“{}” must be a whole number from {} to {}.", key, least, most)},
                     {fmt::format("例　{}", example), fmt::format("For example, {}", example)});
  return std::nullopt;
}

std::vector<model::Value const*> texts(model::Value const& value, std::string_view key,
                                       base::Diagnostics& diagnostics) {
  std::vector<model::Value const*> out;
  auto add = [&](model::Value const& item) {
    if (item.text())
      out.push_back(&item);
    else
      report_no_text(diagnostics, item.at, key);
  };
  if (auto* values = value.list())
    for (auto& item : *values) add(item);
  else
    add(value);
  return out;
}

base::Message quoted(std::vector<std::string> const& names) {
  base::Message out;
  for (std::size_t i = 0; i < names.size() && i < shown_names; ++i) {
    out.ja += fmt::format("「{}」", names[i]);
    out.en += fmt::format("{}“{}”", i ? ", " : "", names[i]);
  }
  if (names.size() > shown_names) {
    out.ja += fmt::format("など{}個", names.size());
    out.en += fmt::format(" and {} more", names.size() - shown_names);
  }
  return out;
}

void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::Message const& and_also) {
  auto known = name.candidates;
  known.insert(known.end(), name.aliases.begin(), name.aliases.end());
  auto hint = remedy(base::nearest(name.word, known), name.candidates);
  hint.ja += and_also.ja;
  hint.en += and_also.en;
  report(diagnostics, at, name, std::move(hint));
}

void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::NearNames& known) {
  report(diagnostics, at, name, remedy(known.nearest(name.word), known.all()));
}

void UnknownFields::add(SortedList const& list, std::string const& word, base::SourceLocation at,
                        std::string_view besides) {
  ++count_;
  auto const [known, is_new] = places_.try_emplace({&list, word}, uses_.size());
  if (is_new)
    uses_.push_back({&list, word, at, besides});
  else
    ++uses_[known->second].others;
}

void UnknownFields::report(base::Diagnostics& diagnostics) const {
  for (auto const& [list, word, at, besides, others] : uses_) {
    auto const& slug = list->source->slug;
    std::vector<std::string> keys;
    if (!besides.empty()) keys.emplace_back(besides);
    for (auto& field : list->fields) keys.push_back(field.key);
    base::Message elsewhere;
    if (others > 0) {
      elsewhere = {fmt::format("ほかに {} か所でも、この名前を使っています。", others),
                   fmt::format(" It is used in {} more {}.", others, others == 1 ? "place" : "places")};
    }
    report_unknown(diagnostics, at,
                   {"unknown-field",
                    {fmt::format("項目は一覧「{}」に", slug), fmt::format("a field of the list “{}”", slug)},
                    word,
                    std::move(keys),
                    labels_and_groups(*list)},
                   elsewhere);
  }
}

}  // namespace tebiki::views
