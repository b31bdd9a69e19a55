#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "loading/markdown/source_map.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// A piece of YAML cut out of a file: `map` says where its bytes stood there.
struct YamlText {
  std::string_view text;
  SourceMap map;
  base::FileId file = base::FileId::none;

  base::SourceLocation at(std::size_t offset) const { return {file, static_cast<std::uint32_t>(map(offset))}; }
};

/// Reads it as `read_yaml` does.
std::optional<model::Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics);

/// Reads it and expects an object; nothing at all counts as an empty one. `what` names it in messages.
std::optional<model::Value> read_yaml_object(YamlText const& yaml, base::Message const& what,
                                             base::Diagnostics& diagnostics);

/// A mistake against YAML's grammar: where its cause lies, which is seldom where a parser stumbles.
struct YamlMistake {
  std::size_t at = 0;
  base::Message message;
  base::Message hint;
};

/// Looks around `stumbled_at` for the slips that people make: a tab or full-width blank as indentation, a full-width
/// colon, no blank after a colon, a value that needs quotation marks, a bracket left open (at `open_bracket`).
YamlMistake explain_yaml_mistake(std::string_view text, std::size_t stumbled_at,
                                 std::optional<std::size_t> open_bracket);
/// `{wheelchair:yes}` is one key to YAML; `key_end` is where it ends.
YamlMistake missing_yaml_blank(std::string_view text, std::size_t key_end, std::string_view key);
/// What to say of a line that holds no `key: value`; nothing when no common slip is seen there.
std::optional<YamlMistake> explain_yaml_line(std::string_view text, std::size_t at);

}  // namespace tebiki::loading
