// SPDX-License-Identifier: Apache-2.0
#include "gis/burials/facility_record.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace merestone {
namespace {

struct StateWord {
  FacilityState state;
  std::string_view text;
};
constexpr StateWord words[] = {{FacilityState::planned, "planned"}, {FacilityState::approved, "approved"}, {FacilityState::open, "open"},
                               {FacilityState::full, "full"},       {FacilityState::closed, "closed"},     {FacilityState::planned, "规划"},
                               {FacilityState::approved, "已批"},   {FacilityState::approved, "在建"},     {FacilityState::open, "在用"},
                               {FacilityState::open, "运营"},       {FacilityState::full, "满穴"},         {FacilityState::closed, "停用"},
                               {FacilityState::closed, "关闭"}};

template <class Value>
std::int64_t sum(const std::vector<FacilityStock>& stock, Value value) {
  return std::accumulate(stock.begin(), stock.end(), std::int64_t{0}, [&](std::int64_t all, const FacilityStock& s) { return all + value(s); });
}

}  // namespace

std::string_view to_text(FacilityState state) {
  return std::find_if(std::begin(words), std::end(words), [&](const StateWord& w) { return w.state == state; })->text;
}

std::optional<FacilityState> facility_state(std::string_view word) {
  const auto found = std::find_if(std::begin(words), std::end(words), [&](const StateWord& w) { return w.text == word; });
  if (found == std::end(words)) return {};
  return found->state;
}

std::int64_t FacilityFile::planned() const {
  return stock.empty() ? facility.capacity : sum(stock, [](const FacilityStock& s) { return s.planned; });
}
std::int64_t FacilityFile::used() const {
  return stock.empty() ? facility.used : sum(stock, [](const FacilityStock& s) { return s.used; });
}
std::int64_t FacilityFile::available() const {
  return stock.empty() ? facility.capacity - facility.used : sum(stock, [](const FacilityStock& s) { return s.available(); });
}

}  // namespace merestone
