#pragma once
#include <optional>
#include <string_view>

namespace tebiki::model {

/// The answer to "can you do this?" ○ △ × —. Absent means unanswered, which is never shown as no.
enum class Availability { yes, ask, no, unanswered };

/// ○ △ × —
char const* sign(Availability answer);
/// What the sign says in words: 対応できます.
char const* word(Availability answer);
/// What stands for it in files: yes, ask, no, unanswered.
std::string_view key_of(Availability answer);

/// The answer that people write as ○, 〇, 可, △, 要相談, ×, — …, or by its word or key; nothing for other words.
std::optional<Availability> availability_written_as(std::string_view text);
/// Of あり, なし, ○, ×, はい … whether it is so; nothing for other words.
std::optional<bool> truth_written_as(std::string_view text);

}  // namespace tebiki::model
