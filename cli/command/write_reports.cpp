// SPDX-License-Identifier: Apache-2.0
#include "cli/command/write_reports.hpp"

#include "cli/report/make_report.hpp"
#include "cli/report/report_files.hpp"
#include "data/office/project.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <ctime>

namespace merestone {

std::vector<std::string> write_reports(const Project& project, const ReportOrder& order) {
  const auto summary = project.summary();
  const AsOf as_of{order.as_of.day, std::min(order.as_of.revision, summary.revision)};
  const auto snapshot = project.snapshot(as_of);
  const auto territory = derive(snapshot, StatusQuo{});
  const auto history = project.division_facts(as_of.revision);
  const DivisionRegister divisions{history, as_of.day};
  const auto lines = project.lines(as_of);
  const auto places = project.places(as_of);
  const auto zones = project.hazard_zones(as_of);
  const auto facilities = project.facilities(as_of);
  const auto documents = project.documents(as_of.revision);
  const auto packs = project.packs();
  const auto report = make_boundary_report(
      {.division = order.division, .as_of = as_of, .office = order.office.empty() ? summary.title : order.office,
       .program = "Merestone " MERESTONE_VERSION, .produced_at = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))),
       .audit_head = summary.audit_head},
      {territory, snapshot, divisions, history, lines, places, zones, facilities, documents, packs});
  std::vector<std::string> paths;
  for (const auto& format : order.formats) {
    const auto& path = paths.emplace_back(order.stem + "." + format);
    if (format == "html") to_html(report, order.language, path);
    if (format == "pdf") to_pdf(report, order.language, path);
    if (format == "txt") write_whole(path, to_text(report, order.language));
  }
  return paths;
}

}  // namespace merestone
