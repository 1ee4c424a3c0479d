// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace merestone {

/// Told now and then how far long work has come: a stage in words ("reading", "tiles"), steps done and
/// in all (0 when unknown). May be empty. Called from one thread at a time.
using Progress = std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t total)>;

}  // namespace merestone
