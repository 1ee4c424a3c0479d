// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gis/divisions/division.hpp"

#include <span>
#include <string_view>
#include <unordered_map>

namespace merestone {

/// A division as it was on one day.
struct DivisionState {
  DivisionId id;
  Level level = 0;
  std::string kind{};
  std::string code{};     ///< empty when it has none
  std::string name{};     ///< the official name; the first other one when it has none
  DivisionId superior{};  ///< legal; no id at the top
  DivisionId entrusted_to{};
  Period valid{};         ///< of the version that holds on the day
};

/// All divisions that existed on one day, and what belongs to what.
class DivisionRegister {
 public:
  /// Keeps the facts that hold on `day`. A superior that does not exist on that day counts as none. Where the
  /// record holds two versions or superiors of one division on a day, the one that began last counts.
  DivisionRegister(const DivisionFacts& facts, Date day);

  std::span<const DivisionState> all() const { return states_; }  ///< by level, then code, then id
  std::span<const Level> levels() const { return levels_; }       ///< that occur, ascending
  const DivisionState* find(DivisionId id) const;
  /// In any code system. A code that several levels share stands for the highest of them.
  const DivisionState* find_code(std::string_view code) const;
  const DivisionState* find_code(std::string_view code, Level level) const;

  /// The division itself and its legal superiors, finest first. Ends where a cycle would begin.
  std::vector<const DivisionState*> chain(DivisionId id) const;
  /// The one of the chain at `level`; no id where the chain leaves that level out.
  DivisionId at_level(DivisionId id, Level level) const;
  /// Whether `leaf` is `whole` or belongs to it, however far up, on the day. No id lies nowhere.
  bool lies_in(DivisionId leaf, DivisionId whole) const;
  /// Direct members in the order of `all()`.
  std::vector<const DivisionState*> members(DivisionId superior) const;

 private:
  std::vector<DivisionState> states_;
  std::vector<Level> levels_;
  std::unordered_map<DivisionId, std::size_t> by_id_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_code_;  ///< ascending: highest level first
  std::unordered_map<DivisionId, std::vector<std::size_t>> members_;
};

}  // namespace merestone
