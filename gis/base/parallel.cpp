// SPDX-License-Identifier: Apache-2.0
#include "gis/base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace merestone {

unsigned processors() noexcept { return std::max(1U, std::thread::hardware_concurrency()); }

void parallel_for(std::size_t count, std::size_t chunk, const std::function<void(std::size_t, std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex guard;
  const auto run = [&] {
    try {
      for (;;) {
        const std::size_t first = next.fetch_add(chunk);
        if (first >= count) return;
        work(first, std::min(count, first + chunk));
      }
    } catch (...) {
      next.store(count);
      const std::lock_guard lock{guard};
      if (!failure) failure = std::current_exception();
    }
  };
  const std::size_t chunks = count / chunk + 1;
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min<std::size_t>(processors(), chunks); ++i) helpers.emplace_back(run);
  run();
  for (std::thread& helper : helpers) helper.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace merestone
