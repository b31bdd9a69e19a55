#include "model/availability.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace tebiki::model {
namespace {

using Words = std::span<std::string_view const>;

constexpr std::array<std::string_view, 7> yes_words{"yes", "○", "〇", "◯", "可", "対応できます", "true"};
constexpr std::array<std::string_view, 5> ask_words{"ask", "△", "▲", "要相談", "相談"};
constexpr std::array<std::string_view, 10> no_words{"no", "×", "✕", "✖", "x", "X", "ｘ", "不可", "対応していません", "false"};
constexpr std::array<std::string_view, 8> unanswered_words{"unanswered", "—", "―", "－", "-", "ー", "–", "未回答"};

/// An answer with its sign, its word and all that stands for it; the first of these is its key.
struct Entry {
  Availability answer;
  char const* sign;
  char const* word;
  Words words;
};
constexpr std::array<Entry, 4> entries{Entry{Availability::yes, "○", "対応できます", yes_words},
                                       Entry{Availability::ask, "△", "要相談", ask_words},
                                       Entry{Availability::no, "×", "対応していません", no_words},
                                       Entry{Availability::unanswered, "—", "未回答", unanswered_words}};

constexpr std::array<std::string_view, 11> true_words{"○",  "〇", "◯",    "yes",  "true", "TRUE",
                                                      "あり", "有", "有り", "はい", "1"};
constexpr std::array<std::string_view, 10> false_words{"×",    "✕",  "x",    "no",     "false",
                                                       "FALSE", "なし", "無", "無し", "いいえ"};

Entry const& entry_of(Availability answer) { return entries[std::size_t(answer)]; }

bool holds(Words words, std::string_view text) { return std::find(words.begin(), words.end(), text) != words.end(); }

}  // namespace

char const* sign(Availability answer) { return entry_of(answer).sign; }

char const* word(Availability answer) { return entry_of(answer).word; }

std::string_view key_of(Availability answer) { return entry_of(answer).words.front(); }

std::optional<Availability> availability_written_as(std::string_view text) {
  for (auto const& entry : entries) {
    if (holds(entry.words, text)) return entry.answer;
  }
  return std::nullopt;
}

std::optional<bool> truth_written_as(std::string_view text) {
  if (holds(true_words, text)) return true;
  if (holds(false_words, text) || text == "0") return false;
  return std::nullopt;
}

}  // namespace tebiki::model
