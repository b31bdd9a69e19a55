// Figures by fiscal year: what is charted of the records, the table of the same numbers, and their notes.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::YearFigure;
using Kind = YearFigure::Kind;

/// A year's figure, or its plan: one column of the table.
struct YearSlot {
  int year = 0;
  bool plan = false;
  auto operator<=>(YearSlot const&) const = default;
};

YearSlot slot_of(YearFigure const& figure) { return {figure.year, figure.kind == Kind::plan}; }

/// One series of one record.
struct Measure {
  std::string title;  ///< 参加人数（人）
  std::string anchor;
  std::vector<YearFigure> figures;  ///< by year
  std::vector<std::string> marks;   ///< of their notes
  base::SourceLocation at;

  YearFigure const* find(YearSlot slot) const {
    auto found = std::find_if(figures.begin(), figures.end(), [&](YearFigure const& f) { return slot_of(f) == slot; });
    return found == figures.end() ? nullptr : &*found;
  }
};

/// What is charted together, and the notes of its numbers.
struct ChartGroup {
  std::vector<Measure> measures;
  std::vector<std::string> notes;  ///< ※1 令和5年度：9月末現在。

  std::vector<YearSlot> slots() const {
    std::set<YearSlot> all;
    for (auto const& measure : measures)
      for (auto const& figure : measure.figures) all.insert(slot_of(figure));
    return {all.begin(), all.end()};
  }
};

void report_no_series(View const& view, base::Diagnostics& diagnostics) {
  auto& slug = view.list->source->slug;
  diagnostics.error(view.kind_at, "chart-without-series",
                    {fmt::format("一覧「{}」から、グラフにする年度ごとの数が選ばれていません。", slug),
                     fmt::format("No figures by year of the list “{}” are chosen for the chart.", slug)},
                    {"schema.json で \"format\": \"series\" と書いた項目を、columns に入れてください。",
                     "Name a field in columns that has \"format\": \"series\" in schema.json."});
}

/// The columns that are charted: all of that kind where none is named; empty after an error.
std::vector<Field const*> charted_fields(View const& view, base::Diagnostics& diagnostics) {
  std::vector<Field const*> fields;
  for (auto* field : view.columns)
    if (field->kind == model::FieldKind::series) fields.push_back(field);
  if (fields.empty() && view.columns.empty()) {
    for (auto& field : view.list->fields)
      if (field.kind == model::FieldKind::series) fields.push_back(&field);
  }
  bool const known = view.list->source->schema.completeness == model::Completeness::whole;
  if (fields.empty() && known) report_no_series(view, diagnostics);
  return fields;
}

class ChartView {
 public:
  ChartView(View const& view, ViewPlace const& place, std::vector<Field const*> fields)
      : view_(view),
        lists_(place.context.lists),
        words_(lists_.site().words),
        style_(place.context.style),
        measure_(place.context.measure),
        level_(place.level),
        fields_(std::move(fields)) {}

  void add(SelectedGroup const& selected, model::Blocks& out) const {
    auto const group = group_of(selected);
    if (!selected.title.empty()) out.push_back(heading(level_, selected.title, view_.at));
    add_told(selected, out);
    if (group.measures.empty()) return;
    out.push_back({figures_of(group), view_.at});
    // Below a heading of its own a table needs no other name.
    out.push_back({table_of(group, selected.title.empty() ? view_.caption : ""), view_.at});
    for (auto const& note : group.notes) out.push_back({small_paragraph(note), view_.at});
  }

 private:
  std::string words_of(Field const& field, model::Record const& record) const {
    auto const words = field_words(lists_, field, record.find(field));
    return words.empty() ? std::string() : words.front();
  }

  std::string title_of(Field const& field, model::Record const& record) const {
    auto title = view_.label ? words_of(*view_.label, record) : std::string(record.name());
    if (title.empty()) title = record.name();
    if (fields_.size() > 1) title = words_.filled("join.label", {{"label", title}}) + field.label;
    auto const unit = view_.unit ? words_of(*view_.unit, record) : std::string();
    return unit.empty() ? title : words_.filled("chart.title", {{"label", title}, {"unit", unit}});
  }

