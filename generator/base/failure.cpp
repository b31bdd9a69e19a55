#include "base/failure.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>

namespace tebiki::base {

void rule_out_lack_of_memory() {
  // As much as the largest thing that a library asks for at once: a font file.
  constexpr std::size_t enough = 64'000'000;
  // Read back, so that no compiler leaves the question out.
  void* const volatile some = std::malloc(enough);
  if (!some) throw std::bad_alloc();
  std::free(some);
}

}  // namespace tebiki::base
