#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "loading/syntax/source_map.hpp"
#include "model/value.hpp"

namespace tebiki::loading {

/// A piece of YAML cut out of a file: `map` says where its bytes stood there.
struct YamlText {
  std::string_view text;
  SourceMap map;
  base::FileId file = base::FileId::none;

  base::SourceLocation at(std::size_t offset) const { return {file, static_cast<std::uint32_t>(map(offset))}; }
  /// Of `size` bytes of the text, in the file.
  base::SourceLocation span(std::size_t offset, std::size_t size) const {
    auto begin = at(offset);
    if (size > 0) begin.length = static_cast<std::uint32_t>(map(offset + size - 1)) + 1 - begin.offset;
    return begin;
  }
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

/// Ends the reading of YAML at once; caught where it began.
struct YamlRefusal {
  YamlMistake mistake;
  std::string_view code = "yaml-syntax";
};

/// Builds values from what a YAML parser meets, in its order, and refuses what we do not want or what the parser
/// (yaml-cpp) is too lenient with. Offsets are those of the text.
class YamlTree {
 public:
  YamlTree(YamlText const& yaml, base::Diagnostics& diagnostics) : yaml_(yaml), diagnostics_(diagnostics) {}

  enum class Kind { list, object };
  enum class Style { block, bracketed };

  void begin_document(std::size_t at);
  void open(std::size_t at, Kind kind, Style style);
  void close();
  void null(std::size_t at);
  /// Text without quotation marks may be a number, true or false.
  void plain(std::size_t at, std::string const& text);
  /// Text that begins with a quotation mark at `at`.
  void quoted(std::size_t at, std::string const& text);
  /// Text set off by `|` or `>`.
  void literal(std::size_t at, std::string const& text);
  [[noreturn]] void alias(std::size_t at);
  void tag_and_anchor(std::size_t at, std::string_view tag, bool anchored);

  /// The innermost bracket that is still open.
  std::optional<std::size_t> open_bracket() const;
  model::Value take() { return std::move(root_); }

 private:
  /// A list or object whose end has not been seen.
  struct Open {
    model::Value value;
    std::size_t at = 0;
    Style style = Style::block;
    std::optional<model::Member> member;  ///< the key that waits for its value
    std::size_t member_at = 0;
    std::set<std::string> keys;
  };

  bool expects_key() const;
  void put(model::Value value);
  void begin_member(std::string const& key, std::size_t at, std::size_t size);
  std::size_t plain_size(std::size_t at, std::string_view text) const;
  std::size_t quoted_size(std::size_t at) const;

  YamlText const& yaml_;
  base::Diagnostics& diagnostics_;
  model::Value root_;
  std::vector<Open> open_;
  bool started_ = false;
};

}  // namespace tebiki::loading
