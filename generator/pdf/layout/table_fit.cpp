// The size of type and the widths at which a table fits its page.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/layout/tables_and_directories.hpp"

namespace tebiki::pdf {

namespace {

/// Rows that one thread measures at a time.
constexpr std::size_t measured_at_once = 256;

/// A Latin word that would take more of the table than this is an address in the web: it may be parted.
constexpr double share_of_word = 1.0 / 3;

/// A number that would take more than this is none: the figures of an address in the web.
constexpr double share_of_number = 1.0 / 2;

/// So many ems a name keeps, words should have, and words must have.
constexpr double ems_of_name = 4, wanted_ems = 4, least_ems = 2;

/// A heading of two lines does no harm, so a long one does not widen its column; lengths are ems.
constexpr double long_heading_ems = 6;
constexpr double share_of_long_heading = 0.55;

/// Added to what was measured, in points, so that rounding never breaks a line that was measured to fit.
constexpr double tolerance = 0.1;

void measure_row(model::Table const& table, TableLook const& look, ShapedRow const& row,
                 std::vector<ColumnExtent>& extents) {
  double widest_word = look.width * share_of_word, widest_number = look.width * share_of_number;
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto const& shaped = row[i].shaped;
    auto unbroken = longest_unbroken(shaped, row[i].text);
    double number = unbroken.number > widest_number ? 0 : unbroken.number;
    double natural = widest_line(shaped);
    bool name = table.row_headers && i == 0;
    auto& extent = extents[i];
    extent.natural = std::max(extent.natural, natural);
    extent.least =
        std::max({extent.least, number, std::min(natural, look.cell.size * (name ? ems_of_name : least_ems))});
    extent.longest = std::max({extent.longest, number, std::min(unbroken.word, widest_word)});
    extent.wanted = std::max(extent.wanted, std::min(natural, look.cell.size * wanted_ems));
  }
}

void measure_label(BookletContext const& context, model::Column const& column, TableLook const& look,
                   ColumnExtent& extent) {
  auto text = flatten(context, column.label, look_of(look.head));
  auto shaped = shape(context, text);
  double wanted = shaped.natural;
  if (wanted > long_heading_ems * look.head.size) wanted *= share_of_long_heading;
  extent.natural = std::max(extent.natural, wanted);
  extent.longest = std::max(extent.longest, longest_unbroken(shaped, text).word);
  extent.wanted = std::max(extent.wanted, std::min(shaped.natural, look.head.size * wanted_ems));
  extent.least = std::max(extent.least, std::min(shaped.natural, look.head.size * least_ems));
}

/// Whether the label is whole.
bool measure_upright(BookletContext const& context, model::Column const& column, TableLook const& look,
                     ColumnExtent& extent) {
  auto label = upright_label(context.fonts, model::plain_text(column.label), look_of(look.head), look.upright);
  extent.natural = extent.longest = extent.least = std::max(extent.natural, label.breadth());
  extent.fixed = true;
  return !label.shortened;
}

void widen(std::vector<ColumnExtent>& extents, std::vector<ColumnExtent> const& part) {
  for (std::size_t i = 0; i < extents.size(); ++i)
    for (auto length : {&ColumnExtent::natural, &ColumnExtent::longest, &ColumnExtent::least, &ColumnExtent::wanted})
      extents[i].*length = std::max(extents[i].*length, part[i].*length);
}

/// Shapes every cell and measures it, on several threads; the result does not depend on their number. Without padding.
std::vector<ColumnExtent> measure_cells(BookletContext const& context, model::Table const& table, TableLook const& look,
                                        std::vector<ShapedRow>& rows) {
  auto chunks = (rows.size() + measured_at_once - 1) / measured_at_once;
  std::vector<ColumnExtent> extents(table.columns.size());
  std::vector<std::vector<ColumnExtent>> measured(chunks, extents);
  base::parallel_for(chunks, context.jobs, [&](std::size_t chunk) {
    auto end = std::min(rows.size(), (chunk + 1) * measured_at_once);
    for (auto i = chunk * measured_at_once; i < end; ++i) {
      rows[i] = shape_row(context, table, table.rows[i], look);
      bool group = table.rows[i].kind == model::Row::Kind::group;
      if (!group) measure_row(table, look, rows[i], measured[chunk]);
    }
  });
  for (auto const& part : measured) widen(extents, part);
  return extents;
}

/// What the columns ask for when their labels are set, too, with padding; a label that must be shortened is noted.
struct MeasuredColumns {
  std::vector<ColumnExtent> extents;
  bool labels_whole = true;
};

MeasuredColumns measure_columns(BookletContext const& context, model::Table const& table, TableLook const& look,
                                std::vector<ColumnExtent> cells) {
  MeasuredColumns measured{std::move(cells), true};
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    auto const& column = table.columns[i];
    auto& extent = measured.extents[i];
    if (column.upright)
      measured.labels_whole = measure_upright(context, column, look, extent) && measured.labels_whole;
    else
      measure_label(context, column, look, extent);
    double more = 2 * look.paddings[i] + tolerance;
    for (auto* length : {&extent.natural, &extent.longest, &extent.least, &extent.wanted}) *length += more;
  }
  return measured;
}

/// Upright labels that do not have room in two lines may take this share of a page.
constexpr double share_of_page = 0.4;

/// The type of a table gets smaller by whole points.
constexpr double step = 1;

