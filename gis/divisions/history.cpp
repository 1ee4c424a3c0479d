// SPDX-License-Identifier: Apache-2.0
#include "gis/divisions/history.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace merestone {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

Finding finding(const char* rule, const DeliveredState& state) {
  Finding found;
  found.rule = rule;
  found.subject = {state.file, std::to_string(state.record), {}};
  found.facts = {{"code", state.code}, {"name", state.name}, {"from", to_string(state.valid.from)},
                 {"until", to_string(state.valid.until)}};
  return found;
}

class Reader {
 public:
  explicit Reader(const std::vector<DeliveredState>& states) : states_{states}, next_(states.size(), none), continued_(states.size(), false) {
    order_.resize(states.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  }

  HistoryReading run() {
    check();
    if (!reading_.findings.empty()) return std::move(reading_);
    for (const std::size_t i : order_) givers_[{states_[i].successor_code, states_[i].valid.until}].push_back(i);
    for (std::size_t at = 0; at + 1 < order_.size(); ++at) go_on_under_code(order_[at], order_[at + 1]);
    for (std::size_t at = 0; at < order_.size(); ++at) go_on_renumbered(at);
    collect();
    return std::move(reading_);
  }

 private:
  using Key = std::tuple<std::string_view, Level, Date, std::size_t>;
  Key key(std::size_t i) const { return {states_[i].code, states_[i].level, states_[i].valid.from, i}; }
  bool same_code(std::size_t a, std::size_t b) const {
    return states_[a].code == states_[b].code && states_[a].level == states_[b].level;
  }

  void check() {
    for (const DeliveredState& state : states_) {
      if (state.code.empty()) reading_.findings.push_back(finding("history.missing_code", state));
      if (state.name.empty()) reading_.findings.push_back(finding("history.missing_name", state));
      if (!(state.valid.from < state.valid.until)) reading_.findings.push_back(finding("history.bad_period", state));
    }
    for (std::size_t at = 0; at + 1 < order_.size(); ++at) {
      const DeliveredState& one = states_[order_[at]];
      const DeliveredState& other = states_[order_[at + 1]];
      if (same_code(order_[at], order_[at + 1]) && one.valid.overlaps(other.valid)) {
        reading_.findings.push_back(finding("history.overlapping_states", other));
      }
    }
  }

  /// Those who ended on `day` in favour of `code`.
  const std::vector<std::size_t>& givers(const std::string& code, Date day) const {
    static const std::vector<std::size_t> nobody_gave;
    const auto found = givers_.find({code, day});
    return found == givers_.end() ? nobody_gave : found->second;
  }

  void go_on_under_code(std::size_t a, std::size_t b) {
    if (!same_code(a, b) || states_[a].valid.until != states_[b].valid.from) return;
    const auto& joined = givers(states_[b].code, states_[b].valid.from);
    const bool others = std::any_of(joined.begin(), joined.end(), [&](std::size_t i) { return i != a; });
    if (states_[a].name == states_[b].name || !others) link(a, b);
  }

  void go_on_renumbered(std::size_t at) {
    const std::size_t b = order_[at];
    const Date day = states_[b].valid.from;
    if (at > 0 && same_code(order_[at - 1], b) && states_[order_[at - 1]].valid.until == day) return;
    const auto& joined = givers(states_[b].code, day);
    if (joined.size() != 1) return;
    const std::size_t a = joined.front();
    if (next_[a] == none && states_[a].level == states_[b].level && states_[a].code != states_[b].code) link(a, b);
  }

  void link(std::size_t a, std::size_t b) {
    next_[a] = b;
    continued_[b] = true;
  }

  void collect() {
    std::vector<std::size_t> first;
    for (const std::size_t i : order_) {
      if (!continued_[i]) first.push_back(i);
    }
    std::sort(first.begin(), first.end(), [&](std::size_t a, std::size_t b) {
      return std::tuple{states_[a].valid.from, key(a)} < std::tuple{states_[b].valid.from, key(b)};
    });
    std::vector<std::size_t> history_of(states_.size());
    for (std::size_t i : first) {
      DivisionHistory history;
      for (; i != none; i = next_[i]) {
        history_of[i] = reading_.histories.size();
        history.states.push_back(i);
      }
      reading_.histories.push_back(std::move(history));
    }
    for (std::size_t h = 0; h < reading_.histories.size(); ++h) find_heir(h, history_of);
  }

  void find_heir(std::size_t h, const std::vector<std::size_t>& history_of) {
    DivisionHistory& history = reading_.histories[h];
    const DeliveredState& last = states_[history.states.back()];
    if (last.valid.until == open_end || last.successor_code.empty()) return;
    history.heir_code = last.successor_code;
    const std::size_t heir = state_on(last.successor_code, last.level, last.valid.until);
    if (heir != none && history_of[heir] != h) history.heir = history_of[heir];
  }

  /// The state that held `code` on `day`: at `level`, else at the highest one.
  std::size_t state_on(std::string_view code, Level level, Date day) const {
    auto at = std::lower_bound(order_.begin(), order_.end(), code,
                               [&](std::size_t i, std::string_view c) { return std::string_view{states_[i].code} < c; });
    std::size_t found = none;
    for (; at != order_.end() && states_[*at].code == code; ++at) {
      if (!states_[*at].valid.contains(day)) continue;
      if (states_[*at].level == level) return *at;
      if (found == none) found = *at;
    }
    return found;
  }

  const std::vector<DeliveredState>& states_;
  std::vector<std::size_t> order_;  ///< by code, level, day
  std::map<std::pair<std::string, Date>, std::vector<std::size_t>> givers_;
  std::vector<std::size_t> next_;
  std::vector<bool> continued_;
  HistoryReading reading_;
};

}  // namespace

HistoryReading read_history(const std::vector<DeliveredState>& states) { return Reader{states}.run(); }

}  // namespace merestone
