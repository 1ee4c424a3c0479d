// SPDX-License-Identifier: Apache-2.0
#include "gis/mesh/crossings.hpp"

#include "gis/base/parallel.hpp"

#include <algorithm>
#include <mutex>

namespace merestone {
namespace {

constexpr std::size_t band_content = 512;

struct Entry {
  std::int64_t west;
  Segment segment;
};

/// Southern limits of bands with about equally many segments each.
std::vector<std::int64_t> band_limits(const Mesh& mesh) {
  const std::size_t bands = std::max<std::size_t>(1, mesh.positions.size() / band_content);
  const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / (bands * 16));
  std::vector<std::int64_t> sample;
  for (std::size_t i = 0; i < mesh.positions.size(); i += step) sample.push_back(mesh.positions[i].lat);
  std::sort(sample.begin(), sample.end());
  std::vector<std::int64_t> limits;
  for (std::size_t band = 1; band < bands; ++band) {
    const std::int64_t limit = sample[band * sample.size() / bands];
    if (limits.empty() || limit > limits.back()) limits.push_back(limit);
  }
  return limits;
}

class Sweep {
 public:
  explicit Sweep(const Mesh& mesh) : mesh_{mesh}, limits_{band_limits(mesh)} { fill(); }

  std::vector<SegmentMeeting> run() {
    parallel_for(limits_.size() + 1, 16, [&](std::size_t begin, std::size_t end) {
      std::vector<SegmentMeeting> own;
      for (std::size_t band = begin; band < end; ++band) sweep(band, own);
      if (own.empty()) return;
      const std::lock_guard lock{guard_};
      found_.insert(found_.end(), own.begin(), own.end());
    });
    std::sort(found_.begin(), found_.end(), [](const SegmentMeeting& x, const SegmentMeeting& y) {
      return x.a.index != y.a.index ? x.a.index < y.a.index : x.b.index < y.b.index;
    });
    return std::move(found_);
  }

 private:
  std::size_t band(std::int64_t lat) const {
    return static_cast<std::size_t>(std::upper_bound(limits_.begin(), limits_.end(), lat) - limits_.begin());
  }

  template <class Visit>
  void each_entry(const Visit& visit) const {
    for (std::uint32_t arc = 0; arc < mesh_.arcs.size(); ++arc) {
      const Arc& a = mesh_.arcs[arc];
      std::size_t here = band(mesh_.positions[a.first].lat);
      for (std::uint32_t i = a.first; i + 1 < a.first + a.count; ++i) {
        const Position p = mesh_.positions[i];
        const Position q = mesh_.positions[i + 1];
        std::size_t there = here;
        while (there < limits_.size() && limits_[there] <= q.lat) ++there;
        while (there > 0 && limits_[there - 1] > q.lat) --there;
        const auto [low, high] = std::minmax(here, there);
        for (std::size_t b = low; b <= high; ++b) visit(b, Entry{std::min(p.lon, q.lon), {arc, i}});
        here = there;
      }
    }
  }

  void fill() {
    first_.assign(limits_.size() + 2, 0);
    each_entry([&](std::size_t b, const Entry&) { ++first_[b + 1]; });
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    entries_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    each_entry([&](std::size_t b, const Entry& entry) { entries_[next[b]++] = entry; });
  }

  void sweep(std::size_t band_index, std::vector<SegmentMeeting>& out) {
    Entry* begin = entries_.data() + first_[band_index];
    Entry* end = entries_.data() + first_[band_index + 1];
    std::sort(begin, end, [](const Entry& x, const Entry& y) {
      return x.west != y.west ? x.west < y.west : x.segment.index < y.segment.index;
    });
    for (Entry* one = begin; one != end; ++one) {
      const Position a = mesh_.positions[one->segment.index];
      const Position b = mesh_.positions[one->segment.index + 1];
      const std::int64_t east = std::max(a.lon, b.lon);
      const auto [south, north] = std::minmax(a.lat, b.lat);
      for (Entry* other = one + 1; other != end && other->west <= east; ++other) {
        const Position c = mesh_.positions[other->segment.index];
        const Position d = mesh_.positions[other->segment.index + 1];
        if (std::max(c.lat, d.lat) < south || std::min(c.lat, d.lat) > north) continue;
        const std::int64_t lowest = std::max(south, std::min(c.lat, d.lat));
        if (band(lowest) != band_index) continue;  // a pair is judged in the first band they share
        const Meeting how = meeting(a, b, c, d);
        if (how == Meeting::apart || how == Meeting::at_ends) continue;
        const bool ordered = one->segment.index < other->segment.index;
        out.push_back({ordered ? one->segment : other->segment, ordered ? other->segment : one->segment, how});
      }
    }
  }

  const Mesh& mesh_;
  std::vector<std::int64_t> limits_;
  std::vector<std::size_t> first_;
  std::vector<Entry> entries_;
  std::mutex guard_;
  std::vector<SegmentMeeting> found_;
};

}  // namespace

std::vector<SegmentMeeting> find_crossings(const Mesh& mesh) { return Sweep{mesh}.run(); }

}  // namespace merestone
