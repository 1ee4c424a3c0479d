// SPDX-License-Identifier: Apache-2.0
#include "cli/command/shared.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <chrono>
#include <string>

namespace merestone {
namespace {

constexpr std::size_t cells = 30;
bool on_screen = false;

void draw(std::string_view stage, std::uint64_t done, std::uint64_t total) {
  on_screen = true;
  if (total == 0) {
    fmt::print(stderr, "\r\x1b[K{:<20} {:>12}", stage, done);
  } else {
    const auto share = static_cast<double>(std::min(done, total)) / static_cast<double>(total);
    const auto full = static_cast<std::size_t>(share * cells);
    fmt::print(stderr, "\r\x1b[K{:<20} [{}{}] {:3.0f} %", stage, std::string(full, '#'), std::string(cells - full, '.'),
               share * 100);
  }
  std::fflush(stderr);
}

}  // namespace

Progress progress_bar(const Shared& shared) {
  if (shared.quiet || shared.json || isatty(STDERR_FILENO) == 0) return {};
  return [last = std::chrono::steady_clock::time_point{}, shown = std::string{}](
             std::string_view stage, std::uint64_t done, std::uint64_t total) mutable {
    const auto now = std::chrono::steady_clock::now();
    if (shown == stage && done != total && now - last < std::chrono::milliseconds{100}) return;
    last = now;
    shown = stage;
    draw(stage, done, total);
  };
}

void end_progress() {
  if (!on_screen) return;
  on_screen = false;
  fmt::print(stderr, "\r\x1b[K");
}

}  // namespace merestone
