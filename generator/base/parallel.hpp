#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

namespace tebiki::base {

/// Calls `body(i)` for every i below `count` on up to `jobs` threads (0 counts as 1).
/// The first exception by index is thrown again after all threads have ended.
template <class Body>
void parallel_for(std::size_t count, unsigned jobs, Body&& body) {
  if (jobs <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) body(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::size_t failed_at = count;
  std::exception_ptr failure;
  auto work = [&] {
    for (std::size_t i; (i = next.fetch_add(1)) < count;) {
      try {
        body(i);
      } catch (...) {
        std::lock_guard lock(mutex);
        if (i < failed_at) failed_at = i, failure = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> threads;
  try {
    for (unsigned t = 1; t < jobs && t < count; ++t) threads.emplace_back(work);
  } catch (std::system_error const&) {
    // The machine gives no more threads: those there are do all the work.
  }
  work();
  threads.clear();
  if (failure) std::rethrow_exception(failure);
}

/// What `make(i)` gives for every i below `count`, in that order. Threads take some of them at once: each may be small.
template <class Make>
auto parallel_map(std::size_t count, unsigned jobs, Make&& make) {
  constexpr std::size_t at_once = 64;
  std::vector<std::decay_t<decltype(make(std::size_t()))>> made(count);
  parallel_for((count + at_once - 1) / at_once, jobs, [&](std::size_t chunk) {
    for (auto i = chunk * at_once; i < std::min(count, (chunk + 1) * at_once); ++i) made[i] = make(i);
  });
  return made;
}

}  // namespace tebiki::base
