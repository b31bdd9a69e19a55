#include "views/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "model/list.hpp"
#include "views/events.hpp"

namespace tebiki::views {
namespace {

using base::Diagnostics;
using model::Field;

/// A kind of view, and the options that it has of its own.
struct KindOfView {
  std::string_view name;
  ViewKind make;
  std::array<std::string_view, 3> own = {};
};

constexpr auto kinds = std::to_array<KindOfView>({
    {"table", table},
    {"cards", cards},
    {"matrix", matrix},
    {"definition", definition},
    {"articles", articles},
    {"gantt", gantt, {"rows"}},
    {"timeline", timeline},
    {"flow", flow},
    {"tree", tree},
    {"chart", chart, {"label", "unit", "draw"}},
    {"survey", survey, {"remark", "by"}},
    {"calendar", calendar, {"months", "from"}},
    {"agenda", agenda},
    {"map", map},
});

bool has_own(KindOfView const& kind, std::string_view option) {
  return std::find(kind.own.begin(), kind.own.end(), option) != kind.own.end();
}

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (auto const& kind : kinds) names.emplace_back(kind.name);
  return names;
}

/// nullptr after an error.
KindOfView const* read_kind(std::string const& name, base::SourceLocation at, Diagnostics& diagnostics) {
  auto const* found =
      std::find_if(kinds.begin(), kinds.end(), [&](KindOfView const& kind) { return kind.name == name; });
  if (found != kinds.end()) return found;
  report_unknown(diagnostics, at, {"unknown-view", {"表示の種類", "a kind of view"}, name, kind_names()});
  return nullptr;
}

SortedList const* read_list(OptionReader& options, base::SourceLocation at, ComposeContext const& context) {
  auto const& lists = context.lists;
  auto* member = options.member("list");
  if (!member && options.is_misspelt("list")) return nullptr;
  if (!member) {
    context.diagnostics.error(at, "view-without-list", {"view に「list」がありません。", "This view has no “list”."},
                              {"どの一覧を見せるかを、list: facilities のように書いてください。",
                               "Say which list it shows, like list: facilities."});
    return nullptr;
  }
  auto name = options.text("list");
  if (!name) return nullptr;
  // Of a list that could not be read nothing is said: its own mistakes were reported.
  if (auto* list = lists.find(*name))
    return list->source->schema.completeness == model::Completeness::none ? nullptr : list;
  if (lists.site().index.is_unread(*name)) return nullptr;
  std::vector<std::string> names;
  for (auto& list : lists.all()) names.push_back(list.source->slug);
  report_unknown(context.diagnostics, member->value.at, {"unknown-list", {"一覧", "a list"}, *name, names});
  return nullptr;
}

/// The fields that `columns` or `rows` names.
std::vector<Field const*> read_fields(model::Member const& member, SortedList const& list,
                                      ComposeContext const& context) {
  std::vector<Field const*> out;
  auto add = [&](Field const& field) {
    if (std::find(out.begin(), out.end(), &field) == out.end()) out.push_back(&field);
  };
  for (auto* item : texts(member.value, member.key, context.diagnostics)) {
    auto& name = *item->text();
    if (auto* field = list.find(name)) {
      add(*field);
      continue;
    }
    bool found = false;
    for (auto& field : list.fields) {
      if (!name.empty() && field.group == name) add(field), found = true;
    }
    if (!found) context.unknown_fields.add(list, name, item->at);
  }
  return out;
}

Field const* read_field(std::string const& name, base::SourceLocation at, SortedList const& list,
                        ComposeContext const& context) {
  auto* field = list.find(name);
  if (!field) context.unknown_fields.add(list, name, at);
  return field;
}

Sorting read_sorting(std::string name, base::SourceLocation at, SortedList const& list, ComposeContext const& context) {
  Sorting sorting;
  if (name.starts_with('-')) sorting.direction = Direction::descending, name.erase(0, 1);
  auto* field = read_field(name, at, list, context);
  sorting.field = field && model::has_role(*field, model::Role::reading) ? nullptr : field;
  return sorting;
}

/// nullptr where the option is not there.
Field const* read_named_field(char const* key, View const& view, OptionReader& options, ComposeContext const& context) {
  auto name = options.text(key);
  return name ? read_field(*name, options.member(key)->value.at, *view.list, context) : nullptr;
}

void read_names(View& view, OptionReader& options, ComposeContext const& context) {
  auto& list = *view.list;
  if (auto* member = options.member("columns")) view.columns = read_fields(*member, list, context);
  if (auto* member = options.member("rows")) view.rows = read_fields(*member, list, context);
  if (auto* member = options.member("where")) {
    auto const mistakes = [&] { return context.diagnostics.size() + context.unknown_fields.count(); };
    auto const before = mistakes();
    view.where = read_conditions(member->value, list, context);
    if (mistakes() == before && are_judged(view.where, list, context.lists)) view.where_at = member->key_at;
  }
  if (auto name = options.text("group")) {
    view.group = read_field(*name, options.member("group")->value.at, list, context);
  }
  if (auto name = options.text("sort")) {
    view.sort = read_sorting(*name, options.member("sort")->value.at, list, context);
  }
  view.label = read_named_field("label", view, options, context);
  view.unit = read_named_field("unit", view, options, context);
  view.remark = read_named_field("remark", view, options, context);
}

ChartShape read_shape(OptionReader& options, Diagnostics& diagnostics) {
  auto const word = options.text("draw");
  if (!word || *word == "bars") return ChartShape::bars;
  if (*word != "lines") {
    report_unknown(diagnostics, options.member("draw")->value.at,
                   {"unknown-value", {"グラフの形", "a shape of charts"}, *word, {"bars", "lines"}});
  }
  return ChartShape::lines;
}

std::optional<SurveyOrder> read_order(OptionReader& options, Diagnostics& diagnostics) {
  auto const word = options.text("by");
  if (!word) return std::nullopt;
  if (*word != "record" && *word != "question") {
    report_unknown(diagnostics, options.member("by")->value.at,
                   {"unknown-value", {"答えの並べ方", "an order of answers"}, *word, {"record", "question"}});
  }
  return *word == "record" ? SurveyOrder::by_record : SurveyOrder::by_question;
}

ShownEvents read_shown_events(OptionReader& options, View const& view, Diagnostics& diagnostics) {
  auto const word = options.text("only");
  if (!word || (view.list && !require_events(view, diagnostics))) return ShownEvents::all;
  if (*word != "coming" && *word != "past") {
    report_unknown(diagnostics, options.member("only")->value.at,
                   {"unknown-value", {"出す催し", "a choice of events"}, *word, {"coming", "past"}});
  }
  return *word == "past" ? ShownEvents::past : ShownEvents::coming;
}

/// The month that `from: 2026-10` names.
std::optional<model::Date> read_month(OptionReader& options, Diagnostics& diagnostics) {
  auto const text = options.text("from");
  if (!text) return std::nullopt;
  if (auto const day = model::parse_date(*text + "-01")) return day;
  diagnostics.error(options.member("from")->value.at, "malformed-value",
                    {fmt::format("「{}」は月として読めません。", *text), fmt::format("“{}” is no month.", *text)},
                    {"「2026-10」のように、年と月を書いてください。", "Write year and month, like 2026-10."});
  return std::nullopt;
}

void refuse_option_of(std::string_view kind, model::Member const& option, Diagnostics& diagnostics) {
  diagnostics.error(option.key_at, "option-of-another-view",
                    {fmt::format("「{}」は、as: {} のときだけ使えます。", option.key, kind),
                     fmt::format("“{}” is for as: {} only.", option.key, kind)},
                    {fmt::format("as: {} と書くか、この行を消してください。", kind),
                     fmt::format("Write as: {}, or leave this line out.", kind)});
}

/// Errors: options that no view has, and those of another kind. A kind that is not known may have any of them.
void expect_known_keys(KindOfView const* kind, model::Directive const& directive, OptionReader& options,
                       Diagnostics& diagnostics) {
  std::vector<std::string_view> known{"list", "as", "where"};
  bool const of_records = !kind || kind->make != calendar;
  if (of_records) known.insert(known.end(), {"columns", "group", "sort", "caption", "limit", "only"});
  if (kind)
    std::copy_if(kind->own.begin(), kind->own.end(), std::back_inserter(known), [](auto key) { return !key.empty(); });
  if (directive.options.object()) {
    for (auto const& member : *directive.options.object()) {
      auto const* other = std::find_if(kinds.begin(), kinds.end(),
                                       [&](KindOfView const& one) { return &one != kind && has_own(one, member.key); });
      if (other == kinds.end()) continue;
      known.push_back(member.key);
      if (kind) refuse_option_of(other->name, member, diagnostics);
    }
  }
  options.expect_only(known);
}

}  // namespace

std::optional<View> read_view(model::Directive const& directive, base::SourceLocation at,
                              ComposeContext const& context) {
  OptionReader options(directive, at, context.diagnostics);
  View view;
  view.at = view.kind_at = at;
  auto const* kind = &kinds.front();
  if (auto name = options.text("as")) {
    view.kind_at = options.member("as")->value.at;
    kind = read_kind(*name, view.kind_at, context.diagnostics);
  }
  expect_known_keys(kind, directive, options, context.diagnostics);
  view.kind = kind ? kind->make : nullptr;
  view.months = options.whole_number("months", 1, 60);
  view.from = read_month(options, context.diagnostics);
  view.caption = options.text("caption").value_or("");
  if (auto limit = options.whole_number("limit", 1, 1000000)) view.limit = std::size_t(*limit);
  view.list = read_list(options, at, context);
  view.shape = read_shape(options, context.diagnostics);
  view.order = read_order(options, context.diagnostics);
  view.only = read_shown_events(options, view, context.diagnostics);
  if (view.list) read_names(view, options, context);
  return view.list && view.kind ? std::optional(std::move(view)) : std::nullopt;
}

}  // namespace tebiki::views
