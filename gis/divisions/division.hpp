// SPDX-License-Identifier: Apache-2.0
/// Administrative divisions as facts with periods (domain.md §2.4): the division itself is an id that never
/// changes; level, kind, code, name and superior are facts about it, each valid for a time.
#pragma once

#include "gis/base/date.hpp"
#include "gis/base/id.hpp"

#include <string>
#include <vector>

namespace merestone {

/// 1 is the highest level below the state (province, region); a larger number is a finer level.
using Level = int;

/// Level and kind of a division for a time (ISO 19152: a version of the unit).
struct DivisionVersion {
  DivisionId division;
  Level level = 0;
  std::string kind;  ///< word of the country pack, "commune", "county"; may be empty
  Period valid{};
  DocumentId document{};
};

struct DivisionCode {
  DivisionId division;
  std::string system;  ///< "insee", "gb2260"
  std::string code;
  Period valid{};
};

struct DivisionName {
  DivisionId division;
  std::string text;
  std::string language;             ///< BCP 47; "und" when unknown
  std::string status = "official";  ///< official, former, variant, short
  Period valid{};
};

enum class MembershipKind { legal, entrusted };

/// `member` belongs to `superior`; a division has at most one legal and one entrusted superior on a day.
struct Membership {
  DivisionId member;
  DivisionId superior;
  MembershipKind kind = MembershipKind::legal;
  Period valid{};
};

/// `from` ended, or gave ground, and `to` took it on `day`.
struct Succession {
  DivisionId from;
  DivisionId to;
  Date day;
  std::string reason;  ///< as the document says: "fusion simple", "création de commune nouvelle"
  DocumentId document{};
};

/// Everything known of divisions that holds, or held, for some time.
struct DivisionFacts {
  std::vector<DivisionVersion> versions;
  std::vector<DivisionCode> codes;
  std::vector<DivisionName> names;
  std::vector<Membership> memberships;
  std::vector<Succession> successions;
};

}  // namespace merestone
