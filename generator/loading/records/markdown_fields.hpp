#pragma once
#include "loading/records/records.hpp"

namespace tebiki::loading {

/// Turns the text of fields whose kind is Markdown into blocks, those of rows too. Mistakes are placed in the text where
/// the file has it as it is, otherwise at the value.
void read_markdown_fields(model::Record& record, model::Schema const& schema, LoadContext const& context);

}  // namespace tebiki::loading
