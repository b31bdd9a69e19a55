#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <stdexcept>
#include <string>

namespace tebiki::base {
namespace {

TEST(ParallelFor, CallsItsBodyOnceForEveryIndex) {
  std::vector<std::atomic<int>> calls(1000);
  parallel_for(calls.size(), 4, [&](std::size_t i) { ++calls[i]; });
  for (auto const& count : calls) EXPECT_EQ(count, 1);
}

TEST(ParallelFor, CallsTheBodiesOfLoopsInsideOneAnotherOnceEach) {
  std::vector<std::atomic<int>> calls(8 * 9 * 10);
  parallel_for(8, 3, [&](std::size_t i) {
    parallel_for(9, 3,
                 [&](std::size_t j) { parallel_for(10, 3, [&](std::size_t k) { ++calls[(i * 9 + j) * 10 + k]; }); });
  });
  for (auto const& count : calls) EXPECT_EQ(count, 1);
}

TEST(ParallelFor, LetsNoMoreThreadsWorkThanThereAreJobsHoweverDeepLoopsStandInOneAnother) {
  std::atomic<int> now = 0, most = 0;
  std::mutex mutex;
  std::set<std::thread::id> threads;
  parallel_for(6, 2, [&](std::size_t) {
    parallel_for(20, 2, [&](std::size_t) {
      int const busy = ++now;
      for (int seen = most; busy > seen && !most.compare_exchange_weak(seen, busy);) continue;
      std::this_thread::sleep_for(std::chrono::microseconds(200));
      --now;
      std::lock_guard const lock(mutex);
      threads.insert(std::this_thread::get_id());
    });
  });
  EXPECT_LE(most, 2);
  EXPECT_LE(threads.size(), 2u);
}

TEST(ParallelFor, LetsAThreadThatHasDoneItsPartWorkOnTheLoopInsideAnothersPart) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  parallel_for(2, 2, [&](std::size_t part) {
    if (part == 0) return;
    parallel_for(50, 2, [&](std::size_t) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      std::lock_guard const lock(mutex);
      threads.insert(std::this_thread::get_id());
    });
  });
  EXPECT_EQ(threads.size(), 2u);
}

TEST(ParallelFor, ThrowsTheFirstExceptionByIndexAfterAllCalls) {
  std::atomic<int> calls = 0;
  auto const failing = [&](std::size_t i) {
    ++calls;
    if (i == 10 || i == 30) throw std::runtime_error(std::to_string(i));
  };
  try {
    parallel_for(40, 4, failing);
    FAIL() << "nothing was thrown";
  } catch (std::runtime_error const& error) {
    EXPECT_STREQ(error.what(), "10");
  }
  EXPECT_EQ(calls, 40);
}

TEST(ParallelFor, HandsAnExceptionOfAnInnerLoopOnToTheOuterOne) {
  auto const run = [] {
    parallel_for(3, 2, [](std::size_t i) {
      parallel_for(3, 2, [&](std::size_t j) {
        if (i == 1 && j == 2) throw std::runtime_error("inside");
      });
    });
  };
  EXPECT_THROW(run(), std::runtime_error);
  std::atomic<int> calls = 0;
  parallel_for(5, 2, [&](std::size_t) { ++calls; });
  EXPECT_EQ(calls, 5);
}

TEST(ParallelFor, WorksOnTheThreadThatCallsItWhereThereIsOneJob) {
  auto const here = std::this_thread::get_id();
  for (unsigned jobs : {0u, 1u})
    parallel_for(5, jobs, [&](std::size_t) { EXPECT_EQ(std::this_thread::get_id(), here); });
}

TEST(ParallelFor, SharesTheThreadsThatStandReady) {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  LoopThreads shared(3);
  for (int round = 0; round < 20; ++round) {
    parallel_for(30, 3, [&](std::size_t) {
      std::this_thread::sleep_for(std::chrono::microseconds(100));
      std::lock_guard const lock(mutex);
      threads.insert(std::this_thread::get_id());
    });
  }
  EXPECT_LE(threads.size(), 3u);
}

TEST(ParallelMap, KeepsTheOrder) {
  auto const squares = parallel_map(1000, 4, [](std::size_t i) { return i * i; });
  for (std::size_t i = 0; i < squares.size(); ++i) EXPECT_EQ(squares[i], i * i);
}

}  // namespace
}  // namespace tebiki::base
