// SPDX-License-Identifier: Apache-2.0
/// Times the reading of a coverage, process start included: bench_exchange FILE… The best of five, with the processor
/// time of both processes, which does not depend on what else the machine does.
#include "data/exchange/reading.hpp"
#include "gis/base/error.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

double processor_ms(__rusage_who who) {
  rusage used{};
  getrusage(who, &used);
  const auto milliseconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3; };
  return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) return 2;
  for (int i = 1; i < argc; ++i) {
    double best = 1e9, own = 1e9, worker = 1e9;
    merestone::DivisionDelivery delivery;
    for (int run = 0; run < 5; ++run) {
      const double own_before = processor_ms(RUSAGE_SELF);
      const double worker_before = processor_ms(RUSAGE_CHILDREN);
      const auto start = std::chrono::steady_clock::now();
      delivery = merestone::read_divisions(argv[i], {.level = 4});
      best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
      own = std::min(own, processor_ms(RUSAGE_SELF) - own_before);
      worker = std::min(worker, processor_ms(RUSAGE_CHILDREN) - worker_before);
    }
    std::printf("%-14s %8zu records %9zu positions: %6.0f ms (processor: program %.0f ms, worker %.0f ms)  %s\n",
                delivery.detected.format.c_str(), delivery.divisions.size(), delivery.rings.positions.size(), best, own,
                worker, argv[i]);
  }
  return 0;
} catch (const merestone::Error& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 5;
}
