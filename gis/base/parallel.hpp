// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace merestone {

/// Runs `work(first, last)` over [0, count) in chunks of `chunk` on all processors, each chunk once.
/// The order of chunks is not defined; results that depend on it are the caller's mistake.
/// The first exception thrown by `work` is rethrown when all threads have stopped.
void parallel_for(std::size_t count, std::size_t chunk, const std::function<void(std::size_t, std::size_t)>& work);

/// Processors that `parallel_for` uses.
unsigned processors() noexcept;

}  // namespace merestone
