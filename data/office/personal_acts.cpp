// SPDX-License-Identifier: Apache-2.0
#include "data/office/personal_acts.hpp"

#include "data/db/erasure.hpp"
#include "data/db/refusal.hpp"
#include "data/office/burial_case_act.hpp"
#include "data/store/personal_store.hpp"

#include <algorithm>

namespace merestone {
namespace {

void require(const ActingRole& acting) {
  if (acting.role != enforcement_role) {
    refuse(Fault::invalid, "personal.no_role", "not in the role", {{"role", std::string{enforcement_role}}, {"given", acting.role.empty() ? "–" : acting.role}});
  }
}

CasePerson person_on_record(const Project& project, PersonId person) {
  for (const auto& [id, parties] : read_case_persons(project.connection(), project.known(latest_revision))) {
    for (const CasePerson& party : parties) {
      if (party.person == person) return party;
    }
  }
  refuse(Fault::missing, "personal.unknown", "no such person", {{"person", std::to_string(person.value)}});
}

}  // namespace

PersonId add_person(Project& project, const ActInfo& info, const BurialCaseKey& key, const std::string& party_role, const PersonalData& data,
                    const ActingRole& acting) {
  return attempted(project, "persons.add", info, [&] {
    require(acting);
    if (std::find(party_roles.begin(), party_roles.end(), party_role) == party_roles.end()) {
      refuse(Fault::invalid, "personal.party_role", "no part in a case", {{"role", party_role}});
    }
    if (data.name.empty() && data.contact.empty() && data.address.empty() && data.identity.empty() && data.statement.empty()) {
      refuse(Fault::invalid, "personal.nothing", "nothing is known of the person");
    }
    BurialCaseAct act{project, info, "persons.add", key};
    const PersonId person = add_case_person(act.writer(), act.the_case().id, party_role, data);
    act.record().tell("person", std::to_string(person.value));
    act.commit();
    return person;
  });
}

std::vector<PersonOnFile> read_persons(Project& project, const ActInfo& info, const std::string& number, const ActingRole& acting) {
  return attempted(project, "persons.read", info, [&] {
    require(acting);
    const BurialCase one = find_burial_case(project, number);
    std::vector<PersonOnFile> persons;
    for (const CasePerson& party : parties_of(project, one.id)) {
      persons.push_back({party, read_personal_data(project.connection(), party.person).value_or(PersonalData{})});
    }
    log_findings(project, "persons.read", info,
                 {{.rule = "personal.was_read", .severity = Severity::note, .subject = {{}, number, {}},
                   .facts = {{"number", number}, {"persons", std::to_string(persons.size())}}}});
    return persons;
  });
}

Revision erase_person(Project& project, const ActInfo& info, PersonId person, const ActingRole& acting) {
  return attempted(project, "persons.erase", info, [&] {
    require(acting);
    if (person_on_record(project, person).erased) {
      forget_overwritten(project.connection());  // where a reader was in the way of it before
      refuse(Fault::conflict, "personal.erased", "erased already", {{"person", std::to_string(person.value)}});
    }
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "persons.erase", info.author, info.reason};
    if (person_on_record(project, person).erased) refuse(Fault::conflict, "personal.erased", "erased meanwhile", {{"person", std::to_string(person.value)}});
    act.add(info.document);
    erase_personal_data(act.writer(), person);
    act.tell("person", std::to_string(person.value));
    const Revision revision = act.close();
    transaction.commit();
    forget_overwritten(project.connection());
    return revision;
  });
}

std::vector<CasePerson> parties_of(const Project& project, BurialCaseId id, Revision revision) {
  auto all = read_case_persons(project.connection(), project.known(revision));
  return std::move(all[id]);
}

}  // namespace merestone
