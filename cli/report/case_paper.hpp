// SPDX-License-Identifier: Apache-2.0
/// Papers of a case against a grave: the notice 责令限期改正通知书 with its proof of service, and the pack with which a court is
/// applied to. Values first, as in boundary_report.hpp. They may name the party: they are for the case alone.
#pragma once

#include "cli/report/line_sheet.hpp"
#include "gis/burials/case_clock.hpp"
#include "gis/burials/paper.hpp"
#include "gis/burials/photo.hpp"

namespace merestone {

struct ReportDocument;

struct CasePaper {
  SheetHead head{};
  std::string number{};        ///< of the case
  std::string grave{};
  std::string party{};         ///< empty: left open
  FilledPaper paper{};
  bool text_at_hand = true;    ///< of the law that it cites
};
ReportDocument compose_notice(const CasePaper& paper, const Phrases& phrases);

struct CourtPack {
  CasePaper application{};
  struct Step {
    Date day{};
    std::string words{}, body{}, document{}, note{};
    std::optional<Date> due{};
  };
  std::vector<Step> steps{};
  std::vector<Document> documents{};
  std::vector<CasePhoto> photos{};
  std::vector<double> photo_distances_m{};  ///< of each from the grave; negative where it has no position
  std::vector<PhotoPair> pairs{};
  struct Served {
    std::string what{}, number{};
    Date day{};
  };
  std::vector<Served> served{};
  struct Passed {
    std::string words{}, source{};
    Date since{}, until{};
  };
  std::vector<Passed> clocks{};
  Date possible{};             ///< from when on a court may be applied to
  Sheet map{};                 ///< without words; without ground: the pack has no map
};
ReportDocument compose_court_pack(const CourtPack& pack, const Phrases& phrases);

/// The bytes of a file: "pdf", else HTML. The same values give the same bytes.
std::string written(const CasePaper& notice, const Phrases& phrases, std::string_view format);
std::string written(const CourtPack& pack, const Phrases& phrases, std::string_view format);

}  // namespace merestone
