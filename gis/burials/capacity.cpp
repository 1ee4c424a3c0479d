// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/capacity.hpp"

#include "gis/base/error.hpp"
#include "gis/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace merestone {
namespace {

constexpr int years_of_mean = 5;

void require(bool good, const char* name, double value) {
  if (good) return;
  throw Error{Fault::invalid, std::string{"not a figure to plan with: "} + name,
              {{.rule = "capacity.bad_figure", .facts = {{"name", name}, {"value", shortest(value)}}}}};
}

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

/// Each type by itself, since types are counted on days of their own; nothing when one that has room left does not say.
FillRate rate_of_counts(const FacilityFile& file, Date day) {
  std::map<std::string, std::vector<const FacilityStock*>> types;
  for (const FacilityStock& s : file.counts) {
    if (s.counted <= day) types[s.type].push_back(&s);
  }
  FillRate all;
  for (auto& [type, counts] : types) {
    const auto earlier = [](const FacilityStock* a, const FacilityStock* b) { return a->counted < b->counted; };
    const auto [first, last] = std::minmax_element(counts.begin(), counts.end(), earlier);
    const double years = static_cast<double>(((*last)->counted - (*first)->counted).count()) / 365.2425;
    if (years < 1 || (*last)->used < (*first)->used) {
      if ((*last)->available() > 0) return {};
      continue;
    }
    const bool one = all.basis == FillRate::Basis::none;
    all.per_year += static_cast<double>((*last)->used - (*first)->used) / years;
    all.first_year = one ? year_of((*first)->counted) : std::min(all.first_year, year_of((*first)->counted));
    all.last_year = one ? year_of((*last)->counted) : std::max(all.last_year, year_of((*last)->counted));
    all.basis = FillRate::Basis::counts;
  }
  return all;
}

}  // namespace

double placements_needed(const CapacityRequest& r) {
  require(r.people >= 0, "people", static_cast<double>(r.people));
  require(r.deaths_per_thousand >= 0 && r.deaths_per_thousand <= 1000, "deaths_per_thousand", r.deaths_per_thousand);
  require(r.years >= 0 && std::isfinite(r.years), "years", r.years);
  require(r.share >= 0 && r.share <= 1, "share", r.share);
  return static_cast<double>(r.people) * r.deaths_per_thousand / 1000 * r.years * r.share;
}

FillRate fill_rate(const FacilityFile& file, Date day) {
  std::vector<const FacilityYear*> known;
  for (const FacilityYear& y : file.years) {
    if (y.placements && y.year <= year_of(day)) known.push_back(&y);
  }
  if (!known.empty()) {
    std::sort(known.begin(), known.end(), [](const auto* a, const auto* b) { return a->year < b->year; });
    const std::size_t count = std::min<std::size_t>(known.size(), years_of_mean);
    double sum = 0;
    for (std::size_t i = known.size() - count; i < known.size(); ++i) sum += static_cast<double>(*known[i]->placements);
    return {FillRate::Basis::placements, sum / static_cast<double>(count), known[known.size() - count]->year, known.back()->year};
  }
  return rate_of_counts(file, day);
}

FacilityUse use_of(const FacilityFile& file, Date day) {
  FacilityUse use{file.planned(), file.used(), file.available(), {}, fill_rate(file, day), {}};
  if (use.planned > 0) use.used_share = static_cast<double>(use.used) / static_cast<double>(use.planned);
  if (use.rate.per_year > 0) use.years_left = static_cast<double>(std::max<std::int64_t>(use.available, 0)) / use.rate.per_year;
  return use;
}

FacilityUse together(std::span<const FacilityUse> uses) {
  FacilityUse all;
  bool known = !uses.empty();
  std::int64_t room = 0;
  for (const FacilityUse& use : uses) {
    all.planned += use.planned;
    all.used += use.used;
    all.available += use.available;
    room += std::max<std::int64_t>(use.available, 0);
    if (use.rate.basis == FillRate::Basis::none) {
      known = known && use.available <= 0;
      continue;
    }
    all.rate.per_year += use.rate.per_year;
    all.rate.first_year = all.rate.basis == FillRate::Basis::none ? use.rate.first_year : std::min(all.rate.first_year, use.rate.first_year);
    all.rate.last_year = std::max(all.rate.last_year, use.rate.last_year);
    all.rate.basis = use.rate.basis;
  }
  if (all.planned > 0) all.used_share = static_cast<double>(all.used) / static_cast<double>(all.planned);
  if (known && all.rate.per_year > 0) all.years_left = static_cast<double>(room) / all.rate.per_year;
  return all;
}

CapacityPlan plan_capacity(const CapacityRequest& request, std::span<const FacilityUse> uses) {
  CapacityPlan plan;
  plan.request = request;
  plan.needed = placements_needed(request);
  for (const FacilityUse& use : uses) {
    plan.available += std::max<std::int64_t>(use.available, 0);
    plan.overfull += std::max<std::int64_t>(-use.available, 0);
  }
  plan.gap = plan.needed - static_cast<double>(plan.available);
  plan.placements_per_year = static_cast<double>(request.people) * request.deaths_per_thousand / 1000 * request.share;
  if (plan.placements_per_year > 0) plan.years_left = static_cast<double>(plan.available) / plan.placements_per_year;
  return plan;
}

}  // namespace merestone
