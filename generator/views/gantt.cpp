#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "model/list.hpp"
#include "views/compose_context.hpp"
#include "views/drawings.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldValue;
using model::Gantt;
using model::Role;
using Shape = Gantt::Mark::Shape;

/// A year has so many months; columns before them are of the year before.
constexpr std::size_t months_of_a_year = 12;

std::string choices_of(Field const& field) { return quoted(field.choices).ja; }

/// Makes activities of the records of one list.
class GanttMaker {
 public:
  GanttMaker(View const& view, ViewPlace const& place)
      : view_(view),
        lists_(place.context.lists),
        words_(lists_.site().words),
        diagnostics_(place.context.diagnostics),
        first_(view.list->with_role(Role::first_month)),
        last_(view.list->with_role(Role::last_month)),
        months_(view.list->with_role(Role::months)),
        earlier_(view.list->with_role(Role::earlier_months)),
        kind_(view.list->with_role(Role::kind)),
        certainty_(view.list->with_role(Role::certainty)) {}

  std::optional<Gantt> make(Selection const& selection) {
    if (!has_months()) return {};
    tell_of_several_years(selection);
    Gantt gantt;
    if (!view_.caption.empty()) gantt.caption.push_back(model::words(view_.caption, view_.at));
    gantt.names = view_.rows.empty() ? view_.list->name_field().label : view_.rows.front()->label;
    gantt.columns = first_->choices;
    for (auto const& group : selection) gantt.groups.push_back({group.title, rows_of(group)});
    gantt.legend = legend_of(gantt, {kind_, certainty_, months_, earlier_}, words_);
    return gantt;
  }

 private:
  bool has_months() const {
    if (first_ && !first_->choices.empty()) return true;
    auto const& slug = view_.list->source->slug;
    diagnostics_.error(
        view_.kind_at, "gantt-without-months",
        {fmt::format("一覧「{}」には、始まりの月の項目がありません。", slug),
         fmt::format("The list “{}” has no field for the month in which something begins.", slug)},
        {"schema.json の始まりの月の項目に \"x-role\": \"first-month\" と書き、月を順に enum に並べて"
         "ください。",
         "Give that field of schema.json \"x-role\": \"first-month\", and its months in order as enum."});
    return false;
  }

  /// Bars of one month and of different years would stand in one column, unless the view parts the years.
  void tell_of_several_years(Selection const& selection) const {
    auto const* field = view_.list->with_role(Role::fiscal_year);
    bool const parted =
        !field || view_.group == field || std::find(view_.rows.begin(), view_.rows.end(), field) != view_.rows.end();
    std::set<std::string> years;
    for (std::size_t i = 0; !parted && i < selection.size(); ++i) {
      for (auto index : selection[i].records) years.insert(words_of(*field, view_.list->source->records[index]));
    }
    years.erase("");
    if (years.size() < 2) return;
    auto const told = quoted({years.begin(), years.end()});
    diagnostics_.warning(
        view_.kind_at, "gantt-of-several-years",
        {fmt::format("1つの表に{}の帯がまざります。", told.ja), fmt::format("This chart mixes bars of {}.", told.en)},
        {fmt::format("where で1つの年度を選び（where: {{{}: {}}}）、年度ごとに view を分けてください。", field->key,
                     *years.rbegin()),
         fmt::format("Choose one year, where: {{{}: {}}}, and write a view for each.", field->key, *years.rbegin())});
  }

  /// Records of equal rows stand together, in the order in which their rows are met.
  std::vector<Gantt::Row> rows_of(SelectedGroup const& group) {
    std::vector<Gantt::Row> rows;
    std::vector<std::string> keys;
    std::unordered_map<std::string, std::size_t> places;  // of each key among them
    std::vector<std::vector<model::Record const*>> records;
    for (auto index : group.records) {
      auto const& record = view_.list->source->records[index];
      auto key = view_.rows.empty() ? record.id : words_of(*view_.rows.front(), record);
      auto const [found, fresh] = places.try_emplace(key, keys.size());
      if (fresh) keys.push_back(std::move(key)), records.emplace_back();
      records[found->second].push_back(&record);
    }
    for (std::size_t i = 0; i < keys.size(); ++i) rows.push_back(row_of(keys[i], records[i]));
    return rows;
  }

