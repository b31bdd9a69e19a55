// Fiscal years of records: beside days of another one, and new ones that pages and booklets do not ask for.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "model/event.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Value;

/// What the views of one medium ask of a list.
struct AskedYears {
  std::set<int> years;
  bool everything = false;        ///< one of them shows all records
  base::SourceLocation latest{};  ///< where the latest of the years stands

  void add(int year, base::SourceLocation at) {
    if (years.empty() || year > *years.rbegin()) latest = at;
    years.insert(year);
  }
  /// A year before all of them was taken off the pages on purpose.
  bool lacks(int year) const { return !everything && !years.empty() && year > *years.begin() && !years.contains(year); }
};

struct Medium {
  base::Message name;
  std::map<std::string, AskedYears, std::less<>> lists;  ///< by slug
};

class YearCheck {
 public:
  YearCheck(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics)
      : site_(site), sources_(sources), diagnostics_(diagnostics) {
    for (auto const& page : site.pages) take(page.blocks, pages_);
    for (auto const& publication : site.publications) {
      for (auto const& part : publication.parts) take(part.blocks, booklets_);
      for (auto const& flyer : publication.flyers) take_conditions(flyer.list, &flyer.where, booklets_);
    }
  }

  void tell_of(model::List const& list) const {
    auto const* field = list.schema.with_role(model::Role::fiscal_year);
    std::map<int, std::vector<model::FieldValue const*>> records;
    for (std::size_t i = 0; field && i < list.records.size(); ++i) {
      auto const* value = list.records[i].find(*field);
      auto const year = value && value->text() ? fiscal_year_in(*value->text()) : std::nullopt;
      if (year) records[*year].push_back(value);
    }
    for (auto const& [year, values] : records) tell(list, *field, year, values);
  }

 private:
  void take(model::Blocks const& blocks, Medium& medium) {
    model::for_each_block(blocks, [&](model::Block const& block) {
      auto const* view = std::get_if<model::Directive>(&block.node);
      if (!view || view->kind != model::DirectiveKind::view) return;
      auto const slug = view->options.text_of("list");
      auto const* where = view->options.find("where");
      if (where) take_conditions(slug, where, medium);
      if (!where && !view->options.find("limit")) medium.lists[std::string(slug)].everything = true;
    });
  }

  void take_conditions(std::string_view slug, Value const* where, Medium& medium) {
    auto const* list = site_.list(slug);
    auto const* field = list ? list->schema.with_role(model::Role::fiscal_year) : nullptr;
    if (!field || !where->object()) return;
    auto const add = [&](Value const& value) {
      auto const year = value.text() ? fiscal_year_in(*value.text()) : std::nullopt;
      if (year) medium.lists[list->slug].add(*year, value.at);
    };
    for (auto const& condition : *where->object()) {
      if (condition.key != field->key && condition.key != field->label) continue;
      if (auto const* values = condition.value.list()) std::for_each(values->begin(), values->end(), add);
      add(condition.value);
    }
  }

  void tell(model::List const& list, Field const& field, int year,
            std::vector<model::FieldValue const*> const& values) const {
    base::Message lacking, places;
    for (auto const* medium : {&pages_, &booklets_}) {
      auto const asked = medium->lists.find(list.slug);
      if (asked == medium->lists.end() || !asked->second.lacks(year)) continue;
      auto const place = place_of(asked->second.latest);
      auto const join = [](std::string& text, std::string_view joint, std::string_view more) {
        text.append(text.empty() ? "" : joint).append(more);
      };
      join(lacking.ja, "と", medium->name.ja), join(lacking.en, " and no ", medium->name.en);
      join(places.ja, "と ", place.ja), join(places.en, " and ", place.en);
    }
    if (lacking.ja.empty()) return;
    auto const& shown = *values.front()->text();
    auto const count = values.size();
    diagnostics_.warning(
        values.front()->at, "year-not-shown",
        {fmt::format("{}が「{}」の記録（{}件）は、一覧「{}」のほかには、年度で選ぶ{}のどれにも出ません。", field.label,
                     shown, count, list.slug, lacking.ja),
         fmt::format("Records of “{}” ({}) are in the list “{}”, but no {} that selects by fiscal year asks for them.",
                     shown, count, list.slug, lacking.en)},
        {fmt::format("{}の「where」の年度に「{}」を書き足すか、そのまとまりを写して年度を書き替えてください。年度の書き"
                     "まちがいなら、ここを直してください。",
                     places.ja, shown),
         fmt::format("Add “{}” to the year in “where” of {}, or copy that section and change its year. If the year is "
                     "a slip, correct it here.",
                     shown, places.en)});
  }

  base::Message place_of(base::SourceLocation at) const {
    auto const& path = sources_.path(at.file);
    auto const line = sources_.place(at).line;
    return {fmt::format("{} の{}行目", path, line), fmt::format("{}, line {}", path, line)};
  }

  model::Site const& site_;
  base::Sources const& sources_;
  base::Diagnostics& diagnostics_;
  Medium pages_{{"ページ", "page"}, {}}, booklets_{{"冊子", "booklet"}, {}};
};

}  // namespace

void doubt_fiscal_year(model::Schema const& schema, model::Record const& record,
                       std::optional<model::Event> const& event, RecordMistakes& mistakes) {
  auto const* year_field = schema.with_role(model::Role::fiscal_year);
  auto const* said = year_field ? record.find(*year_field) : nullptr;
  auto const year = said && said->text() ? fiscal_year_in(*said->text()) : std::nullopt;
  if (!year) return;
  auto const* words_field = event ? nullptr : schema.with_role(model::Role::day_words);
  auto const words = words_field ? record.text_of(words_field->slot) : std::string_view();
  std::vector<model::Date> days;
  for (std::size_t i = 0; event && i < event->stretches.size(); ++i)
    days.insert(days.end(), {event->stretches[i].first, event->stretches[i].last});
  for (auto const& named : named_days(words)) {
    if (named.year && named.exists()) days.push_back({*named.year, named.month, named.day.value_or(1)});
  }
  auto const fits = [&](model::Date day) { return model::fiscal_year_of(day) == *year; };
  if (days.empty() || std::any_of(days.begin(), days.end(), fits)) return;
  auto const& day_field = event ? *schema.with_role(model::Role::begins) : *words_field;
  auto const right = model::written_fiscal_year(model::fiscal_year_of(days.front()));
  auto const shown = event ? model::written_text(days.front()) : std::string(words);
  mistakes.warning(said->at, "fiscal-year",
                   {fmt::format("{}は「{}」ですが、{}（{}）は{}です。", year_field->label, *said->text(),
                                day_field.label, shown, right),
                    fmt::format("“{}” is {}, but “{}” ({}) lies in that of {}.", year_field->label, *said->text(),
                                day_field.label, shown, model::fiscal_year_of(days.front()))},
                   {"どちらかを直してください。年度は、4月から次の年の3月までです。",
                    "Correct one of the two. A fiscal year goes from April to March."});
}

void tell_of_years_not_shown(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics) {
  YearCheck const check(site, sources, diagnostics);
  for (auto const& list : site.lists) check.tell_of(list);
}

}  // namespace tebiki::loading
