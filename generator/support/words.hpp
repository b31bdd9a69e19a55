#pragma once
#include <string>

namespace tebiki::support {

enum class Language { ja, en };

/// One sentence in both languages; both are written where the mistake is found.
struct Words {
  std::string ja;
  std::string en;

  std::string const& in(Language language) const { return language == Language::ja ? ja : en; }
  friend bool operator==(Words const&, Words const&) = default;
};

}  // namespace tebiki::support
