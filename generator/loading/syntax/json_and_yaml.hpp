#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/document.hpp"
#include "model/drawing.hpp"
#include "model/site.hpp"
#include "model/typed_values.hpp"

namespace tebiki::loading {

/// An error where a value holds a character that nobody sees once its escapes are read: `"\u202e"`, `&#x202E;`. One
/// that stands in the file as it is (`written`) was told when that was read.
void refuse_hidden_character(std::string_view value, std::string_view written, base::SourceLocation at,
                             base::Diagnostics& diagnostics);

// ---- JSON ----

/// Reads a JSON file; every value knows its position. Malformed JSON and a key given twice are errors.
/// Nothing when the file cannot be used at all.
std::optional<model::Value> read_json(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics);

/// What may come next where the reading of a JSON text stopped.
enum class JsonExpected { value, key, colon, comma, end };

/// How far the reading of a JSON text came.
struct JsonStop {
  JsonExpected expected = JsonExpected::value;  ///< after the last whole value, key or bracket
  std::size_t after = 0;                        ///< the end of that
  std::size_t read = 0;                         ///< bytes read in all
  std::vector<std::size_t> open;                ///< brackets not yet closed, outermost first
  bool number_too_large = false;
};

struct JsonMistake {
  std::size_t offset = 0;
  base::Message message;
  base::Message hint;
};

/// Finds out what a person did wrong, and at which byte. Linear in the rest of the text.
JsonMistake explain_json(std::string_view text, JsonStop const& stop);
/// The escape at that byte of a string, where it is one half of a character (`\ud800`) without the other
/// (RFC 8259 §7).
std::optional<JsonMistake> half_character(std::string_view text, std::size_t at);

// ---- YAML ----

/// Where each byte of a text that was made from another text stood in that one.
/// It consists of pieces that were taken over as they are; none: both texts are the same.
class SourceMap {
 public:
  /// Bytes from `offset` on stood at `source` and after it. Both ascend from call to call.
  void add(std::size_t offset, std::size_t source);
  /// Where the byte at `offset` stood; never behind the beginning of the next piece. Logarithmic in the pieces.
  std::size_t operator()(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t offset = 0;
    std::size_t source = 0;
  };
  std::vector<Piece> pieces_;
};

inline void SourceMap::add(std::size_t offset, std::size_t source) {
  if (!pieces_.empty() && pieces_.back().offset == offset) pieces_.pop_back();
  pieces_.push_back({offset, source});
}

inline std::size_t SourceMap::operator()(std::size_t offset) const {
  auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                               [](std::size_t wanted, Piece const& piece) { return wanted < piece.offset; });
  auto piece = next == pieces_.begin() ? Piece{} : *std::prev(next);
  auto source = piece.source + (offset - piece.offset);
  return next == pieces_.end() ? source : std::min(source, std::max(piece.source, next->source));
}

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

/// Reads YAML (hence also JSON); positions are those that the map gives. Scalars follow the YAML 1.2 core schema:
/// true/false, null and numbers only when plain; dates, `yes`, telephone numbers and numbers with a leading zero stay
/// text. Aliases and tags are refused.
std::optional<model::Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics);

/// Reads it as the other `read_yaml` does, and expects an object; nothing at all counts as an empty one. `what` names
/// it in messages.
std::optional<model::Value> read_yaml_object(YamlText const& yaml, base::Message const& what,
                                             base::Diagnostics& diagnostics);

/// A Markdown file's front matter and where its body begins.
struct FrontMatter {
  model::Value data;  ///< an object, empty without front matter
  base::SourceLocation body;
  bool sound = true;  ///< false when there was a mistake in it
};
/// The block between `---` lines at the top of a file. An unclosed one is an error.
FrontMatter read_front_matter(base::FileId file, base::Sources const& sources, base::Diagnostics& diagnostics);

/// A mistake against YAML's grammar: where its cause lies, which is seldom where a parser stumbles.
struct YamlMistake {
  std::size_t at = 0;
  base::Message message;
  base::Message hint;
  std::string_view code = "yaml-syntax";
};