  Gantt::Row row_of(std::string const& key, std::vector<model::Record const*> const& records) {
    Gantt::Row row;
    if (view_.rows.empty())
      row.name.push_back(record_link(*view_.list, *records.front()));
    else
      row.name.push_back(model::words(key.empty() ? std::string(words_["group.other"]) : key, records.front()->at));
    for (std::size_t i = 1; i < view_.rows.size(); ++i) add_note(row.note, *view_.rows[i], records);
    for (auto const* record : records) row.activities.push_back(activity_of(*record));
    return row;
  }

  /// What the records of a row say in that field, each word once.
  void add_note(std::string& note, Field const& field, std::vector<model::Record const*> const& records) const {
    std::vector<std::string> said;
    for (auto const* record : records) {
      auto words = words_of(field, *record);
      if (words.empty() || std::find(said.begin(), said.end(), words) != said.end()) continue;
      append(note, words, "join.comma");
      said.push_back(std::move(words));
    }
  }

  Gantt::Activity activity_of(model::Record const& record) {
    Gantt::Activity activity;
    activity.at = record.at;
    if (!view_.rows.empty()) activity.name.push_back(record_link(*view_.list, record));
    for (auto const* field : view_.columns) append(activity.words, words_of(*field, record), "join.gap");
    auto const* kind = kind_ ? record.find(*kind_) : nullptr;
    activity.kind = place_of(kind_, kind).value_or(0) == 0 ? Gantt::Kind::done : Gantt::Kind::considered;
    set_span(activity, record);
    add_marks(activity, record, months_,
              activity.certainty == Gantt::Certainty::yearly ? Shape::monthly : Shape::fixed);
    add_marks(activity, record, earlier_, Shape::earlier);
    activity.told = told_of(activity, record);
    return activity;
  }

  /// Without a month in which it begins an activity goes through the year, and its time is not known.
  void set_span(Gantt::Activity& activity, model::Record const& record) {
    auto const& columns = first_->choices;
    activity.last = columns.size() - 1;
    activity.first = columns.size() > months_of_a_year ? columns.size() - months_of_a_year : 0;
    auto const* begins = record.find(*first_);
    auto const* ends = last_ ? record.find(*last_) : nullptr;
    auto const* certainty = certainty_ ? record.find(*certainty_) : nullptr;
    auto const place = place_of(certainty_, certainty);
    auto const first = column_of(begins), last = column_of(ends);
    if (first) {
      activity.certainty = Gantt::Certainty(std::min<std::size_t>(place.value_or(0), 2));
      activity.first = activity.last = *first;
      if (last && *last < *first) return report_backwards(record, *ends, *begins);
      if (last) activity.last = *last;
    } else if (last && !begins) {
      report_endless(*ends);
    } else if (place && *place < 2 && !begins && !(months_ && record.find(*months_))) {
      report_no_months(*certainty);
    }
  }

  void add_marks(Gantt::Activity& activity, model::Record const& record, Field const* field, Shape shape) {
    auto const* value = field ? record.find(*field) : nullptr;
    auto const* several = value ? value->several() : nullptr;
    if (!several) return;
    for (auto const& month : *several) {
      if (auto const column = column_of(&month)) activity.marks.push_back({shape, *column});
    }
    bool const dated = shape != Shape::earlier && activity.certainty == Gantt::Certainty::unknown;
    if (dated && !activity.marks.empty()) keep_to_marks(activity);
  }

  /// Single months without a span of them are no bar.
  static void keep_to_marks(Gantt::Activity& activity) {
    auto const by_column = [](auto const& a, auto const& b) { return a.column < b.column; };
    auto const [first, last] = std::minmax_element(activity.marks.begin(), activity.marks.end(), by_column);
    activity.first = first->column, activity.last = last->column;
    activity.certainty = Gantt::Certainty::fixed;
    activity.has_bar = false;
  }

