#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// How the ids of a list are made of other values: `x-id` names one column (医療機関コード), or holds words around
/// names in braces (event-{NO}).
class IdRule {
 public:
  /// An empty text is no rule.
  explicit IdRule(std::string_view text);

  bool empty() const { return pieces_.empty(); }
  /// The columns or fields that it needs, in NFKC.
  std::vector<std::string> names() const;
  /// The id, where `value_of` gives the value of the column or field of that index in `names`.
  std::string make(std::function<std::string_view(std::size_t)> const& value_of) const;

 private:
  struct Piece {
    std::string text;
    bool name = false;
  };
  std::vector<Piece> pieces_;
};

/// Reads `x-id` of a schema; braces that do not match are an error, and no rule.
std::string read_id_rule(model::Value const& source, base::Diagnostics& diagnostics);

/// Gives every record without an id the one that the schema's rule makes of its fields, where it has them all.
void make_ids(std::vector<model::Record>& records, model::Schema const& schema);

/// Gives each record the id that its fields name. Records without one that could be a URL are reported and left out;
/// so is every record whose id was there before, naming both places. Says whether all of them stayed.
enum class Ids { all_given, some_left_out };
Ids give_ids(std::vector<model::Record>& records, model::Schema const& schema, base::Sources const& sources, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
