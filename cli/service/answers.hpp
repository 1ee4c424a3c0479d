// SPDX-License-Identifier: Apache-2.0
/// Questions about an atlas, answered as JSON text. Thread-safe.
#pragma once

#include "cli/service/atlas.hpp"
#include "gis/divisions/register.hpp"
#include "gis/indicators/classes.hpp"
#include "gis/search/find.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace merestone {

class Answers {
 public:
  explicit Answers(const Atlas& atlas);

  /// Title, day, revision, extent, kinds of hazards and facilities, sources; whether some were generated.
  std::string info() const;
  /// The levels that occur on the day, highest first, with their kinds, how many divisions each has,
  /// and on the atlas's own day how large the middling one is.
  std::string levels(Date on) const;
  /// Tints of divisions by level and code, so that neighbours differ.
  std::string tints() const;
  /// Who holds a position: a chain of divisions, finest first, for each holder. On the atlas's own day also, of contested
  /// ground: the dispute, how large it is, and who would hold it as each party claims and as it is on the ground.
  std::string at(Position position, Date on, const Viewpoint& viewpoint) const;
  /// Everything about the division that holds `code`, at `level` when given. @throws Error{Fault::missing} when
  /// none does on that day; the finding says when one did.
  std::string division(std::string_view code, std::optional<Level> level, Date on, const Viewpoint& viewpoint) const;
  /// How disputed ground can be seen, and the disputes with their areas; no viewpoints where nothing is claimed.
  std::string viewpoints() const;
  /// Divisions and places by name, sound, code or position, then former names and divisions that ended; each says why
  /// it matched and what of it. `in`: only in the division with this code. @throws also what search::find() does.
  std::string search(search::Query query, const std::optional<std::string>& in = {}) const;

  /// What is counted by division and year, with the years that have figures.
  std::string indicators() const;
  /// A figure of every division of a level, in classes, on the divisions of the atlas's day, or of a later year itself.
  /// Without `year` the last that has
  /// figures, without `level` as finely as they were counted. @throws what thematic_of() does.
  std::string thematic(const std::string& indicator, std::optional<int> year, std::optional<Level> level, ClassMethod method,
                       std::size_t classes) const;

  /// Lines to begin with in the strip of contested ground between two parties of a case, and who they are. @throws
  /// Error{Fault::missing} service.no_trial where the map is not for the office or the case has no contested ground;
  /// what Strips::strip() says.
  std::string trial(const std::string& number, const std::string& between, std::size_t which) const;
  /// What a line does to the ground and people of the strip. @throws as Strip::figures does.
  std::string trial_figures(const std::string& number, const std::string& between, std::size_t which, const Polyline& line) const;

  Date day() const { return atlas_.as_of.day; }
  /// By its word, or the atlas's own. @throws what viewpoint_of() does.
  Viewpoint viewpoint(const std::optional<std::string>& word) const;

 private:
  std::shared_ptr<const Strip> strip(const std::string& number, const std::string& between, std::size_t which) const;
  using Register = std::shared_ptr<const DivisionRegister>;
  Register on_day(Date day) const;
  void index_names();

  const Atlas& atlas_;
  std::vector<std::byte> names_;  ///< of the search index
  std::optional<search::Index> index_;
  std::unordered_map<DivisionId, std::uint32_t> numbers_;  ///< in the index
  Register today_;
  mutable std::mutex mutex_;
  mutable std::vector<std::pair<Date, Register>> others_;  ///< a few days asked for lately, newest last
};

}  // namespace merestone
