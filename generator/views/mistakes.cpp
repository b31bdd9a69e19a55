#include "views/mistakes.hpp"

#include <fmt/format.h>

#include "base/did_you_mean.hpp"
#include "base/unicode.hpp"

namespace tebiki::views {
namespace {

constexpr std::size_t shown_names = 12;

base::Message remedy(UnknownName const& name) {
  auto known = name.candidates;
  known.insert(known.end(), name.aliases.begin(), name.aliases.end());
  if (base::nearest(name.word, known)) return base::did_you_mean(name.word, known);
  if (name.candidates.empty()) return {"使えるものがまだ一つもありません。", "There is none yet."};
  auto names = quoted(name.candidates);
  return {fmt::format("使えるのは{}です。", names.ja), fmt::format("There are {}.", names.en)};
}

}  // namespace

base::Message quoted(std::vector<std::string> const& names) {
  base::Message out;
  for (std::size_t i = 0; i < names.size() && i < shown_names; ++i) {
    out.ja += fmt::format("「{}」", names[i]);
    out.en += fmt::format("{}'{}'", i ? ", " : "", names[i]);
  }
  if (names.size() > shown_names) {
    out.ja += fmt::format("など{}個", names.size());
    out.en += fmt::format(" and {} more", names.size() - shown_names);
  }
  return out;
}

void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name) {
  diagnostics.error(at, name.code,
                    {fmt::format("「{}」という{}はありません。", name.word, name.what.ja),
                     fmt::format("'{}' is not {}.", name.word, name.what.en)},
                    remedy(name));
}

}  // namespace tebiki::views
