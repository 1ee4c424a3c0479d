// SPDX-License-Identifier: Apache-2.0
/// Changes of divisions as commands print them.
#pragma once

#include "cli/command/shared.hpp"
#include "cli/command/told.hpp"
#include "data/office/project.hpp"

#include <unordered_map>

namespace merestone {

/// Divisions by id as they are called: name and code on a day, of whatever day when it did not exist then.
class Cards {
 public:
  /// The facts must outlive this.
  explicit Cards(const DivisionFacts& facts);
  std::string name(DivisionId division, Date day) const;
  std::string code(DivisionId division, Date day) const;
  std::string both(DivisionId division, Date day) const;  ///< "341400 巢湖市"
  /// Who came to administer the division on the day, and who ceased to; no id: nobody did.
  DivisionId keeper_from(DivisionId division, Date day) const;
  DivisionId keeper_until(DivisionId division, Date day) const;
  /// Who came to be its legal superior on the day.
  DivisionId superior_from(DivisionId division, Date day) const;

 private:
  std::unordered_map<DivisionId, std::vector<const DivisionName*>> names_;
  std::unordered_map<DivisionId, std::vector<const DivisionCode*>> codes_;
  std::unordered_map<DivisionId, std::vector<const Membership*>> memberships_;
};

/// "国函〔2011〕84号 …", the title alone, or the number alone.
std::string cited(const ChangeEvent& event, const std::vector<Document>& documents);

/// One line per part: "superior   341421 庐江县: 341421 -> 340124, under 340100 合肥市", "…, entrusted to 340100 合肥市".
std::string line_of(const ChangePart& part, const Cards& cards, Date day, Language language);
nlohmann::ordered_json json_of(const ChangePart& part, const Cards& cards, Date day);

void print_parts(const Project& project, ChangeEventId event, const Shared& shared);

}  // namespace merestone
