#pragma once
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// What valijson says of a value: the way to it (`<root>`, `[rows]`, `[0]`) and a sentence.
struct Breach {
  std::vector<std::string> context;
  std::string description;
};

/// Says the same at the value's place, in both languages, with the field's label. Sentences that only wrap others
/// are left out, and so is what concerns a value at one of the places `said`. `source` is the schema's object.
void report_breaches(std::vector<Breach> const& breaches, model::Value const& record, model::Schema const& schema,
                     model::Value const& source, std::vector<base::SourceLocation> const& said,
                     base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
