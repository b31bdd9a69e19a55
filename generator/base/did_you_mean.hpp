#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::base {

/// Whether two neighbours that stand the wrong way round are one slip (optimal string alignment) or two (Levenshtein).
enum class Swaps { one_slip, two_slips };

/// How many characters were added, left out or exchanged, looked for no further than `limit`: a distance of `limit` or
/// more is given as `limit`. Cost: the length times the limit.
std::size_t edit_distance(std::u32string_view one, std::u32string_view other, std::size_t limit, Swaps swaps);

/// The candidate nearest to `word` for a "did you mean"; nothing when none is near. Words with other numbers (2分の1 and
/// 3分の1), with a negation more (対応 and 未対応) and other single characters (市 and 町) mean something else, and are not
/// near.
std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& candidates);

/// The remedy for a name that nobody knows: 「…」のことでしょうか, or what may be written instead.
Message did_you_mean(std::string_view word, std::vector<std::string> const& candidates);

/// 「…」のことでしょうか.
Message meant(std::string_view name);

/// Names of which there may be as many as records, and of which any may be gone: only what differs by a slip of the
/// hand is near, one letter, or two of a long name. Only for the first words that are none of them it is looked which
/// one is near: a column of wrong names is one mistake and not ten thousand.
class NearNames {
 public:
  explicit NearNames(std::vector<std::string> names) : names_(std::move(names)) {}
  std::vector<std::string> const& all() const { return names_; }
  /// Nothing when none is near, and after thirty words.
  std::optional<std::string> nearest(std::string_view word);

 private:
  std::vector<std::string> names_;
  std::size_t looked_at_ = 0;
};

/// The names, as a remedy lists them: 使えるのは「…、…」です; of many the first ones, and how many there are.
Message possible_names(std::vector<std::string> const& names);

/// A piece of a settings file for a message, given as JSON: `"count": 1`, `["名前", "電話"]`. It is shown in the syntax
/// of the file in which the mistake stands: in Markdown, whose settings are YAML, as `count: 1`, `[名前, 電話]`. That
/// is known when the message is, so `Diagnostics::sorted` writes it.
std::string in_its_syntax(std::string_view json);
/// A message of a mistake in the file of that path, with these pieces written out.
Message written_for(std::string_view path, Message message);

}  // namespace tebiki::base
