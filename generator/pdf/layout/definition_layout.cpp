// The fields of one record: a table of two columns whose rows are named at the left.
#include "pdf/layout/block_kinds.hpp"

namespace tebiki::pdf {

void lay_out(BlockTarget const& target, model::DefinitionList const& definitions) {
  model::Table table;
  table.columns.resize(2);
  table.row_headers = true;
  for (auto const& definition : definitions.definitions) {
    model::Inlines term{{model::Strong{{model::words(definition.term)}}, {}}};
    table.rows.push_back({model::Row::Kind::entry, {{std::move(term)}, {definition.text}}, ""});
  }
  lay_out(target, table);
}

}  // namespace tebiki::pdf
