// Fiscal years of records: beside days of another one, and new ones that pages and booklets do not ask for.
#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "loading/load.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "model/events_and_films.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::Value;

/// A view, or a request for flyers, that selects a list's records by fiscal year.
struct AskingView {
  std::string place;          ///< the page or publication that it stands in
  std::string kind;           ///< `as`, or the design of flyers
  model::Object others;       ///< what it asks for beside the year
  std::set<int> years;        ///< never empty
  base::SourceLocation at{};  ///< where the latest of the years stands
};

/// What the views of one medium ask of a list.
struct AskedList {
  std::vector<AskingView> views;
  bool everything = false;  ///< some view shows all records
};

struct Medium {
  base::Message name;
  std::map<std::string, AskedList, std::less<>> lists;  ///< by slug
};

using Pointers = std::vector<AskingView const*>;
using Records = std::vector<model::Record const*>;

/// Whether two views of one place show the same of different years.
bool are_alike(AskingView const& one, AskingView const& other) {
  return one.kind == other.kind && model::to_json({one.others, {}}) == model::to_json({other.others, {}});
}

/// Whether the record meets what is asked beside the year; so do scenes, which views know by several names.
bool may_show(AskingView const& view, model::Schema const& schema, model::Record const& record) {
  return std::all_of(view.others.begin(), view.others.end(), [&](model::Member const& condition) {
    auto const* field = schema.find(condition.key);
    auto const* value = field && field->role != model::Role::scene ? record.find(*field) : nullptr;
    if (!field || field->role == model::Role::scene) return true;
    bool found = false;
    model::for_each_text_in(condition.value, [&](std::string const& wanted, base::SourceLocation) {
      auto const is_wanted = [&](model::FieldValue const& one) { return model::exported_text(one) == wanted; };
      auto const* several = value ? value->several() : nullptr;
      found =
          found || (several ? std::any_of(several->begin(), several->end(), is_wanted) : value && is_wanted(*value));
    });
    return found;
  });
}

/// The latest year before this one that the views ask for; nothing where there is none: the views of a list that begin
/// with a later year leave the others out on purpose.
std::optional<int> latest_before(int year, Pointers const& views) {
  std::optional<int> latest;
  for (auto const* view : views) {
    auto const next = view->years.lower_bound(year);
    if (next != view->years.begin() && *std::prev(next) > latest.value_or(INT_MIN)) latest = *std::prev(next);
  }
  return latest;
}

/// Those that show the year before `year` and have none like them that shows `year` itself.
Pointers without_follower(int year, Pointers const& views) {
  Pointers lacking;
  auto const before = latest_before(year, views);
  for (auto const* view : views) {
    bool const follows = std::any_of(views.begin(), views.end(), [&](AskingView const* other) {
      return other->years.contains(year) && are_alike(*other, *view);
    });
    if (before && view->years.contains(*before) && !follows) lacking.push_back(view);
  }
  return lacking;
}

/// The views that lack the year: where none of the medium shows it, the latest ones; otherwise those of a place that
/// shows it in another view. A place that shows earlier years only is meant to, and so is a single view that a year
/// gone by does without.
Pointers lacking_views(int year, int current, AskedList const& asked) {
  Pointers all;
  std::map<std::string_view, Pointers> places;
  if (asked.everything) return {};
  for (auto const& view : asked.views) all.push_back(&view), places[view.place].push_back(&view);
  auto const shows = [&](AskingView const* view) { return view->years.contains(year); };
  if (std::none_of(all.begin(), all.end(), shows)) return without_follower(year, all);
  Pointers lacking;
  for (auto const& [place, views] : places) {
    if (std::none_of(views.begin(), views.end(), shows)) continue;
    auto const some = without_follower(year, views);
    if (some.size() > 1 || year >= current) lacking.insert(lacking.end(), some.begin(), some.end());
  }
  return lacking;
}

class YearCheck {
 public:
  YearCheck(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics)
      : site_(site), sources_(sources), diagnostics_(diagnostics) {
    for (auto const& page : site.pages) take(page.blocks, page.slug, pages_);
    for (auto const& publication : site.publications) {
      for (auto const& part : publication.parts) take(part.blocks, publication.slug, booklets_);
      for (auto const& flyer : publication.flyers)
        take_conditions(flyer.list, &flyer.where, {publication.slug, flyer.design, {}, {}}, booklets_);
    }
  }

  void tell_of(model::List const& list) const {
    auto const* field = list.schema.with_role(model::Role::fiscal_year);
    std::map<int, Records> years;
    for (std::size_t i = 0; field && i < list.records.size(); ++i) {
      auto const* value = list.records[i].find(*field);
      auto const year = value && value->text() ? fiscal_year_in(*value->text()) : std::nullopt;
      if (year) years[*year].push_back(&list.records[i]);
    }
    for (auto const& [year, records] : years) tell(list, *field, year, records);
  }

