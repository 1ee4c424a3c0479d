// SPDX-License-Identifier: Apache-2.0
// Empty: a source is needed to precompile <catch2/catch.hpp> once for all tests.
