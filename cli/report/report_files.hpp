// SPDX-License-Identifier: Apache-2.0
/// Boundary reports as files.
#pragma once

#include "cli/report/boundary_report.hpp"
#include "cli/report/phrases.hpp"

#include <string>
#include <string_view>

namespace merestone {

struct ReportDocument;

/// Languages: "en", "zh", "fr". @throws Error{invalid} report.unknown_language for others.
/// The same report gives the same bytes.

/// One file without any reference to another; prints on A4 with heads repeated and pages numbered.
std::string to_html(const BoundaryReport& report, std::string_view language);
/// A4, vector map, text that can be selected, bookmarks, links; its dates are those of the report, not of today.
std::string to_pdf(const BoundaryReport& report, std::string_view language);
/// Plain UTF-8, for reading in a terminal and for comparing.
std::string to_text(const BoundaryReport& report, std::string_view language);

/// The same three writers for a report of any kind that has been put into words. `on` is the day of its facts: it
/// dates a PDF that does not say when it was produced.
std::string to_html(const ReportDocument& document);
std::string to_pdf(const ReportDocument& document, Date on);
std::string to_text(const ReportDocument& document);

/// Writes beside `path` and moves into place, so that a whole file stands there or none of ours.
/// @throws Error{unavailable} report.unwritable.
void write_whole(const std::string& path, std::string_view bytes);

void to_html(const BoundaryReport& report, std::string_view language, const std::string& path);
void to_pdf(const BoundaryReport& report, std::string_view language, const std::string& path);

}  // namespace merestone
