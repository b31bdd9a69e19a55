#include "base/diagnostics.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <new>
#include <tuple>

namespace tebiki::base {

void Diagnostics::error(SourceLocation at, std::string_view code, Message message, Message hint) {
  add({Severity::error, std::string(code), std::move(message), std::move(hint), at});
}

void Diagnostics::warning(SourceLocation at, std::string_view code, Message message, Message hint) {
  add({Severity::warning, std::string(code), std::move(message), std::move(hint), at});
}

void Diagnostics::add(Diagnostic diagnostic) {
  std::lock_guard lock(mutex_);
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(Diagnostics& others) {
  std::scoped_lock lock(mutex_, others.mutex_);
  items_.insert(items_.end(), std::make_move_iterator(others.items_.begin()),
                std::make_move_iterator(others.items_.end()));
  others.items_.clear();
}

bool Diagnostics::has_errors() const {
  std::lock_guard lock(mutex_);
  return std::any_of(items_.begin(), items_.end(), [](auto& item) { return item.severity == Severity::error; });
}

std::size_t Diagnostics::size() const {
  std::lock_guard lock(mutex_);
  return items_.size();
}

std::vector<Diagnostic> Diagnostics::sorted(Sources const& sources) const {
  std::lock_guard lock(mutex_);
  auto result = items_;
  auto path_of = [&](Diagnostic const& d) {
    return d.at.file == FileId::none ? std::string_view() : std::string_view(sources.path(d.at.file));
  };
  auto less = [&](Diagnostic const& a, Diagnostic const& b) {
    auto path_a = path_of(a);
    auto path_b = path_of(b);
    return std::tie(path_a, a.at.offset, a.code, a.message.en) < std::tie(path_b, b.at.offset, b.code, b.message.en);
  };
  std::stable_sort(result.begin(), result.end(), less);
  auto same = [](Diagnostic const& a, Diagnostic const& b) {
    return a.at == b.at && a.code == b.code && a.message == b.message;
  };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

void rule_out_lack_of_memory() {
  // As much as the largest thing that a library asks for at once: a font file.
  constexpr std::size_t enough = 64'000'000;
  // Read back, so that no compiler leaves the question out.
  void* const volatile some = std::malloc(enough);
  if (!some) throw std::bad_alloc();
  std::free(some);
}

}  // namespace tebiki::base
