// SPDX-License-Identifier: Apache-2.0
/// Hits of one index while they come in, tier by tier. Private to the layers.
#pragma once

#include "gis/search/cells.hpp"
#include "gis/search/find.hpp"

#include <deque>
#include <functional>
#include <string>
#include <unordered_set>

namespace merestone::search {

/// What of a key matched, in bytes of the key.
struct Matched {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Found {
  std::uint32_t name = 0;
  std::uint32_t start = 0;  ///< of its key
  Matched matched;
  std::uint32_t importance = 0;
  double distance = 0;      ///< squared, in millionths of a degree; 0 where nothing is asked near
  Layer layer{};
  int tier = 0;
  std::string_view container{};  ///< kept by the Gathering
};

class Gathering {
 public:
  Gathering(const Source& source, const Query& query);

  /// Some ten milliseconds.
  static constexpr std::size_t most_keys = 60'000;

  const Index& index;

  /// Takes names of the keys that `next` gives as offsets, best first, until no further one can be among the best.
  /// `matched` says what of the key matches; nothing where it does not after all.
  using Next = std::function<std::optional<std::uint32_t>()>;
  using Match = std::function<std::optional<Matched>(std::uint32_t start, std::uint32_t offset)>;
  /// After `most` keys it is given up.
  void take(Layer layer, const Next& next, const Match& match, std::size_t most = most_keys);
  void take(Layer layer, const Ranked& order, std::span<const Range> ranges, const Match& match, std::size_t most = most_keys);
  /// One name.
  void take_name(Layer layer, std::uint32_t name, Matched matched);
  /// A place (even) or division (odd) by its number.
  using Subject = std::uint64_t;
  /// The best names of everything that passes the filters, each subject by the first of its names; says which do.
  std::vector<Subject> take_all(Layer layer);

  /// Puts what came in since the last time behind what is there.
  void close_tier();
  /// Tiers have numbers, so that those of several indexes can be put together.
  void open_tier(int number) noexcept { tier_number_ = number; }
  bool full() const noexcept { return wanted_.size() >= query_.limit; }
  std::size_t count() const noexcept { return wanted_.size(); }

  /// For a while, hits must also lie in these divisions.
  void confine(std::span<const DivisionRange> divisions, std::string_view container);
  void release();
  /// Names that a filter leaves, when they are few: for looking at each. Nothing when there is no such filter.
  std::optional<std::vector<std::uint32_t>> few_names() const;

  const std::vector<Found>& wanted() const noexcept { return wanted_; }
  const std::vector<Found>& others() const noexcept { return others_; }  ///< former names, or those in force when former are asked for
  bool complete() const noexcept { return complete_; }

 private:
  enum class Verdict { refused, wanted, other };
  Verdict judge(std::uint32_t name, Row& row) const;
  void take_names(Layer layer, std::uint32_t start, Matched matched);
  bool enough(std::uint32_t importance) const;
  bool add(Layer layer, std::uint32_t name, std::uint32_t start, Matched matched);

  const Source& source_;
  const Query& query_;
  std::vector<bool> types_, statuses_, periods_;  ///< allowed; in force, by number
  std::vector<bool> former_statuses_;
  std::optional<CellBox> box_;
  std::span<const DivisionRange> confined_;
  std::deque<std::string> containers_;  ///< that hits name; their places do not change
  std::string_view container_;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> near_;
  double lon_scale_ = 1;

  std::vector<Found> tier_, wanted_, others_;
  std::vector<std::uint32_t> best_;  ///< importances of the tier, a heap with the least on top, as many as may still be taken
  std::unordered_set<std::uint64_t> seen_;
  int tier_number_ = 0;
  bool complete_ = true;
};

/// What was found, for the one who asked.
Hit hit_of(const Gathering& from, const Found& found, const Query& query, const Language& language);

}  // namespace merestone::search