  /// A note and the years of which it speaks: equal ones have one number.
  struct YearNote {
    std::string note;
    std::set<int> years;
  };

  ChartGroup group_of(SelectedGroup const& selected) const {
    ChartGroup group;
    std::vector<YearNote> notes;
    for (auto index : selected.records) {
      auto& record = view_.list->source->records[index];
      for (auto* field : fields_) {
        auto* value = record.find(*field);
        auto* series = value ? value->as<model::Series>() : nullptr;
        if (!series || series->figures.empty()) continue;
        Measure measure{title_of(*field, record), reference_name(*view_.list, record), series->figures, {}, value->at};
        std::stable_sort(measure.figures.begin(), measure.figures.end(),
                         [](YearFigure const& a, YearFigure const& b) { return slot_of(a) < slot_of(b); });
        for (auto const& figure : measure.figures) measure.marks.push_back(mark_of(figure, notes));
        group.measures.push_back(std::move(measure));
      }
    }
    for (std::size_t i = 0; i < notes.size(); ++i) group.notes.push_back(note_text(i, notes[i]));
    return group;
  }

  std::string mark_of(YearFigure const& figure, std::vector<YearNote>& notes) const {
    if (figure.note.empty()) return {};
    auto note = std::find_if(notes.begin(), notes.end(), [&](YearNote const& n) { return n.note == figure.note; });
    if (note == notes.end()) note = notes.insert(notes.end(), {figure.note, {}});
    note->years.insert(figure.year);
    return words_.filled("chart.mark", {{"number", std::to_string(note - notes.begin() + 1)}});
  }

  std::string note_text(std::size_t index, YearNote const& note) const {
    std::string years;
    for (int year : note.years)
      years.append(years.empty() ? "" : words_["join.dot"]).append(model::fiscal_year_text(year, words_));
    return words_.filled("chart.note", {{"number", std::to_string(index + 1)}, {"year", years}, {"note", note.note}});
  }

  /// The words of the other columns, each once, in a paragraph for each column.
  void add_told(SelectedGroup const& selected, model::Blocks& out) const {
    for (auto* field : view_.columns) {
      if (field->kind == model::FieldKind::series) continue;
      model::Inlines text;
      std::set<std::string> said;
      for (auto index : selected.records) {
        auto told = field_text(lists_, *field, view_.list->source->records[index].find(*field));
        if (!told.empty() && said.insert(model::plain_text(told)).second)
          std::move(told.begin(), told.end(), std::back_inserter(text));
      }
      if (!text.empty()) out.push_back({model::Paragraph{std::move(text)}, view_.at});
    }
  }

  ChartContent content_of(Measure const& measure, double headroom = 0) const {
    return {measure.title, measure.figures, measure.marks, view_.shape, headroom};
  }

  model::FigureRow figures_of(ChartGroup const& group) const {
    ChartLook const look{measure_, words_, style_, lists_.site().brand};
    double headroom = 0;
    for (auto const& measure : group.measures) headroom = std::max(headroom, chart_headroom(content_of(measure), look));
    model::FigureRow row;
    for (auto const& measure : group.measures) {
      model::Figure figure;
      figure.picture = chart_drawing(content_of(measure, headroom), look);
      figure.alternative = view_.shape == ChartShape::bars
                               ? words_.filled("chart.alternative-bars", {{"title", measure.title}})
                               : words_.filled("chart.alternative-lines", {{"title", measure.title}});
      row.figures.push_back(std::move(figure));
    }
    return row;
  }

  /// Years stand side by side as in the drawing; many of them one below the other.
  model::Table table_of(ChartGroup const& group, std::string const& title) const {
    auto const slots = group.slots();
    model::Table table;
    table.row_headers = true;
    if (!title.empty()) table.caption = {model::words(words_.filled("chart.table", {{"title", title}}), view_.at)};
    table.columns.push_back({{model::words(std::string(words_["chart.years"]))}});
    fits_across(group, slots.size()) ? fill_across(table, group, slots) : fill_down(table, group, slots);
    return table;
  }