/// A look that was tried, and what its columns ask for.
struct Trial {
  TableLook look;
  MeasuredColumns columns;

  bool keeps(Kept kept) const { return columns.labels_whole && can_keep(kept, columns.extents, look.width); }
};

class TableFit {
 public:
  TableFit(BlockTarget const& target, model::Table const& table)
      : target_(target), context_(target.context), table_(table), rows_(table.rows.size()) {}

  FittedTable fitted() {
    auto trial = best();
    if (!can_keep(Kept::numbers, trial.columns.extents, trial.look.width)) report();
    if (!trial.columns.labels_whole) report_shortened_labels(trial.look);
    auto& look = trial.look;
    TableSketch sketch;
    if (!has_room(trial.columns.extents, look.width)) sketch = sketch_table(context_, table_, look, rows_);
    look.widths = column_widths(trial.columns.extents, look.width, sketch);
    if (table_.widths == model::Table::Widths::even)
      look.widths.assign(look.widths.size(), look.width / double(look.widths.size()));
    look.lefts.push_back(0);
    for (double width : look.widths) look.lefts.push_back(look.lefts.back() + width);
    return {std::move(look), std::move(rows_)};
  }

 private:
  /// The largest type that keeps words whole, or else the smallest, with labels as whole as can be.
  Trial best() {
    double most = std::max(0.0, context_.style.table.size - context_.style.least_size);
    for (double smaller = 0;; smaller = std::min(most, smaller + step)) {
      auto trials = tried(smaller);
      for (auto& trial : trials)
        if (trial.keeps(Kept::words)) return std::move(trial);
      if (smaller < most) continue;
      for (auto& trial : trials)
        if (trial.keeps(Kept::numbers)) return std::move(trial);
      for (auto& trial : trials)
        if (can_keep(Kept::numbers, trial.columns.extents, trial.look.width)) return std::move(trial);
      return std::move(trials.back());
    }
  }

  std::vector<Trial> tried(double smaller) {
    auto look = table_look(context_.style, table_, target_.column.width, smaller);
    look.padding_y *= context_.state.spacing;
    auto cells = measure_cells(context_, table_, look, rows_);
    auto const& style = context_.style;
    double const longest = style.upright_label_longest;
    double tall = std::max(longest, std::min(target_.sink.page_room(), style.upright_label_page) * share_of_page);
    std::vector<Trial> trials;
    for (auto [length, lines] : {std::pair{longest, 2}, {tall, 2}, {tall, 1}}) {
      look.upright = {length, std::size_t(lines), context_.style.least_size};
      trials.push_back({look, measure_columns(context_, table_, look, cells)});
      if (!look.matrix) break;
    }
    return trials;
  }

  /// Its caption, or else its first labels, and the list that its rows come from.
  base::Message name() const {
    auto words = model::plain_text(table_.caption);
    for (auto const& column : table_.columns) {
      if (!table_.caption.empty()) break;
      if (words.size() > longest_name) break;
      words.append(words.empty() ? "" : context_.site.words["join.dot"]).append(model::plain_text(column.label));
    }
    base::Message name{fmt::format("表「{}」", words), fmt::format("The table “{}”", words)};
    for (auto const& row : table_.rows) {
      auto const slash = row.anchor.find('/');
      if (slash == std::string::npos) continue;
      name.ja += fmt::format("（一覧「{}」）", row.anchor.substr(0, slash));
      name.en += fmt::format(" (list “{}”)", row.anchor.substr(0, slash));
      break;
    }
    return name;
  }

  void report() const {
    context_.state.table_overfull = true;
    auto table = name();
    bool landscape = context_.booklet.publication.landscape;
    auto at = target_.at.file == base::FileId::none ? context_.booklet.publication.at : target_.at;
    context_.state.diagnostics.error(
        at, "table-too-wide",
        {fmt::format("{}は列が{}あり、{}ポイントまで小さくしても、番号や名前をちぎらずには紙に入りません。", table.ja,
                     table_.columns.size(), context_.style.least_size),
         fmt::format(
             "{} has {} columns and does not fit on the paper without tearing numbers or names, even at {} points.",
             table.en, table_.columns.size(), context_.style.least_size)},
        landscape && !can_be_larger(context_.booklet)
            ? base::Message{"columns の列を減らしてください。", "Name fewer columns."}
        : landscape
            ? base::Message{"columns の列を減らすか、publication.json の paper で大きな紙にしてください。",
                            "Name fewer columns, or use larger paper (“paper” in publication.json)."}
            : base::Message{
                  "publication.json に \"orientation\": \"landscape\" を書いて横向きにするか、columns "
                  "の列を減らしてください。",
                  "Turn the paper with \"orientation\": \"landscape\" in publication.json, or name fewer columns."});
  }

  void report_shortened_labels(TableLook const& look) const {
    for (auto const& column : table_.columns) {
      ColumnExtent unused;
      if (column.upright && !measure_upright(context_, column, look, unused))
        report_shortened(context_, model::plain_text(column.label), target_.at);
    }
  }

  static constexpr std::size_t longest_name = 60;  ///< bytes

  BlockTarget const& target_;
  BookletContext const& context_;
  model::Table const& table_;
  std::vector<ShapedRow> rows_;  ///< in the size that was tried last
};

}  // namespace

FittedTable fitted_table(BlockTarget const& target, model::Table const& table) {
  return TableFit(target, table).fitted();
}

}  // namespace tebiki::pdf
