// SPDX-License-Identifier: Apache-2.0
#include "data/office/name_desk.hpp"

#include "data/db/refusal.hpp"
#include "data/office/officers.hpp"
#include "data/store/content_store.hpp"
#include "data/store/statement.hpp"
#include "gis/names/place_code.hpp"

#include <algorithm>

namespace merestone {

NameDesk::NameDesk(Project& project, const ActInfo& info, const char* act)
    : project_{project}, author_{info.author}, name_{act}, connection_{project.connection()}, transaction_{connection_}, act_{connection_, act, info.author, info.reason}, document_{act_.add(info.document)} {}

DocumentId NameDesk::keep(const Attachment& attached) {
  Document document = attached.document;
  if (document.kind.empty()) document.kind = attached.role;
  if (attached.content) document.sha256 = add_content(connection_, *attached.content);
  return act_.add(document);
}

PlaceRecord NameDesk::place(PlaceId id) {
  auto found = read_place_records(connection_, act_.before(), PlaceRange::one(id));
  if (found.empty()) refuse(Fault::missing, "name.no_place", "no such place", {{"place", "#" + std::to_string(id.value)}});
  return std::move(found.front());
}

PlaceRecord NameDesk::place_to_change(PlaceId id) {
  PlaceRecord found = place(id);
  require_entitled_to(project_, act_.before(), author_, name_, {&found, 1});
  return found;
}

void NameDesk::entitle(std::span<const DivisionId> divisions, int body_level) const {
  require_entitled(project_, act_.before(), author_, name_, divisions, body_level);
}

Revision NameDesk::finish(Carry carry) {
  const Revision revision = act_.close();
  if (carry == Carry::try_only) return 0;
  transaction_.commit();
  return revision;
}

void end_name(FactWriter& writer, const PlaceName& name, Date day, NameFate fate, DocumentId document) {
  const PlaceName* gone[] = {&name};
  supersede_names(writer, gone);
  PlaceName until_then = name, from_then = name;
  until_then.valid = ended(name.valid, day);
  if (fate == NameFate::abolished) until_then.status = NameStatus::abolished;
  from_then.kind = NameKind::former;
  from_then.status = fate == NameFate::abolished ? NameStatus::abolished : NameStatus::recorded;
  from_then.valid = Edtf::of({day, open_end});
  if (document.value != 0) from_then.decision = document;
  std::vector<PlaceName*> added{&from_then};
  if (name.days().from < day) added.insert(added.begin(), &until_then);
  add_names(writer, added);
}

void link_names(FactWriter& writer, const PlaceName& name, const PlaceName& former, Date day, const char* reason, DocumentId document) {
  NameReplacement made[] = {{0, name.id, former.id, day, reason, document}};
  add_replacements(writer, name.place, former.place, made);
}

const PlaceName& official_name(const PlaceRecord& place, NameId which, Date day) {
  const PlaceName* found = nullptr;
  std::string all;
  for (const PlaceName& n : place.names) {
    if (n.kind != NameKind::official || !n.days().contains(day) || (which.value != 0 && n.id != which)) continue;
    all += (all.empty() ? "" : ", ") + n.text;
    if (found) refuse(Fault::conflict, "name.several_officials", "several official names", {{"names", all}, {"day", to_string(day)}});
    found = &n;
  }
  if (found) return *found;
  refuse(Fault::invalid, "name.no_official", "no official name on that day",
         {{"place", "#" + std::to_string(place.id.value)}, {"day", to_string(day)}});
}

std::string next_place_code(Connection& connection, std::span<const std::string> codes, const std::string& class_code) {
  const bool digits = class_code.size() == 5 && class_code.find_first_not_of("0123456789") == std::string::npos;
  const bool coded = !codes.empty() && std::all_of(codes.begin(), codes.end(), [](const std::string& c) {
    return c.size() >= 6 && c.find_first_not_of("0123456789") == std::string::npos;
  });
  if (!digits || !coded) return {};
  const std::string prefix = common_division(codes) + class_code;
  const std::string first = prefix + "000000", last = prefix + "999999";
  PlaceCodeParts parts{prefix.substr(0, 6), prefix.substr(6, 3), class_code, 1};
  const Value parameters[] = {place_code_system, std::string_view{first}, std::string_view{last}};
  connection.query(statement("place_code_highest", connection.engine()), parameters, [&](const Row& row) {
    if (const auto highest = parse_place_code(row.text(0))) parts.serial = highest->serial + 1;
  });
  return parts.serial > 999'999 ? std::string{} : to_string(parts);
}

}  // namespace merestone
