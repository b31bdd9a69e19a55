#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::views {

/// A name that was not found: what it should have named, in both languages, and what there is instead.
struct UnknownName {
  std::string code;    ///< `unknown-field`
  base::Message what;  ///< 一覧「facilities」の項目, a field of the list 'facilities'
  std::string word;
  std::vector<std::string> candidates;
  std::vector<std::string> aliases = {};  ///< meant as often, but not listed
};

/// An error at `at` that says which name is unknown and which was probably meant.
void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name);

/// 「a」「b」「c」 — at most twelve, then how many more.
base::Message quoted(std::vector<std::string> const& names);

}  // namespace tebiki::views
