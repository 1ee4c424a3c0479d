// SPDX-License-Identifier: Apache-2.0
#include "gis/proposals/division.hpp"

#include "gis/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace merestone::proposals {
namespace {

constexpr std::size_t most_again = 3;

struct Search {
  const ContestedBand& band;
  const std::function<double(const Polyline&)>& excess;
  double allowed;
  std::optional<Divided> best{};
  std::optional<Error> refused{};

  bool done() const { return best && std::abs(best->excess) <= allowed; }

  /// The excess of a line; none where there is no room for it.
  std::optional<double> of(const Sweep& sweep, double x, double t, std::size_t again) {
    try {
      Polyline line = sweep.line(x);
      if (again > 0) line = settled(band, std::move(line));
      const double here = excess(line);
      if (!best || std::abs(here) < std::abs(best->excess)) best = Divided{std::move(line), here, t, again};
      return here;
    } catch (const Error& error) {
      if (error.fault() != Fault::invalid) throw;
      refused = error;
      return {};
    }
  }

  /// Halves until lines cannot be told apart, then divides again what lies between them.
  void run(const LineFamily& family, std::size_t again, std::optional<double> outer_t) {
    const Sweep sweep{family};
    double low = 0, high = sweep.end();
    while (high - low > 1e-5 && !done()) {
      const double at = (low + high) / 2;
      const double t = outer_t.value_or(sweep.at(at).t);
      std::optional<double> here = of(sweep, at, t, again);
      if (!here) here = of(sweep, at + (high - low) / 16, t, again);
      if (!here) break;
      (*here < 0 ? low : high) = at;
    }
    if (again == most_again) return;
    const double jump = (low + high) / 2;
    for (double reach = 1e-4; reach < 0.2 && !done(); reach *= 8) {
      try {
        const Polyline before = sweep.line(std::max(0.0, jump - reach));
        const Polyline after = sweep.line(std::min(sweep.end(), jump + reach));
        if (excess(before) > 0 || excess(after) < 0) continue;
        run(LineFamily{band_between(before, after)}, again + 1, outer_t.value_or(sweep.at(jump).t));
      } catch (const Error& error) {  // too near to each other to be told apart: take lines farther apart
        if (error.fault() != Fault::invalid) throw;
        refused = error;
      }
    }
  }
};

}  // namespace

Sweep::Member Sweep::at(double x) const {
  if (end_ == 1) return {x, 0.5};
  return {x <= 1 ? x / 2 : x >= 2 ? (x - 1) / 2 : 0.5, x <= 1 ? 0 : x >= 2 ? 1 : x - 1};
}

Divided divide(const LineFamily& family, const std::function<double(const Polyline&)>& excess, double allowed) {
  Search search{family.band(), excess, allowed};
  search.run(family, 0, {});
  if (search.best) return std::move(*search.best);
  if (search.refused) throw *search.refused;
  throw Error{Fault::invalid, "no line between the claims", {{.rule = "proposal.too_close"}}};
}

}  // namespace merestone::proposals
