// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/history.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

DeliveredState state(const char* code, const char* name, const char* from, const char* until = "9999-12-31",
                     const char* successor = "", Level level = 4) {
  return {"h.csv", 1, code, name, "commune", level, {parse_date(from), parse_date(until)}, "", successor};
}

/// The states of each history by name, "Angers, Angers + Trelaze".
std::vector<std::string> lives(const std::vector<DeliveredState>& states) {
  std::vector<std::string> told;
  for (const DivisionHistory& history : read_history(states).histories) {
    std::string names;
    for (const std::size_t i : history.states) names += (names.empty() ? "" : ", ") + states[i].name;
    told.push_back(names);
  }
  return told;
}

using Lives = std::vector<std::string>;

}  // namespace

TEST_CASE("a new name ends nothing") {
  CHECK(lives({state("1", "Guédéniau", "1943-01-01", "2010-07-11", "1"), state("1", "Guédeniau", "2010-07-11")}) ==
        Lives{"Guédéniau, Guédeniau"});
}

TEST_CASE("growing ends nothing, where the name stays") {
  const std::vector<DeliveredState> states{state("1", "Beauvais", "1943-01-01", "1943-02-19", "1"),
                                           state("2", "Marissel", "1943-01-01", "1943-02-19", "1"),
                                           state("1", "Beauvais", "1943-02-19")};
  CHECK(lives(states) == Lives{"Beauvais, Beauvais", "Marissel"});
  const HistoryReading reading = read_history(states);
  CHECK_FALSE(reading.histories[0].heir);
  CHECK(reading.histories[1].heir == 0U);
}

TEST_CASE("a merger under a new name begins a division, though a code lives on") {
  const std::vector<DeliveredState> states{state("377", "Villevêque", "1943-01-01", "2019-01-01", "377"),
                                           state("337", "Soucelles", "1943-01-01", "2019-01-01", "377"),
                                           state("377", "Rives-du-Loir", "2019-01-01")};
  CHECK(lives(states) == Lives{"Soucelles", "Villevêque", "Rives-du-Loir"});
  const HistoryReading reading = read_history(states);
  CHECK(reading.histories[0].heir == 2U);
  CHECK(reading.histories[1].heir == 2U);
}

TEST_CASE("a division may be renumbered") {
  CHECK(lives({state("78001", "Achères", "1943-01-01", "1968-01-01", "95001"), state("95001", "Achères", "1968-01-01")}) ==
        Lives{"Achères, Achères"});
  // Not where the code was in use, nor where two gave.
  CHECK(lives({state("1", "A", "1943-01-01", "1968-01-01", "2"), state("2", "B", "1943-01-01", "1968-01-01", "2"),
               state("2", "AB", "1968-01-01")})
            .size() == 3);
  CHECK(lives({state("1", "A", "1943-01-01", "1968-01-01", "3"), state("2", "B", "1943-01-01", "1968-01-01", "3"),
               state("3", "AB", "1968-01-01")})
            .size() == 3);
}

TEST_CASE("a code that comes back after a while is another division's") {
  CHECK(lives({state("1", "Serez", "1943-01-01", "1943-12-01", "2"), state("1", "Serez", "1947-12-19"),
               state("2", "La Boissière", "1943-01-01")})
            .size() == 3);
}

TEST_CASE("levels keep their codes apart") {
  const std::vector<DeliveredState> states{state("11", "Île-de-France", "1943-01-01", "9999-12-31", "", 1),
                                           state("11", "Aude", "1943-01-01", "9999-12-31", "", 2)};
  CHECK(read_history(states).findings.empty());
  CHECK(lives(states).size() == 2);
}

TEST_CASE("an heir who is not delivered is known by code") {
  const auto reading = read_history({state("144", "Freigné", "1943-01-01", "2018-01-01", "44180")});
  CHECK_FALSE(reading.histories[0].heir);
  CHECK(reading.histories[0].heir_code == "44180");
}

TEST_CASE("contradictions are found, each with its record") {
  const auto rules = [](const std::vector<DeliveredState>& states) {
    std::vector<std::string> found;
    for (const Finding& f : read_history(states).findings) found.push_back(f.rule);
    return found;
  };
  CHECK(rules({state("1", "A", "1943-01-01", "1968-01-01"), state("1", "B", "1967-12-31")}) ==
        Lives{"history.overlapping_states"});
  CHECK(rules({state("1", "A", "1968-01-01", "1968-01-01")}) == Lives{"history.bad_period"});
  CHECK(rules({state("", "A", "1943-01-01")}) == Lives{"history.missing_code"});
  CHECK(rules({state("1", "", "1943-01-01")}) == Lives{"history.missing_name"});
  CHECK(rules({}).empty());
}

TEST_CASE("the order of delivery does not matter") {
  std::vector<DeliveredState> states{state("1", "A", "1943-01-01", "1968-01-01", "2"), state("2", "B", "1943-01-01", "1968-01-01", "2"),
                                     state("2", "AB", "1968-01-01", "1999-01-01", "3"), state("3", "C", "1999-01-01"),
                                     state("4", "D", "1943-01-01", "1968-01-01", "2")};
  const Lives expected = lives(states);
  for (int i = 0; i < 5; ++i) {
    std::rotate(states.begin(), states.begin() + 1, states.end());
    CHECK(lives(states) == expected);
  }
}
