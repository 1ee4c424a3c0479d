// SPDX-License-Identifier: Apache-2.0
/// A name on its way from application into force (地名管理条例 Art. 11–15; domain.md §1.3). States and what may follow are
/// those of the pack; what some of them mean is the same in every country and stands here.
#pragma once

#include "gis/base/as_of.hpp"
#include "gis/base/finding.hpp"
#include "gis/law/clock.hpp"
#include "gis/law/name_rules.hpp"
#include "gis/names/place_record.hpp"
#include "gis/names/place_size.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace merestone {

using ApplicationId = Id<struct ApplicationTag>;

/// States that mean something beyond their procedure.
namespace name_state {
inline constexpr std::string_view applied = "applied";
inline constexpr std::string_view evaluated = "evaluated";
inline constexpr std::string_view approved = "approved";
inline constexpr std::string_view filed = "filed";
inline constexpr std::string_view filing_returned = "filing_returned";
inline constexpr std::string_view announced = "announced";
inline constexpr std::string_view in_force = "in_force";
}  // namespace name_state

/// Who acts: "瑞安市人民政府", a government, of level 3.
struct ActingBody {
  std::string name{};
  std::string kind{};  ///< one of body_kinds; empty: an applicant, or not said
  int level = 0;       ///< of the division that it is of; 0: the state
  friend bool operator==(const ActingBody&, const ActingBody&) = default;
};

struct ApplicationStep {
  std::int64_t fact = 0;
  std::string state;
  Date day{};
  ActingBody body{};
  DocumentId document{};
  std::string note{};
};

/// What was on file, by the role that the pack gives it.
struct ApplicationDocument {
  std::int64_t fact = 0;
  std::string role;
  DocumentId document{};
};

/// What a naming check said, and why the officer went on all the same.
struct ApplicationFinding {
  std::int64_t fact = 0;
  std::string stage;  ///< state at which it was checked
  Finding finding;
  std::string reason{};
};

struct NameApplication {
  std::int64_t fact = 0;
  ApplicationId id{};
  std::string number;           ///< of the office; unique in the project
  NameAct act = NameAct::name;
  std::string kind;             ///< of the pack: "street"
  std::string pack{};
  PlaceId place{};              ///< on record already; no id for a place that is new
  NameId name{};                ///< renamed or abolished
  DivisionId division{};        ///< the finest that holds the place
  std::string text{};           ///< the name applied for; of an abolition the name that ends
  std::string language = "und";
  std::string script{};
  std::string specific{};
  std::string generic{};
  std::string reading{};        ///< with tones
  std::string spelling{};       ///< in Roman letters
  std::string class_code{};     ///< in the scheme of the pack
  std::string scheme{};
  std::string location{};       ///< in words
  std::string built_up_area{};  ///< 建成区, in which streets and buildings are unique
  std::string reasons{};
  std::string origin{};
  std::string meaning{};
  std::string applicant{};
  Date applied{};
  std::optional<Position> position{};
  std::int64_t size_fact = 0;   ///< of `size`; 0: not on record as it is
  PlaceSize size{};             ///< as applied for, or as corrected since
  DocumentId document{};
  std::vector<ApplicationStep> steps{};
  std::vector<ApplicationDocument> documents{};
  std::vector<ApplicationFinding> findings{};
  Revision revision = 0;        ///< last that touched it

  std::string state() const { return steps.empty() ? "" : steps.back().state; }
  /// Of the last step into `state`; null where there was none.
  const ApplicationStep* step(std::string_view state) const;
};

/// Why `next` may not be the next step:
///   name.out_of_order  it does not follow; says what does
///   name.dates         its day is before that of the step before
///   name.in_future     its day has not come; a name may come into force later
std::vector<Finding> check_step(const NameRules& rules, const NameApplication& application, const ApplicationStep& next, Date today);

/// name.no_body where nobody is named; name.not_competent where the law gives the approval of names of this kind to somebody else (Art. 12), or where the
/// kind is unknown to the pack (name.unknown_kind). `division_level` is of the finest division that holds the place: a
/// government below it cannot approve. Nothing where the pack says nothing.
std::vector<Finding> check_approver(const NameRules& rules, const NameApplication& application, const ActingBody& body, int division_level);

/// Whom the approving body files with; null where nobody, or where the name is not approved.
const NameApprover* approver_of(const NameRules& rules, const NameApplication& application);
/// The reviewer's two questions (Art. 13): name.filing_receiver (wrong body to file with), name.filing_no_receiver, name.filing_sender (not filed
/// by who approved). Whether materials are complete is said by check_documents().
std::vector<Finding> check_filing(const NameRules& rules, const NameApplication& application, const ActingBody& sender, const ActingBody& receiver);

/// name.document_missing for each document that the pack asks for at `state` and that is not on file: an error where it is
/// mandatory, else a warning.
std::vector<Finding> check_documents(const NameRules& rules, const NameApplication& application, std::string_view state);

/// PN-22: name.announcement_incomplete for each thing that an announcement must say and that is not on record.
std::vector<Finding> check_announcement(const NameApplication& application);

/// A clock that runs for an application (PN-20, PN-21).
struct NameDue {
  std::string clock;
  Date since;
  Date due;
  std::optional<Date> done{};
  bool overdue = false;  ///< done late, or not done and past
};
/// By the clocks of the pack that bind names. Which announcement clock runs depends on who approved: from the approval
/// where a government or its names department did, from the filing where another department did. A filing that was
/// returned counts as not made.
std::vector<NameDue> due_names(const NameApplication& application, std::span<const Clock> clocks, const WorkingCalendar& calendar, Date today);

/// Whether the name is on its way: not in force, refused or withdrawn.
bool is_pending(const NameRules& rules, const NameApplication& application);

}  // namespace merestone
