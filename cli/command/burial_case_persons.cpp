// SPDX-License-Identifier: Apache-2.0
#include "cli/command/burial_case.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace merestone {
namespace {

using Json = nlohmann::ordered_json;

struct PersonOptions : BurialCaseOptions {
  std::string party_role;
  ActingRole acting;
  PersonalData data;
  std::int64_t person = 0;
};

void add(const PersonOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const PersonId id = add_person(project, options.info(shared, "party"), options.key(), options.party_role, options.data, options.acting);
  if (shared.json) return print_json({{"case", options.number}, {"person", id.value}});
  fmt::print("{}: person {} ({})\n", options.number, id.value, options.party_role);
}

void show(const PersonOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);  // reading is told of
  const auto persons = read_persons(project, options.info(shared, "reading"), options.number, options.acting);
  auto list = Json::array();
  for (const PersonOnFile& each : persons) {
    if (shared.json) {
      list.push_back({{"person", each.party.person.value}, {"role", each.party.role}, {"erased", each.party.erased}, {"name", each.data.name},
                      {"contact", each.data.contact}, {"address", each.data.address}, {"identity", each.data.identity}, {"statement", each.data.statement}});
      continue;
    }
    fmt::print("{:>5} {:<12} {}\n", each.party.person.value, each.party.role, each.party.erased ? "erased" : each.data.name);
    for (const auto& [label, value] : {std::pair{"contact", &each.data.contact}, std::pair{"address", &each.data.address}, std::pair{"identity", &each.data.identity},
                                       std::pair{"statement", &each.data.statement}}) {
      if (!value->empty()) fmt::print("      {:<12} {}\n", label, *value);
    }
  }
  if (shared.json) return print_json({{"case", options.number}, {"persons", list}});
  if (persons.empty()) fmt::print("No persons on file.\n");
}

void erase(const PersonOptions& options, const Shared& shared) {
  auto project = Project::open(shared.project, Access::write);
  const Revision revision = erase_person(project, options.info(shared, "erasure"), PersonId{options.person}, options.acting);
  if (shared.json) return print_json({{"person", options.person}, {"erased", true}, {"revision", revision}});
  fmt::print("Person {}: erased (revision {})\n", options.person, revision);
}

void add_role(Command& command, PersonOptions& options) {
  command.add_option("--role", options.acting.role, "In which you act; personal data are for the role enforcement");
  command.add_option("--reason", options.reason, "Why: written into the record");
}

}  // namespace

void add_burial_case_persons(Command& group, const Shared& shared) {
  auto* person = group.add_command("person", "Owners, families, complainants: restricted, and erased by law");
  person->require_command();
  {
    auto* command = person->add_command("add", "Record that somebody takes part in a case");
    auto options = std::make_shared<PersonOptions>();
    command->add_option("NUMBER", options->number, "Of the case")->required();
    command->add_option("--as", options->party_role, "Part in the case")->required()->one_of({"owner", "family", "complainant"});
    command->add_option("--name", options->data.name, "Of the person");
    command->add_option("--contact", options->data.contact, "Telephone or other");
    command->add_option("--address", options->data.address, "Of the person");
    command->add_option("--identity", options->data.identity, "Number of a card");
    command->add_option("--statement", options->data.statement, "What the person said");
    add_role(*command, *options);
    command->callback([&shared, options] { add(*options, shared); });
  }
  {
    auto* command = person->add_command("show", "Read them; that you did is written down");
    auto options = std::make_shared<PersonOptions>();
    command->add_option("NUMBER", options->number, "Of the case")->required();
    add_role(*command, *options);
    command->callback([&shared, options] { show(*options, shared); });
  }
  auto* command = person->add_command("erase", "Take away for good what is known of a person");
  auto options = std::make_shared<PersonOptions>();
  command->add_option("PERSON", options->person, "Number, as `person show` tells it")->required();
  add_role(*command, *options);
  command->callback([&shared, options] { erase(*options, shared); });
}

}  // namespace merestone
