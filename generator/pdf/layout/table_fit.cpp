#include "pdf/layout/table_fit.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/layout/table_measure.hpp"

namespace tebiki::pdf {

namespace {

/// Upright labels that are longer stand in two lines where there is room; otherwise they may take this share of a page.
constexpr double longest_upright = 136;
constexpr double share_of_page = 0.4;
constexpr double highest_page = 800;

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
      : target_(target), context_(target.context), table_(table) {}

  TableLook look() {
    auto trial = best();
    if (!can_keep(Kept::numbers, trial.columns.extents, trial.look.width)) report();
    auto& look = trial.look;
    TableSketch sketch;
    if (!has_room(trial.columns.extents, look.width)) sketch = sketch_table(context_, table_, look);
    look.widths = column_widths(trial.columns.extents, look.width, sketch);
    look.lefts.push_back(0);
    for (double width : look.widths) look.lefts.push_back(look.lefts.back() + width);
    return std::move(look);
  }

 private:
  /// The largest type that keeps words whole, or else the smallest, with labels as whole as can be.
  Trial best() const {
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

  std::vector<Trial> tried(double smaller) const {
    auto look = table_look(context_.style, table_, target_.column.width, smaller);
    auto cells = measure_cells(context_, table_, look);
    double tall = std::max(longest_upright, std::min(target_.sink.page_room(), highest_page) * share_of_page);
    std::vector<Trial> trials;
    for (auto [length, lines] : {std::pair{longest_upright, 2}, {tall, 2}, {tall, 1}}) {
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
      words += (words.empty() ? "" : "・") + model::plain_text(column.label);
    }
    base::Message name{fmt::format("表「{}」", words), fmt::format("The table “{}”", words)};
    for (auto const& row : table_.rows) {
      auto const* list = context_.site.list(std::string_view(row.anchor).substr(0, row.anchor.find('/')));
      if (!list) continue;
      name.ja += fmt::format("（一覧「{}」）", list->slug);
      name.en += fmt::format(" (list “{}”)", list->slug);
      break;
    }
    return name;
  }

  void report() const {
    context_.cramped = true;
    auto table = name();
    bool landscape = context_.booklet.publication.landscape;
    auto at = target_.at.file == base::FileId::none ? context_.booklet.publication.at : target_.at;
    context_.diagnostics.error(
        at, "table-too-wide",
        {fmt::format("{}は列が{}あり、{}ポイントまで小さくしても、番号や名前をちぎらずには紙に入りません。", table.ja,
                     table_.columns.size(), context_.style.least_size),
         fmt::format(
             "{} has {} columns and does not fit on the paper without tearing numbers or names, even at {} points.",
             table.en, table_.columns.size(), context_.style.least_size)},
        landscape
            ? base::Message{"columns の列を減らすか、publication.json の paper で大きな紙にしてください。",
                            "Name fewer columns, or use larger paper (“paper” in publication.json)."}
            : base::Message{
                  "publication.json に \"orientation\": \"landscape\" を書いて横向きにするか、columns "
                  "の列を減らしてください。",
                  "Turn the paper with \"orientation\": \"landscape\" in publication.json, or name fewer columns."});
  }

  static constexpr std::size_t longest_name = 60;  ///< bytes

  BlockTarget const& target_;
  LayoutContext const& context_;
  model::Table const& table_;
};

}  // namespace

TableLook fitted_table(BlockTarget const& target, model::Table const& table) { return TableFit(target, table).look(); }

}  // namespace tebiki::pdf
