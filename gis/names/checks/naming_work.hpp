// SPDX-License-Identifier: Apache-2.0
/// The parts of check_naming(). For the folder's own use.
#pragma once

#include "gis/names/checks/naming.hpp"
#include "gis/names/checks/sounds.hpp"

#include <utility>

namespace merestone {

struct NamingWork {
  const NamingRequest& request;
  const NamingRules& rules;
  const NameLookup& lookup;
  SpellingClass which;
  SoundOfName sound;
  std::vector<NamingFinding> findings{};

  void add(NamingOutcome outcome, std::string law, const char* rule, std::vector<std::pair<std::string, std::string>> facts = {}, std::vector<std::int64_t> places = {});
};

void check_characters(NamingWork& work);  ///< PN-03, and text unfit for any name
void check_lists(NamingWork& work);       ///< PN-01, PN-04, PN-05, PN-06
void check_terms(NamingWork& work);       ///< PN-02
void check_alone(NamingWork& work);       ///< PN-07, PN-08
void check_notable(NamingWork& work);     ///< PN-09, PN-10, PN-11

}  // namespace merestone
