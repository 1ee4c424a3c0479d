// SPDX-License-Identifier: Apache-2.0
/// What grants mean: which faces go to whom.
#pragma once

#include "gis/territory/faced_ground.hpp"

namespace merestone {

/// Whether a division is one of another's, as the register of the day has it.
class Belonging {
 public:
  explicit Belonging(const DivisionRegister& divisions) : divisions_{divisions} {}
  /// `division` itself or below it.
  bool within(DivisionId division, DivisionId superior) const;
  /// Name and code for findings.
  void tell(Finding& finding, DivisionId division) const;

 private:
  const DivisionRegister& divisions_;
};

struct Granted {
  std::vector<Holder> holders;  ///< by face, with the grants
  std::vector<Finding> findings;
  std::vector<DivisionId> wanted;  ///< holders that were reached and are not known whole
};

/// Applies the grants of one version. Where a finding is an error, `holders` are as they were.
Granted grant(const FacedGround& ground, const Belonging& belonging, const RedrawRequest& request, std::size_t version);

/// What is wrong with the grants of a version by themselves: too short, crossing themselves, same party, a side that is
/// no party.
std::vector<Finding> shape_findings(const Version& version, const Belonging& belonging, const std::vector<DivisionId>& parties);

}  // namespace merestone
