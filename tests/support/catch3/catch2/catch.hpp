// SPDX-License-Identifier: Apache-2.0
/// Catch2 3 (Ubuntu 24.04) under the name and with the words of Catch2 2 (Debian 12).
#pragma once

#include <catch2/catch_all.hpp>

using Catch::Approx;
using Catch::Matchers::Contains;
