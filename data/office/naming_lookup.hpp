// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/office/name_search.hpp"
#include "gis/names/checks/memory_names.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// Answers what check_naming() asks of a project: from its search index, where one is given, reading the facts of the few
/// names that come into question; else from all names, which it reads at once. Both give the same answers.
class NamingLookup {
 public:
  /// @param division the finest that holds the place that is named; its superiors are the scopes that are known.
  /// @param names of the project, opened after its last act; null reads all names. Both are kept by reference.
  NamingLookup(const Project& project, const CountryPack& pack, const AsOf& as_of, DivisionId division, std::optional<Position> position, const NameSearch* names);
  ~NamingLookup();
  NamingLookup(const NamingLookup&) = delete;
  NamingLookup& operator=(const NamingLookup&) = delete;

  /// A name that is on its way and stands against others too.
  void add(LikeName name);
  /// The built-up area (建成区) that holds a position: the name of a place of the type "built_up_area" whose extent does;
  /// empty where there is none.
  std::string built_up_area_at(const std::optional<Position>& position) const;
  /// Fills in what is known of where the place lies: the divisions, the built-up area where the request does not say it, and
  /// for a facility what it may be called after (PN-10): its divisions, and places near it that are no facilities.
  void describe(NamingRequest& request) const;
  /// Borrows this.
  NameLookup lookup() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

struct OfficialNames {
  std::vector<LikeName> names{};
  std::vector<DivisionId> finest{};  ///< the division that each lies in, or is
};

/// Official names in force on the day: of divisions by their level, of places by their class in the scheme. A place lies
/// where the record says, else where the ground does. A place that stands for a division is told by the division alone.
OfficialNames names_on_record(const Project& project, const std::string& class_scheme, const AsOf& as_of);

}  // namespace merestone
