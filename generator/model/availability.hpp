#pragma once

namespace tebiki::model {

/// The answer to "can you do this?" ○ △ × —. Absent means unanswered, which is never shown as no.
enum class Availability { yes, ask, no, unanswered };

/// ○ △ × —
constexpr char const* sign(Availability answer) {
  switch (answer) {
    case Availability::yes:
      return "○";
    case Availability::ask:
      return "△";
    case Availability::no:
      return "×";
    case Availability::unanswered:
      return "—";
  }
  return "";
}

/// What the sign says in words.
constexpr char const* word(Availability answer) {
  switch (answer) {
    case Availability::yes:
      return "対応できます";
    case Availability::ask:
      return "要相談";
    case Availability::no:
      return "対応していません";
    case Availability::unanswered:
      return "未回答";
  }
  return "";
}

}  // namespace tebiki::model
