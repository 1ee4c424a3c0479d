// SPDX-License-Identifier: Apache-2.0
/// Graves as they are found on the ground (domain.md §5.5). Nothing here says whose a grave is: the dead and their
/// families are kept apart, where access is restricted.
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"
#include "gis/geometry/area.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

using GraveId = Id<struct GraveTag>;

/// What somebody on the ground, or on imagery, could tell.
enum class Told { unknown, no, yes };

/// What a grave looks like.
enum class GraveForm {
  unknown,
  mound,     ///< 土坟: earth
  stone,     ///< a stone or slab set up or laid down
  chair,     ///< 椅子坟
  house,     ///< 住宅式: with walls and a roof
  vault,     ///< 墓室, 石窟
  levelled,  ///< 平坟: nothing above the ground
};

struct Grave {
  GraveId id;
  std::string local_id;                ///< the office's number; one grave has one
  Position position;
  std::optional<double> accuracy_m;    ///< of the position, one standard deviation
  std::string method;                  ///< how the position was found: "GNSS", "imagery"
  MultiPolygon footprint;              ///< empty when not surveyed
  std::optional<double> area_m2;       ///< of the grave alone
  std::optional<double> annex_m2;      ///< of what is built beside it
  Told hardened = Told::unknown;       ///< stone, tile, brick or concrete on grave or annexes
  std::optional<std::int64_t> remains; ///< 0: built for the living
  GraveForm form = GraveForm::unknown;
  Told clan = Told::unknown;           ///< in a cemetery of a clan
  std::optional<double> stone_height_m;
  std::optional<Date> built_from;      ///< the earliest day on which it can have been built
  std::optional<Date> built_until;     ///< the last
  std::optional<Date> rebuilt;         ///< last enlarged or built anew
  std::optional<Date> first_seen;      ///< of the earliest imagery that shows it
  PlaceId village;                     ///< none when not known
  FacilityId facility;                 ///< the facility it lies in; none outside all
  std::string land_class;              ///< as surveyed: "farmland", "forest"
  std::string note;
  std::string source;
  Period valid{};                      ///< until the day it was moved, removed or levelled
  std::int64_t fact = 0;               ///< of the version; 0 when not on record
  DocumentId document{};               ///< by which this version was recorded

  /// Grave and annexes; nothing when neither is known.
  std::optional<double> whole_area_m2() const;
};

/// Why a grave is kept where it is (Regulations 2012 Art. 6, 10).
enum class ProtectionKind { heritage, martyr, custom, other };

/// An entry of a list of protected graves.
struct GraveProtection {
  GraveId grave;
  ProtectionKind kind = ProtectionKind::heritage;
  std::string list;   ///< 名录
  std::string entry;  ///< its number there; empty when not known
  Period valid{};
  std::int64_t fact = 0;
};

/// The entry that protects `grave` on `day`; null when none does.
const GraveProtection* protection_of(const std::vector<GraveProtection>& protections, GraveId grave, Date day);

/// When a grave was built, as far as a baseline is concerned ("zero new graves", 新增零增长).
enum class BuiltWhen {
  before,    ///< on the baseline or earlier
  after,     ///< later than the baseline
  unclear,   ///< the range of its building holds the baseline
  not_known, ///< nothing is known of its building
};
/// By the range of its building and the imagery that first shows it: what is seen on the baseline or earlier stood then.
BuiltWhen built_when(const Grave& grave, Date baseline);

std::string_view to_text(Told);
std::string_view to_text(GraveForm);
std::string_view to_text(ProtectionKind);
std::string_view to_text(BuiltWhen);

/// Nothing for a word that is none of them. Chinese words and what forms say for yes and no are read too.
template <class Term>
std::optional<Term> burial_term(std::string_view word);
template <>
std::optional<Told> burial_term(std::string_view word);
template <>
std::optional<GraveForm> burial_term(std::string_view word);
template <>
std::optional<ProtectionKind> burial_term(std::string_view word);

}  // namespace merestone
