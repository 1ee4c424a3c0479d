// SPDX-License-Identifier: Apache-2.0
/// How graves outside the law are dealt with, as data of a country's pack (enforcement.json; domain.md §5.1, 5.4, 5.5). A
/// set of rules holds for a time: what was done is judged by the set of its day, steps are taken by the set of theirs.
#pragma once

#include "gis/base/finding.hpp"
#include "gis/law/procedure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace merestone {

/// A body that acts in cases, and the classes of land that it is competent for in its own right.
struct EnforcementBody {
  std::string id;  ///< "civil_affairs", "forestry"
  Wording words{};
  std::vector<std::string> land_classes{};
  bool any_land = false;  ///< cases may go there whatever the land: police
};

/// A state of a case, who may bring it about, and what must be on file when he does.
struct EnforcementStep {
  ProcedureStep step;                ///< id, words, output, next, source
  std::vector<std::string> bodies{}; ///< any one of them may act; none: whoever
  std::vector<std::string> needs{};  ///< words of enforcement_needs
  bool ends = false;                 ///< the case is over
};
/// What a step may need: facts of the case, or of the act itself.
inline constexpr std::string_view enforcement_needs[] = {"position", "photo", "class", "land_class", "owner", "document", "due",
                                                         "receiver", "correction", "outcome"};

/// A time that runs in a case.
struct EnforcementClock {
  enum class Kind {
    wait,      ///< until it has run out, `blocks` may not be entered
    deadline,  ///< one of `stops` must be entered while it runs
  };
  std::string id;
  Wording words{};
  Kind kind = Kind::deadline;
  std::vector<std::string> from{};    ///< states; the last entry into one of them starts it
  std::vector<std::string> after{};   ///< clocks; it starts when the last of them has run out, instead of `from`
  bool given = false;                 ///< ends on the day that the act of `from` names
  Span allowed{};                     ///< else after this
  std::vector<std::string> blocks{};
  std::vector<std::string> stops{};   ///< states that end it before its time
  bool required = false;              ///< a wait that must have begun before `blocks` may be entered
  std::string source{};
};

/// What a grave's owner can be ordered to do, and the time that this takes.
struct CorrectionForm {
  std::string id;  ///< "demolish_hardening", "move"
  Wording words{};
  int days = 0;    ///< that a notice gives at least
};

/// How a case can end.
struct EnforcementOutcome {
  std::string id;  ///< "removed", "kept_protected"
  Wording words{};
};

/// A paper that cases need, with {fields} to be filled in.
struct PaperTemplate {
  std::string id;  ///< "notice", "court_application"
  Wording title{};
  std::vector<Wording> paragraphs{};
};

struct EnforcementRules {
  std::string id;  ///< "cn-2012"
  Wording words{};
  Period valid{};
  Wording law{};            ///< as papers cite it
  bool text_at_hand = true; ///< false: made without the articles; who uses it is told
  std::vector<EnforcementBody> bodies{};
  std::vector<EnforcementStep> steps{};  ///< the first is where a case begins
  std::vector<EnforcementClock> clocks{};
  std::vector<CorrectionForm> corrections{};
  std::vector<EnforcementOutcome> outcomes{};
  std::vector<PaperTemplate> papers{};
  int least_public = 5;  ///< graves that a figure made public must stand for at least
  std::string source{};

  const EnforcementStep* step(std::string_view id) const;
  const EnforcementBody* body(std::string_view id) const;
  const CorrectionForm* correction(std::string_view id) const;
  const EnforcementOutcome* outcome(std::string_view id) const;
  const PaperTemplate* paper(std::string_view id) const;
};

/// The set in force on a day; none where none is.
const EnforcementRules* rules_on(const std::vector<EnforcementRules>& sets, Date day);

/// Refers to nothing (pack.unknown_id), twice (pack.twice), nonsense (pack.bad_value), sets that hold on the same day
/// (pack.overlap). Subjects name the path in the pack.
std::vector<Finding> check_enforcement(const std::vector<EnforcementRules>& sets, const std::string& pack);

}  // namespace merestone
