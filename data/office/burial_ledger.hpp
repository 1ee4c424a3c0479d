// SPDX-License-Identifier: Apache-2.0
/// Ledger, new graves and files of cases, put together from what is on record.
#pragma once

#include "data/office/burial_cases.hpp"
#include "data/office/burial_desk.hpp"
#include "gis/burials/grave_counts.hpp"
#include "gis/burials/ledger.hpp"
#include "gis/burials/person.hpp"

namespace merestone {

/// Graves outside facilities, as recorded up to the revision: those that stand on the day, and those that a case is about
/// although they are gone. `level` is that of the sections: 4 for townships. `within` is the code of a division; empty: all.
Ledger burial_ledger(const Project& project, const AsOf& as_of, Level level = 4, const std::string& within = {});

/// "Zero new graves" of one village up to a day (scenario 24).
struct NewGraves {
  std::string township{};
  std::string village{};
  GraveCount count{};
};
/// Graves outside facilities by village, those that stand on the day against those that stood on the baseline; villages in
/// the order of their townships' codes. @throws invalid enforcement.baseline where the day lies before it.
std::vector<NewGraves> new_graves(const Project& project, Date baseline, const AsOf& as_of, Level level = 4);

/// Everything about a case, for whoever shows it or makes its papers.
struct BurialCaseFile {
  BurialCase one;
  Grave grave;
  EnforcementRules rules;               ///< that its steps follow
  Wording judged_by{};                  ///< law of the day of its act; empty: none on record
  WorkingCalendar calendar{};
  std::vector<CasePhoto> photos{};
  std::vector<PhotoPair> pairs{};
  std::vector<Document> documents{};    ///< that its acts cite
  std::vector<CaseClock> clocks{};
  std::vector<std::string> next{};
  Earliest court{};                     ///< when the court may be applied to
  std::vector<CasePerson> parties{};
  std::string village{}, township{}, county{};
  Wording class_words{};

  const Document* document(DocumentId id) const;
  const BurialAct* last(std::string_view state) const;  ///< the last act of that state; null for none
};
/// What keeps the court from being applied to on `day` with a pack that is made then; nothing where it was applied to already.
std::vector<Finding> court_findings(const BurialCaseFile& file, Date day);

/// @throws missing enforcement.not_found.
BurialCaseFile burial_case_file(const Project& project, const std::string& number, const AsOf& as_of);

}  // namespace merestone
