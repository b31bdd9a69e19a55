#pragma once
#include <optional>
#include <vector>

#include "views/compose_context.hpp"
#include "views/drawings.hpp"

namespace tebiki::views {

/// The field that says where a record is, or nullptr.
model::Field const* coordinates_of(SortedList const& list);
/// Degrees east and north; nothing where it is not known, or not in Japan.
std::optional<model::Point> place_on_map(model::Record const& record, model::Field const& coordinates);

/// Maps on web pages of the rows of one list, as narrow as a telephone. They have no ground of their own: towns stand
/// where their offices are on average. Borrows its arguments.
class ListMap {
 public:
  /// Linear in the records.
  ListMap(SortedList const& list, ComposeContext const& context);
  /// Numbers the rows that have a place from 1, in their order, and gives the directory a map of them. On that of a
  /// record's page the record itself stands, too. Nothing where fewer than two would stand on it.
  void add_to(model::Directory& directory, std::optional<std::size_t> record = std::nullopt) const;

 private:
  std::vector<MapName> names_of_towns() const;
  model::Figure figure(MapContent const& content, std::size_t rows) const;

  SortedList const& list_;
  ComposeContext const& context_;
  model::Field const* coordinates_;
  model::DrawingStyle sizes_;
  std::vector<MapName> names_;
};

}  // namespace tebiki::views
