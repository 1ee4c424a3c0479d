// SPDX-License-Identifier: Apache-2.0
/// Owners, families and complainants. What is known of them is restricted, and can be erased by law; nothing else in a
/// project names a person.
#pragma once

#include "gis/base/id.hpp"

#include <array>
#include <string>
#include <string_view>

namespace merestone {

using PersonId = Id<struct PersonTag>;

inline constexpr std::array<std::string_view, 3> party_roles{"owner", "family", "complainant"};

struct PersonalData {
  std::string name{};
  std::string contact{};
  std::string address{};
  std::string identity{};   ///< number of a card
  std::string statement{};  ///< what the person said; of a complaint, its words
};

/// Who takes part in a case, without a word on who that is.
struct CasePerson {
  PersonId person;
  std::string role{};
  bool erased = false;
};

/// The role that may read and write personal data: on PostGIS a role of the database, elsewhere what an office's act asks.
inline constexpr std::string_view enforcement_role = "enforcement";

}  // namespace merestone
