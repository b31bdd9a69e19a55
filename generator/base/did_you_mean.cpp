#include "base/did_you_mean.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"

namespace tebiki::base {

Message did_you_mean(std::string_view word, std::vector<std::string> const& candidates) {
  if (auto near = nearest(word, candidates))
    return {fmt::format("「{}」のことでしょうか。", *near), fmt::format("Did you mean “{}”?", *near)};
  return possible_names(candidates);
}

Message possible_names(std::vector<std::string> const& names) {
  if (names.empty()) return {"書き直すか、消してください。", "Correct or remove it."};
  constexpr std::size_t shown = 10;
  std::string ja, en;
  for (std::size_t i = 0; i < std::min(shown, names.size()); ++i) {
    ja += (i ? "、" : "") + names[i];
    en += (i ? ", " : "") + names[i];
  }
  if (names.size() > shown)
    return {fmt::format("使えるのは「{}」など {} 個です。", ja, names.size()),
            fmt::format("Possible are: {} and {} others.", en, names.size() - shown)};
  return {fmt::format("使えるのは「{}」です。", ja), fmt::format("Possible are: {}.", en)};
}

}  // namespace tebiki::base