  /// A row of a few years with short numbers fits on a telephone.
  static bool fits_across(ChartGroup const& group, std::size_t years) {
    constexpr std::size_t most_years = 8, most_letters = 48;
    std::size_t longest = 0;
    for (auto const& measure : group.measures)
      for (auto const& figure : measure.figures) longest = std::max(longest, model::grouped_text(figure.number).size());
    return years <= most_years && years * longest <= most_letters;
  }

  void fill_across(model::Table& table, ChartGroup const& group, std::vector<YearSlot> const& slots) const {
    std::vector<Kind> kinds;
    for (auto slot : slots) {
      kinds.push_back(common_kind(group, slot));
      table.columns.push_back(
          {slot_label(slot, kinds.back(), model::short_fiscal_year_text(slot.year, words_)), model::Alignment::end});
    }
    for (auto const& measure : group.measures) {
      model::Row row{model::Row::Kind::entry, {{{model::words(measure.title, measure.at)}}}, measure.anchor};
      for (std::size_t i = 0; i < slots.size(); ++i) row.cells.push_back(cell_of(measure, slots[i], kinds[i]));
      table.rows.push_back(std::move(row));
    }
  }

  void fill_down(model::Table& table, ChartGroup const& group, std::vector<YearSlot> const& slots) const {
    for (auto const& measure : group.measures)
      table.columns.push_back({{model::words(measure.title, measure.at)}, model::Alignment::end});
    for (auto slot : slots) {
      auto const kind = common_kind(group, slot);
      model::Row row{
          model::Row::Kind::entry, {{slot_label(slot, kind, model::fiscal_year_text(slot.year, words_))}}, {}};
      for (auto const& measure : group.measures) row.cells.push_back(cell_of(measure, slot, kind));
      table.rows.push_back(std::move(row));
    }
  }

  /// What all numbers of a year are; the plan is told from the result where a year has both. A year without numbers
  /// says of each what became of it.
  static Kind common_kind(ChartGroup const& group, YearSlot slot) {
    auto common = Kind::uncounted;
    for (auto const& measure : group.measures) {
      auto* figure = measure.find(slot);
      if (!figure || !figure->has_number()) continue;
      if (common != Kind::uncounted && common != figure->kind) return Kind::uncounted;
      common = figure->kind;
    }
    return common;
  }

  model::Inlines slot_label(YearSlot slot, Kind kind, std::string const& year) const {
    model::Inlines label{model::words(year)};
    if (kind == Kind::uncounted && !slot.plan) return label;
    label.push_back({model::LineBreak{}, {}});
    label.push_back(small(kind_word(words_, slot.plan ? Kind::plan : kind)));
    return label;
  }

  model::Cell cell_of(Measure const& measure, YearSlot slot, Kind common) const {
    auto* figure = measure.find(slot);
    if (!figure) return {{model::words(std::string(words_["chart.no-figure"]))}};
    auto const word = kind_word(words_, figure->kind);
    auto text = figure->has_number() ? model::grouped_text(figure->number) : std::string(word);
    model::Cell cell{{model::words(std::move(text), measure.at)}};
    auto const& mark = measure.marks[std::size_t(figure - measure.figures.data())];
    if (!mark.empty()) cell.text.push_back(small(mark));
    if (figure->has_number() && figure->kind != common) cell.text.push_back(small(word));
    return cell;
  }

  model::Inline small(std::string_view text) const {
    return {model::Small{{model::words(std::string(text), view_.at)}}, view_.at};
  }
  model::Paragraph small_paragraph(std::string const& text) const { return {{small(text)}}; }

  View const& view_;
  SortedLists const& lists_;
  model::Words const& words_;
  model::PrintStyle const& style_;
  model::TextMeasure const& measure_;
  int level_;
  std::vector<Field const*> fields_;
};

}  // namespace

model::Blocks chart(View const& view, Selection const& selection, ViewPlace const& place) {
  auto fields = charted_fields(view, place.context.diagnostics);
  if (fields.empty()) return {};
  ChartView const charts(view, place, std::move(fields));
  model::Blocks out;
  for (auto const& group : selection) charts.add(group, out);
  return out;
}

}  // namespace tebiki::views
