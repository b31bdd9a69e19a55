// Fields whose text is Markdown.
#include <algorithm>

#include "loading/markdown/markdown.hpp"
#include "loading/records/records.hpp"
#include "loading/records/schema.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldValue;

/// Where bytes of a value's text stand in its file.
class Places {
 public:
  Places(std::string_view text, base::SourceLocation at, base::Sources const& sources) : at_(at) {
    auto const file = sources.text(at.file);
    for (std::uint32_t quote : {0u, 1u}) {
      auto const begin = std::min<std::size_t>(at.offset + quote, file.size());
      if (is_verbatim_ || !file.substr(begin).starts_with(text)) continue;
      is_verbatim_ = true;
      begin_ = std::uint32_t(begin);
    }
  }
  base::SourceLocation operator()(base::SourceLocation in_text) const {
    if (!is_verbatim_) return at_;
    return {at_.file, begin_ + in_text.offset, in_text.length};
  }

 private:
  base::SourceLocation at_;
  std::uint32_t begin_ = 0;
  bool is_verbatim_ = false;  ///< without escapes, doubled quotes or indents
};

void move_to_file(model::Blocks& blocks, Places const& places) {
  model::for_each_block(blocks, [&](model::Block& block) {
    block.at = places(block.at);
    model::for_each_text(block, [&](model::Inlines& text) {
      model::for_each_inline(text, [&](model::Inline& piece) { piece.at = places(piece.at); });
    });
  });
}

model::Blocks blocks_of(std::string const& text, base::SourceLocation at, LoadContext const& context) {
  base::Sources alone;
  base::Diagnostics said;
  auto blocks = read_markdown({alone.add("", text), 0}, context.site_file, alone, said);
  lower_headings(blocks);
  Places const places(text, at, context.sources);
  move_to_file(blocks, places);
  for (auto& mistake : said.sorted(alone)) {
    bool const error = mistake.severity == base::Severity::error;
    auto const tell = error ? &base::Diagnostics::error : &base::Diagnostics::warning;
    (context.diagnostics.*tell)(places(mistake.at), mistake.code, std::move(mistake.message), std::move(mistake.hint));
  }
  return blocks;
}

void read_values(std::vector<FieldValue>& values, std::vector<Field> const& fields, LoadContext const& context) {
  for (auto& value : values) {
    auto const* field = find_field(fields, value.slot);
    if (!field) continue;
    if (auto* rows = std::get_if<model::FieldRows>(&value.data)) {
      for (auto& row : rows->rows) read_values(row.values, field->fields, context);
    }
    auto const* text = field->kind == model::FieldKind::markdown ? value.text() : nullptr;
    if (text) value.data = blocks_of(*text, value.at, context);
  }
}

}  // namespace

void read_markdown_fields(model::Record& record, model::Schema const& schema, LoadContext const& context) {
  read_values(record.values, schema.fields, context);
}

}  // namespace tebiki::loading
