// SPDX-License-Identifier: Apache-2.0
/// How viewpoints are named, and which there are.
#include "gis/base/error.hpp"
#include "gis/territory/viewpoints.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

constexpr DivisionId west{7}, east{3};
constexpr DisputeId valley{1}, island{2};

/// West has a smaller code than East and a larger number.
DivisionRegister parties() {
  DivisionFacts facts;
  const Period always{};
  for (const auto& [id, code] : {std::pair{west, "100"}, std::pair{east, "200"}}) {
    facts.versions.push_back({id, 1, "", always, {}});
    facts.codes.push_back({id, "test", code, always});
  }
  return {facts, parse_date("2020-01-01")};
}

const std::vector<Claim> claims{{{1}, valley, {}, ""}, {{2}, valley, west, ""}, {{3}, valley, east, ""}, {{4}, island, {}, ""}, {{5}, island, west, ""}};
const Opinions opinions{claims, {{"X", valley, {2}}, {"A", island, {5}}, {"X", island, {5}}}};

Finding refused(const std::string& word) {
  try {
    viewpoint_of(word, opinions, parties());
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::invalid);
    return error.findings().front();
  }
  FAIL(word << " was taken");
  return {};
}

}  // namespace

TEST_CASE("neutral and status quo come first, then parties by code and viewers by name, each once") {
  std::vector<std::string> words;
  for (const auto& one : viewpoints(opinions, parties())) words.push_back(word_of(one, parties()));
  CHECK(words == std::vector<std::string>{"neutral", "status-quo", "claimed-by:100", "claimed-by:200", "seen-by:A", "seen-by:X"});
}

TEST_CASE("every viewpoint is found again by its word") {
  for (const auto& one : viewpoints(opinions, parties())) CHECK(viewpoint_of(word_of(one, parties()), opinions, parties()) == one);
}

TEST_CASE("where nothing is claimed there is nothing to choose, and neutral and status quo are still understood") {
  CHECK(viewpoints({}, parties()).empty());
  CHECK(viewpoint_of("neutral", {}, parties()) == Viewpoint{Neutral{}});
  CHECK(viewpoint_of("status-quo", {}, parties()) == Viewpoint{StatusQuo{}});
}

TEST_CASE("a viewpoint that nobody has is refused, with those that there are") {
  CHECK(refused("claimed-by:300").rule == "viewpoint.no_claimant");
  CHECK(refused("claimed-by:").rule == "viewpoint.no_claimant");
  CHECK(refused("seen-by:B").rule == "viewpoint.no_viewer");
  for (const auto* word : {"", "Neutral", "claimed", "claimed-by", "status quo", "seen-by"}) CHECK(refused(word).rule == "viewpoint.unreadable");
  const auto found = refused("seen-by:B");
  CHECK(found.subject.field == "viewpoint");
  CHECK(found.facts == std::vector<std::pair<std::string, std::string>>{
                           {"value", "seen-by:B"}, {"known", "neutral, status-quo, claimed-by:100, claimed-by:200, seen-by:A, seen-by:X"}});
}

TEST_CASE("parties are counted within their dispute, by number") {
  std::vector<int> numbers;
  for (const Claim& claim : claims) numbers.push_back(party_of(claims, claim));
  CHECK(numbers == std::vector<int>{0, 2, 1, 0, 1});
}
