// SPDX-License-Identifier: Apache-2.0
/// What fields of the record of lines and monuments may hold, and the words for it in files and in the database.
/// Each word is one of lower case letters and underscores, and reads back as what it was written from.
#pragma once

#include <optional>
#include <string_view>

namespace merestone {

/// How far a line is settled (domain.md §4.5).
enum class LineStatus {
  settled_demarcated, settled_undemarcated, provisional, undetermined, disputed, line_of_control, lease_limit, claim,
  abolished
};

/// What tells where a segment runs (BL-02).
enum class Carrier { ridge, watercourse, road, straight, other };

/// Which part of the carrier it is, looking along the line.
enum class CarrierSide { centre, left, right };

/// What happens to the line when its carrier moves (BL-06).
enum class MovementRule { fixed, follows_feature };

/// How many stones mark one place; `point` is a turning point of the line where none stands.
enum class MonumentKind { single, twin, triple, point };

/// How somebody on the ground found a monument.
enum class SeenAs { found, damaged, missing };

/// What has to be done about it (Regs 2002 Art. 6, 16, 18).
enum class Issue { none, repair, re_survey, sign_removed, encroachment };

/// How a segment was found.
enum class SegmentSeen { as_agreed, feature_moved, changed };

enum class InspectionKind { regular, special };

/// Of a joint inspection, in the order in which they are gone through (domain.md §3.6).
enum class InspectionState {
  planned, lead_named, joint_meeting_1, desk_check, field_check, issues, joint_meeting_2, report_signed, filed
};

/// What a hidden risk (隐患) comes from.
enum class RiskType { marker, terrain, resource, building, water, grazing, mining };

std::string_view to_text(LineStatus);
std::string_view to_text(Carrier);
std::string_view to_text(CarrierSide);
std::string_view to_text(MovementRule);
std::string_view to_text(MonumentKind);  ///< `twin` is "double"
std::string_view to_text(SeenAs);
std::string_view to_text(Issue);
std::string_view to_text(SegmentSeen);
std::string_view to_text(InspectionKind);
std::string_view to_text(InspectionState);
std::string_view to_text(RiskType);

/// Nothing for a word that is none of them. Chinese words of the forms in use are read too: 单立, 山脊, 丢失.
template <class Term>
std::optional<Term> from_text(std::string_view word);

/// All words of a term with ", " between, for findings.
template <class Term>
std::string_view words_of();

template <>
std::optional<LineStatus> from_text(std::string_view word);
template <>
std::optional<Carrier> from_text(std::string_view word);
template <>
std::optional<CarrierSide> from_text(std::string_view word);
template <>
std::optional<MovementRule> from_text(std::string_view word);
template <>
std::optional<MonumentKind> from_text(std::string_view word);
template <>
std::optional<SeenAs> from_text(std::string_view word);
template <>
std::optional<Issue> from_text(std::string_view word);
template <>
std::optional<SegmentSeen> from_text(std::string_view word);
template <>
std::optional<InspectionKind> from_text(std::string_view word);
template <>
std::optional<InspectionState> from_text(std::string_view word);
template <>
std::optional<RiskType> from_text(std::string_view word);
template <>
std::string_view words_of<LineStatus>();
template <>
std::string_view words_of<Carrier>();
template <>
std::string_view words_of<CarrierSide>();
template <>
std::string_view words_of<MovementRule>();
template <>
std::string_view words_of<MonumentKind>();
template <>
std::string_view words_of<SeenAs>();
template <>
std::string_view words_of<Issue>();
template <>
std::string_view words_of<SegmentSeen>();
template <>
std::string_view words_of<InspectionKind>();
template <>
std::string_view words_of<InspectionState>();
template <>
std::string_view words_of<RiskType>();

}  // namespace merestone
