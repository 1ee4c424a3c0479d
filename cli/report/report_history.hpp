// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/report/make_report.hpp"

namespace merestone {

/// Fills `changes` with what happened up to the report's day to the subject and to all that its ground once was:
/// divisions that ended or gave ground, as far as they or who came after them belonged to the subject.
void add_history(BoundaryReport& report, const ReportFacts& facts);

}  // namespace merestone
