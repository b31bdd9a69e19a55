#pragma once
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/records/field_reading.hpp"

namespace tebiki::loading {

/// What is said of one record: of each value only once.
class RecordMistakes {
 public:
  explicit RecordMistakes(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void error(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    said_.push_back(at);
    diagnostics_.error(at, code, std::move(message), std::move(hint));
  }
  /// A value that is not of its field's kind; `shown` is how it was written.
  void refuse(FormatMistake const& mistake, model::Field const& field, std::string_view shown,
              base::SourceLocation at) {
    error(at, "malformed-value",
          {field.label + "「" + std::string(shown) + "」は" + mistake.is.ja,
           field.label + " “" + std::string(shown) + "” " + mistake.is.en},
          mistake.hint);
  }
  void warning(base::SourceLocation at, std::string_view code, base::Message message, base::Message hint) {
    diagnostics_.warning(at, code, std::move(message), std::move(hint));
  }
  bool were_told(base::SourceLocation at) const { return std::find(said_.begin(), said_.end(), at) != said_.end(); }

  std::set<std::string> meant;  ///< keys for which its unknown keys seem to stand

 private:
  base::Diagnostics& diagnostics_;
  std::vector<base::SourceLocation> said_;
};

}  // namespace tebiki::loading