/// Looks around `stumbled_at` for the slips that people make: a tab or full-width blank as indentation, a full-width
/// colon, no blank after a colon, a value that needs quotation marks, a bracket left open (at `open_bracket`).
YamlMistake explain_yaml_mistake(std::string_view text, std::size_t stumbled_at,
                                 std::optional<std::size_t> open_bracket);
/// `{wheelchair:yes}` is one key to YAML; `key_end` is where it ends.
YamlMistake missing_yaml_blank(std::string_view text, std::size_t key_end, std::string_view key);
/// Of text whose quotation mark at `at` has no other.
YamlMistake unclosed_quotation(std::string_view text, std::size_t at);
/// Of what YAML has and settings do not need.
YamlMistake second_yaml_document(std::size_t at);
YamlMistake yaml_alias(std::size_t at);
YamlMistake yaml_anchor(std::size_t at);
YamlMistake yaml_tag(std::size_t at);
constexpr std::size_t deepest_yaml_nesting = 32;
YamlMistake too_deep_yaml(std::size_t at);
/// What to say of a line that holds no `key: value`; nothing when no common slip is seen there.
std::optional<YamlMistake> explain_yaml_line(std::string_view text, std::size_t at);

/// Text without quotation marks: null, true, false, a number, or text. YAML 1.2.2 §10.3, the core schema, but numbers
/// only as JSON writes them.
model::Value plain_value(std::string const& text, base::SourceLocation at);

// ---- settings of an object, in object_check.cpp ----

/// What a setting must be.
enum class Shape { text, texts, number, boolean, object, list, any };
enum class Need { optional, required };

/// A setting that an object may have.
struct Key {
  std::string_view name;
  Shape shape = Shape::any;
  Need need = Need::optional;
};

/// Reports unknown keys (with what may have been meant), missing ones, and values of the wrong shape.
/// `where` names the object: `site.json`, `contact`. False when it is no object at all.
bool check_object(model::Value const& value, std::span<Key const> keys, base::Message const& where,
                  base::Diagnostics& diagnostics);
/// The same where the name is one word in both languages.
bool check_object(model::Value const& value, std::span<Key const> keys, std::string_view where,
                  base::Diagnostics& diagnostics);

/// Gives misspelt keys, which were reported, the names that were most likely meant: so nothing else misses them.
void correct_keys(model::Value& value, std::span<Key const> keys);

using base::did_you_mean;

/// The member of that key, to be changed; nullptr when there is none.
model::Value* member(model::Value& object, std::string_view key);
/// The text of that key without blanks at its ends; empty when absent or no text.
std::string text_of(model::Value const& object, std::string_view key);
std::vector<std::string> texts_of(model::Value const& object, std::string_view key);
/// Where the value of that key stands; the object's place where it has none.
base::SourceLocation place_of(model::Value const& object, std::string_view key);
bool flag_of(model::Value const& object, std::string_view key);
/// Reads `#rrggbb` into `colour` where it is given; another form is an error.
void read_colour(model::Value const& object, std::string_view key, model::Colour& colour,
                 base::Diagnostics& diagnostics);
/// `care-guide#sec` as name and fragment; a leading `ref:` is not minded.
model::Reference reference_from(std::string_view text);

/// Of it the names of files are made, which take 255 bytes with what stands before and behind.
constexpr std::size_t longest_slug = 100;
/// ^[a-z0-9][a-z0-9-]*$, no longer than that: what ids and the names of lists, pages and publications look like.
bool is_slug(std::string_view text);
/// The remedy for a longer one.
base::Message too_long_slug();
/// Reports a name that cannot stand in a URL; false when it cannot.
bool refuse_bad_slug(std::string_view slug, base::SourceLocation at, base::Diagnostics& diagnostics);
/// The same for each part of a path such as `scenes/daily`.
bool refuse_bad_path(std::string_view path, base::SourceLocation at, base::Diagnostics& diagnostics);

/// Reports an end before the beginning; `at` is where the end was written.
void check_period(model::PublishingPeriod const& period, base::SourceLocation at, base::Diagnostics& diagnostics);

/// Reads the `aliases` of an object: names that `target` had before. One without a slash is completed by `folder`
/// (`facilities/`, or empty). Errors: what cannot be a name in a URL.
void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

/// The same for one name.
void read_alias(std::string const& written, base::SourceLocation at, std::string const& folder,
                std::string const& target, std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
