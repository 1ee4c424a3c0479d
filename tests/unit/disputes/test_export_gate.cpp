// SPDX-License-Identifier: Apache-2.0
#include "gis/disputes/export_gate.hpp"
#include "tests/unit/disputes/law.hpp"

#include <catch2/catch.hpp>

using namespace merestone;
using namespace merestone::test;

TEST_CASE("scenario 32: a public map leaves out what is secret and says what is in dispute") {
  const GatePass pass = pass_gate({true, "X", {"divisions", "lines", "cemeteries"}, {"cemeteries", "places"}, true});
  CHECK(pass.layers == std::vector<std::string>{"divisions", "lines"});
  CHECK(pass.needs_disclaimer);
  CHECK(rules_of(pass.findings) == std::vector<std::string>{"export.secret_layer", "export.disputed_view"});
  CHECK(rules_of(pass_gate({true, "", {"lines"}, {}, true}).findings) == std::vector<std::string>{"export.disputed_line"});
  CHECK(pass.findings[0].facts[0].second == "cemeteries");
  CHECK(disclaimer("X").english.find("as X sees them") != std::string::npos);
  CHECK(disclaimer("").chinese.find("实地现状") != std::string::npos);
}

TEST_CASE("inside the house everything passes, and settled lines need no words") {
  const GatePass inside = pass_gate({false, "", {"lines", "cemeteries"}, {"cemeteries"}, true});
  CHECK(inside.layers.size() == 2);
  CHECK(inside.findings.empty());
  CHECK_FALSE(inside.needs_disclaimer);
  CHECK(pass_gate({true, "", {"lines"}, {}, false}).findings.empty());
}
