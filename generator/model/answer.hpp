#pragma once

namespace tebiki::model {

/// The answer to "can you do this?" ○ △ × —. Absent means unanswered, which is never shown as no.
enum class Answer { yes, ask, no, unanswered };

/// ○ △ × —
constexpr char const* sign(Answer answer) {
  switch (answer) {
    case Answer::yes: return "○";
    case Answer::ask: return "△";
    case Answer::no: return "×";
    case Answer::unanswered: return "—";
  }
  return "";
}

/// What the sign says in words.
constexpr char const* word(Answer answer) {
  switch (answer) {
    case Answer::yes: return "対応できます";
    case Answer::ask: return "要相談";
    case Answer::no: return "対応していません";
    case Answer::unanswered: return "未回答";
  }
  return "";
}

}  // namespace tebiki::model
