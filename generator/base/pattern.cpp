#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/unicode.hpp"

namespace tebiki::base {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
}

/// For one text.
constexpr std::int32_t most_steps = 1000;

/// Counts the steps of a match, of about a millisecond; ICU calls it after each.
UBool U_CALLCONV count_step(void const* steps, std::int32_t) {
  auto& left = *static_cast<std::int32_t*>(const_cast<void*>(steps));
  return --left > 0;
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
};

Pattern::Pattern(Compiled* compiled) : compiled_(compiled) {}
Pattern::Pattern(Pattern&& other) noexcept : compiled_(std::exchange(other.compiled_, nullptr)) {}
Pattern& Pattern::operator=(Pattern&& other) noexcept {
  std::swap(compiled_, other.compiled_);
  return *this;
}
Pattern::~Pattern() { delete compiled_; }

std::optional<Pattern> Pattern::compile(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(utf16(expression), 0, status));
  if (U_FAILURE(status)) return std::nullopt;
  return Pattern(new Compiled{std::move(pattern)});
}

Match Pattern::match_part_of(std::string_view text, MatchSteps& steps) const {
  UErrorCode status = U_ZERO_ERROR;
  auto source = utf16(text);
  std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(source, status));
  auto const allowed = std::min(most_steps, steps.left);
  auto left = allowed;
  matcher->setMatchCallback(count_step, &left, status);
  bool const found = matcher->find(status);
  steps.left -= allowed - left;
  if (U_FAILURE(status)) return Match::took_too_long;
  return found ? Match::found : Match::not_found;
}

}  // namespace tebiki::base
