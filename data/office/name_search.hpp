// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/project.hpp"
#include "gis/search/likeness.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace merestone {

/// Search in the names of a project: an index of one revision in a file beside it, and what came after, which is read
/// from the facts themselves. So a search knows an act from its commit on, an index can be old but never wrong, and a
/// project without one is searched all the same. Both engines give the same answers.
class NameSearch {
 public:
  /// Opens the index in `file`, or makes it there: when there is none, when it is of another project or damaged, when
  /// very many names or divisions changed since, or ground was won from nobody. Where nothing can be written, and with an empty
  /// `file`, it is kept in memory. @param today the day whose divisions hold places, for an index that is made
  static NameSearch open(const Project& project, const std::string& file, Date today);
  /// Makes the index anew. @throws Error{Fault::unavailable} search.no_file when the file cannot be written.
  static NameSearch rebuild(const Project& project, const std::string& file, Date today);
  NameSearch(NameSearch&&) noexcept;
  NameSearch& operator=(NameSearch&&) noexcept;
  ~NameSearch();

  /// Thread-safe. @throws what search::find() does.
  search::Answer find(const search::Query& query) const;
  /// Names like a new one, by keys and sounds: see search::names_with().
  std::vector<search::Hit> with(const search::LikeKeys& like) const;
  /// See search::places_in().
  std::optional<std::vector<std::int64_t>> places_in(const Box& box) const;
  /// For Filter::divisions; empty for a division that the index does not know.
  std::vector<search::DivisionRange> ranges_of(DivisionId division) const;
  /// The division with a number; no id for none.
  DivisionId division_of(std::uint32_t number) const;

  struct State {
    Revision revision = 0;    ///< of the index
    Revision known = 0;       ///< up to which it knows later names
    std::size_t names = 0;    ///< in it
    std::size_t later = 0;    ///< names that came or changed afterwards
    std::size_t bytes = 0;
    bool in_file = false;
  };
  State state() const;

  /// Makes the index of the same revision and day once more and compares: search.damaged_index where they differ.
  std::vector<Finding> verify(const Project& project) const;

 private:
  struct Parts;
  explicit NameSearch(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// What the record knows of places and names for a search, where an index is made of something else than a project.
struct RecordedNames {
  std::unordered_map<std::int64_t, std::string> classes{};                      ///< by place: "cn-18521:22200"; a tab between several
  std::map<std::pair<std::int64_t, std::string>, std::string> readings{};  ///< by place and name, where somebody gave one
};
RecordedNames recorded_names(const Project& project, Revision known);

}  // namespace merestone
