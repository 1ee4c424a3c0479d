// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>

namespace bench {

/// Of this process: other programs on the machine do not count.
inline double processor_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

int check_a_name(const char* names_file, const char* project_path);

}  // namespace bench
