#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <memory>
#include <utility>

#include "support/unicode.hpp"

namespace tebiki::support {
namespace {

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
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

bool Pattern::matches_part_of(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  auto source = utf16(text);
  std::unique_ptr<icu::RegexMatcher> matcher(compiled_->pattern->matcher(source, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(1000, status);  // about a second: schemas come from many hands
  bool found = matcher->find(status);
  return U_SUCCESS(status) && found;
}

}  // namespace tebiki::support