 private:
  void take(model::Blocks const& blocks, std::string const& place, Medium& medium) {
    model::for_each_block(blocks, [&](model::Block const& block) {
      auto const* view = std::get_if<model::Directive>(&block.node);
      if (!view || view->kind != model::DirectiveKind::view) return;
      auto const slug = view->options.text_of("list");
      auto const* where = view->options.find("where");
      if (where) take_conditions(slug, where, {place, std::string(view->options.text_of("as")), {}, {}}, medium);
      if (!where && !view->options.find("limit")) medium.lists[std::string(slug)].everything = true;
    });
  }

  void take_conditions(std::string_view slug, Value const* where, AskingView view, Medium& medium) {
    auto const* list = site_.list(slug);
    auto const* field = list ? list->schema.with_role(model::Role::fiscal_year) : nullptr;
    if (!field || !where->object()) return;
    auto const add = [&](Value const& value) {
      auto const year = value.text() ? fiscal_year_in(*value.text()) : std::nullopt;
      if (!year) return;
      if (view.years.empty() || *year > *view.years.rbegin()) view.at = value.at;
      view.years.insert(*year);
    };
    for (auto const& condition : *where->object()) {
      bool const of_year = condition.key == field->key || condition.key == field->label;
      auto const* values = condition.value.list();
      if (of_year && values) std::for_each(values->begin(), values->end(), add);
      if (of_year) add(condition.value);
      if (!of_year) view.others.push_back(condition);
    }
    if (!view.years.empty()) medium.lists[list->slug].views.push_back(std::move(view));
  }

  void tell(model::List const& list, Field const& field, int year, Records const& records) const {
    base::Message lacking, places;
    bool shown = false;
    auto const join = [](std::string& text, std::string_view joint, std::string_view more) {
      text.append(text.empty() ? "" : joint).append(more);
    };
    for (auto const* medium : {&pages_, &booklets_}) {
      auto const asked = medium->lists.find(list.slug);
      auto views = asked == medium->lists.end()
                       ? Pointers()
                       : lacking_views(year, model::fiscal_year_of(site_.today), asked->second);
      std::erase_if(views, [&](AskingView const* view) {
        return std::none_of(records.begin(), records.end(),
                            [&](auto const* record) { return may_show(*view, list.schema, *record); });
      });
      if (views.empty()) continue;
      join(lacking.ja, "と", medium->name.ja), join(lacking.en, " and no ", medium->name.en);
      for (std::string before; auto const* view : views) {
        auto const& path = sources_.path(view->at.file);
        auto const line = sources_.place(view->at).line;
        auto const named = std::exchange(before, path) == path;
        join(places.ja, "、", named ? fmt::format("{}行目", line) : fmt::format("{} の{}行目", path, line));
        join(places.en, ", ", named ? fmt::format("line {}", line) : fmt::format("{}, line {}", path, line));
      }
      auto const& all = asked->second.views;
      shown = shown || std::any_of(all.begin(), all.end(), [&](auto& view) { return view.years.contains(year); });
    }
    if (lacking.ja.empty()) return;
    auto const& value = *records.front()->find(field);
    diagnostics_.warning(
        value.at, "year-not-shown",
        shown ? shown_in_part(field, value, records.size(), places)
              : shown_nowhere(list, field, value, records.size(), lacking),
        {fmt::format(
             "{} のまとまりを写し、写したほうの年度、見出し、目印（{{#…}}）を書き替えてください。今あるまとまりに"
             "年度を書き足すと、2つの年度がまざります。年度の書きまちがいなら、ここを直してください。",
             places.ja),
         fmt::format(
             "Copy the section of {}, and change year, heading and {{#anchor}} of the copy; a year more in that "
             "section would mix two of them. If the year is a slip, correct it here.",
             places.en)});
  }

  static base::Message shown_nowhere(model::List const& list, Field const& field, model::FieldValue const& value,
                                     std::size_t count, base::Message const& lacking) {
    return {
        fmt::format("{}が「{}」の記録（{}件）は、一覧「{}」のほかには、年度で選ぶ{}のどれにも出ません。", field.label,
                    *value.text(), count, list.slug, lacking.ja),
        fmt::format("Records of “{}” ({}) are in the list “{}”, but no {} that selects by fiscal year asks for them.",
                    *value.text(), count, list.slug, lacking.en)};
  }

  /// Of several views of a page, only some were copied.
  static base::Message shown_in_part(Field const& field, model::FieldValue const& value, std::size_t count,
                                     base::Message const& places) {
    return {fmt::format("{}が「{}」の記録（{}件）は、{} が前の年度までのままなので、そこには出ません。", field.label,
                        *value.text(), count, places.ja),
            fmt::format("Records of “{}” ({}) are not shown at {}, which still ends with the year before.",
                        *value.text(), count, places.en)};
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
