// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace merestone::test {

/// Seconds of processor time of this process that `work` takes, on all its threads together.
template <class Work>
double processor_seconds(const Work& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace merestone::test
