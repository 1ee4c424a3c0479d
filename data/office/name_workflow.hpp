// SPDX-License-Identifier: Apache-2.0
/// Acts on applications for names: from the first paper to the sign (地名管理条例 Art. 11–15).
#pragma once

#include "data/office/gazetteer.hpp"
#include "gis/names/application.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace merestone {

/// A paper that comes with a step, by the role that the pack gives it; its file is kept where it is at hand.
struct Attachment {
  std::string role;
  Document document;
  std::optional<Content> content{};
};

/// Reasons that the officer gives for going on in spite of a warning, by rule.
using Reasons = std::map<std::string, std::string, std::less<>>;

class NameSearch;

struct ApplicationKey {
  std::string number;
  Revision seen = latest_revision;  ///< refused when somebody touched the application since
  Date today{};
  Carry carry = Carry::out;
  const NameSearch* names = nullptr;  ///< index to hold the name against; without one all names are read
  bool outside_meant = false;         ///< a position in no division is no mistake
};

struct NameActed {
  Revision revision = 0;  ///< 0 when it was only tried
  NameApplication application;
  std::vector<Finding> findings{};  ///< warnings and notes
};

/// Opens an application with its first step. Of `draft` id, pack and steps are not looked at; the specific and generic
/// term are split where the draft does not say them. A rename or an abolition names the place and, where it has several
/// official names, the name.
/// The division is that of the position, the language the pack's for the script, where the draft does not say them. @throws name.no_number, name.number_held (conflict),
/// name.unknown_kind, name.unknown_document (a role that the pack has no paper of), name.no_official, name.protected (PN-11: on
/// the protection list, and no protection plan attached), what check_name(), check_class(), check_position() and the naming checks find; warns of
/// name.no_class and, where the class is of another kind, name.kind_class.
NameActed apply_for_name(Project& project, const ActInfo& info, const NameApplication& draft, const std::vector<Attachment>& attached,
                         const ApplicationKey& key);

/// One step on the way.
struct StepTaken {
  std::string state;
  Date day{};
  ActingBody body{};
  ActingBody receiver{};            ///< of a filing
  std::optional<Date> effective{};  ///< of an announcement: since when the name is in force; its own day when not said
  std::string note{};
  std::vector<Attachment> attached{};
  Reasons reasons{};
  PlaceSize size{};  ///< what is said anew of the size of the place
};

/// Takes a step that the pack's procedure allows. The naming checks are run once more on an evaluation, on an approval and
/// where the size is said anew. Approval is the act of who is competent (name.not_competent), and warnings need a reason then (name.reason_needed). A filing is taken down as it was made,
/// with warnings that its receiver may return it for. The announcement puts the name in force in the same act: a new
/// place or name goes on record, a renamed one becomes a former name, linked both ways.
NameActed take_step(Project& project, const ActInfo& info, const ApplicationKey& key, const StepTaken& taken);

std::vector<NameApplication> applications(const Project& project, Revision revision = latest_revision);
/// @throws missing name.no_application.
NameApplication find_application(const Project& project, const std::string& number, Revision revision = latest_revision);

/// The pack whose rules of names the project follows: its first that has any, else the neutral one.
CountryPack names_pack(const Project& project);

/// What is due of one application.
struct NameTask {
  std::string number;
  std::string name;
  std::string state;
  std::string clock;
  Wording words{};
  Date due{};
  std::optional<Date> done{};
  bool overdue = false;
};
/// All clocks of all applications by what had happened on the day, the earliest first.
std::vector<NameTask> name_tasks(const Project& project, Date today);

}  // namespace merestone
