// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/route.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"
#include "gis/geodesy/geodesic.hpp"

#include <algorithm>
#include <limits>

namespace merestone {
namespace {

constexpr std::size_t most_stops = 2000;
constexpr double worth_it_m = 1e-6;  // so that rounding cannot make two exchanges undo each other for ever

/// Distances between office (0) and stops (1, 2, …).
class Distances {
 public:
  Distances(Position office, std::span<const Position> stops) : size_{stops.size() + 1}, metres_(size_ * size_, 0.0) {
    const auto place = [&](std::size_t i) { return i == 0 ? office : stops[i - 1]; };
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::size_t j = i + 1; j < size_; ++j) metres_[i * size_ + j] = metres_[j * size_ + i] = distance_m(place(i), place(j));
    }
  }
  double between(std::size_t a, std::size_t b) const { return metres_[a * size_ + b]; }

 private:
  std::size_t size_;
  std::vector<double> metres_;
};

/// A tour begins at the office and goes back there: {0, stop, stop, …}.
using Tour = std::vector<std::size_t>;

double length_of(const Tour& tour, const Distances& d) {
  double sum = 0;
  for (std::size_t i = 0; i < tour.size(); ++i) sum += d.between(tour[i], tour[(i + 1) % tour.size()]);
  return sum;
}

Tour nearest_neighbour(std::size_t stops, const Distances& d) {
  Tour tour{0};
  std::vector<bool> visited(stops + 1, false);
  while (tour.size() <= stops) {
    std::size_t nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i <= stops; ++i) {
      if (!visited[i] && d.between(tour.back(), i) < least) {
        least = d.between(tour.back(), i);
        nearest = i;
      }
    }
    visited[nearest] = true;
    tour.push_back(nearest);
  }
  return tour;
}

/// Turns pieces of the tour round while that makes it shorter (Croes 1958).
void improve(Tour& tour, const Distances& d) {
  const std::size_t n = tour.size();
  for (bool better = n > 3; better;) {
    better = false;
    for (std::size_t i = 0; i + 2 < n; ++i) {
      for (std::size_t j = i + 2; j < n; ++j) {
        const std::size_t after = tour[(j + 1) % n];
        if (after == tour[i]) continue;
        const double now = d.between(tour[i], tour[i + 1]) + d.between(tour[j], after);
        const double then = d.between(tour[i], tour[j]) + d.between(tour[i + 1], after);
        if (then + worth_it_m >= now) continue;
        std::reverse(tour.begin() + static_cast<std::ptrdiff_t>(i) + 1, tour.begin() + static_cast<std::ptrdiff_t>(j) + 1);
        better = true;
      }
    }
  }
}

}  // namespace

Route plan_route(Position office, std::span<const Position> stops, std::span<const std::string> names, const RouteLimits& limits) {
  if (stops.size() > most_stops) {
    throw Error{Fault::invalid, "too many stops", {{.rule = "route.too_many", .facts = {{"stops", std::to_string(stops.size())}, {"most", std::to_string(most_stops)}}}}};
  }
  if (!(limits.day_m > 0) || limits.day_stops == 0) {
    throw Error{Fault::invalid, "no day allows a visit", {{.rule = "route.limits", .facts = {{"day_m", shortest(limits.day_m)}, {"day_stops", std::to_string(limits.day_stops)}}}}};
  }
  Route route;
  const Distances d{office, stops};
  Tour whole = nearest_neighbour(stops.size(), d);
  improve(whole, d);
  Tour day{0};
  const auto close_day = [&] {
    if (day.size() == 1) return;
    improve(day, d);
    RouteDay& made = route.days.emplace_back();
    made.length_m = length_of(day, d);
    for (std::size_t i = 1; i < day.size(); ++i) made.stops.push_back(day[i] - 1);
    route.length_m += made.length_m;
    day = {0};
  };
  double way = 0;  // of the day so far, without the way back
  for (std::size_t i = 1; i < whole.size(); ++i) {
    const std::size_t stop = whole[i];
    const bool full = day.size() > limits.day_stops || way + d.between(day.back(), stop) + d.between(stop, 0) > limits.day_m;
    if (full) {
      close_day();
      way = 0;
    }
    if (2 * d.between(0, stop) > limits.day_m) {
      route.findings.push_back({.rule = "route.too_far",
                                .severity = Severity::warning,
                                .subject = {{}, names[stop - 1], {}},
                                .place = Place{degrees(stops[stop - 1].lon), degrees(stops[stop - 1].lat)},
                                .facts = {{"grave", names[stop - 1]}, {"way_km", fixed(2 * d.between(0, stop) / 1000, 1)}, {"day_km", fixed(limits.day_m / 1000, 1)}}});
    }
    way += d.between(day.back(), stop);
    day.push_back(stop);
  }
  close_day();
  return route;
}

}  // namespace merestone
