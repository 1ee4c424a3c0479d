// SPDX-License-Identifier: Apache-2.0
#include "cli/report/sheet_parts.hpp"

#include "cli/report/map_plate.hpp"
#include "cli/report/report_files.hpp"

namespace merestone {

ReportDocument begin_sheet(const SheetHead& head, const std::string& kind, const std::string& name, const std::string& subtitle,
                           const Phrases& phrases) {
  ReportDocument document;
  document.language = phrases.language();
  document.office = head.office.empty() ? phrases.text("office-unnamed") : head.office;
  document.kind = kind;
  document.name = name;
  document.subtitle = subtitle;
  document.title = phrases.text("title", {{"document", kind}, {"name", name}});
  document.footer = phrases.text("footer", {{"document", kind}, {"name", name}, {"date", phrases.long_date(head.on)},
                                            {"revision", phrases.number(static_cast<double>(head.revision))},
                                            {"audit", head.audit_head.substr(0, 12)}});
  document.page_words = phrases.text("page");
  document.program = head.program;
  document.produced_at = head.produced_at;
  return document;
}

void add_sheet_map(ReportDocument& document, const Sheet& map, const char* caption, const char* line, const char* place, const Phrases& phrases) {
  if (map.grounds.empty()) return;
  MapPlate plate = map_plate(map, caption, phrases);
  using Symbol = LegendEntry::Symbol;
  plate.sheet.legend.push_back({Symbol::line, phrases.text(line), 1, true, false, 0, {}, {}});
  plate.sheet.legend.push_back({Symbol::line, phrases.text("legend-other-lines"), 3, false, false, 0, {}, {}});
  if (!map.places.empty()) plate.sheet.legend.push_back({Symbol::place, phrases.text(place), 0, false, false, 0, {}, {}});
  document.blocks.emplace_back(std::move(plate));
}

std::string sheet_bytes(const ReportDocument& document, Date on, std::string_view format) {
  return format == "pdf" ? to_pdf(document, on) : to_html(document);
}

}  // namespace merestone
