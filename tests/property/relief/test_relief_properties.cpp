// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/reaggregation.hpp"
#include "gis/geodesy/geodesic.hpp"
#include "gis/relief/assignment.hpp"
#include "gis/relief/bulletin.hpp"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace merestone;

namespace {

Position any_position() { return from_degrees(*rc::gen::inRange(0, 300) / 10000.0, 45 + *rc::gen::inRange(0, 300) / 10000.0); }

struct Town {
  std::vector<PeopleAt> places;
  std::vector<Refuge> refuges;
};
Town any_town(int most_places, int most_refuges, int most_people) {
  Town town;
  for (int i = *rc::gen::inRange(0, most_places + 1); i > 0; --i) town.places.push_back({any_position(), *rc::gen::inRange(0, most_people + 1)});
  for (int i = *rc::gen::inRange(0, most_refuges + 1); i > 0; --i) {
    town.refuges.push_back({any_position(), *rc::gen::inRange(0, most_people + 1), double(*rc::gen::element(0, 500, 1000, 2500))});
  }
  return town;
}

/// The most that can be served, by the cut: for every set of places, who stays outside it plus what its shelters take.
std::int64_t most_served(const Town& town) {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (std::size_t set = 0; set < (std::size_t{1} << town.places.size()); ++set) {
    std::int64_t cut = 0;
    std::vector<bool> open(town.refuges.size());
    for (std::size_t i = 0; i < town.places.size(); ++i) {
      if ((set >> i & 1U) == 0) {
        cut += town.places[i].people;
        continue;
      }
      for (std::size_t r = 0; r < town.refuges.size(); ++r) {
        if (town.places[i].people > 0 && distance_m(town.places[i].position, town.refuges[r].position) <= town.refuges[r].radius_m) open[r] = true;
      }
    }
    for (std::size_t r = 0; r < town.refuges.size(); ++r) cut += open[r] ? town.refuges[r].capacity : 0;
    best = std::min(best, cut);
  }
  return best;
}

/// The least walk of all ways to serve `people` one after the other, person by person.
double least_walk(const Town& town, std::size_t place, std::int64_t left_here, std::vector<std::int64_t>& room, std::int64_t to_serve) {
  constexpr double none = std::numeric_limits<double>::infinity();
  if (to_serve == 0) return 0;
  if (place == town.places.size()) return none;
  if (left_here == 0) return least_walk(town, place + 1, place + 1 < town.places.size() ? town.places[place + 1].people : 0, room, to_serve);
  double best = least_walk(town, place, left_here - 1, room, to_serve);  // this one stays out
  for (std::size_t r = 0; r < town.refuges.size(); ++r) {
    const double distance = distance_m(town.places[place].position, town.refuges[r].position);
    if (room[r] == 0 || distance > town.refuges[r].radius_m) continue;
    --room[r];
    best = std::min(best, distance + least_walk(town, place, left_here - 1, room, to_serve - 1));
    ++room[r];
  }
  return best;
}

}  // namespace