  /// 実施、4月から3月まで、毎年、前年度の月：8月、11月
  std::string told_of(Gantt::Activity const& activity, model::Record const& record) const {
    auto const& columns = first_->choices;
    std::string told = kind_ ? words_of(*kind_, record) : std::string();
    auto const sure = activity.has_bar && activity.certainty != Gantt::Certainty::unknown;
    if (sure && activity.first == activity.last) append(told, columns[activity.first], "join.comma");
    if (sure && activity.first < activity.last)
      append(told, words_.filled("gantt.span", {{"from", columns[activity.first]}, {"to", columns[activity.last]}}),
             "join.comma");
    append(told, certainty_ ? words_of(*certainty_, record) : std::string(), "join.comma");
    for (auto const* field : {months_, earlier_}) {
      auto const months = field ? words_of(*field, record) : std::string();
      if (!months.empty()) append(told, words_.filled("join.label", {{"label", field->label}}) + months, "join.comma");
    }
    return told;
  }

  /// Which of its field's choices the value is.
  static std::optional<std::size_t> place_of(Field const* field, FieldValue const* value) {
    auto const* text = value ? value->text() : nullptr;
    if (!field || !text) return {};
    auto const found = std::find(field->choices.begin(), field->choices.end(), *text);
    if (found == field->choices.end()) return {};
    return std::size_t(found - field->choices.begin());
  }

  /// The column of a month; a month that has none is an error.
  std::optional<std::size_t> column_of(FieldValue const* month) {
    auto const place = place_of(first_, month);
    auto const* text = month ? month->text() : nullptr;
    if (place || !text) return place;
    diagnostics_.error(month->at, "month-outside-the-year",
                       {fmt::format("「{}」は、この表の月の外です。", *text),
                        fmt::format("“{}” is outside the months of this chart.", *text)},
                       {fmt::format("表の月は{}です。", choices_of(*first_)),
                        fmt::format("Its months are {}.", quoted(first_->choices).en)});
    return {};
  }

  void report_backwards(model::Record const& record, FieldValue const& ends, FieldValue const& begins) {
    diagnostics_.error(
        ends.at, "bar-ends-before-it-begins",
        {fmt::format("「{}」の終わりの月（{}）が、始まりの月（{}）より前です。", record.name(), *ends.text(),
                     *begins.text()),
         fmt::format("“{}” ends ({}) before it begins ({}).", record.name(), *ends.text(), *begins.text())},
        {fmt::format("「{}」と「{}」を確かめて、正しい順に直してください。", first_->label, last_->label),
         fmt::format("Put “{}” and “{}” in the right order.", first_->label, last_->label)});
  }

  void report_endless(FieldValue const& ends) {
    diagnostics_.error(ends.at, "bar-without-beginning",
                       {"終わりの月だけがあって、始まりの月がありません。", "This has a last month but no first one."},
                       {fmt::format("「{}」を足してください。月が決まっていなければ、「{}」を消してください。",
                                    first_->label, last_->label),
                        fmt::format("Add “{}”; while no month is known leave “{}” out.", first_->label, last_->label)});
  }

  void report_no_months(FieldValue const& certainty) {
    auto const& choices = certainty_->choices;
    auto const unknown = choices.size() > 2 ? choices[2] : std::string();
    diagnostics_.warning(
        certainty.at, "bar-without-months",
        {fmt::format("「{}」なのに、月が書かれていません。時期の分からない取組として描きます。", *certainty.text()),
         fmt::format("This is “{}” but has no months. It is drawn as one whose time is not known.", *certainty.text())},
        {fmt::format("「{}」に月を入れるか、「{}」を「{}」にしてください。", first_->label, certainty_->label, unknown),
         fmt::format("Give “{}” a month, or set “{}” to “{}”.", first_->label, certainty_->label, unknown)});
  }

  std::string words_of(Field const& field, model::Record const& record) const {
    std::string out;
    for (auto const& word : field_words(lists_, field, record.find(field))) append(out, word, "join.comma");
    return out;
  }

  void append(std::string& to, std::string_view what, std::string_view join) const {
    if (what.empty()) return;
    if (!to.empty()) to += words_[join];
    to += what;
  }

  View const& view_;
  SortedLists const& lists_;
  model::Words const& words_;
  base::Diagnostics& diagnostics_;
  Field const *first_, *last_, *months_, *earlier_, *kind_, *certainty_;
};

}  // namespace

model::Blocks gantt(View const& view, Selection const& selection, ViewPlace const& place) {
  auto made = GanttMaker(view, place).make(selection);
  if (!made) return {};
  model::Blocks out;
  out.push_back({std::move(*made), view.at});
  return out;
}

}  // namespace tebiki::views
