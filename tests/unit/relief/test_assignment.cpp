// SPDX-License-Identifier: Apache-2.0
#include "gis/relief/assignment.hpp"

#include <catch2/catch.hpp>

using namespace merestone;

namespace {

/// Along the equator, in metres; a degree is 111,319.49 m there.
Position at(double m) { return from_degrees(m / 111319.490793, 0); }

}  // namespace

TEST_CASE("everybody goes to the nearest, and it overflows") {
  const std::vector<PeopleAt> places{{at(0), 100}, {at(400), 50}, {at(5000), 7}};
  const std::vector<Refuge> refuges{{at(100), 60, 1000}, {at(900), 80, 1000}};
  const Assignment nearest = to_nearest(places, refuges);
  CHECK(nearest.load == std::vector<std::int64_t>{150, 0});
  CHECK(nearest.served == 150);
  CHECK(nearest.out_of_reach == std::vector<std::int64_t>{0, 0, 7});
}

TEST_CASE("within capacity, as many as possible are served, and they walk as little as that allows") {
  const std::vector<PeopleAt> places{{at(0), 100}, {at(400), 50}, {at(5000), 7}};
  const std::vector<Refuge> refuges{{at(100), 60, 1000}, {at(900), 80, 1000}};
  const Assignment best = within_capacity(places, refuges);
  CHECK(best.served == 140);
  CHECK(best.load == std::vector<std::int64_t>{60, 80});
  // The 400 m village goes to the far shelter: sending it to the near one would push others 800 m further for 200 m saved.
  CHECK(best.allocations.size() == 3);
  CHECK(best.unserved == std::vector<std::int64_t>{10, 0, 7});
  CHECK(best.person_metres == Approx(60 * 100 + 30 * 900 + 50 * 500).epsilon(1e-6));
}

TEST_CASE("who has another way makes room for who has none") {
  const std::vector<PeopleAt> places{{at(0), 10}, {at(300), 10}};
  const std::vector<Refuge> refuges{{at(100), 10, 500}, {at(-450), 10, 500}};  // the second is in reach of the first village only
  const Assignment best = within_capacity(places, refuges);
  CHECK(best.served == 20);
  CHECK(best.load == std::vector<std::int64_t>{10, 10});
}

TEST_CASE("each shelter has its own reach, and its edge counts as within") {
  const std::vector<PeopleAt> places{{at(0), 10}};
  CHECK(within_capacity(places, std::vector<Refuge>{{at(501), 10, 500}}).served == 0);
  CHECK(within_capacity(places, std::vector<Refuge>{{at(499), 10, 500}, {at(501), 10, 500}}).load == std::vector<std::int64_t>{10, 0});
  CHECK(within_capacity(places, {}).unserved == std::vector<std::int64_t>{10});
}
