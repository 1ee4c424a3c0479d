// SPDX-License-Identifier: Apache-2.0
/// The boundary report of a division, as files.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/base/id.hpp"

#include <string>
#include <vector>

namespace merestone {

class Project;

struct ReportOrder {
  DivisionId division;
  AsOf as_of;
  std::string language = "en";
  std::string office{};               ///< who signs; the project's title when empty
  std::vector<std::string> formats{"html", "pdf"};  ///< html, pdf, txt
  std::string stem;                   ///< path without extension
};

/// Makes the report once and writes it in each format, each file whole or not at all. Gives the paths.
std::vector<std::string> write_reports(const Project& project, const ReportOrder& order);

}  // namespace merestone
