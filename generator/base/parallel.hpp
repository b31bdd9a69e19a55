#pragma once
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

namespace tebiki::base {

/// Threads that loops share: however deep loops stand in one another, no more than `jobs` threads work at once, the one
/// that made this included. While it lives, the loops of that thread and those inside them use it.
class LoopThreads {
 public:
  /// A loop whose indices are being taken.
  struct Loop {
    std::function<void()> work;  ///< takes indices until none is left; throws nothing
    std::size_t room;            ///< how many threads may still join
    std::size_t inside = 0;      ///< how many have joined and not left
    std::size_t number = 0;      ///< loops that begin later have greater ones
  };

  explicit LoopThreads(unsigned jobs) : most_(std::max(1u, jobs) - 1), outer_(current()) { current() = this; }
  LoopThreads(LoopThreads const&) = delete;
  LoopThreads& operator=(LoopThreads const&) = delete;
  ~LoopThreads() {
    {
      std::lock_guard const lock(mutex_);
      ended_ = true;
      changed_.notify_all();
    }
    threads_.clear();
    current() = outer_;
  }

  /// Those that loops of this thread use, or nullptr.
  static LoopThreads*& current() {
    static thread_local LoopThreads* threads = nullptr;
    return threads;
  }

  /// Returns when the whole loop is done. Who waits for others works meanwhile, but only on loops that began later:
  /// each waits for a later one than its own, so that no two wait for each other, and what it has begun stays short.
  void run(Loop& loop) {
    std::unique_lock lock(mutex_);
    loop.number = ++last_number_;
    loops_.push_back(&loop);
    start_threads(loop.room);
    changed_.notify_all();
    lock.unlock();
    loop.work();
    lock.lock();
    std::erase(loops_, &loop);
    help(lock, loop.number, [&] { return loop.inside == 0; });
  }

 private:
  void start_threads(std::size_t wanted) {
    try {
      while (idle_ < wanted && threads_.size() < most_) {
        threads_.emplace_back([this] {
          current() = this;
          std::unique_lock lock(mutex_);
          --idle_;
          help(lock, 0, [this] { return ended_; });
        });
        ++idle_;
      }
    } catch (std::system_error const&) {
      most_ = threads_.size();  // The machine gives no more: those there are do all the work.
    }
  }

  /// Works on loops that began after the one of that number, the oldest first: it is the one that holds the most.
  template <class Done>
  void help(std::unique_lock<std::mutex>& lock, std::size_t number, Done const& done) {
    while (!done()) {
      auto const found = std::find_if(loops_.begin(), loops_.end(),
                                      [&](Loop const* loop) { return loop->number > number && loop->room > 0; });
      if (found == loops_.end()) {
        ++idle_;
        changed_.wait(lock);
        --idle_;
        continue;
      }
      auto& loop = **found;
      --loop.room;
      ++loop.inside;
      lock.unlock();
      loop.work();
      lock.lock();
      std::erase(loops_, &loop);
      if (--loop.inside == 0) changed_.notify_all();
    }
  }

  std::size_t most_;  ///< beside the thread that made this
  LoopThreads* outer_;
  std::mutex mutex_;
  std::condition_variable changed_;  ///< a loop can be joined, or the last thread has left one
  std::vector<Loop*> loops_;         ///< those with indices to be taken, in the order in which they began
  std::size_t last_number_ = 0;
  std::size_t idle_ = 0;
  bool ended_ = false;
  std::vector<std::jthread> threads_;
};

/// Calls `body(i)` for every i below `count` on up to `jobs` threads (0 counts as 1), which loops inside it share.
/// The first exception by index is thrown again after all calls have ended. Who waits for the last ones may work on
/// another loop: hold no lock around this that another loop asks for.
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
  LoopThreads::Loop loop{[&] {
                           for (std::size_t i; (i = next.fetch_add(1)) < count;) {
                             try {
                               body(i);
                             } catch (...) {
                               std::lock_guard lock(mutex);
                               if (i < failed_at) failed_at = i, failure = std::current_exception();
                             }
                           }
                         },
                         std::min<std::size_t>(jobs, count) - 1};
  std::optional<LoopThreads> own;
  if (!LoopThreads::current()) own.emplace(jobs);
  LoopThreads::current()->run(loop);
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
