#include "base/digest.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tebiki::base {
namespace {

TEST(Digest, IsTheSameForTheSameBytesOnly) {
  EXPECT_EQ(digest_of("見本"), digest_of(std::string("見本")));
  std::set<std::string> seen;
  std::string text(64, '\0');
  seen.insert(digest_of(text));
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    auto changed = text;
    changed[bit / 8] = char(1 << bit % 8);
    seen.insert(digest_of(changed));
  }
  for (std::size_t length = 0; length < text.size(); ++length) seen.insert(digest_of(text.substr(0, length)));
  EXPECT_EQ(seen.size(), 1 + 64 * 8 + 64u);
}

TEST(Digest, KnowsWhereOneTextEndsAndTheNextBegins) {
  EXPECT_NE(Digest().add("a").add("bc").hex(), Digest().add("ab").add("c").hex());
  EXPECT_NE(Digest().add("a").add("b").hex(), Digest().add("b").add("a").hex());
  EXPECT_EQ(digest_of("").size(), 32u);
}

}  // namespace
}  // namespace tebiki::base