TEST_CASE("properties of shelters and reports") {
  rc::prop("what shares carry over and what they do not sum to what was counted", [] {
    DivisionFacts facts;
    const Date begin = parse_date("2000-01-01"), redrawn = parse_date("2023-01-01");
    facts.versions.push_back({DivisionId{1}, 4, "town", {begin, redrawn}});
    std::vector<SuccessionShare> shares;
    double left = 1;
    for (std::int64_t heir = 2, last = *rc::gen::inRange(2, 7); heir <= last; ++heir) {
      facts.versions.push_back({DivisionId{heir}, 4, "town", {redrawn, open_end}});
      const double share = heir == last ? left : left * *rc::gen::inRange(1, 1000) / 1000.0;
      left -= share;
      shares.push_back({facts.successions.size(), {}, true, share, {}});
      facts.successions.push_back({DivisionId{1}, DivisionId{heir}, redrawn, "split", {}});
    }
    const double value = *rc::gen::inRange(1, 1'000'000);
    const Reaggregation made =
        reaggregate(std::vector<DivisionFigure>{{DivisionId{1}, begin, value}}, facts, shares, parse_date("2024-01-01"), ShareBasis::area);
    double sum = 0;
    for (const CarriedFigure& figure : made.figures) sum += figure.value;
    for (const DivisionFigure& figure : made.unplaced) sum += figure.value;
    RC_ASSERT(std::abs(sum - value) <= 1e-9 * value);
    RC_ASSERT(made.unplaced.empty());
    RC_ASSERT(made.figures.size() == shares.size());
  });
  rc::prop("assignments hold: nobody twice, no shelter over what it takes, nobody beyond its reach, as many as the cut allows", [] {
    const Town town = any_town(7, 5, 40);
    const Assignment best = within_capacity(town.places, town.refuges);
    std::vector<std::int64_t> went(town.places.size(), 0), load(town.refuges.size(), 0);
    for (const Allocation& a : best.allocations) {
      RC_ASSERT(a.people > 0);
      RC_ASSERT(a.distance_m <= town.refuges[a.to].radius_m);
      went[a.from] += a.people, load[a.to] += a.people;
    }
    RC_ASSERT(load == best.load);
    for (std::size_t i = 0; i < went.size(); ++i) RC_ASSERT(went[i] + best.unserved[i] == town.places[i].people);
    for (std::size_t r = 0; r < load.size(); ++r) RC_ASSERT(load[r] <= town.refuges[r].capacity);
    RC_ASSERT(best.served == most_served(town));
    const Assignment nearest = to_nearest(town.places, town.refuges);
    RC_ASSERT(best.served <= nearest.served);  // reach without room serves no fewer
  });
  rc::prop("the walk is the least of all ways that serve as many, tried one by one", [] {
    const Town town = any_town(3, 3, 3);
    const Assignment best = within_capacity(town.places, town.refuges);
    std::vector<std::int64_t> room;
    for (const Refuge& r : town.refuges) room.push_back(r.capacity);
    const double least = least_walk(town, 0, town.places.empty() ? 0 : town.places[0].people, room, best.served);
    RC_ASSERT(std::abs(least - best.person_metres) < 0.01 * static_cast<double>(best.served) + 1e-9);
  });
  rc::prop("what townships report rolls up to the same sum at every level, on the event's day and on a later one", [] {
    DivisionFacts facts;
    const Date begin = parse_date("2000-01-01"), redrawn = parse_date("2023-01-01");
    const auto add = [&](std::int64_t n, Level level, std::int64_t superior, Period valid) {
      facts.versions.push_back({DivisionId{n}, level, "unit", valid});
      facts.codes.push_back({DivisionId{n}, "test", std::to_string(n), valid});
      if (superior != 0) facts.memberships.push_back({DivisionId{n}, DivisionId{superior}, MembershipKind::legal, valid});
    };
    std::vector<SuccessionShare> shares;
    EventRules rules;
    rules.stages = {{"initial", {"i", "初"}}, {"final", {"f", "核"}}};
    rules.losses = {{.id = "affected", .words = {"a", "受灾"}, .unit = {"people", "人"}}};
    std::vector<EventFigure> figures;
    double sum = 0;
    const int counties = *rc::gen::inRange(1, 4);
    for (int c = 1; c <= counties; ++c) {
      add(c, 3, 0, {begin, open_end});
      const int towns = *rc::gen::inRange(1, 5);
      for (int t = 1; t <= towns; ++t) {
        const std::int64_t id = 100 * c + t;
        const bool ends = t > 1 && *rc::gen::arbitrary<bool>();
        add(id, 4, c, {begin, ends ? redrawn : open_end});
        if (ends) {
          shares.push_back({facts.successions.size(), {}, true, 1.0, {}});
          facts.successions.push_back({DivisionId{id}, DivisionId{100 * c + 1}, redrawn, "merged"});
        }
        const double value = *rc::gen::inRange(0, 1000);
        const Moment early = *parse_moment("2022-07-15T08:00"), late = *parse_moment("2022-08-15T08:00");
        figures.push_back({EventId{1}, DivisionId{id}, "initial", early, "affected", value / 2, ""});
        if (*rc::gen::arbitrary<bool>()) {
          figures.push_back({EventId{1}, DivisionId{id}, "final", late, "affected", value, ""});
          sum += value;
        } else {
          sum += value / 2;
        }
      }
    }
    DisasterEvent event;
    event.id = EventId{1};
    event.started = *parse_moment("2022-07-15T07:00");
    for (const auto& onto : {std::optional<Date>{}, std::optional{parse_date("2024-01-01")}}) {
      for (const Level level : {3, 4}) {
        const Bulletin bulletin = bulletin_of(event, figures, rules, facts, shares, {"final", {}, level, onto});
        double rows = 0;
        for (const BulletinRow& row : bulletin.rows) rows += row.cells[0].value.value_or(0);
        RC_ASSERT(std::abs(rows - sum) < 1e-9);
        RC_ASSERT(std::abs(*bulletin.whole.cells[0].value - sum) < 1e-9);
      }
    }
  });
}
