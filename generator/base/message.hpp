#pragma once
#include <string>

namespace tebiki::base {

enum class Language { ja, en };

/// One sentence in both languages; both are written where the mistake is found.
struct Message {
  std::string ja;
  std::string en;

  std::string const& in(Language language) const { return language == Language::ja ? ja : en; }
  friend bool operator==(Message const&, Message const&) = default;
};

}  // namespace tebiki::base
