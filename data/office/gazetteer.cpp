// SPDX-License-Identifier: Apache-2.0
#include "data/office/gazetteer.hpp"

#include "data/db/refusal.hpp"
#include "data/office/act_record.hpp"
#include "data/office/attempt.hpp"
#include "data/office/officers.hpp"
#include "data/office/refuse_errors.hpp"
#include "data/packs/class_schemes.hpp"
#include "gis/base/text.hpp"
#include "gis/names/check_record.hpp"
#include "gis/names/place_code.hpp"

namespace merestone {
namespace {

std::vector<PlaceId> ids_of(const Project& project, const std::string& what, Revision revision) {
  Connection& connection = project.connection();
  if (what.starts_with('#')) {
    const auto number = parse_number(std::string_view{what}.substr(1));
    if (number && *number >= 1 && *number < 2'147'483'647) return {PlaceId{static_cast<std::int64_t>(*number)}};
    return {};
  }
  std::vector<PlaceId> ids = places_with_name(connection, revision, what);
  if (ids.empty()) ids = places_with_local_id(connection, revision, what);
  const auto colon = what.find(':');
  if (ids.empty() && colon != std::string::npos) {
    ids = places_with_code(connection, revision, what.substr(0, colon), what.substr(colon + 1));
  }
  if (ids.empty() && parse_place_code(what)) ids = places_with_code(connection, revision, std::string{place_code_system}, what);
  return ids;
}

}  // namespace

std::vector<PlaceRecord> place_records(const Project& project, const PlaceRange& range, Revision revision) {
  return read_place_records(project.connection(), project.known(revision), range);
}

std::vector<PlaceRecord> find_places(const Project& project, const std::string& what, Revision revision) {
  const Revision last = project.known(revision);
  std::vector<PlaceRecord> found;
  for (const PlaceId id : ids_of(project, what, last)) append(found, read_place_records(project.connection(), last, PlaceRange::one(id)));
  return found;
}

PlaceRecord find_place(const Project& project, const std::string& what, Revision revision) {
  std::vector<PlaceRecord> found = find_places(project, what, revision);
  if (found.empty()) refuse(Fault::missing, "name.no_place", "no such place", {{"place", what}});
  if (found.size() == 1) return std::move(found.front());
  std::string numbers;
  for (const PlaceRecord& record : found) numbers += (numbers.empty() ? "#" : ", #") + std::to_string(record.id.value);
  refuse(Fault::conflict, "name.several_places", "several places have it", {{"place", what}, {"numbers", numbers}});
}

Recorded record_places(Project& project, const ActInfo& info, std::vector<PlaceRecord>& records, Carry carry) {
  return attempted(project, "names.record", info, [&] {
    Recorded done;
    for (std::size_t i = 0; i < records.size(); ++i) {
      for (PlaceName& name : records[i].names) {
        if (name.source.empty() && name.decision.value == 0) name.source = info.document.title;
      }
      for (Finding& found : check_record(records[i], class_schemes())) {
        found.subject.file = info.document.title;
        if (found.subject.record.empty()) found.subject.record = std::to_string(i + 1);
        done.findings.push_back(std::move(found));
      }
    }
    refuse_errors(done.findings, "the places are not as the record must have them");
    Transaction transaction{project.connection()};
    ActRecord act{project.connection(), "names.record", info.author, info.reason};
    require_entitled_to(project, act.before(), info.author, "names.record", records);
    const DocumentId document = act.add(info.document);
    add_place_records(act.writer(), records, document);
    act.tell("places", std::to_string(records.size()));
    const Revision revision = act.close();
    if (carry == Carry::try_only) return done;
    transaction.commit();
    done.revision = revision;
    return done;
  });
}

}  // namespace merestone
