// SPDX-License-Identifier: Apache-2.0
#include "data/office/naming_checks.hpp"

#include "data/db/refusal.hpp"
#include "data/office/naming_lookup.hpp"
#include "data/office/place_holders.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/packs/class_schemes.hpp"

#include <algorithm>

namespace merestone {
namespace {

const CountryPack* pack_with_rules(const std::vector<CountryPack>& packs) {
  const auto found = std::find_if(packs.begin(), packs.end(), [](const CountryPack& pack) { return !pack.naming.empty(); });
  return found == packs.end() ? nullptr : &*found;
}

}  // namespace

std::vector<NamingFinding> naming_findings(const Project& project, NamingQuestion question) {
  const auto packs = project.packs();
  const CountryPack* pack = pack_with_rules(packs);
  if (pack == nullptr) return {};
  const AsOf as_of{question.day, last_revision(project.connection())};
  DivisionId division;
  if (!question.division.empty()) {
    const DivisionRegister divisions = project.divisions(as_of);
    const DivisionState* finest = divisions.find_code(question.division);
    if (finest == nullptr) refuse(Fault::missing, "naming.no_division", "no such division", {{"division", question.division}});
    division = finest->id;
  } else if (question.position) {
    refuse_errors(check_position(project, as_of, *question.position, false), "longitude and latitude are exchanged");
    division = holders_at(project, as_of, {&*question.position, 1}).front();
  }
  const NamingLookup lookup{project, *pack, as_of, division, question.position, question.names};
  lookup.describe(question.request);
  return check_naming(question.request, pack->naming, lookup.lookup());
}

SameNames same_names_on_record(const Project& project, SameBy by, int level, int class_level, Date day) {
  const auto packs = project.packs();
  const CountryPack* pack = pack_with_rules(packs);
  const std::string scheme = pack != nullptr ? pack->names.class_scheme : std::string{};
  const ClassScheme* const classes = class_scheme(scheme);
  const AsOf as_of{day, last_revision(project.connection())};
  OfficialNames all = names_on_record(project, scheme, as_of);
  const DivisionRegister divisions = project.divisions(as_of);
  std::vector<ComparedWithin> within;
  std::vector<DivisionAround> chain;
  for (std::size_t i = 0; i < all.names.size(); ++i) {
    chain.clear();
    for (const DivisionState* state : divisions.chain(all.finest[i])) chain.push_back({state->level, state->code, state->name});
    const std::string& code = all.names[i].class_code;
    within.push_back({compared_within(chain, level), classes != nullptr ? compared_within(*classes, code, class_level) : code});
  }
  SameReport report = same_names(all.names, within, by);
  return {std::move(all.names), std::move(report)};
}

}  // namespace merestone
