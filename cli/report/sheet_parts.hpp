// SPDX-License-Identifier: Apache-2.0
/// What the sheets on lines, monuments and inspections are put together of.
#pragma once

#include "cli/report/document.hpp"
#include "cli/report/line_sheet.hpp"

namespace merestone {

ReportDocument begin_sheet(const SheetHead& head, const std::string& kind, const std::string& name, const std::string& subtitle,
                           const Phrases& phrases);
/// A map with its legend and `caption`, where it has ground; `line` and `place` are the words for what is emphasised.
void add_sheet_map(ReportDocument& document, const Sheet& map, const char* caption, const char* line, const char* place, const Phrases& phrases);
/// "pdf", else HTML.
std::string sheet_bytes(const ReportDocument& document, Date on, std::string_view format);

inline std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

}  // namespace merestone
