#pragma once
#include "views/field_text.hpp"
#include "views/selection.hpp"

namespace tebiki::views {

enum class Reading { above, left_out };

/// The cell that names a row: a link to the record's page, with its small reading above.
inline model::Cell name_cell(ListIndex const& list, model::Record const& record, Reading reading) {
  model::Cell cell;
  if (reading == Reading::above && !record.kana().empty()) {
    model::Inlines kana;
    kana.push_back(model::words(std::string(record.kana()), record.at));
    cell.text.reserve(3);
    cell.text.push_back({model::Small{std::move(kana)}, record.at});
    cell.text.push_back({model::LineBreak{}, record.at});
  }
  cell.text.push_back(record_link(list, record));
  return cell;
}

/// All rows of a selection: each titled group begins with a row of its own.
template <class Write>
std::vector<model::Row> rows_of(Selection const& selection, ListIndex const& list, Write const& write) {
  std::vector<model::Row> rows;
  std::size_t count = 0;
  for (auto& group : selection) count += group.records.size() + 1;
  rows.reserve(count);
  for (auto& group : selection) {
    if (!group.title.empty()) {
      model::Row head{model::Row::Kind::group, std::vector<model::Cell>(1), {}};
      head.cells.front().text.push_back(model::words(group.title));
      rows.push_back(std::move(head));
    }
    for (auto index : group.records) rows.push_back(write(list, list.source->records[index]));
  }
  return rows;
}

}  // namespace tebiki::views
