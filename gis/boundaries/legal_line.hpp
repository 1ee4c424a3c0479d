// SPDX-License-Identifier: Apache-2.0
/// What the law says of a boundary line beside where it runs (domain.md §3; Regulations on Administrative Boundaries
/// 2002, Art. 2, 4, 13): who approved it, by which agreement, how far it is settled, who keeps it.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/boundaries/boundary.hpp"
#include "gis/boundaries/terms.hpp"

#include <span>
#include <string_view>

namespace merestone {

struct LineRecord {
  BoundaryLineId line;
  LineStatus status = LineStatus::undetermined;
  std::string code;            ///< the office's own, "5253"; an attribute, never the key
  std::string name;            ///< in the customary order: 鄂湘线; stored, since custom does not follow the codes
  std::string other_name;      ///< in the other order: 湘鄂线
  std::string approving_body;
  DocumentId approval;
  DocumentId agreement;
  std::string managing;        ///< who keeps which part, in the words of the agreement
  std::string published_by;
  std::optional<Date> published_on;
  std::int64_t annex_scale = 0;  ///< 50 000 for a map of 1:50 000; 0 when not known
  double accuracy_m = 0;         ///< standard deviation of the line's position; 0 when not known
  Period valid{};
};

bool is_settled(LineStatus status);

/// 0.1 mm on the annex map (domain.md §3.5), where the record does not say better; 0 when neither is known.
double accuracy_of(const LineRecord& record);

/// The name with its two parts exchanged, 青阳石台线 → 石台青阳线, where it is made of `left` and `right` in either
/// order; empty where it is not. A short name may stand for a division: 青阳 for 青阳县.
std::string in_other_order(std::string_view name, std::span<const std::string> left, std::span<const std::string> right);

/// What the line is called beside `name`: its customary name and that in the other order, each once.
std::vector<std::string> further_names(const LineRecord& record, std::string_view name);

/// Whether `text` is the line's code, or its name in either order.
bool is_called(const LineRecord& record, std::string_view text);

/// boundary.no_approval, boundary.no_agreement for a settled line without them (BL-01); boundary.dates_out_of_order; boundary.not_published
/// (BL-14, a note); boundary.no_accuracy (a note). Documents that are not known are null.
std::vector<Finding> check_record(const LineRecord& record, const Document* agreement, const Document* approval);

}  // namespace merestone
